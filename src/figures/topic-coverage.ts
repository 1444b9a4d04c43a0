import {poles, type Clause, type Pole, type Tables} from "../schema.js";
import {topicCoverageRows, type TopicCoverageRows, type TopicRow} from "../queries/topic-coverage.js";
import {measure, wrap, type TextStyle} from "../theme/measure.js";
import type {Caption, DrawOptions, Figure, FigureTable} from "./figure.js";
import {frame, type Body} from "./frame.js";
import {drawLane, fitLanes, numberedMost, packedMost, type Grain} from "./mark-rows.js";
import {carrySum, poleColours, poleNames} from "./marks.js";
import {fitRows} from "./fit-rows.js";
import {drawSilence, silenceHeight} from "./silence.js";
import {px, write} from "./text.js";
import {capital, count, inSentence, number, spelled, tight} from "./words.js";

/** Topics with the most clauses of a pole, and how many that is. */
export function leaders(topics: TopicRow[], pole: Pole): {rows: TopicRow[]; most: number} {
  const most = Math.max(0, ...topics.map((row) => row.byPole[pole].length));
  return {most, rows: most ? topics.filter((row) => row.byPole[pole].length === most) : []};
}

const clausesOf = (clauses: Clause[], pole: Pole) => clauses.filter((clause) => clause.pole === pole);

/** The pole that the title speaks of: the one with more clauses, commitment where they are even. */
function titlePole({clauses, topics}: TopicCoverageRows): Exclude<Pole, "neutral"> | null {
  const com = clausesOf(clauses, "commitment").length, con = clausesOf(clauses, "condemnation").length;
  const first = con > com ? "condemnation" : "commitment", second = con > com ? "commitment" : "condemnation";
  return leaders(topics, first).most ? first : leaders(topics, second).most ? second : null;
}

function named(rows: TopicCoverageRows): TopicRow[] {
  const pole = titlePole(rows);
  if (pole) {
    const {rows: top, most} = leaders(rows.topics, pole);
    return top.length <= 2 && (most > 1 || top.length === 1) ? top : [];
  }
  const most = rows.topics[0]?.clauses.length;
  const top = rows.topics.filter((row) => row.clauses.length === most);
  return top.length === 1 ? top : [];
}

function title(rows: TopicCoverageRows): string {
  const {topics, clauses, of} = rows;
  if (of === 0) return "No clause was coded";
  if (clauses.length === 0) return "No clause fits the selection";
  if (topics.length === 0) return clauses.length === 1 ? "The one clause has no topic of the list" : `None of the ${number(clauses.length)} clauses has a topic of the list`;
  const pole = titlePole(rows), top = named(rows);
  if (!pole) {
    const most = topics[0]!.clauses.length;
    if (top.length) return `More clauses are on ${inSentence(top[0]!.topic.label)} than on any other topic: ${number(most)} of ${number(clauses.length)}`;
    return `${capital(spelled(topics.filter((row) => row.clauses.length === most).length))} topics lead with ${most === 1 ? "one clause" : `${spelled(most)} clauses`} each`;
  }
  const {most, rows: tied} = leaders(topics, pole), total = clausesOf(clauses, pole).length;
  if (total === 1) return `The one ${pole} clause is on ${tied.length === 1 ? inSentence(tied[0]!.topic.label) : `${spelled(tied.length)} topics`}`;
  if (top.length === 1) return `${capital(pole)} clauses are most often on ${inSentence(top[0]!.topic.label)}: ${number(most)} of ${number(total)}`;
  if (top.length === 2) return `${capital(pole)} clauses are most often on ${top.map((row) => inSentence(row.topic.label)).join(" and on ")}, ${spelled(most)} each`;
  if (most === 1) return `No topic has more than one ${pole} clause`;
  return `${capital(spelled(tied.length))} topics lead among ${pole} clauses, ${spelled(most)} each`;
}

/** "n = 20 clauses, 37 topic codings": what every figure of topics counts. */
export function topicCounts({clauses, of, codings}: TopicCoverageRows): string {
  return tight(`n_=_${clauses.length === of ? count(of, "clause") : `${number(clauses.length)} of ${count(of, "clause")}`}, ${count(codings, "topic coding")}`);
}

/** How marks are read; of many clauses in a lane they carry no numbers, or are bars (see `fitLanes`). */
function markNote({topics}: TopicCoverageRows): string {
  const most = Math.max(0, ...poles.map((pole) => leaders(topics, pole).most));
  if (most <= numberedMost) return "Marks are clauses with their numbers: disc commitment, ring neutral, diamond condemnation.";
  return most <= packedMost ? "Marks are clauses: disc commitment, ring neutral, diamond condemnation; bars are as long as their number of clauses." : "Bars are as long as their number of clauses, outlined where these are neutral.";
}

