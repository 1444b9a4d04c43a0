import {poles, type Pole, type Tables} from "../schema.js";
import {principlesRows, type PrincipleRow, type PrinciplesRows} from "../queries/principles.js";
import {measure, truncate, wrap, type TextStyle} from "../theme/measure.js";
import type {Caption, DrawOptions, Figure} from "./figure.js";
import {frame, type Body} from "./frame.js";
import {drawLane, fitLanes, grainLength, type Grain} from "./mark-rows.js";
import {carry, carrySum, poleColours, poleNames} from "./marks.js";
import {wrapRuns, writeRuns, type Run} from "./runs.js";
import {px, write, type Parent} from "./text.js";
import {count, number, ranges, spelled} from "./words.js";

const quoted = (row: PrincipleRow) => `“${row.principle.label}”`;

function title({principles}: PrinciplesRows): string {
  const all = principles.length, taken = principles.filter((row) => row.clauses.length > 0), silent = principles.filter((row) => !row.clauses.length);
  if (!all) return "The principles were not coded";
  if (!taken.length) return `No clause points to any of the ${spelled(all)} principles`;
  const most = Math.max(...taken.map((row) => row.clauses.length)), top = taken.filter((row) => row.clauses.length === most);
  const lead = top.length === 1 ? `${quoted(top[0]!)} most often, in ${most === 1 ? "one clause" : `${spelled(most)} clauses`}` : `at most ${most === 1 ? "one clause" : `${spelled(most)} clauses`} on each`;
  if (!silent.length) return `Clauses point to all ${spelled(all)} principles, ${lead}`;
  const claim = `Clauses point to ${spelled(taken.length)} of the ${spelled(all)} principles`;
  if (silent.length <= 2) return `${claim}, none to ${silent.map(quoted).join(" or ")}`;
  return `${claim}${taken.length === 1 ? `: ${quoted(taken[0]!)}` : `, ${lead}`}`;
}

function caption(rows: PrinciplesRows): Caption {
  const numbers = ranges(rows.naming.map((clause) => clause.number));
  const named = rows.naming.length ? `The statement names the Declaration in ${rows.naming.length === 1 ? "clause" : "clauses"} ${numbers}.` : "No clause names the Declaration.";
  const counts = rows.principles.map((row) => `${row.principle.label} ${row.clauses.length}`).join(", ");
  return {
    title: title(rows),
    subtitle: `Clauses whose own words point to a principle of the Declaration on Friendly Relations of 1970. n\u00a0=\u00a0${number(rows.clauses.length)} of ${count(rows.of, "clause")}, ${count(rows.codings, "principle coding")}. ${named}`,
    alt: `Rows of marks, one row for each principle. ${title(rows)}.${counts ? ` Clauses: ${counts}.` : ""}`,
    note: "In quotation marks the Declaration's own headings. A clause counts by its words alone: one that means a principle but does not use its terms is not found, and pointing to a principle is not keeping it."
  };
}

/** What a row shows beside its marks: the Declaration's wording, and the statement's words below the marks, below the label or nowhere. */
interface Detail {wording: boolean; words: "marks" | "label" | null}

interface Words {lines: ReturnType<typeof wrapRuns>; x: number; anchor: "start" | "middle" | "end"; pole: Pole | null}

interface Row {
  row: PrincipleRow;
  label: string[];
  wording: string[];
  words: Words[];
  height: number;
  /** Distances from the row's top: first line of the label, the middle of the marks, the first line of words. */
  first: number;
  lane: number;
  wordsAt: number;
}

const labelStyle = (k: number): TextStyle => ({size: 15.5 * k, weight: 700});
const wordingStyle = (k: number): TextStyle => ({size: 12.5 * k});
const leading = {label: 20, wording: 17, words: 19};
const totalRoom = 44;

