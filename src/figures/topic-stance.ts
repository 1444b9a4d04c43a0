import type {Clause, Pole, Tables} from "../schema.js";
import {topicStanceRows, type ClassColumn, type TopicStanceRows} from "../queries/topic-stance.js";
import {measure, wrap, type TextStyle} from "../theme/measure.js";
import type {Caption, DrawOptions, Figure, FigureTable} from "./figure.js";
import {fitRows} from "./fit-rows.js";
import {frame, legible, type Body} from "./frame.js";
import {carry, carrySum, diamondReach, mark, poleColours, poleNames} from "./marks.js";
import {px, write, type Parent} from "./text.js";
import {distinctClauses, topicCounts} from "./topic-coverage.js";
import {capital, count, inSentence, list, number, spelled} from "./words.js";

type Row = TopicStanceRows["rows"][number];

const classesOf = ({columns}: TopicStanceRows, row: Row) => columns.filter((column, i) => !column.none && row.cells[i]!.length > 0);

/** The topic that the title opens with: the one in most classes. */
function widest(rows: TopicStanceRows): Row | undefined {
  return rows.rows.reduce<Row | undefined>((best, row) => !best || classesOf(rows, row).length > classesOf(rows, best).length ? row : best, undefined);
}

/** A topic with at least two clauses in one pole and none in the other. */
function oneSided(rows: TopicStanceRows, first: Row | undefined): {row: Row; without: Exclude<Pole, "neutral">} | null {
  if (rows.scheme) return null;
  // Without a single clause in a pole, its absence from one topic would be no news.
  const used = new Set(rows.coverage.clauses.map((clause) => clause.pole));
  if (!used.has("commitment") || !used.has("condemnation")) return null;
  for (const row of rows.rows) {
    if (row === first) continue;
    const n = (pole: Pole) => row.clauses.filter((clause) => clause.pole === pole).length;
    if (n("condemnation") >= 2 && n("commitment") === 0) return {row, without: "commitment"};
    if (n("commitment") >= 2 && n("condemnation") === 0) return {row, without: "condemnation"};
  }
  return null;
}

function title(rows: TopicStanceRows): string {
  const {coverage, columns} = rows;
  if (coverage.of === 0) return "No clause was coded";
  if (coverage.clauses.length === 0) return "No clause fits the selection";
  const first = widest(rows), used = columns.filter((column) => !column.none && column.clauses.length > 0);
  if (!first) return "No clause has a topic of the list";
  if (!used.length) return `No clause has a class in ${rows.scheme}`;
  const [only, more] = used, all = coverage.clauses.length;
  if (only && !more) {
    if (only.clauses.length < all) return `One class is used, ${only.label}: ${number(only.clauses.length)} of ${number(all)} clauses`;
    return all === 1 ? `The one clause is in the class ${only.label}` : `All ${number(all)} clauses are in one class: ${only.label}`;
  }
  const own = classesOf(rows, first).length, other = oneSided(rows, first);
  const share = own === used.length ? `all ${spelled(used.length)} classes used` : `${spelled(own)} of the ${spelled(used.length)} classes used`;
  return `Clauses on ${inSentence(first.topic.label)} take ${share}${other ? `; none on ${inSentence(other.row.topic.label)} is ${other.without}` : ""}`;
}

function caption(rows: TopicStanceRows): Caption {
  const claim = title(rows), {coverage, columns, scheme} = rows;
  const silent = coverage.silent.length;
  const classes = columns.filter((column) => column.clauses.length > 0).map((column) => `${column.label} ${column.clauses.length}`), used = columns.filter((column) => !column.none);
  const none = columns.find((column) => column.none)?.clauses.length ?? 0;
  const unclassed = none ? count(none, "clause has", "clauses have") : "no clause has", where = scheme ? `Clauses on the topic in the row, in the class of the column (${scheme}); ${none ? `${unclassed} no class` : "every clause has a class"}`
    : "Clauses of the class in the column on the topic in the row";
  return {
    title: claim,
    subtitle: coverage.clauses.length === 0 ? "" : `${where}. ${topicCounts(coverage)}${silent ? `; ${count(silent, "topic")} without a clause ${silent === 1 ? "is" : "are"} left out` : ""}.`,
    alt: `Matrix of ${count(rows.rows.length, "topic")} by ${scheme ? `${count(used.length, "class", "classes")} of ${scheme}` : count(columns.length, "stance class", "stance classes")}. ${claim}.${none ? ` ${unclassed} no class.` : ""} Clauses in class: ${list(classes)}.`,
    note: `${scheme ? `Columns: classes of ${scheme} that have a clause. Disc: commitment wording, ring: neutral, diamond: condemnation.` : "Columns run from the commitment pole to the condemnation pole."} ${mostInCell(rows) <= numberedMost ? "The number in a mark is its clause." : "Numbers, and areas of marks, are clauses."}`
  };
}

