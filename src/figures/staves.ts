import {poles, type Clause, type Pole, type Topic} from "../schema.js";
import {measure, wrap, type TextStyle} from "../theme/measure.js";
import {fitRows} from "./fit-rows.js";
import {legible, type Body} from "./frame.js";
import {carry, carrySum, diamondReach, mark, poleColours, poleNames} from "./marks.js";
import {rulerLabels} from "./ruler.js";
import {byParagraph} from "./score-scale.js";
import {drawSilence, silenceHeight} from "./silence.js";
import {px, write, type Parent} from "./text.js";
import {count, number} from "./words.js";

export interface Stave {
  id: string;
  label: string;
  /** In reading order. */
  clauses: Clause[];
}

export interface StavesOptions {
  /** What a row is: "topic" → attribute `data-topic`, "and 3 more topics". */
  noun: string;
  /** Stands over the labels. */
  heading: string;
  /** Rows whose label is bold. */
  bold: Set<string>;
  /** Topics without a clause and the length of their list; null where silence is no question. */
  silence: {silent: Topic[]; of: number} | null;
}

interface Plan {
  label: number;
  /** Extent of the staves, and the middle of each clause's column. */
  x0: number;
  x1: number;
  at: Map<string, number>;
  pitch: number;
  /** Radius of a mark; 0: ticks of `tick` px. */
  r: number;
  tick: number;
  paragraphs: {number: number; x0: number; x1: number}[];
  /** Middle of each pole's column of totals. */
  totals: Record<Pole, number> | null;
  namedTotals: boolean;
}

const inPole = ({clauses}: Stave, pole: Pole) => clauses.filter((clause) => clause.pole === pole).length;
const labelStyle = (s: number, bold: boolean): TextStyle => ({size: 15 * s, weight: bold ? 700 : 450});
const headingStyle = (s: number): TextStyle => ({size: 13 * s});
const nameStyle = (s: number): TextStyle => ({size: 13.5 * s, weight: 750});
const totalStyle = (s: number): TextStyle => ({size: 14.5 * s, weight: 650});
// A number smaller than 9 px cannot be read; below this radius the ruler alone carries it.
const numbered = 9;
const radius = (pitch: number, s: number) => Math.min(10 * s, pitch * 0.37);
const rulerStyle = (b: Pick<Body, "scale" | "options">): TextStyle => ({size: legible(b, 12) * b.scale});

function planStaves(b: Body, staves: Stave[], columns: Clause[], heading: string): Plan {
  const s = b.scale, n = columns.length;
  const widest = Math.max(...staves.map((row) => measure(row.label, labelStyle(s, true)) + 2));
  const label = b.narrow ? 0 : Math.max(Math.min(widest + 58 * s, b.width * 0.34), measure(heading, headingStyle(s)) + 12 * s);
  const parts = byParagraph(columns.map((clause) => ({clause}))), gap = n <= 40 ? 5 * s : n <= 150 ? 1.5 * s : 0;
  const most = (pole: Pole) => number(Math.max(0, ...staves.map((row) => inPole(row, pole))));
  const layout = (named: boolean) => {
    const widths = Object.fromEntries(poles.map((pole) => [pole, named ? measure(poleNames[pole], nameStyle(s)) + 18 * s : Math.max(28 * s, measure(most(pole), totalStyle(s)) + 12 * s)])) as Record<Pole, number>;
    const end = b.width - (b.narrow ? 0 : widths.commitment + widths.neutral + widths.condemnation + 10 * s);
    return {widths, pitch: Math.min(40 * s, (end - label - gap * parts.length) / n)};
  };
  // Poles are named over their totals where the marks keep their numbers beside that; else their symbols stand there.
  const roomy = layout(true), namedTotals = radius(roomy.pitch, s) >= numbered * s;
  const {widths, pitch} = namedTotals ? roomy : layout(false), x0 = label;
  const at = new Map<string, number>(), paragraphs: Plan["paragraphs"] = [];
  let x = x0 + gap / 2;
  for (const part of parts) {
    const from = x;
    for (const {clause} of part) {
      at.set(clause.id, x + pitch / 2);
      x += pitch;
    }
    paragraphs.push({number: part[0]!.clause.paragraph, x0: from - gap / 2, x1: x + gap / 2});
    x += gap;
  }
  let end = b.width;
  const totals = {} as Record<Pole, number>;
  for (const pole of [...poles].reverse()) {
    totals[pole] = end - widths[pole] / 2;
    end -= widths[pole];
  }
  const r = radius(pitch, s);
  return {label, x0, x1: x - gap / 2, at, pitch, paragraphs, r: r >= 2.2 * s ? r : 0, tick: Math.max(1.5 * s, Math.min(3 * s, pitch * 0.8)), totals: b.narrow ? null : totals, namedTotals};
}

