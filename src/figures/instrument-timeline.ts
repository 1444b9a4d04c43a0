import {instrumentTimelineRows, type InstrumentTimelineRows, type TimelineInstrument, type TimelineMention} from "../queries/instrument-timeline.js";
import type {Tables} from "../schema.js";
import {measure, truncate, wrap, type TextStyle} from "../theme/measure.js";
import {drawStrip, stripHeight, type StripPlace} from "./clause-strip.js";
import type {Caption, DrawOptions, Figure} from "./figure.js";
import {frame, type Body} from "./frame.js";
import {carry, mark, poleColours} from "./marks.js";
import {px, write, type Parent} from "./text.js";
import {timeAxis, type TimeAxis} from "./time-axis.js";
import {capital, count, list, ranges, spelled} from "./words.js";
import type {Clause} from "../schema.js";

const kindNames = {explicit: "named", anaphor: "short reference", generic: "generic"} as const;
const kindOf = ({mention}: TimelineMention) => kindNames[mention.kind] + (mention.pinpoint ? `, “${mention.pinpoint}”` : "");
const yearText = (row: TimelineInstrument) => String(Math.floor(row.time!));
const clausesOf = (mentions: readonly TimelineMention[]): Clause[] => [...new Set(mentions.flatMap(({clause}) => clause ?? []))];
const mentionName = (row: TimelineInstrument, item: TimelineMention) =>
  `${row.instrument.short}: “${item.mention.words}”, ${kindOf(item)}, ${item.clause ? `clause ${item.clause.number}` : "outside the clauses"}`;

/** Above this number of mentions threads are hidden until a mark is pointed at, and marks are small. */
const manyMentions = 30;
/** Of more instruments than this, those mentioned most are named. */
const mostNamed = 12;

function whereClaim(rows: InstrumentTimelineRows): string {
  const numbers = rows.mentioning.map((clause) => clause.number), total = rows.clauses.length;
  const inClauses = rows.mentions.every(({clause}) => clause !== null);
  const span = Math.max(...numbers) - Math.min(...numbers) + 1;
  if (inClauses && numbers.length === 1) return `every mention stands in clause ${numbers[0]}`;
  if (inClauses && span <= total / 2) return `every mention stands in clauses ${Math.min(...numbers)} to ${Math.max(...numbers)}`;
  const named = [...rows.dated, ...rows.undated], most = Math.max(...named.map((row) => row.mentions.length));
  const top = named.filter((row) => row.mentions.length === most);
  const times = most === 2 ? "twice" : `${spelled(most)} times`;
  if (named.length > 1 && most > 1 && top.length === 1) return `${top[0]!.instrument.short} is mentioned most, ${times}`;
  return `${count(rows.mentions.length, "mention")} in ${count(numbers.length, "clause")}`;
}

function title(rows: InstrumentTimelineRows): string {
  if (!rows.mentions.length) return "No instrument is mentioned";
  const named = rows.dated.length + rows.undated.length, n = rows.mentions.length;
  if (!named) return `No single instrument is named; ${n === 1 ? "one mention is" : `${spelled(n)} mentions are`} of a class of texts`;
  const years = [...new Set(rows.dated.map(yearText))];
  const span = years.length <= 3 ? list(years) : `${years[0]} to ${years.at(-1)}`;
  const from = !years.length ? "" : rows.undated.length ? `, ${spelled(rows.dated.length)} of them dated (${span})` : `, from ${span}`;
  return `${capital(spelled(named))} ${named === 1 ? "instrument is" : "instruments are"} named${from}; ${whereClaim(rows)}`;
}

function caption(rows: InstrumentTimelineRows): Caption {
  const outside = rows.mentions.filter(({clause}) => clause === null).length;
  const named = [...rows.dated, ...rows.undated];
  const counts = [...named].sort((a, b) => b.mentions.length - a.mentions.length).slice(0, 6).map((row) => `${row.instrument.short} ${row.mentions.length}`);
  const generic = rows.generic.reduce((sum, row) => sum + row.mentions.length, 0);
  return {
    title: title(rows),
    subtitle: `Each mark is one mention, ${rows.mentions.length > manyMentions ? "in the colour and shape of its clause's pole" : "with the number of its clause"}. n = ${count(rows.mentions.length, "mention")} in ${count(rows.mentioning.length, "clause")} of ${rows.clauses.length}${outside ? `, ${outside} outside the clauses` : ""}.`,
    alt: `Time axis of the instruments mentioned. ${title(rows)}. ${counts.length ? `Mentions: ${counts.join(", ")}${named.length > 6 ? ", …" : ""}. ` : ""}${count(generic, "generic mention")}.`,
    note: [
      rows.dated.length ? "Dates of adoption as in the registry." : "",
      rows.generic.length ? "Generic mentions name a class of texts, which has no single date." : "",
      rows.undated.length ? `${count(rows.undated.length, "instrument")} without a date in the registry.` : "",
      named.length > mostNamed && rows.dated.length > mostNamed ? "Named on the axis: those mentioned most." : ""
    ].filter(Boolean).join(" ")
  };
}