function table({rows, columns}: TopicStanceRows): FigureTable {
  return {
    columns: ["Topic", ...columns.map((column) => capital(column.label)), "Clauses"],
    rows: rows.map((row) => [row.topic.label, ...row.cells.map((cell) => cell.length), row.clauses.length]),
    clauses: rows.map((row) => row.clauses.map((clause) => clause.id))
  };
}

interface Column extends ClassColumn {
  x0: number;
  x1: number;
  used: boolean;
}

interface Plan {
  label: number;
  columns: Column[];
  /** Headings read upwards where they do not fit side by side. */
  upright: boolean;
  heading: TextStyle;
  headLines: string[][];
  /** Numbered marks a line of a cell; 0: one mark of area n. */
  perLine: number;
  r: number;
  most: number;
}

const labelStyle = (s: number, bold: boolean): TextStyle => ({size: 15 * s, weight: bold ? 700 : 450});
// Above this in one cell, every cell is one mark of area n.
const numberedMost = 8;

const mostInCell = (rows: TopicStanceRows) => Math.max(1, ...rows.rows.flatMap((row) => row.cells.map((cell) => cell.length)));
const countStyle = (b: Pick<Body, "scale" | "options">): TextStyle => ({size: legible(b, 12) * b.scale, weight: 650});
const groupGap = (s: number, narrow: boolean) => (narrow ? 4 : 14) * s;

function planMatrix(b: Body, rows: TopicStanceRows): Plan {
  const s = b.scale, most = mostInCell(rows);
  const widestLabel = Math.max(...rows.rows.map((row) => measure(row.topic.label, labelStyle(s, true))));
  const label = b.narrow ? 0 : Math.min(widestLabel, b.width * 0.3) + 14 * s;
  const groups = new Set(rows.columns.map((column) => column.pole)).size - 1;
  const room = b.width - label - (b.narrow ? 0 : 54 * s) - groups * groupGap(s, b.narrow);
  const cellMost = rows.columns.map((_, i) => Math.max(0, ...rows.rows.map((row) => row.cells[i]!.length)));
  const options: {upright: boolean; perLine: number; r: number; size: number}[] = [];
  if (most <= numberedMost) for (const [upright, size] of b.narrow ? [[true, 12.5] as const] : [[false, 14] as const, [false, 13] as const, [true, 14] as const])
    for (const perLine of [4, 3, 2, 1]) for (const r of [10.5, 9.5]) options.push({upright, perLine, r: r * s, size: size * s});
  else options.push(...(b.narrow ? [] : [{upright: false, perLine: 0, r: 13 * s, size: 14 * s}, {upright: false, perLine: 0, r: 12 * s, size: 13 * s}]), {upright: true, perLine: 0, r: 13 * s, size: 13 * s}, {upright: true, perLine: 0, r: 0, size: 12.5 * s});
  let chosen = options.at(-1)!, widths: number[] = [], heading: TextStyle = {size: 13 * s}, headLines: string[][] = [];
  for (const option of options) {
    chosen = option;
    heading = {size: option.size, weight: 650};
    headLines = rows.columns.map((column) => option.upright ? wrap(column.label, (b.narrow ? 116 : 136) * s, heading, 2, true) : wrap(column.label, 86 * s, heading, 3));
    widths = rows.columns.map((column, i) => {
      const used = column.clauses.length > 0, pitch = (column.pole === "condemnation" || column.pole === null ? 2.75 : 2.4) * option.r;
      const marks = option.perLine ? Math.min(option.perLine, cellMost[i]!) * pitch + (b.narrow ? 0 : 6 * s) : 2 * option.r + (most > 9 ? 26 : 18) * s;
      const words = option.upright ? Math.max(heading.size * (0.15 + 1.2 * headLines[i]!.length), b.narrow || column.clauses.length ? 0 : 24 * s) : Math.max(...headLines[i]!.map((line) => measure(line, heading))) + 9 * s;
      return used ? Math.max(marks, words) : Math.max(words, option.upright ? 0 : 52 * s);
    });
    if (widths.reduce((a, c) => a + c, 0) <= room) break;
  }
  widths = widenForNames(b, rows.columns, widths, room);
  const spare = room - widths.reduce((a, c) => a + c, 0), used = rows.columns.filter((column) => column.clauses.length > 0).length;
  let x = label;
  const columns = rows.columns.map((column, i) => {
    if (i > 0 && column.pole !== rows.columns[i - 1]!.pole) x += groupGap(s, b.narrow);
    const isUsed = column.clauses.length > 0, width = widths[i]! + (isUsed || spare < 0 ? spare / (spare < 0 ? widths.length : used) : 0);
    x += width;
    return {...column, used: isUsed, x0: x - width, x1: x};
  });
  // A counted mark and its number stay inside the column.
  const numberWidth = measure(String(most), countStyle(b)) + 7 * s;
  const r = chosen.perLine ? chosen.r : Math.min(13 * s, ...columns.filter((column) => column.used).map((column) => (column.x1 - column.x0 - numberWidth) / 2));
  return {label, columns, upright: chosen.upright, heading, headLines, perLine: chosen.perLine, r, most};
}

