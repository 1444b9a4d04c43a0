import {poles, type Clause, type Pole, type Tables, type Topic} from "../schema.js";
import {instrumentWebRows, type InstrumentWebRows, type Leaning, type WebInstrument} from "../queries/instrument-web.js";
import {measure, truncate, wrap, type TextStyle} from "../theme/measure.js";
import type {Caption, DrawOptions, Figure, FigureTable} from "./figure.js";
import {frame, type Body} from "./frame.js";
import {carry, carrySum, mark, poleColours} from "./marks.js";
import {px, write, type Parent} from "./text.js";
import {distinctClauses} from "./topic-coverage.js";
import {capital, count, list, number, spelled, tight} from "./words.js";

function title({instruments, leaning, clauses, of}: InstrumentWebRows): string {
  if (of === 0) return "No clause was coded";
  if (clauses.length === 0) return "No clause fits the selection";
  const [first] = instruments;
  if (!first) return clauses.length === 1 ? "The one clause mentions no instrument" : `No instrument is mentioned in any of the ${number(clauses.length)} clauses`;
  const most = first.leanings.length, tied = instruments.filter((own) => own.leanings.length === most);
  const share = `${capital(spelled(leaning.length))} of ${count(clauses.length, "clause")} ${leaning.length === 1 ? "mentions" : "mention"} an instrument`;
  if (instruments.length === 1) return `${share}: ${first.instrument.short}`;
  if (tied.length === 1) return `${share}; most often ${first.instrument.short}, in ${spelled(most)}`;
  if (most === 1) return `${share}; no instrument stands in more than one`;
  return tied.length === 2 ? `${share}; most often ${list(tied.map((own) => own.instrument.short))}, in ${spelled(most)} each` : `${share}; ${spelled(tied.length)} instruments stand in ${spelled(most)} each`;
}

function caption(rows: InstrumentWebRows): Caption {
  const claim = title(rows), {instruments, topics, leaning, clauses, of, mentions, outside} = rows;
  const n = clauses.length === of ? count(of, "clause") : `${number(clauses.length)} of ${count(of, "clause")}`;
  return {
    title: claim,
    subtitle: instruments.length === 0 ? "" : tight(`Instruments, the clauses that mention them, and the topics of those clauses. n_=_${n}; ${number(leaning.length)} with ${count(mentions, "mention")} of ${count(instruments.length, "instrument")}, on ${count(topics.length, "topic")}.`),
    alt: `Web of ${count(instruments.length, "instrument")} and ${count(topics.length, "topic")}, joined by ${count(leaning.length, "clause")}. ${claim}.${instruments.slice(0, 6).map((own) => ` ${own.instrument.short}: clauses ${own.leanings.slice(0, 10).map(({clause}) => clause.number).join(", ")}${own.pinpoints.length ? ` (${own.pinpoints.slice(0, 4).join(", ")})` : ""}.`).join("")}`,
    note: `A thread is a clause on the topic; dotted: the words name a class of texts, not one. Disc: commitment. Ring: neutral. Diamond: condemnation. A mention does not say what the instrument provides.${outside ? ` ${count(outside, "mention stands", "mentions stand")} outside clauses.` : ""}`
  };
}

function table({instruments}: InstrumentWebRows): FigureTable {
  const rows = instruments.flatMap((own) => own.leanings.map((leaning) => ({own, leaning})));
  return {
    columns: ["Instrument", "Clause", "Pole", "Words", "Kind", "Pinpoint", "Topics"],
    rows: rows.map(({own, leaning: {clause, mentions}}) => [own.instrument.short, clause.number, clause.pole, mentions.map((mention) => mention.words).join("; "),
      [...new Set(mentions.map((mention) => mention.kind))].join(", "), mentions.flatMap((mention) => mention.pinpoint ?? []).join("; "), clause.topics.join(", ")]),
    clauses: rows.map(({leaning}) => [leaning.clause.id])
  };
}

const styles = (s: number) => ({
  name: {size: 15.5 * s, weight: 700} as TextStyle, sub: {size: 13 * s} as TextStyle,
  words: {size: 15 * s, face: "serif"} as TextStyle, topic: {size: 15 * s, weight: 450} as TextStyle, count: {size: 15 * s, weight: 700} as TextStyle
});