function caption(rows: TopicCoverageRows, tables: Tables): Caption {
  const claim = title(rows), {topics, silent, without} = rows;
  const first = topics.slice(0, 5).map((row) => `${row.topic.label} ${row.clauses.length}`).join(", ");
  return {
    title: claim,
    subtitle: rows.clauses.length === 0 ? "" : `Clauses on each topic, by the pole of their wording. ${topicCounts(rows)}; a clause may have several topics.`,
    alt: `Rows of marks, one row a topic, ${topics.length} of ${tables.topicList.length} topics. ${claim}. ${first ? `Most clauses: ${first}. ` : ""}${count(silent.length, "topic")} without a clause.`,
    note: `${markNote(rows)} Topics from a fixed list of ${tables.topicList.length}.${without.length ? ` ${count(without.length, "clause has", "clauses have")} no topic.` : ""}`
  };
}

function table({topics, silent}: TopicCoverageRows): FigureTable {
  return {
    columns: ["Topic", "Commitment", "Neutral", "Condemnation", "Clauses", "Words"],
    rows: [
      ...topics.map((row) => [row.topic.label, ...poles.map((pole) => row.byPole[pole].length), row.clauses.length, row.words]),
      ...silent.map((topic) => [topic.label, 0, 0, 0, 0, 0])
    ],
    clauses: [...topics.map((row) => row.clauses.map((clause) => clause.id)), ...silent.map(() => [])]
  };
}

/** The clauses of several topics, each once. */
export const distinctClauses = (rows: readonly {clauses: Clause[]}[]): Clause[] => [...new Set(rows.flatMap((row) => row.clauses))];

interface Columns {
  label: number;
  /** Left and right edge of the neutral lane. */
  x0: number;
  x1: number;
  /** Right edges of the columns of clauses and words; no words where the room is short. */
  clauses: number;
  words: number | null;
  grain: Grain;
}

/** Names take less room where that lets the marks stand one by one with their numbers. */
function planColumns(b: Body, topics: TopicRow[]): Columns {
  const roomy = columnsWith(0.32, b, topics);
  if (b.narrow || roomy.grain.kind === "numbered") return roomy;
  const tight = columnsWith(0.27, b, topics);
  return tight.grain.kind === "numbered" ? tight : roomy;
}

function columnsWith(share: number, b: Body, topics: TopicRow[]): Columns {
  const s = b.scale, style = nameStyle(b);
  const most = Object.fromEntries(poles.map((pole) => [pole, Math.max(1, ...topics.map((row) => row.byPole[pole].length))])) as Record<Pole, number>;
  const widest = Math.max(0, ...topics.map((row) => measure(row.topic.label, labelStyle(s, true))));
  const label = b.narrow ? 0 : Math.min(widest, b.width * share) + 16 * s;
  const pad = (b.narrow ? 6 : 20) * s;
  const least = Object.fromEntries(poles.map((pole) => [pole, measure(poleNames[pole], style) + (b.narrow ? 8 : pole === "neutral" ? 24 : 14) * s])) as Record<Pole, number>;
  const fit = (totals: number) => fitLanes(most, least, pad, b.width - label - totals, s);
  const withWords = b.narrow ? null : fit(134 * s);
  const words = withWords !== null && (withWords.grain.kind === "numbered" || b.width >= 900 * s);
  const {grain, width} = words ? withWords : fit(b.narrow ? 0 : 66 * s);
  const x0 = label + width.commitment;
  return {label, x0, x1: x0 + width.neutral, clauses: b.width - (words ? 70 * s : 0), words: words ? b.width : null, grain};
}

const labelStyle = (s: number, bold: boolean): TextStyle => ({size: 15 * s, weight: bold ? 700 : 450});
const nameStyle = ({narrow, scale: s}: Body): TextStyle => ({size: (narrow ? 14.5 : 17) * s, weight: 750});

function drawBody(b: Body, rows: TopicCoverageRows, tables: Tables): number {
  const {theme, scale: s} = b;
  if (rows.topics.length === 0) {
    write(b.g, rows.of === 0 ? "No clause was coded" : rows.clauses.length ? "No clause has a topic" : "No clause fits the selection", {y: 18 * s, size: 18 * s, weight: 650, fill: theme.ink});
    return 40 * s;
  }
  const lanes = planColumns(b, rows.topics), bold = new Set(named(rows)), head = (b.narrow ? 34 : 38) * s;
  const silence = silenceHeight(b, rows.silent, tables.topicList.length, lanes.label);
  const lines = rows.topics.map((row) => b.narrow ? wrap(row.topic.label, b.width - 64 * s, labelStyle(s, true), 2) : wrap(row.topic.label, lanes.label - 16 * s, labelStyle(s, bold.has(row)), 3, true));
  const natural = lines.map((line) => b.narrow ? (line.length * 19 + 38) * s : Math.max(34, line.length * 18 + 12) * s);
  const {shown, squeeze} = fitRows(natural, b.height === null ? null : b.height - head - silence, 26 * s);
  const grain = lanes.grain.kind === "numbered" ? {...lanes.grain, r: Math.min(lanes.grain.r, Math.min(...natural) * squeeze * 0.36)} : lanes.grain;

  drawHead(b, lanes);
  let y = head;
  for (const [i, row] of rows.topics.slice(0, shown).entries()) {
    const height = natural[i]! * squeeze;
    drawTopic(b, row, lines[i]!, {y, height, bold: bold.has(row)}, lanes, grain);
    y += height;
  }
  drawEmptyLanes(b, rows, lanes, head + natural[0]! * squeeze / 2);
  for (const x of b.narrow ? [] : [lanes.x0, lanes.x1]) b.g.append("line").attr("x1", px(x)).attr("x2", px(x)).attr("y1", px(head - 8 * s)).attr("y2", px(y)).attr("stroke", theme.rule);
  if (shown < rows.topics.length) {
    const rest = rows.topics.slice(shown);
    write(carrySum(b.g, distinctClauses(rest), b.options, "More topics"), `and ${count(rest.length, "more topic", "more topics")}, ${count(rest.reduce((sum, row) => sum + row.clauses.length, 0), "topic coding")}`, {size: 14 * s, y: y + 17 * s, fill: theme.ink2});
    y += 26 * s;
  }
  drawSilence(b, rows.silent, tables.topicList.length, lanes.label, y);
  return y + silence;
}