const poleNameStyle = ({narrow, scale: s}: Body): TextStyle => ({size: (narrow ? 13 : 15) * s, weight: 750});

// A pole's columns together hold its name, as far as there is room.
function widenForNames(b: Body, columns: ClassColumn[], widths: number[], room: number): number[] {
  const wider = [...widths];
  for (const pole of new Set(columns.map((column) => column.pole))) {
    if (pole === null) continue;
    const own = columns.flatMap((column, i) => column.pole === pole ? [i] : []);
    const lack = measure(poleNames[pole], poleNameStyle(b)) + 6 * b.scale - own.reduce((sum, i) => sum + wider[i]!, 0);
    const spare = room - wider.reduce((a, c) => a + c, 0);
    if (lack > 0 && spare > 0) for (const i of own) wider[i] = wider[i]! + Math.min(lack, spare) / own.length;
  }
  return wider;
}

function drawBody(b: Body, rows: TopicStanceRows): number {
  const {theme, scale: s} = b;
  if (rows.rows.length === 0) {
    write(b.g, title(rows), {y: 18 * s, size: 18 * s, weight: 650, fill: theme.ink});
    return 40 * s;
  }
  const plan = planMatrix(b, rows), head = drawHead(b, plan);
  const first = widest(rows), bold = new Set([first, oneSided(rows, first)?.row]);
  const lines = rows.rows.map((row) => wrap(row.topic.label, b.narrow ? b.width - 60 * s : plan.label - 14 * s, labelStyle(s, b.narrow || bold.has(row)), 3, true));
  const pitch = 2.75 * plan.r;
  const cellLines = rows.rows.map((row) => plan.perLine ? Math.max(1, ...row.cells.map((cell) => Math.ceil(cell.length / plan.perLine))) : 1);
  const natural = lines.map((line, i) => {
    const marks = Math.max(b.narrow ? 30 * s : 33 * s, cellLines[i]! * pitch + 4 * s);
    return b.narrow ? line.length * 18 * s + 8 * s + marks : Math.max(marks, line.length * 18 * s + 12 * s);
  });
  const {shown, squeeze} = fitRows(natural, b.height === null ? null : b.height - head, 28 * s);
  let y = head;
  rows.rows.slice(0, shown).forEach((row, i) => {
    const height = natural[i]! * squeeze;
    drawRow(b, row, lines[i]!, {y, height, bold: bold.has(row)}, {...plan, r: Math.min(plan.r, (plan.r * squeeze * 33) / 30)});
    y += height;
  });
  if (shown < rows.rows.length) {
    write(carrySum(b.g, distinctClauses(rows.rows.slice(shown)), b.options, "More topics"), `and ${count(rows.rows.length - shown, "more topic")}, ${count(rows.rows.slice(shown).reduce((sum, row) => sum + row.clauses.length, 0), "topic coding")}`, {size: 14 * s, y: y + 18 * s, fill: theme.ink2});
    y += 28 * s;
  }
  return y;
}

