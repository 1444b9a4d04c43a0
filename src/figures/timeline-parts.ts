import type {InstrumentTimelineRows, TimelineInstrument, TimelineMention} from "../queries/instrument-timeline.js";
import type {Clause} from "../schema.js";
import {measure, truncate, wrap, type TextStyle} from "../theme/measure.js";
import {drawStrip, stripHeight, type StripPlace} from "./clause-strip.js";
import type {Body} from "./frame.js";
import {mark, poleColours} from "./marks.js";
import {px, write, type Parent} from "./text.js";
import {timeAxis, type TimeAxis} from "./time-axis.js";
import {capital, count, ranges} from "./words.js";

/** Above this number of mentions threads are hidden until a mark is pointed at, and marks are small. */
export const manyMentions = 30;

/** Kinds of mention in words. */
export const kindNames = {explicit: "named", anaphor: "short reference", generic: "generic"} as const;

/** The kind of a mention, with its pinpoint. */
export const kindOf = ({mention}: TimelineMention) => kindNames[mention.kind] + (mention.pinpoint ? `, “${mention.pinpoint}”` : "");

/** The year of adoption of a dated instrument. */
export const yearText = (row: TimelineInstrument) => String(Math.floor(row.time!));

/** The clauses of several mentions, each once. */
export const clausesOf = (mentions: readonly TimelineMention[]): Clause[] => [...new Set(mentions.flatMap(({clause}) => clause ?? []))];

/** What a mention's mark is called. */
export const mentionName = (row: TimelineInstrument, item: TimelineMention) =>
  `${row.instrument.short}: “${item.mention.words}”, ${kindOf(item)}, ${item.clause ? `clause ${item.clause.number}` : "outside the clauses"}`;

/** "3 mentions". */
export const mentionsOf = (row: TimelineInstrument) => count(row.mentions.length, "mention");

/** The marks of an instrument below its date. */
export interface Column {
  row: TimelineInstrument;
  /** Centre of the marks. */
  x: number;
  width: number;
}

/** What has no place on the axis. */
export interface Stub {name: string; sub: string; rows: TimelineInstrument[]}

/** The stubs that have an instrument. */
export function stubsOf(rows: InstrumentTimelineRows): Stub[] {
  return [
    {name: "No single date", sub: "generic mentions: a class of texts", rows: rows.generic},
    {name: "Date not known", sub: "no date in the registry", rows: rows.undated}
  ].filter((stub) => stub.rows.length > 0);
}

/** A mention as set: its words in lines, its kind below them or behind the last. */
export interface Item {row: TimelineInstrument; item: TimelineMention; lines: string[]; kind: string[]; kindX: number; height: number}

/** How the words of a mention are set. */
export const wordStyle = (k: number): TextStyle => ({size: 15.5 * k, face: "serif"});

/** How closely mentions are set. */
export interface Setting {maxLines: number; gap: number; /** The kind of mention stands behind the words where it fits. */ inline: boolean}

/** Mentions of an instrument, set to a width in px. */
export function itemsOf(row: TimelineInstrument, width: number, k: number, {maxLines, gap, inline}: Setting): Item[] {
  const room = width - 34 * k, small: TextStyle = {size: 13 * k};
  return row.mentions.map((item) => {
    const lines = wrap(item.mention.words.replace(/\s+/g, " "), room, wordStyle(k), maxLines);
    const kind = wrap(kindOf(item), room, small, 2), last = measure(lines.at(-1) ?? "", wordStyle(k)) + 10 * k;
    const kindX = inline && last + measure(kindOf(item), small) <= room ? last : 0;
    return {row, item, lines, kind, kindX, height: (lines.length + (kindX ? 0 : kind.length)) * 18 * k + gap * k};
  });
}

/** Mentions one below the other, each with its words and kind. Returns the centres of the marks. */
export function drawItems(g: Parent, items: readonly Item[], x: number, top: number, b: Body, r = 11.5): {item: TimelineMention; y: number}[] {
  const k = b.scale, leading = 18 * k;
  let y = top;
  return items.map(({row, item, lines, kind, kindX, height}) => {
    const centre = y + 12 * k, base = kindX && lines.length === 1 ? centre + 5 * k : centre - 1 * k, last = base + (lines.length - 1) * leading;
    const link = mark(g, {clauses: item.clause ? [item.clause] : [], x, y: centre, r: r * k, label: item.clause?.number, name: mentionName(row, item), theme: b.theme, options: b.options});
    write(link, lines, {...wordStyle(k), x: x + 22 * k, y: base, leading, fill: b.theme.ink});
    write(link, kindX ? kind.join(" ") : kind, {size: 13 * k, x: x + 22 * k + kindX, y: kindX ? last : last + leading, leading: 17 * k, fill: b.theme.ink3});
    y += height;
    return {item, y: centre};
  });
}

/** Where a thread begins. */
export interface Start {item: TimelineMention; x: number; y: number; dotted: boolean}