/**
 * Staves: a row for each topic or voice, all clauses of the statement across in reading order, a mark where the clause belongs
 * to the row: above the stave commitment, below it condemnation, on it neutral. Returns the height.
 */
export function drawStaves(b: Body, staves: Stave[], columns: Clause[], {noun, heading, bold, silence}: StavesOptions): number {
  const s = b.scale, plan = planStaves(b, staves, columns, heading), head = (b.narrow ? 48 : 52) * s;
  const quiet = silence ? silenceHeight(b, silence.silent, silence.of, plan.label) : 0;
  const lines = staves.map((row) => wrap(row.label, b.narrow ? b.width - 40 * s : plan.label - 56 * s, labelStyle(s, bold.has(row.id)), 3, true));
  const stave = Math.max((staves.length <= 6 ? 46 : 26) * s, plan.r * 3.74 + 3 * s);
  const natural = lines.map((line) => b.narrow ? line.length * 18 * s + stave + 16 * s : Math.max(stave, line.length * 18 * s + 14 * s));
  const {shown, squeeze} = fitRows(natural, b.height === null ? null : b.height - head - quiet, 26 * s, staves.length <= 6 ? 1.9 : 1.15);
  const bottom = head + natural.slice(0, shown).reduce((a, c) => a + c, 0) * squeeze;
  b.g.attr("data-lens", plan.r < numbered * s * 0.95 ? "" : null);
  drawColumns(b, columns, plan, head, bottom, heading);
  let y = head;
  staves.slice(0, shown).forEach((row, i) => {
    const height = natural[i]! * squeeze;
    drawStave(b, row, lines[i]!, {y, height, bold: bold.has(row.id), noun}, plan);
    y += height;
  });
  if (shown < staves.length) {
    const rest = staves.slice(shown);
    write(carrySum(b.g, [...new Set(rest.flatMap((row) => row.clauses))], b.options, `More ${noun}s`), `and ${count(rest.length, `more ${noun}`)}, ${count(rest.reduce((sum, row) => sum + row.clauses.length, 0), `${noun} coding`)}`, {size: 14 * s, y: y + 17 * s, fill: b.theme.ink2});
    y += 26 * s;
  }
  if (silence) drawSilence(b, silence.silent, silence.of, plan.label, y);
  return y + quiet;
}

// The ruler, the paragraph lines, and a band for each clause that a page lights through all staves (class `mark-column`).
function drawColumns(b: Body, columns: Clause[], {x0, x1, at, pitch, paragraphs, totals, namedTotals}: Plan, head: number, bottom: number, heading: string): void {
  const {g, theme, scale: s, narrow} = b, ruler = rulerStyle(b), top = head - 10 * s;
  if (pitch >= 4) for (const clause of columns) g.append("rect").attr("class", "mark-column").attr("data-clauses", clause.id)
    .attr("x", px(at.get(clause.id)! - pitch / 2)).attr("width", px(pitch)).attr("y", px(top)).attr("height", px(bottom - top)).attr("fill", "transparent");
  if (paragraphs.length <= 60) for (const {x1: x} of paragraphs.slice(0, -1)) g.append("line").attr("x1", px(x)).attr("x2", px(x)).attr("y1", px(top)).attr("y2", px(bottom)).attr("stroke", theme.hair);
  const bounds: [number, number] = [x0, x1];
  const clauses = columns.map((clause) => ({number: clause.number, x0: at.get(clause.id)! - pitch / 2, x1: at.get(clause.id)! + pitch / 2}));
  for (const {number: n, x} of rulerLabels(clauses, String, ruler, {gap: 4 * s, bounds, least: columns.length > 40 ? 10 : 1}))
    write(g, String(n), {...ruler, x, y: head - 16 * s, anchor: "middle", fill: theme.ink3});
  const style: TextStyle = {size: legible(b, 11.5) * s, weight: 650};
  for (const {number: n, x} of rulerLabels(paragraphs, (n) => `¶${n}`, style, {gap: 3 * s, bounds}))
    write(g, `¶${n}`, {...style, x, y: head - 34 * s, anchor: "middle", fill: theme.ink2});
  if (narrow || !totals) return;
  write(g, heading, {...headingStyle(s), y: head - 16 * s, fill: theme.ink3});
  for (const pole of poles) {
    const fill = poleColours(pole, theme);
    if (namedTotals) write(g, poleNames[pole], {...nameStyle(s), x: totals[pole], anchor: "middle", y: head - 16 * s, fill: fill.text});
    else drawSymbol(g, pole, totals[pole], head - 20 * s, 5 * s, fill.mark, theme.bg);
  }
}