function drawHead(b: Body, {x0, x1, clauses, words}: Columns): void {
  const {g, theme, scale: s} = b, y = 14 * s, style = nameStyle(b);
  const [left, right] = b.narrow ? [x0 - 6 * s, x1 + 6 * s] : [x0 - 12 * s, x1 + 12 * s];
  write(g, poleNames.commitment, {...style, y, x: left, anchor: "end", fill: poleColours("commitment", theme).text});
  write(g, poleNames.neutral, {...style, y, x: (x0 + x1) / 2, anchor: "middle", fill: theme.ink2});
  write(g, poleNames.condemnation, {...style, y, x: right, fill: poleColours("condemnation", theme).text});
  if (b.narrow) return;
  write(g, "Clauses", {size: 13 * s, y, x: clauses, anchor: "end", fill: theme.ink3});
  if (words !== null) write(g, "Words", {size: 13 * s, y, x: words, anchor: "end", fill: theme.ink3});
}

// A pole without a clause keeps its lane and says so, in the first row.
function drawEmptyLanes(b: Body, {clauses}: TopicCoverageRows, {x0, x1}: Columns, middle: number): void {
  if (b.narrow) return;
  const style = {size: 13.5 * b.scale, y: middle + 5 * b.scale, fill: b.theme.ink3};
  if (!clausesOf(clauses, "commitment").length) write(b.g, "no clause", {...style, x: x0 - 12 * b.scale, anchor: "end"});
  if (!clausesOf(clauses, "condemnation").length) write(b.g, "no clause", {...style, x: x1 + 12 * b.scale});
}

function drawTopic(b: Body, row: TopicRow, lines: string[], {y, height, bold}: {y: number; height: number; bold: boolean}, {x0, x1, clauses, words}: Columns, grain: Grain): void {
  const {g, theme, scale: s, options} = b, style = labelStyle(s, bold);
  const own = g.append("g").attr("class", "topic-row").attr("data-topic", row.topic.id);
  own.append("line").attr("x2", px(b.width)).attr("y1", px(y + height)).attr("y2", px(y + height)).attr("stroke", theme.hair);
  const middle = b.narrow ? y + height - 19 * s : y + height / 2, leading = 18 * s;
  const first = b.narrow ? y + 19 * s : middle - ((lines.length - 1) * leading) / 2 + style.size * 0.35;
  write(own, lines, {...style, y: first, leading, fill: theme.ink});
  const total = {size: 15 * s, anchor: "end" as const, y: b.narrow ? first : middle + 15 * s * 0.35};
  write(carrySum(own, row.clauses, options, row.topic.label), number(row.clauses.length), {...total, weight: 700, x: clauses, fill: theme.ink});
  if (words !== null) write(own, number(row.words), {...total, x: words, fill: theme.ink2});
  const lane = (pole: Pole, x: number, grows: "left" | "right" | "middle") =>
    drawLane(own, row.byPole[pole], grain, {pole, x, y: middle, grows, theme, options, scale: s, name: `${row.topic.label}, ${pole}`});
  lane("commitment", x0 - (b.narrow ? 4 : 8) * s, "left");
  lane("neutral", (x0 + x1) / 2, "middle");
  lane("condemnation", x1 + (b.narrow ? 4 : 8) * s, "right");
}

export const topicCoverage: Figure<TopicCoverageRows> = {
  id: "topic-coverage",
  label: "Topics",
  question: "What does the statement cover, with which wording, and on what is it silent?",
  query: topicCoverageRows,
  caption,
  table,
  draw: (rows: TopicCoverageRows, tables: Tables, options: DrawOptions) => frame(caption(rows, tables), tables, options, (b) => drawBody(b, rows, tables))
};