// Where rows are short, the pinpoints take the place of kind and year.
function subline({instrument, mentions, pinpoints}: WebInstrument, withPinpoints: boolean): string {
  const year = instrument.adopted?.slice(0, 4), kind = capital(instrument.kind.replaceAll("-", " "));
  return [...(withPinpoints ? [] : [`${kind}${year ? `, ${year}` : ""}`]), count(mentions, "mention"), ...(withPinpoints ? pinpoints : [])].join(" · ");
}

/** The words of a mention, with their pinpoint: the first where a clause has several. */
function leaningWords({mentions}: Leaning): {words: string; pinpoint: string} {
  return {words: mentions[0]!.words.replace(/\s+/g, " "), pinpoint: [...new Set(mentions.flatMap((mention) => mention.pinpoint ?? []))].join(", ")};
}

const isGeneric = ({mentions}: Leaning) => mentions.every((mention) => mention.kind === "generic");

const listed = 40, named = 12;

function drawBody(b: Body, rows: InstrumentWebRows): number {
  if (rows.instruments.length === 0) {
    write(b.g, rows.of === 0 ? "No clause was coded" : "No instrument is mentioned", {y: 18 * b.scale, size: 18 * b.scale, weight: 650, fill: b.theme.ink});
    return 40 * b.scale;
  }
  const lines = rows.instruments.reduce((sum, own) => sum + own.leanings.length, 0);
  if (b.narrow) return drawBlocks(b, rows, lines <= listed);
  // On a slide the list closes up to 80 % and sets each heading on one line; longer lists become rows.
  const s = b.scale, tall = lines * 27 * s + rows.instruments.length * (b.height === null ? 60 : 38) * s;
  const squeeze = b.height === null ? 1 : Math.min(1.2, b.height / tall);
  return drawWeb(b, rows, tall <= 1300 * s && squeeze >= 0.8 ? squeeze : null);
}

interface Knot {x: number; y: number; clause: Clause | null; clauses: Clause[]; generic: boolean; topics: Set<string>}

function drawWeb(b: Body, rows: InstrumentWebRows, squeeze: number | null): number {
  const {theme, scale: s} = b, r = 11.5 * s * Math.min(1, (squeeze ?? 1) + 0.06);
  const edge = b.width * 0.47, right = b.width * 0.68, textEnd = edge - r - 10 * s;
  const threads = b.g.append("g").attr("class", "web-threads").attr("fill", "none"), own = b.g.append("g");
  const drawn = squeeze !== null ? drawListed(b, own, rows, {edge, textEnd, r, squeeze}) : drawPacked(b, own, rows, {edge, textEnd});
  const style = styles(s), room = b.width - right;
  const line = 37 * s, all = b.height === null || rows.topics.length * line <= b.height;
  const topics = all ? rows.topics : rows.topics.slice(0, Math.max(1, Math.floor((b.height! - 26 * s) / line)));
  const places = placeTopics(topics, drawn.knots, all ? drawn.height : b.height! - 26 * s, s, (topic) => wrap(topic.label, room - measure("  000", style.count), style.topic, 2, true));
  for (const {topic, clauses, y, lines} of places.topics) {
    const first = y - ((lines.length - 1) * 18 * s) / 2 + style.topic.size * 0.35;
    const link = carrySum(own, clauses, b.options, topic.label);
    write(link, lines, {...style.topic, x: right, y: first, leading: 18 * s, fill: theme.ink});
    write(link, number(clauses.length), {...style.count, x: right + measure(lines.at(-1)!, style.topic) + 10 * s, y: first + (lines.length - 1) * 18 * s, fill: theme.ink});
    for (const knot of drawn.knots) if (knot.topics.has(topic.id)) drawThread(threads, knot, {x: right - 9 * s, y, topic: topic.id}, b);
  }
  const rest = rows.topics.length - topics.length;
  if (rest > 0) write(carrySum(own, distinctClauses(rows.topics.slice(topics.length)), b.options, "More topics"), `and ${count(rest, "more topic")}`, {size: 14 * s, x: right, y: places.height + 16 * s, fill: theme.ink2});
  return Math.max(drawn.height, places.height + (rest > 0 ? 24 * s : 0));
}