function drawSymbol(g: Parent, pole: Pole, x: number, y: number, r: number, colour: string, ground: string): void {
  const reach = diamondReach(r);
  if (pole === "condemnation") g.append("path").attr("d", `M${px(x)},${px(y - reach)}l${px(reach)},${px(reach)}l${px(-reach)},${px(reach)}l${px(-reach)},${px(-reach)}Z`).attr("fill", colour);
  else g.append("circle").attr("cx", px(x)).attr("cy", px(y)).attr("r", px(r)).attr("fill", pole === "neutral" ? ground : colour).attr("stroke", colour).attr("stroke-width", 1.3);
}

function drawStave(b: Body, row: Stave, lines: string[], {y, height, bold, noun}: {y: number; height: number; bold: boolean; noun: string}, plan: Plan): void {
  const {theme, scale: s, options} = b, style = labelStyle(s, bold), leading = 18 * s;
  const g = b.g.append("g").attr("class", `${noun}-row`).attr(`data-${noun}`, row.id);
  const above = b.narrow ? lines.length * leading + 4 * s : 0, middle = y + above + (height - above - (b.narrow ? 8 * s : 0)) / 2;
  const first = b.narrow ? y + 17 * s : middle - ((lines.length - 1) * leading) / 2 + style.size * 0.35;
  write(g, lines, {...style, y: first, leading, fill: theme.ink});
  write(carrySum(g, row.clauses, options, row.label), number(row.clauses.length), {size: 15 * s, weight: 700, x: b.narrow ? b.width : plan.x0 - 14 * s, anchor: "end", y: b.narrow ? first : middle + 5 * s, fill: theme.ink});
  g.append("line").attr("x1", px(plan.x0)).attr("x2", px(plan.x1)).attr("y1", px(middle)).attr("y2", px(middle)).attr("stroke", theme.rule);
  const lift: Record<Pole, number> = {commitment: -1, neutral: 0, condemnation: 1};
  if (plan.r) for (const clause of row.clauses) {
    const r = Math.min(plan.r, (height - above) * 0.29);
    mark(g, {clauses: [clause], x: plan.at.get(clause.id)!, y: middle + lift[clause.pole] * r * 0.72, r, label: r >= numbered * s * 0.95 ? clause.number : undefined, hit: Math.min(24, Math.floor(plan.pitch)), theme, options});
  } else for (const tick of ticks(row.clauses, plan)) drawTick(g, tick, middle, plan.tick, row.label, b);
  if (plan.totals) for (const pole of poles) {
    const n = inPole(row, pole), own = row.clauses.filter((clause) => clause.pole === pole);
    write(carrySum(g, own, options, `${row.label}, ${pole}`), number(n), {...totalStyle(s), weight: n ? 650 : 400, x: plan.totals[pole], anchor: "middle", y: middle + 5 * s, fill: n ? poleColours(pole, theme).text : theme.ink3});
  }
}

interface Tick {x: number; pole: Pole; clauses: Clause[]}

// Clauses of a pole that fall on the same pixels share a tick.
function ticks(clauses: Clause[], {at, tick, x0}: Plan): Tick[] {
  const byPlace = new Map<string, Tick>();
  for (const clause of clauses) {
    const slot = Math.floor((at.get(clause.id)! - x0) / tick), key = `${clause.pole} ${slot}`;
    const own = byPlace.get(key);
    if (own) own.clauses.push(clause);
    else byPlace.set(key, {x: x0 + slot * tick, pole: clause.pole, clauses: [clause]});
  }
  return [...byPlace.values()];
}

function drawTick(g: Parent, {x, pole, clauses}: Tick, middle: number, width: number, label: string, {theme, options, scale: s}: Body): void {
  const link = carry(g, clauses, options, clauses.length === 1 ? undefined : `${label}, ${pole}: ${count(clauses.length, "clause")}, from ${clauses[0]!.number} to ${clauses.at(-1)!.number}`);
  const y = pole === "commitment" ? -10 * s : pole === "neutral" ? -2.5 * s : 0, height = (pole === "neutral" ? 5 : 10) * s;
  link.append("rect").attr("class", "mark-shape").attr("x", px(x)).attr("y", px(middle + y)).attr("width", px(Math.max(1, width - 0.4))).attr("height", px(height)).attr("fill", poleColours(pole, theme).mark);
}