/** "cooperation ×3 · coerce": the statement's words in its own face, in the colour of their clause's pole. */
function wordRuns(row: PrincipleRow, chosen: readonly Pole[], b: Body): Run[] {
  const size = 14 * b.scale, small = {size: 12.5 * b.scale, fill: b.theme.ink3};
  const all = chosen.flatMap((pole) => row.words[pole].map((words) => ({...words, pole})));
  return all.flatMap(({text, times, pole}, i): Run[] => [
    {text, size, face: "serif", fill: poleColours(pole, b.theme).text},
    ...times > 1 ? [{text: `×${times}`, bound: true, ...small}] : [],
    ...i < all.length - 1 ? [{text: "·", bound: true, ...small}] : []
  ]);
}

interface Lanes {labelWidth: number; x0: number; x1: number; end: number; grain: Grain; /** Wide enough for words below the marks. */ roomy: boolean}

/** The words of a row: below the marks one block a lane, elsewhere one for all. */
function placeWords(row: PrincipleRow, where: Detail["words"], {labelWidth, x0, x1, end, roomy}: Lanes, b: Body): Words[] {
  const k = b.scale, gap = 10 * k;
  if (!where || !row.clauses.length) return [];
  if (b.narrow) return [{lines: wrapRuns(wordRuns(row, poles, b), b.width, 3), x: 0, anchor: "start", pole: null}];
  if (where === "label") return [{lines: wrapRuns(wordRuns(row, poles, b), labelWidth - 42 * k, 1), x: 22 * k, anchor: "start", pole: null}];
  if (!roomy) return [{lines: wrapRuns(wordRuns(row, poles, b), end - labelWidth, 2), x: labelWidth, anchor: "start", pole: null}];
  const block = (pole: Pole, x: number, width: number, anchor: Words["anchor"]): Words => ({lines: wrapRuns(wordRuns(row, [pole], b), width, 3), x, anchor, pole});
  return [
    block("commitment", x0 - gap, x0 - labelWidth - 2 * gap, "end"),
    block("neutral", (x0 + x1) / 2, x1 - x0 - 2 * gap, "middle"),
    block("condemnation", x1 + gap, end - x1 - gap, "start")
  ].filter((words) => words.lines.length > 0);
}

function measureRow(row: PrincipleRow, b: Body, lanes: Lanes, detail: Detail): Row {
  const k = b.scale, room = b.narrow ? b.width : lanes.labelWidth - 42 * k;
  const label = wrap(row.principle.label, b.narrow ? b.width - totalRoom * k : room, labelStyle(k), 3);
  const wording = detail.wording ? wrap(`“${row.principle.wording}”`, room, wordingStyle(k)) : [];
  const words = placeWords(row, detail.words, lanes, b);
  const below = Math.max(0, ...words.map(({lines}) => lines.length)) * leading.words * k;
  const head = label.length * leading.label * k, text = head + (wording.length ? wording.length * leading.wording * k + 2 * k : 0);
  const marks = (row.clauses.length ? 30 : 22) * k;
  if (b.narrow) {
    const lane = text + 10 * k + marks / 2;
    return {row, label, wording, words, first: 22 * k, lane, wordsAt: lane + marks / 2 + 17 * k, height: text + 10 * k + marks + below + 18 * k};
  }
  if (detail.words === "marks") {
    return {row, label, wording, words, first: 26 * k, lane: 20.5 * k, wordsAt: 53 * k, height: Math.max(text + 14 * k, 36 * k + below) + 12 * k};
  }
  const height = Math.max(34 * k, text + (detail.words ? 17 * k : 0) + 9 * k);
  const first = detail.words && words.length ? 20 * k : height / 2 - head / 2 + 15 * k;
  return {row, label, wording, words, first, lane: height / 2, wordsAt: first + head - 1 * k, height};
}