// --- one instrument's mentions ---

interface Column {
  row: TimelineInstrument;
  /** Centre of the marks. */
  x: number;
  width: number;
}

interface Stub {name: string; sub: string; rows: TimelineInstrument[]}

function stubsOf(rows: InstrumentTimelineRows): Stub[] {
  return [
    {name: "No single date", sub: "generic mentions: a class of texts", rows: rows.generic},
    {name: "Date not known", sub: "no date in the registry", rows: rows.undated}
  ].filter((stub) => stub.rows.length > 0);
}

interface Item {row: TimelineInstrument; item: TimelineMention; lines: string[]; kind: string; kindX: number; height: number}

const wordStyle = (k: number): TextStyle => ({size: 15.5 * k, face: "serif"});

/** How closely mentions are set. */
interface Setting {maxLines: number; gap: number; /** The kind of mention stands behind the words where it fits. */ inline: boolean}

function itemsOf(row: TimelineInstrument, width: number, k: number, {maxLines, gap, inline}: Setting): Item[] {
  const room = width - 34 * k, small: TextStyle = {size: 13 * k};
  return row.mentions.map((item) => {
    const lines = wrap(item.mention.words.replace(/\s+/g, " "), room, wordStyle(k), maxLines);
    const kind = truncate(kindOf(item), room, small), last = measure(lines.at(-1) ?? "", wordStyle(k)) + 10 * k;
    const kindX = inline && last + measure(kind, small) <= room ? last : 0;
    return {row, item, lines, kind, kindX, height: (lines.length + (kindX ? 0 : 1)) * 18 * k + gap * k};
  });
}

/** Mentions one below the other, each with its words and kind. Returns the centres of the marks. */
function drawItems(g: Parent, items: readonly Item[], x: number, top: number, b: Body, r = 11.5): {item: TimelineMention; y: number}[] {
  const k = b.scale, leading = 18 * k;
  let y = top;
  return items.map(({row, item, lines, kind, kindX, height}) => {
    const centre = y + 12 * k, base = kindX && lines.length === 1 ? centre + 5 * k : centre - 1 * k, last = base + (lines.length - 1) * leading;
    const link = mark(g, {clauses: item.clause ? [item.clause] : [], x, y: centre, r: r * k, label: item.clause?.number, name: mentionName(row, item), theme: b.theme, options: b.options});
    write(link, lines, {...wordStyle(k), x: x + 22 * k, y: base, leading, fill: b.theme.ink});
    write(link, kind, {size: 13 * k, x: x + 22 * k + kindX, y: kindX ? last : last + leading, fill: b.theme.ink3});
    y += height;
    return {item, y: centre};
  });
}

interface Start {item: TimelineMention; x: number; y: number; dotted: boolean}