function drawHead(b: Body, {columns, upright, heading, headLines}: Plan): number {
  const {g, theme, scale: s, options} = b, name = poleNameStyle(b);
  const grouped = columns[0]?.pole != null;
  let y = grouped ? 14 * s : 0;
  if (grouped) {
    const extent = (pole: Pole) => { const own = columns.filter((column) => column.pole === pole); return {x0: own[0]!.x0, x1: own.at(-1)!.x1}; };
    const [com, neutral, con] = [extent("commitment"), extent("neutral"), extent("condemnation")];
    const width = (pole: Pole) => measure(poleNames[pole], name);
    // Names wider than their classes lean outwards, and the neutral name takes the middle of what they leave.
    const comEnd = width("commitment") > com.x1 - com.x0 ? com.x0 + width("commitment") : com.x1;
    const conStart = width("condemnation") > con.x1 - con.x0 ? con.x1 - width("condemnation") : con.x0;
    write(g, poleNames.commitment, {...name, y, fill: theme.comText, ...(comEnd > com.x1 ? {x: com.x0} : {x: (com.x0 + com.x1) / 2, anchor: "middle" as const})});
    write(g, poleNames.condemnation, {...name, y, fill: theme.conText, ...(conStart < con.x0 ? {x: con.x1, anchor: "end" as const} : {x: (con.x0 + con.x1) / 2, anchor: "middle" as const})});
    write(g, poleNames.neutral, {...name, y, fill: theme.ink2, x: (Math.max(neutral.x0, comEnd) + Math.min(neutral.x1, conStart)) / 2, anchor: "middle"});
    y += 10 * s;
    for (const [pole, {x0, x1}] of [["commitment", com], ["neutral", neutral], ["condemnation", con]] as const)
      g.append("line").attr("x1", px(x0)).attr("x2", px(x1)).attr("y1", px(y)).attr("y2", px(y)).attr("stroke", poleColours(pole, theme).mark).attr("stroke-width", px(2 * s));
    y += 6 * s;
  }
  const leading = heading.size * 1.2;
  const tall = upright ? Math.max(...headLines.flatMap((lines) => lines.map((line) => measure(line, heading)))) + 6 * s : Math.max(...headLines.map((lines) => lines.length)) * leading;
  const countY = y + tall + 17 * s;
  columns.forEach((column, i) => {
    const x = (column.x0 + column.x1) / 2, fill = column.used ? theme.ink : theme.ink3, weight = column.used ? heading.weight! : 400;
    if (upright) write(g.append("g").attr("transform", `translate(${px(x + heading.size * 0.35 - ((headLines[i]!.length - 1) * leading) / 2)},${px(y + tall)}) rotate(-90)`), headLines[i]!, {...heading, weight, y: 0, leading, fill});
    else write(g, headLines[i]!, {...heading, weight, x, anchor: "middle", leading, y: y + tall - (headLines[i]!.length - 1) * leading - 1 * s, fill});
    write(carrySum(g, column.clauses, options, `Class ${column.label}`), number(column.clauses.length), {size: heading.size, x, anchor: "middle", y: countY, fill: theme.ink2});
  });
  if (!b.narrow) {
    write(g, "Clauses in class", {size: 13 * s, y: countY, fill: theme.ink3});
    write(g, "Clauses", {size: 13 * s, x: b.width, anchor: "end", y: countY, fill: theme.ink3});
  }
  g.append("line").attr("x2", px(b.width)).attr("y1", px(countY + 12 * s)).attr("y2", px(countY + 12 * s)).attr("stroke", theme.rule).attr("stroke-width", px(1.5));
  return countY + 13 * s;
}

function drawRow(b: Body, row: Row, lines: string[], {y, height, bold}: {y: number; height: number; bold: boolean}, plan: Plan): void {
  const {theme, scale: s} = b, style = labelStyle(s, bold), leading = 18 * s;
  const g = b.g.append("g").attr("class", "topic-row").attr("data-topic", row.topic.id);
  g.append("line").attr("x2", px(b.width)).attr("y1", px(y + height)).attr("y2", px(y + height)).attr("stroke", theme.hair);
  const labels = b.narrow ? lines.length * leading + 6 * s : 0;
  const middle = y + labels + (height - labels) / 2;
  const first = b.narrow ? y + 18 * s : middle - ((lines.length - 1) * leading) / 2 + style.size * 0.35;
  write(g, lines, {...style, y: first, leading, fill: theme.ink});
  write(carrySum(g, row.clauses, b.options, row.topic.label), number(row.clauses.length), {size: 15 * s, weight: 700, x: b.width, anchor: "end", y: b.narrow ? first : middle + 15 * s * 0.35, fill: theme.ink});
  row.cells.forEach((cell, i) => drawCell(g, cell, (plan.columns[i]!.x0 + plan.columns[i]!.x1) / 2, middle, `${row.topic.label}, ${plan.columns[i]!.label}`, plan, b));
}