function drawListed(b: Body, g: Parent, {instruments}: InstrumentWebRows, {edge, textEnd, r, squeeze}: {edge: number; textEnd: number; r: number; squeeze: number}): {knots: Knot[]; height: number} {
  const {theme, scale: s, options} = b, style = styles(s), knots: Knot[] = [], step = 27 * s * squeeze, gap = (b.height === null ? 18 : 12) * s * squeeze;
  let y = 0;
  for (const own of instruments) {
    y = b.height === null ? drawInstrument(b, g, own, textEnd, y) : drawInstrumentLine(b, g, own, textEnd, y, squeeze);
    for (const leaning of own.leanings) {
      const {clause} = leaning, middle = y + step / 2, {words, pinpoint} = leaningWords(leaning);
      const pin = pinpoint ? truncate(`, ${pinpoint}`, textEnd * 0.45, style.sub) : "", end = textEnd - measure(pin, style.sub);
      write(g, truncate(words, end, style.words), {...style.words, x: end, anchor: "end", y: middle + style.words.size * 0.33, fill: theme.ink});
      if (pin) write(g, pin, {...style.sub, x: textEnd, anchor: "end", y: middle + style.words.size * 0.33, fill: theme.ink2});
      mark(g, {clauses: [clause], x: edge, y: middle, r, label: clause.number, theme, options});
      knots.push({x: edge + r * (clause.pole === "condemnation" ? 1.3 : 1) + 3 * s, y: middle, clause, clauses: [clause], generic: isGeneric(leaning), topics: new Set(clause.topics)});
      y += step;
    }
    y += gap;
  }
  return {knots, height: y - gap};
}

function drawInstrument({theme, scale: s}: Body, g: Parent, own: WebInstrument, end: number, y: number): number {
  const style = styles(s), lines = wrap(own.instrument.short, end, style.name, 2, true);
  write(g, lines, {...style.name, x: end, anchor: "end", y: y + 16 * s, leading: 19 * s, fill: theme.ink});
  const below = y + lines.length * 19 * s;
  write(g, truncate(subline(own, false), end, style.sub), {...style.sub, x: end, anchor: "end", y: below + 15 * s, fill: theme.ink2});
  return below + 24 * s;
}

function drawInstrumentLine({theme, scale: s}: Body, g: Parent, own: WebInstrument, end: number, y: number, squeeze: number): number {
  const style = styles(s), sub = truncate(subline(own, false), end * 0.5, style.sub), left = end - measure(sub, style.sub) - 10 * s, line = y + 18 * s * squeeze;
  write(g, truncate(own.instrument.short, left, style.name), {...style.name, x: left, anchor: "end", y: line, fill: theme.ink});
  write(g, sub, {...style.sub, x: end, anchor: "end", y: line, fill: theme.ink2});
  return y + 26 * s * squeeze;
}

// One row an instrument: its clauses as a bar in three parts, its pinpoints in the second line.
function drawPacked(b: Body, g: Parent, {instruments, topics}: InstrumentWebRows, {edge, textEnd}: {edge: number; textEnd: number}): {knots: Knot[]; height: number} {
  const {theme, scale: s} = b, style = styles(s), knots: Knot[] = [];
  const room = b.height === null ? Infinity : b.height - 24 * s, shown = instruments.slice(0, Math.max(1, Math.min(named, Math.floor(room / (46 * s)))));
  const step = b.height === null ? 46 * s : Math.min(64 * s, room / shown.length);
  const lane = textEnd * 0.3, perClause = Math.min(12 * s, lane / Math.max(...shown.map((own) => own.leanings.length)));
  let y = 0;
  for (const own of shown) {
    const text = textEnd - lane - 34 * s, middle = y + 22 * s, lines = wrap(own.instrument.short, text, style.name, 1);
    write(g, lines, {...style.name, x: text, anchor: "end", y: y + 18 * s, fill: theme.ink});
    write(g, truncate(subline(own, true), text, style.sub), {...style.sub, x: text, anchor: "end", y: y + 36 * s, fill: theme.ink2});
    let x = edge - own.leanings.length * perClause;
    write(carrySum(g, leaningClauses([own]), b.options, own.instrument.short), number(own.leanings.length), {...style.count, size: 13.5 * s, x: x - 6 * s, anchor: "end", y: middle + 4.7 * s, fill: theme.ink});
    for (const pole of poles) x = drawShare(g, own, pole, {x, y: middle, perClause}, b);
    const clauses = own.leanings.map(({clause}) => clause);
    for (const {topic} of topics) {
      const on = clauses.filter((clause) => clause.topics.includes(topic.id));
      if (on.length) knots.push({x: edge + 4 * s, y: middle, clause: null, clauses: on, generic: own.generic, topics: new Set([topic.id])});
    }
    y += step;
  }
  const rest = instruments.slice(shown.length);
  if (rest.length) {
    const clauses = leaningClauses(rest), middle = y + 10 * s;
    writeRest(g, rest, {x: edge - 2 * s, y: y + 15 * s, anchor: "end"}, b);
    for (const {topic} of topics) {
      const on = clauses.filter((clause) => clause.topics.includes(topic.id));
      if (on.length) knots.push({x: edge + 4 * s, y: middle, clause: null, clauses: on, generic: rest.every((own) => own.generic), topics: new Set([topic.id])});
    }
    y += 24 * s;
  }
  return {knots, height: y};
}