/** Lines from mentions to their clauses in the strip: down to `bend`, then over. Hidden ones wait for the page's style sheet (`.thread.on-hover`). */
export function drawThreads(g: Parent, starts: readonly Start[], bend: number, places: Map<Clause, StripPlace>, hidden: boolean, b: Body): void {
  const byClause = new Map<Clause, Start[]>();
  for (const start of starts) if (start.item.clause) byClause.set(start.item.clause, [...byClause.get(start.item.clause) ?? [], start]);
  for (const [clause, all] of byClause) {
    const place = places.get(clause)!;
    [...all].sort((a, z) => a.x - z.x).forEach((start, i) => {
      const x = place.x + place.width * (i + 1) / (all.length + 1), end = place.top - 4, middle = (bend + end) / 2;
      g.append("path").attr("class", hidden ? "thread on-hover" : "thread").attr("data-clauses", clause.id).attr("aria-hidden", "true")
        .attr("d", `M${px(start.x)},${px(start.y)}V${px(bend)}C${px(start.x)},${px(middle)} ${px(x)},${px(middle)} ${px(x)},${px(end)}`)
        .attr("fill", "none").attr("stroke", poleColours(clause.pole, b.theme).mark).attr("stroke-width", 1.3 * Math.sqrt(b.scale))
        .attr("stroke-opacity", hidden ? 0 : 0.8).attr("stroke-dasharray", start.dotted ? `${px(2 * b.scale)} ${px(4 * b.scale)}` : null);
    });
  }
}

/** Name of a stub, with a dotted line at `line`. */
export function drawStubHead(g: Parent, stub: Stub, x: number, bottom: number, width: number, line: number, b: Body): void {
  const k = b.scale;
  write(g, stub.name, {size: 16 * k, weight: 700, x, y: bottom - 20 * k, fill: b.theme.ink});
  write(g, truncate(stub.sub, width, {size: 13 * k}), {size: 13 * k, x, y: bottom, fill: b.theme.ink3});
  g.append("line").attr("x1", px(x)).attr("x2", px(x + Math.min(width, 230 * k))).attr("y1", px(line)).attr("y2", px(line))
    .attr("stroke", b.theme.ink3).attr("stroke-width", 1.5).attr("stroke-dasharray", "3 4");
}

/** Kind and number of mentions, as much of it as fits. */
export function subFor(row: TimelineInstrument, year: string, width: number, k: number): string {
  const full = `${year}${row.instrument.kind ? `${capital(row.instrument.kind)} · ` : ""}${mentionsOf(row)}`;
  if (measure(full, {size: 13 * k}) <= width) return full;
  const short = `${year}${mentionsOf(row)}`;
  return measure(short, {size: 13 * k}) <= width ? short : truncate(mentionsOf(row), width, {size: 13 * k});
}

/** How the strip below the axis is drawn. */
export function stripSetting(rows: InstrumentTimelineRows, b: Body, unit = b.narrow ? 9 : 14) {
  return {clauses: rows.clauses, lit: new Set(rows.mentioning), width: b.width, unit: unit * b.scale, numbers: true};
}

/** The strip with its numbers, and what it is, below; where no later clause has a mention, that is said above it. */
export function drawStripPart(g: Parent, rows: InstrumentTimelineRows, top: number, b: Body, unit?: number): Map<Clause, StripPlace> {
  const k = b.scale, setting = stripSetting(rows, b, unit);
  const places = drawStrip(g, top, setting, b);
  const base = top + stripHeight(setting, k) + 18 * k;
  const style: TextStyle = {size: 13 * k};
  const full = "The statement, clause by clause (width: words). Clauses with a mention in the colour of their pole.";
  write(g, measure(full, style) <= b.width ? full : "The statement, clause by clause", {...style, y: base, fill: b.theme.ink3});
  const last = rows.mentioning.at(-1), end = rows.clauses.at(-1);
  const tail = last && end ? end.number - last.number : 0;
  if (last && end && tail >= 2 && tail >= rows.clauses.length / 4) {
    write(g, `clauses ${ranges(range(last.number + 1, end.number))}: no mention`, {size: 13.5 * k, weight: 650, x: b.width, y: top - 4 * k, anchor: "end", fill: b.theme.ink, halo: b.theme.bg});
  }
  return places;
}

const range = (from: number, to: number) => Array.from({length: to - from + 1}, (_, i) => from + i);

/** Pieces of at most `size` items. */
export const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({length: Math.ceil(items.length / size)}, (_, i) => items.slice(i * size, (i + 1) * size));

/** A layout whose height is known before it is drawn; `spare` px are left over. */
export interface Plan {
  height: number;
  draw(g: Parent, spare: number): void;
}

/** Where axis and stubs stand. */
export interface Geometry {b: Body; k: number; axisWidth: number; stubX: number; stubWidth: number; stubs: Stub[]; axis: TimeAxis}

/** `below`: what has no date stands under the axis, not beside it. */
export function geometry(rows: InstrumentTimelineRows, b: Body, below = false): Geometry {
  const k = b.scale, stubs = stubsOf(rows), hasAxis = rows.dated.length > 0;
  const stubWidth = !stubs.length || (below && hasAxis) ? 0 : hasAxis ? Math.min(230 * k, b.width * 0.3) : b.width;
  const axisWidth = hasAxis ? b.width - (stubWidth ? stubWidth + 40 * k : 0) : 0;
  const first = rows.dated[0]?.time ?? rows.now;
  return {b, k, stubs, stubWidth, axisWidth, stubX: b.width - stubWidth, axis: timeAxis(first, rows.now, axisWidth, k)};
}

/** Keeps columns in order and apart: each as near to its date as the others let it. Null where they do not fit. */
export function spread(wanted: readonly number[], widths: readonly number[], from: number, to: number): number[] | null {
  if (widths.reduce((sum, width) => sum + width, 0) > to - from + 0.5) return null;
  const places = [...wanted];
  let edge = from;
  places.forEach((place, i) => {
    places[i] = Math.max(place, edge);
    edge = places[i]! + widths[i]!;
  });
  edge = to;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i]!, edge - widths[i]!);
    edge = places[i]!;
  }
  return places;
}