/** Lines from mentions to their clauses in the strip: down to `bend`, then over. Hidden ones wait for the page's style sheet (`.thread.on-hover`). */
function drawThreads(g: Parent, starts: readonly Start[], bend: number, places: Map<Clause, StripPlace>, hidden: boolean, b: Body): void {
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

function heading(g: Parent, row: TimelineInstrument, lines: string[], sub: string, x: number, bottom: number, b: Body): void {
  const k = b.scale;
  const link = carry(g, clausesOf(row.mentions), b.options, `${row.instrument.title}, ${sub}`);
  write(link, lines, {size: 16 * k, weight: 700, x, y: bottom - 20 * k - (lines.length - 1) * 20 * k, leading: 20 * k, fill: b.theme.ink});
  write(link, sub, {size: 13 * k, x, y: bottom, fill: b.theme.ink3});
}

const mentionsOf = (row: TimelineInstrument) => count(row.mentions.length, "mention");

// --- across: the axis runs left to right ---

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

interface Across {
  height: number;
  draw(g: Parent, spare: number): void;
}

interface Geometry {b: Body; k: number; axisWidth: number; stubX: number; stubWidth: number; stubs: Stub[]; axis: TimeAxis}

/** `below`: what has no date stands under the axis, not beside it. */
function geometry(rows: InstrumentTimelineRows, b: Body, below = false): Geometry {
  const k = b.scale, stubs = stubsOf(rows), hasAxis = rows.dated.length > 0;
  const stubWidth = !stubs.length || (below && hasAxis) ? 0 : hasAxis ? Math.min(230 * k, b.width * 0.3) : b.width;
  const axisWidth = hasAxis ? b.width - (stubWidth ? stubWidth + 40 * k : 0) : 0;
  const first = rows.dated[0]?.time ?? rows.now;
  return {b, k, stubs, stubWidth, axisWidth, stubX: b.width - stubWidth, axis: timeAxis(first, rows.now, axisWidth, k)};
}

// Deeper columns of words than this in px make the reader lose the axis.
const mostWords = 800;
const roomy = {setting: {maxLines: 3, gap: 18, inline: false}, bend: 90, unit: 14};
const tight = {setting: {maxLines: 2, gap: 12, inline: true}, bend: 46, unit: 9};

interface StubColumn {stub: Stub; x: number; width: number; items: Item[]; head: boolean; top: number}

/** Beside an axis the stubs stand below each other in one column; without one they share the width. */
function stubColumns({stubs, stubX, stubWidth, axisWidth, k}: Geometry, setting: Setting): StubColumn[] {
  if (axisWidth) {
    let top = 0;
    return stubs.map((stub) => {
      const items = stub.rows.flatMap((row) => itemsOf(row, stubWidth, k, setting)), at = top;
      top += total(items) + 68 * k;
      return {stub, x: stubX, width: stubWidth, items, head: true, top: at};
    });
  }
  const share = stubWidth / stubs.length;
  return stubs.flatMap((stub, i) => {
    const count = stub.rows.reduce((sum, row) => sum + row.mentions.length, 0);
    const columns = Math.max(1, Math.min(Math.floor(share / (280 * k)), Math.ceil(count / 3))), width = share / columns;
    const items = stub.rows.flatMap((row) => itemsOf(row, width - 16 * k, k, setting));
    return chunksOf(items, Math.ceil(items.length / columns))
      .map((items, j) => ({stub, x: i * share + j * width, width: width - 16 * k, items, head: j === 0, top: 0}));
  });
}

const total = (items: readonly Item[]) => items.reduce((sum, item) => sum + item.height, 0);

/** Few mentions: each column holds the words of the mentions. Null where columns would be too narrow to read. */
function wordsPlan(rows: InstrumentTimelineRows, geo: Geometry, {setting, bend, unit}: typeof roomy): Across | null {
  const {b, k, axis, axisWidth, stubWidth} = geo;
  const edge = axisWidth + (stubWidth ? 20 * k : 0);
  const wanted = rows.dated.map((row) => axis.x(row.time!) - 12 * k);
  const widthOf = (row: TimelineInstrument, limit: number) => Math.min(limit, 46 * k + Math.max(
    ...row.mentions.map(({mention}) => measure(mention.words, wordStyle(k))),
    measure(row.instrument.short, {size: 16 * k, weight: 700}) - 20 * k, ...row.mentions.map((item) => measure(kindOf(item), {size: 13 * k}))));
  let widths: number[] = [], lefts: number[] | null = null;
  for (const limit of [240, 200, 170, 140]) {
    widths = rows.dated.map((row) => Math.max(120 * k, widthOf(row, limit * k)));
    lefts = spread(wanted, widths, 0, edge);
    if (lefts) break;
  }
  if (!lefts) return null;
  const columns: Column[] = rows.dated.map((row, i) => ({row, x: lefts[i]! + 12 * k, width: widths[i]!}));
  const roomFor = (i: number) => (columns[i + 1]?.x ?? edge + 12 * k) - columns[i]!.x - 14 * k;
  const names = columns.map(({row}, i) => wrap(row.instrument.short, roomFor(i), {size: 16 * k, weight: 700}, 3));
  const headHeight = Math.max(...names.map((lines) => lines.length), 1) * 20 * k + 24 * k;
  const axisY = headHeight + (columns.length ? 46 : 16) * k;
  const moved = columns.some((column) => Math.abs(column.x - axis.x(column.row.time!)) > 2) ? 26 * k : 0;
  const items = columns.map((column) => itemsOf(column.row, column.width, k, setting));
  const stubs = stubColumns(geo, setting);
  const start = axisY + 26 * k;
  const deepest = Math.max(...items.map((list) => total(list) + moved), ...stubs.map((stub) => stub.top + total(stub.items)));
  if (deepest > mostWords * k) return null;
  const columnsEnd = start + deepest;
  const strip = stripSetting(rows, b, unit);
  return {
    height: columnsEnd + bend * k + stripHeight(strip, k) + 26 * k,
    draw(g, spare) {
      const threads = g.append("g"), places = drawStripPart(g, rows, columnsEnd + bend * k + spare, b, unit);
      const starts: Start[] = [];
      if (columns.length) axis.draw(g, axisY, columns.map(({row}) => row.time!), b);
      columns.forEach((column, i) => {
        const dot = axis.x(column.row.time!), top = axisY + 6 * k;
        if (moved) threads.append("path").attr("fill", "none").attr("stroke", b.theme.faint)
          .attr("d", `M${px(dot)},${px(axisY)}C${px(dot)},${px(top + moved / 2)} ${px(column.x)},${px(top + moved / 3)} ${px(column.x)},${px(start + moved)}`);
        const year = axis.shows(column.row.time!) ? "" : `${yearText(column.row)} · `;
        heading(g, column.row, names[i]!, subFor(column.row, year, roomFor(i) + 4 * k, k), column.x - 12 * k, headHeight, b);
        for (const {item, y} of drawItems(g, items[i]!, column.x, start + moved, b)) starts.push({item, x: column.x, y: y + 11 * k, dotted: item.mention.kind === "generic"});
      });
      for (const {stub, x, width, items: list, head, top} of stubs) {
        if (head) drawStubHead(g, stub, x, top ? axisY + top - 22 * k : headHeight, width, axisY + top, b);
        for (const {item, y} of drawItems(g, list, x + 12 * k, start + top, b)) starts.push({item, x: x + 12 * k, y: y + 11 * k, dotted: stub.rows === rows.generic});
      }
      drawThreads(threads, starts, columnsEnd, places, false, b);
    }
  };
}

function subFor(row: TimelineInstrument, year: string, width: number, k: number): string {
  const full = `${year}${row.instrument.kind ? `${capital(row.instrument.kind)} · ` : ""}${mentionsOf(row)}`;
  if (measure(full, {size: 13 * k}) <= width) return full;
  const short = `${year}${mentionsOf(row)}`;
  return measure(short, {size: 13 * k}) <= width ? short : truncate(mentionsOf(row), width, {size: 13 * k});
}

function drawStubHead(g: Parent, stub: Stub, x: number, bottom: number, width: number, line: number, b: Body): void {
  const k = b.scale;
  write(g, stub.name, {size: 16 * k, weight: 700, x, y: bottom - 20 * k, fill: b.theme.ink});
  write(g, truncate(stub.sub, width, {size: 13 * k}), {size: 13 * k, x, y: bottom, fill: b.theme.ink3});
  g.append("line").attr("x1", px(x)).attr("x2", px(x + Math.min(width, 230 * k))).attr("y1", px(line)).attr("y2", px(line))
    .attr("stroke", b.theme.ink3).attr("stroke-width", 1.5).attr("stroke-dasharray", "3 4");
}

function stripSetting(rows: InstrumentTimelineRows, b: Body, unit = b.narrow ? 9 : 14) {
  return {clauses: rows.clauses, lit: new Set(rows.mentioning), width: b.width, unit: unit * b.scale, numbers: true};
}

/** The strip with its numbers, and what it is, below; where no later clause has a mention, that is said above it. */
function drawStripPart(g: Parent, rows: InstrumentTimelineRows, top: number, b: Body, unit?: number): Map<Clause, StripPlace> {
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

// --- many mentions: marks stacked under the axis, flags above it ---

interface Flag {row: TimelineInstrument; x: number; text: string; width: number; left: boolean; level: number}

const flagStyle = (k: number): TextStyle => ({size: 13.5 * k, weight: 650});

/** Names on staffs of different height, so that no staff runs through a name. */
function placeFlags(columns: readonly Column[], most: number, width: number, k: number): Flag[] {
  const named = new Set([...columns].sort((a, b) => b.row.mentions.length - a.row.mentions.length).slice(0, most));
  const placed: Flag[] = [];
  const extent = (flag: Flag): [number, number] => flag.left ? [flag.x - flag.width - 6 * k, flag.x - 5 * k] : [flag.x + 5 * k, flag.x + flag.width + 6 * k];
  const clash = (a: Flag, b: Flag) => {
    const [from, to] = extent(a), [start, end] = extent(b);
    if (a.level === b.level) return from < end + 10 * k && start < to + 10 * k;
    const [low, lowEnd] = a.level > b.level ? [start, end] : [from, to], staff = Math.max(a.level, b.level) === a.level ? a.x : b.x;
    return staff > low && staff < lowEnd;
  };
  const flags = [...named].map(({row, x}) => {
    const own = ` ${row.mentions.length}`, small = measure(`  ${own}`, {size: 13 * k});
    const text = truncate(row.instrument.short, Math.min(300 * k, Math.max(x, width - x) - 12 * k - small), flagStyle(k));
    const size = measure(text, flagStyle(k)) + small;
    return {row, x, text, width: size, left: x + size + 8 * k > width, level: 0};
  });
  const order = [...flags.filter((flag) => !flag.left).sort((a, b) => b.x - a.x), ...flags.filter((flag) => flag.left).sort((a, b) => a.x - b.x)];
  for (const flag of order) {
    const turned = {...flag, left: !flag.left};
    const [from, to] = extent(turned);
    const choices = (from >= 0 && to <= width ? [flag, turned] : [flag]).flatMap((choice) => Array.from({length: most + 2}, (_, level) => ({...choice, level})));
    // A name for which no staff is free stays in the table and on its marks.
    const free = choices.find((choice) => !placed.some((other) => clash(choice, other)));
    if (free) placed.push(free);
  }
  return placed;
}

function drawFlag(g: Parent, flag: Flag, axisY: number, levelHeight: number, first: number, b: Body): void {
  const k = b.scale, y = first - flag.level * levelHeight, anchor = flag.left ? "end" as const : "start" as const;
  g.append("line").attr("x1", px(flag.x)).attr("x2", px(flag.x)).attr("y1", px(y - 13 * k)).attr("y2", px(axisY)).attr("stroke", b.theme.faint);
  const link = carry(g, clausesOf(flag.row.mentions), b.options, `${flag.row.instrument.title}, ${mentionsOf(flag.row)}`);
  const text = write(link, "", {...flagStyle(k), x: flag.x + (flag.left ? -6 : 6) * k, y, anchor, fill: b.theme.ink, halo: b.theme.bg});
  text.append("tspan").text(flag.text);
  text.append("tspan").attr("font-size", px(13 * k)).attr("font-weight", 400).attr("fill", b.theme.ink2).attr("dx", px(5 * k)).text(String(flag.row.mentions.length));
}

interface StackSetting {r: number; pitch: number; /** Marks in a stack. */ rows: number; /** Instruments with a name on the axis. */ named: number; numbered: boolean; bend: number; unit: number}

function stackPlan(rows: InstrumentTimelineRows, geo: Geometry, stack: StackSetting): Across | null {
  const {b, k, axis, axisWidth, stubs, stubX, stubWidth} = geo;
  const across = (row: TimelineInstrument) => Math.ceil(row.mentions.length / stack.rows);
  const widths = rows.dated.map((row) => across(row) * stack.pitch + 1.5 * k);
  const lefts = spread(rows.dated.map((row, i) => axis.x(row.time!) - widths[i]! / 2), widths, 0, axisWidth + 8 * k);
  if (!lefts) return null;
  const columns: Column[] = rows.dated.map((row, i) => ({row, x: lefts[i]! + widths[i]! / 2, width: widths[i]!}));
  const flags = placeFlags(columns.map((column) => ({...column, x: axis.x(column.row.time!)})), stack.named, axisWidth + (stubWidth ? 24 * k : 0), k);
  const levelHeight = 21 * k, levels = Math.max(0, ...flags.map((flag) => flag.level + 1));
  const axisY = Math.max(levels * levelHeight + 48 * k, 70 * k), start = axisY + 42 * k;
  const depth = Math.max(0, ...rows.dated.map((row) => Math.min(stack.rows, row.mentions.length))) * stack.pitch;
  const beside = stubWidth > 0 && columns.length > 0;
  const list = beside
    ? stubList(stubs, {width: stubWidth, columns: 1, maxRows: b.height === null ? Infinity : Math.max(1, Math.floor((depth + 30 * k) / (44 * k)))}, geo)
    : stubList(stubs, {width: b.width, columns: Math.max(1, Math.floor(b.width / (225 * k))), maxRows: b.height === null ? Infinity : 3}, geo);
  const stacksEnd = columns.length ? start + depth + 8 * k : 0, listTop = beside ? axisY : stacksEnd + (columns.length ? 74 : 52) * k;
  const columnsEnd = list.height ? Math.max(stacksEnd, listTop + list.height) : stacksEnd;
  const strip = stripSetting(rows, b, stack.unit), bendRoom = stack.bend * k;
  return {
    height: columnsEnd + bendRoom + stripHeight(strip, k) + 26 * k,
    draw(g, spare) {
      const threads = g.append("g"), places = drawStripPart(g, rows, columnsEnd + bendRoom + spare, b, stack.unit), starts: Start[] = [];
      for (const flag of flags) drawFlag(g, flag, axisY, levelHeight, axisY - 44 * k, b);
      if (columns.length) axis.draw(g, axisY, columns.map(({row}) => row.time!), b);
      for (const {row, x} of columns) {
        const dot = axis.x(row.time!);
        threads.append("path").attr("fill", "none").attr("stroke", b.theme.faint)
          .attr("d", `M${px(dot)},${px(axisY)}C${px(dot)},${px(axisY + 24 * k)} ${px(x)},${px(axisY + 12 * k)} ${px(x)},${px(start - stack.r)}`);
        row.mentions.forEach((item, i) => {
          const n = across(row), cx = x + (i % n - (n - 1) / 2) * stack.pitch, cy = start + (Math.floor(i / n) + 0.5) * stack.pitch;
          mark(g, {clauses: item.clause ? [item.clause] : [], x: cx, y: cy, r: stack.r, label: stack.numbered ? item.clause?.number : undefined,
            hit: stack.pitch, name: mentionName(row, item), theme: b.theme, options: b.options});
          starts.push({item, x: cx, y: cy + stack.r, dotted: item.mention.kind === "generic"});
        });
      }
      if (list.height) starts.push(...list.draw(g, beside ? stubX : 0, listTop));
      drawThreads(threads, starts, columnsEnd, places, !stack.numbered, b);
    }
  };
}

interface ListShape {width: number; columns: number; /** Rows of each stub that are drawn; the others are counted. */ maxRows: number}

/** Classes of texts and undated instruments as cells of a grid: name, then marks. `draw` takes the height of the first dotted line. */
function stubList(stubs: readonly Stub[], {width, columns, maxRows}: ListShape, {k, b}: Geometry): {height: number; draw(g: Parent, x: number, top: number): Start[]} {
  const gap = 20 * k, cell = (width - (columns - 1) * gap) / columns, r = 5 * k, pitch = 12 * k, each = Math.max(1, Math.floor((cell - 4 * k) / pitch));
  const parts = stubs.map((stub) => {
    const shown = stub.rows.slice(0, maxRows * columns), lines = chunksOf(shown, columns);
    const heights = lines.map((line) => 32 * k + Math.max(...line.map((row) => Math.ceil(row.mentions.length / each))) * pitch);
    const rest = stub.rows.slice(shown.length);
    return {stub, lines, heights, rest, height: heights.reduce((sum, height) => sum + height, 0) + (rest.length ? 24 : 0) * k + 12 * k};
  });
  const drawCell = (g: Parent, row: TimelineInstrument, x: number, y: number): Start[] => {
    const link = carry(g, clausesOf(row.mentions), b.options, `${row.instrument.title}, ${mentionsOf(row)}`);
    write(link, truncate(row.instrument.short, cell - 4, {size: 13.5 * k}), {size: 13.5 * k, x, y: y + 16 * k, fill: b.theme.ink2});
    return row.mentions.map((item, i) => {
      const cx = x + 6 * k + (i % each) * pitch, cy = y + 30 * k + Math.floor(i / each) * pitch;
      mark(g, {clauses: item.clause ? [item.clause] : [], x: cx, y: cy, r, hit: pitch, name: mentionName(row, item), theme: b.theme, options: b.options});
      return {item, x: cx, y: cy + r, dotted: true};
    });
  };
  return {
    height: parts.reduce((sum, part) => sum + part.height, 0) + Math.max(0, parts.length - 1) * 64 * k,
    draw(g, x, top) {
      let y = top;
      return parts.flatMap(({stub, lines, heights, rest}, i) => {
        if (i) y += 64 * k;
        drawStubHead(g, stub, x, y - 12 * k, width, y, b);
        y += 12 * k;
        const starts = lines.flatMap((line, j) => {
          const found = line.flatMap((row, n) => drawCell(g, row, x + n * (cell + gap), y));
          y += heights[j]!;
          return found;
        });
        if (rest.length) {
          write(carry(g, clausesOf(rest.flatMap((row) => row.mentions)), b.options), `and ${rest.length} more`, {size: 13.5 * k, x, y: y + 14 * k, fill: b.theme.ink2});
          y += 24 * k;
        }
        return starts;
      });
    }
  };
}

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({length: Math.ceil(items.length / size)}, (_, i) => items.slice(i * size, (i + 1) * size));

/** The fullest plan that fits the width, and the height where that is fixed. */
function acrossPlan(rows: InstrumentTimelineRows, b: Body): Across {
  const undated = rows.undated.length + rows.generic.length;
  const geo = geometry(rows, b), wide = geometry(rows, b, b.height === null && undated > 5), k = b.scale, few = rows.mentions.length <= manyMentions, fixed = b.height !== null;
  const numbered = (room: typeof roomy): StackSetting => ({r: 11.5 * k, pitch: 28 * k, rows: 8, named: mostNamed, numbered: true, bend: room.bend, unit: room.unit});
  const small = (deep: number, named = mostNamed): StackSetting => ({r: 5 * k, pitch: 11.5 * k, rows: deep, named, numbered: false, bend: fixed ? 34 : 56, unit: fixed ? 9 : 14});
  const tries: (() => Across | null)[] = [
    ...few ? [() => wordsPlan(rows, geo, roomy), ...fixed ? [() => wordsPlan(rows, geo, tight)] : [],
      () => stackPlan(rows, geo, numbered(roomy)), ...fixed ? [() => stackPlan(rows, geo, numbered(tight))] : []] : [],
    ...[24, 40, 16, 10].map((deep) => () => stackPlan(rows, wide, small(deep))),
    ...fixed ? [[16, 6], [10, 6], [6, 6], [6, 3], [4, 3], [4, 0]].map(([deep, named]) => () => stackPlan(rows, geo, small(deep!, named))) : []
  ];
  let last: Across | null = null;
  for (const attempt of tries) {
    const plan = attempt();
    if (plan && (b.height === null || plan.height <= b.height)) return plan;
    if (plan && (!last || plan.height < last.height)) last = plan;
  }
  return last ?? downPlan(rows, b);
}

// --- down: narrow, one instrument below the other ---

function downPlan(rows: InstrumentTimelineRows, b: Body): Across {
  const k = b.scale, few = rows.mentions.length <= manyMentions;
  const spine = 54 * k, x = spine + 16 * k, width = b.width - x;
  const r = 4.5 * k, pitch = 11 * k, each = Math.max(1, Math.floor(width / pitch));
  const entry = (row: TimelineInstrument, year: string) => {
    const names = few && !year ? [] : wrap(row.instrument.short, width, {size: 15 * k, weight: 700}, 3);
    const items = few ? itemsOf(row, width + 12 * k, k, {maxLines: 3, gap: 14, inline: true}) : [];
    const head = names.length ? names.length * 19 * k + 28 * k : 0;
    const body = few ? items.reduce((sum, item) => sum + item.height, 0) : Math.ceil(row.mentions.length / each) * pitch + 4 * k;
    return {
      height: head + body + 14 * k,
      draw(g: Parent, top: number) {
        if (year) write(g, year, {size: 15 * k, weight: 700, y: top + 15 * k, fill: b.theme.ink});
        g.append("circle").attr("cx", px(spine)).attr("cy", px(top + 10 * k)).attr("r", px(4.5 * k)).attr("fill", year ? b.theme.ink : b.theme.bg).attr("stroke", year ? null : b.theme.ink3);
        if (names.length) {
          const link = carry(g, clausesOf(row.mentions), b.options, `${row.instrument.title}, ${mentionsOf(row)}`);
          write(link, names, {size: 15 * k, weight: 700, x, y: top + 15 * k, leading: 19 * k, fill: b.theme.ink});
          write(link, subFor(row, "", width, k), {size: 13 * k, x, y: top + 15 * k + names.length * 19 * k - 2 * k, fill: b.theme.ink3});
        }
        if (few) drawItems(g, items, x + 11 * k, top + head, b, 10.5);
        else row.mentions.forEach((item, i) => mark(g, {
          clauses: item.clause ? [item.clause] : [], x: x + 5 * k + (i % each) * pitch, y: top + head + 4 * k + Math.floor(i / each) * pitch,
          r, hit: pitch, name: mentionName(row, item), theme: b.theme, options: b.options
        }));
      }
    };
  };
  const dated = rows.dated.map((row) => entry(row, yearText(row)));
  const stubs = stubsOf(rows).map((stub) => ({stub, entries: stub.rows.map((row) => entry(row, ""))}));
  const sum = (entries: readonly {height: number}[]) => entries.reduce((total, item) => total + item.height, 0);
  const now = 34 * k, stubHead = 52 * k, stripTop = 34 * k;
  const setting = stripSetting(rows, b);
  return {
    height: sum(dated) + (dated.length ? now : 0) + stubs.reduce((total, {entries}) => total + stubHead + sum(entries), 0) + stripTop + stripHeight(setting, k) + 26 * k,
    draw(g) {
      let y = 0;
      const line = (from: number, to: number, dotted: boolean) => void g.append("line").attr("x1", px(spine)).attr("x2", px(spine))
        .attr("y1", px(from)).attr("y2", px(to)).attr("stroke", dotted ? b.theme.ink3 : b.theme.ink).attr("stroke-width", 1.5).attr("stroke-dasharray", dotted ? "3 4" : null);
      if (dated.length) {
        line(10 * k, sum(dated) + 12 * k, false);
        for (const item of dated) {
          item.draw(g, y);
          y += item.height;
        }
        g.append("line").attr("x1", px(spine - 8 * k)).attr("x2", px(spine + 8 * k)).attr("y1", px(y + 12 * k)).attr("y2", px(y + 12 * k)).attr("stroke", b.theme.ink).attr("stroke-width", 1.5);
        write(g, String(Math.floor(rows.now)), {size: 14 * k, weight: 650, y: y + 17 * k, fill: b.theme.ink2});
        write(g, "this statement", {size: 14 * k, weight: 650, x, y: y + 17 * k, fill: b.theme.ink2});
        y += now;
      }
      for (const {stub, entries} of stubs) {
        write(g, stub.name, {size: 16 * k, weight: 750, y: y + 20 * k, fill: b.theme.ink});
        write(g, truncate(stub.sub, b.width, {size: 13 * k}), {size: 13 * k, y: y + 38 * k, fill: b.theme.ink3});
        y += stubHead;
        line(y + 10 * k, y + sum(entries) - 14 * k, true);
        for (const item of entries) {
          item.draw(g, y);
          y += item.height;
        }
      }
      drawStripPart(g, rows, y + stripTop, b);
    }
  };
}

function draw(rows: InstrumentTimelineRows, tables: Tables, options: DrawOptions): SVGSVGElement {
  return frame(caption(rows), tables, options, (b) => {
    if (!rows.mentions.length) {
      const top = 30 * b.scale;
      write(b.g, "No instrument is mentioned", {size: 16 * b.scale, weight: 700, y: 16 * b.scale, fill: b.theme.ink});
      if (rows.clauses.length) drawStripPart(b.g, rows, top, b);
      return top + (rows.clauses.length ? stripHeight(stripSetting(rows, b), b.scale) + 26 * b.scale : 0);
    }
    const plan = b.narrow ? downPlan(rows, b) : acrossPlan(rows, b);
    plan.draw(b.g, b.height === null ? 0 : Math.max(0, b.height - plan.height));
    return plan.height;
  });
}

/** The instruments that a statement refers to, by date of adoption, with every mention and its clause. */
export const instrumentTimeline: Figure<InstrumentTimelineRows> = {
  id: "instrument-timeline",
  label: "Instruments",
  question: "Which law and which agreements does the statement lean on, and where?",
  query: instrumentTimelineRows,
  caption,
  table(rows) {
    const items = [...rows.dated, ...rows.undated, ...rows.generic].flatMap((row) => row.mentions.map((item) => ({row, item})));
    return {
      columns: ["instrument", "adopted", "kind of mention", "pinpoint", "clause", "words"],
      rows: items.map(({row, item}) => [row.instrument.title, row.instrument.adopted ?? (row.time === null && rows.generic.includes(row) ? "no single date" : "not known"),
        kindNames[item.mention.kind], item.mention.pinpoint ?? "", item.clause?.number ?? "", item.mention.words]),
      clauses: items.map(({item}) => item.clause ? [item.clause.id] : [])
    };
  },
  draw
};