function drawCell(g: Parent, cell: Clause[], x: number, y: number, name: string, {perLine, r, most}: Plan, {theme, options, scale: s}: Body): void {
  if (cell.length === 0) {
    g.append("circle").attr("cx", px(x)).attr("cy", px(y)).attr("r", px(1.3 * s)).attr("fill", theme.faint);
    return;
  }
  if (perLine === 0) return drawCount(g, cell, x, y, name, {r, most}, {theme, options, scale: s});
  const pitch = (cell[0]!.pole === "condemnation" ? 2.75 : 2.4) * r, step = 2.75 * r, rows = Math.ceil(cell.length / perLine);
  cell.forEach((clause, i) => {
    const line = Math.floor(i / perLine), inLine = Math.min(perLine, cell.length - line * perLine);
    mark(g, {clauses: [clause], x: x + ((i % perLine) - (inLine - 1) / 2) * pitch, y: y + (line - (rows - 1) / 2) * step, r, label: clause.number, hit: Math.min(24, Math.floor(pitch)), theme, options});
  });
}

// Area is the number of clauses; the number stands inside where there is room, else at the right.
function drawCount(g: Parent, cell: Clause[], x: number, y: number, name: string, {r, most}: {r: number; most: number}, {theme, options, scale: s}: Pick<Body, "theme" | "options" | "scale">): void {
  const style = countStyle({options, scale: s}), {size} = style, own = Math.max(1.6 * s, r * Math.sqrt(cell.length / most)), text = String(cell.length), width = measure(text, style);
  const pole = cell.every((clause) => clause.pole === cell[0]!.pole) ? cell[0]!.pole : "neutral", colours = poleColours(pole, theme);
  const inside = width < own * (pole === "condemnation" ? 1.5 : 1.65) && size < own * 1.7;
  const left = inside ? x : x - (width + 3 * s) / 2;
  const link = carry(g, cell, options, `${name}: ${count(cell.length, "clause")}`);
  link.append("rect").attr("class", "mark-hit").attr("x", px(x - 12)).attr("y", px(y - 12)).attr("width", 24).attr("height", 24).attr("fill", "transparent");
  // Where a column holds the number alone, the number is the mark.
  if (r < 2.4 * s) {
    write(link, text, {...style, x, anchor: "middle", y: y + size * 0.35, fill: colours.text}).attr("class", "mark-number").attr("aria-hidden", "true");
    return;
  }
  const reach = diamondReach(own * 0.96), hollow = pole === "neutral";
  const shape: Parent = pole === "condemnation" ? link.append("path").attr("d", `M${px(left)},${px(y - reach)}l${px(reach)},${px(reach)}l${px(-reach)},${px(reach)}l${px(-reach)},${px(-reach)}Z`)
    : link.append("circle").attr("cx", px(left)).attr("cy", px(y)).attr("r", px(own));
  shape.attr("class", "mark-shape").attr("fill", hollow ? theme.bg : colours.mark).attr("stroke", hollow ? colours.mark : null).attr("stroke-width", hollow ? 1.3 : null);
  write(link, text, {size, weight: 650, x: inside ? x : left + (pole === "condemnation" ? reach : own) + 3 * s, anchor: inside ? "middle" : "start", y: y + size * 0.35, fill: inside && !hollow ? theme.bg : colours.text})
    .attr("class", "mark-number").attr("aria-hidden", "true");
}

export const topicStance: Figure<TopicStanceRows> = {
  id: "topic-stance",
  label: "Topics by stance",
  question: "Which topics stand in which classes of wording?",
  schemes: true,
  query: topicStanceRows,
  caption,
  table,
  draw: (rows: TopicStanceRows, tables: Tables, options: DrawOptions) => frame(caption(rows), tables, options, (b) => drawBody(b, rows))
};