const leaningClauses = (instruments: readonly WebInstrument[]) => [...new Set(instruments.flatMap((own) => own.leanings.map(({clause}) => clause)))].sort((a, c) => a.number - c.number);

function writeRest(g: Parent, rest: readonly WebInstrument[], place: {x: number; y: number; anchor: "start" | "end"}, {theme, options, scale: s}: Body): void {
  write(carrySum(g, leaningClauses(rest), options, "More instruments"), `and ${count(rest.length, "more instrument")}, ${count(rest.reduce((sum, own) => sum + own.mentions, 0), "mention")}`,
    {...place, size: 14 * s, fill: theme.ink2});
}

function drawShare(g: Parent, own: WebInstrument, pole: Pole, {x, y, perClause}: {x: number; y: number; perClause: number}, {theme, options, scale: s}: Body): number {
  const clauses = own.leanings.map(({clause}) => clause).filter((clause) => clause.pole === pole);
  if (clauses.length === 0) return x;
  const width = clauses.length * perClause, colours = poleColours(pole, theme);
  const link = carry(g, clauses, options, `${own.instrument.short}, ${pole}: ${count(clauses.length, "clause")}`);
  link.append("rect").attr("class", "mark-shape").attr("x", px(x)).attr("y", px(y - 7 * s)).attr("width", px(Math.max(1, width - 1))).attr("height", px(14 * s))
    .attr("fill", pole === "neutral" ? theme.bg : colours.mark).attr("stroke", pole === "neutral" ? colours.mark : null);
  return x + width;
}

interface TopicPlace {topic: Topic; clauses: Clause[]; lines: string[]; y: number}

// Topics stand at the mean height of their clauses, as far as their labels leave room: fewer threads cross.
function placeTopics(topics: InstrumentWebRows["topics"], knots: Knot[], height: number, s: number, lines: (topic: Topic) => string[]): {topics: TopicPlace[]; height: number} {
  const wished = topics.map(({topic, clauses}) => {
    const own = knots.filter((knot) => knot.topics.has(topic.id));
    return {topic, clauses, lines: lines(topic), y: own.reduce((sum, knot) => sum + knot.y, 0) / Math.max(1, own.length)};
  }).sort((a, b) => a.y - b.y);
  const heights = wished.map((place) => place.lines.length * 18 * s + 10 * s), needed = heights.reduce((a, c) => a + c, 0);
  const spare = Math.max(0, height - needed) / Math.max(1, wished.length);
  let y = 0;
  wished.forEach((place, i) => {
    place.y = y + (heights[i]! + spare) / 2;
    y += heights[i]! + spare;
  });
  return {topics: wished, height: y};
}

function drawThread(g: Parent, {x, y, clause, clauses, generic}: Knot, to: {x: number; y: number; topic: string}, {theme, scale: s}: Body): void {
  const middle = (x + to.x) / 2;
  g.append("path").attr("class", "mark-thread").attr("data-clauses", clauses.map(({id}) => id).join(" ")).attr("data-topic", to.topic)
    .attr("d", `M${px(x)},${px(y)}C${px(middle)},${px(y)} ${px(middle)},${px(to.y)} ${px(to.x)},${px(to.y)}`)
    .attr("stroke", clause ? poleColours(clause.pole, theme).mark : theme.faint).attr("stroke-opacity", clause ? 0.75 : 0.8)
    .attr("stroke-width", px((clause ? 1.4 : 0.8 + Math.sqrt(clauses.length)) * s))
    .attr("stroke-dasharray", generic ? `${px(1.5 * s)} ${px(4 * s)}` : null).attr("stroke-linecap", "round");
}