/** Lanes of equal width where the marks leave room, so that words can stand below them. */
function planLanes(rows: PrinciplesRows, b: Body): Lanes {
  const k = b.scale, labelWidth = b.narrow ? 0 : Math.min(380 * k, b.width * 0.36);
  const room = b.width - labelWidth - (b.narrow ? 0 : totalRoom * k), pad = (b.narrow ? 6 : 14) * k;
  const most = Object.fromEntries(poles.map((pole) => [pole, Math.max(1, ...rows.principles.map((row) => row.byPole[pole].length))])) as Record<Pole, number>;
  const least = Object.fromEntries(poles.map((pole) => [pole, measure(poleNames[pole], nameStyle(b)) + (b.narrow ? 8 : 18) * k])) as Record<Pole, number>;
  const {grain, width} = fitLanes(most, least, pad, room, k);
  const even = !b.narrow && room / 3 >= 150 * k && grain.kind !== "bars" && poles.every((pole) => Math.max(least[pole], grainLength(grain, pole, most[pole])) + pad <= room / 3);
  const [left, middle] = even ? [room / 3, room / 3] : [width.commitment, width.neutral];
  return {labelWidth, grain, roomy: even, x0: labelWidth + left, x1: labelWidth + left + middle, end: labelWidth + room};
}

const nameStyle = ({narrow, scale}: Body): TextStyle => ({size: (narrow ? 14.5 : 16) * scale, weight: 750});

function drawHead(b: Body, {x0, x1}: Lanes): void {
  const k = b.scale, y = 14 * k, style = nameStyle(b), gap = (b.narrow ? 6 : 8) * k;
  write(b.g, poleNames.commitment, {...style, y, x: x0 - gap, anchor: "end", fill: poleColours("commitment", b.theme).text});
  write(b.g, poleNames.neutral, {...style, y, x: (x0 + x1) / 2, anchor: "middle", fill: b.theme.ink2});
  write(b.g, poleNames.condemnation, {...style, y, x: x1 + gap, fill: poleColours("condemnation", b.theme).text});
  if (b.width >= 700 * k) write(b.g, "Clauses", {size: 13 * k, y, x: b.width, anchor: "end", fill: b.theme.ink3});
}

function drawRow(g: Parent, {row, label, wording, words, first, lane, wordsAt}: Row, top: number, index: number, {x0, x1, grain}: Lanes, b: Body): void {
  const {theme, options} = b, k = b.scale, indent = b.narrow ? 0 : 22 * k, silent = !row.clauses.length;
  const own = g.append("g").attr("class", "principle-row").attr("data-principle", row.principle.id);
  if (!b.narrow) write(own, String(index + 1), {size: 15.5 * k, y: top + first, fill: theme.ink3});
  write(own, label, {...labelStyle(k), x: indent, y: top + first, leading: leading.label * k, fill: silent ? theme.ink2 : theme.ink});
  if (wording.length) write(own, wording, {...wordingStyle(k), x: indent, y: top + first + (label.length - 1) * leading.label * k + 19 * k, leading: leading.wording * k, fill: theme.ink3});
  const total = carrySum(own, row.clauses, options, row.principle.label);
  write(total, number(row.clauses.length), {size: 15.5 * k, weight: 700, x: b.width, anchor: "end", y: b.narrow ? top + first : top + lane + 5.5 * k, fill: silent ? theme.ink3 : theme.ink});
  if (silent) return void write(own, "no clause", {size: 14 * k, x: b.narrow ? 0 : (x0 + x1) / 2, y: top + lane + 5 * k, anchor: b.narrow ? "start" : "middle", fill: theme.ink3});
  const side = (b.narrow ? 4 : 8) * k;
  const drawPole = (pole: Pole, x: number, grows: "left" | "right" | "middle") =>
    drawLane(own, row.byPole[pole], grain, {pole, x, y: top + lane, grows, theme, options, scale: k, name: `${row.principle.label}, ${pole}`});
  drawPole("commitment", x0 - side, "left");
  drawPole("neutral", (x0 + x1) / 2, "middle");
  drawPole("condemnation", x1 + side, "right");
  for (const {lines, x, anchor, pole} of words) writeRuns(carry(own, pole ? row.byPole[pole] : row.clauses, options), lines, {x, anchor, y: top + wordsAt, leading: leading.words * k});
}

/** The most detail that fits a fixed height. */
function chooseRows(rows: PrinciplesRows, b: Body, lanes: Lanes, head: number): {rows: Row[]; squeeze: number} {
  const details: Detail[] = [{wording: true, words: "marks"}, {wording: false, words: "marks"}, {wording: false, words: "label"}, {wording: false, words: null}];
  const sum = (list: Row[]) => list.reduce((total, row) => total + row.height, 0);
  let measured: Row[] = [];
  for (const detail of details) {
    measured = rows.principles.map((row) => measureRow(row, b, lanes, detail));
    if (b.height === null || (sum(measured) + head) <= b.height * 1.06) break;
  }
  return {rows: measured, squeeze: b.height === null ? 1 : Math.min(1.25, (b.height - head) / sum(measured))};
}

/** Rows so close that labels would run into each other get the same height and one line each, up to the row's first mark. */
function withoutTouch(chosen: {rows: Row[]; squeeze: number}, {x0, grain}: Lanes, {scale: k}: Body): {rows: Row[]; squeeze: number} {
  const bare = chosen.rows.every(({words, wording}) => !words.length && !wording.length);
  if (!bare || chosen.rows.every(({label, height}) => label.length * leading.label * k + 4 * k <= height * chosen.squeeze)) return chosen;
  const height = chosen.rows.reduce((sum, row) => sum + row.height, 0) * chosen.squeeze / chosen.rows.length;
  const rows = chosen.rows.map((row) => {
    const room = x0 - grainLength(grain, "commitment", row.row.byPole.commitment.length) - 36 * k;
    return {...row, height, label: [truncate(row.row.principle.label, room, labelStyle(k))], lane: height / 2, first: height / 2 + 5.5 * k};
  });
  return {rows, squeeze: 1};
}

function drawBody(b: Body, rows: PrinciplesRows): number {
  const k = b.scale;
  if (!rows.principles.length) {
    write(b.g, wrap("The principles were not coded for this statement.", b.width, {size: 15 * k}), {y: 18 * k, size: 15 * k, fill: b.theme.ink2});
    return 44 * k;
  }
  const lanes = planLanes(rows, b), head = 28 * k, chosen = withoutTouch(chooseRows(rows, b, lanes, head), lanes, b);
  drawHead(b, lanes);
  let y = head;
  chosen.rows.forEach((row, i) => {
    b.g.append("line").attr("x2", px(b.width)).attr("y1", px(y)).attr("y2", px(y)).attr("stroke", i ? b.theme.rule : b.theme.mark).attr("stroke-width", i ? 1 : 1.5);
    drawRow(b.g, row, y, i, lanes, b);
    y += row.height * chosen.squeeze;
  });
  return y;
}

/** The seven principles of the Declaration on Friendly Relations, with the clauses and words that point to each. */
export const principles: Figure<PrinciplesRows> = {
  id: "principles",
  label: "Principles",
  question: "What does the statement say on each of the seven principles of the Friendly Relations Declaration?",
  query: principlesRows,
  caption,
  table(rows) {
    return {
      columns: ["principle", "the Declaration's wording", ...poles, "clauses", "words"],
      rows: rows.principles.map((row) => [row.principle.label, row.principle.wording, ...poles.map((pole) => row.byPole[pole].length), row.clauses.length,
        poles.flatMap((pole) => row.words[pole]).map(({text, times}) => times > 1 ? `${text} (${times})` : text).join("; ")]),
      clauses: rows.principles.map((row) => row.clauses.map((clause) => clause.id))
    };
  },
  draw: (rows: PrinciplesRows, tables: Tables, options: DrawOptions) => frame(caption(rows), tables, options, (b) => drawBody(b, rows))
};