// Below 600 px: one block an instrument, the topics in words instead of threads.
function drawBlocks(b: Body, {instruments, topics}: InstrumentWebRows, full: boolean): number {
  const {g, theme, scale: s, width} = b, style = styles(s), shown = full ? instruments : instruments.slice(0, named);
  const labels = new Map(topics.map(({topic}) => [topic.id, topic.label]));
  let y = 0;
  for (const own of shown) {
    g.append("line").attr("x2", px(width)).attr("y1", px(y)).attr("y2", px(y)).attr("stroke", theme.rule);
    const lines = wrap(own.instrument.short, width, style.name, 3, true);
    write(g, lines, {...style.name, y: y + 22 * s, leading: 19 * s, fill: theme.ink});
    y += lines.length * 19 * s + 5 * s;
    const sub = wrap(subline(own, !full), width, style.sub, 3);
    write(g, sub, {...style.sub, y: y + 15 * s, leading: 18 * s, fill: theme.ink2});
    y += sub.length * 18 * s + 6 * s;
    if (full) for (const leaning of own.leanings) y = drawLeaning(b, leaning, y, labels);
    else {
      const perClause = Math.min(12 * s, (width - 50 * s) / Math.max(...shown.map((other) => other.leanings.length)));
      let x = 0;
      for (const pole of poles) x = drawShare(g, own, pole, {x, y: y + 13 * s, perClause}, b);
      write(carrySum(g, leaningClauses([own]), b.options, own.instrument.short), number(own.leanings.length), {...style.count, x: x + 7 * s, y: y + 18 * s, fill: theme.ink});
      const on = topics.map(({topic}) => ({label: topic.label, n: own.leanings.filter(({clause}) => clause.topics.includes(topic.id)).length}))
        .filter(({n}) => n > 0).sort((a, c) => c.n - a.n).slice(0, 4).map(({label, n}) => `${label}\u00a0${n}`);
      const text = wrap(`Most often on ${on.join(" · ")}`, width, style.sub, 3);
      if (on.length) write(g, text, {...style.sub, y: y + 40 * s, leading: 18 * s, fill: theme.ink2});
      y += (32 + (on.length ? text.length * 18 : 0)) * s;
    }
    y += 8 * s;
  }
  const rest = instruments.slice(shown.length);
  if (rest.length) writeRest(g, rest, {x: 0, y: y + 18 * s, anchor: "start"}, b);
  return y + (rest.length ? 26 * s : 0);
}

function drawLeaning({g, theme, scale: s, options, width}: Body, leaning: Leaning, y: number, labels: Map<string, string>): number {
  const style = styles(s), {clause} = leaning, x = 36 * s, {words, pinpoint} = leaningWords(leaning);
  const lines = wrap(words, width - x, style.words, 2);
  mark(g, {clauses: [clause], x: 14 * s, y: y + 13 * s, r: 11 * s, label: clause.number, theme, options});
  write(g, lines, {...style.words, x, y: y + 18 * s, leading: 19 * s, fill: theme.ink});
  y += lines.length * 19 * s + 4 * s;
  const about = [pinpoint, isGeneric(leaning) ? "a class of texts" : "", clause.topics.length ? `on ${clause.topics.map((id) => labels.get(id) ?? id).join(" · ")}` : ""].filter(Boolean).join("; ");
  const small = wrap(about, width - x, style.sub, 4);
  if (small.length) write(g, small, {...style.sub, x, y: y + 14 * s, leading: 17 * s, fill: theme.ink2});
  return y + small.length * 17 * s + 9 * s;
}

export const instrumentWeb: Figure<InstrumentWebRows> = {
  id: "instrument-web",
  label: "Instruments and topics",
  question: "Which clauses and topics lean on which instrument?",
  query: instrumentWebRows,
  caption,
  table,
  draw: (rows: InstrumentWebRows, tables: Tables, options: DrawOptions) => frame(caption(rows), tables, options, (b) => drawBody(b, rows))
};
