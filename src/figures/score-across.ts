import {stances, type Pole} from "../schema.js";
import type {PoleCount, ScoreRow, ScoreRows} from "../queries/stance-score.js";
import {measure, type TextStyle} from "../theme/measure.js";
import {bar, hatch, isDoubtful, type BarBox} from "./bars.js";
import type {Body} from "./frame.js";
import {carry, poleColours, poleNames} from "./marks.js";
import {Ground, placeLabel, type Box, type PlacedLabel} from "./place-labels.js";
import {rulerLabels} from "./ruler.js";
import {scoreScale, type Placed, type ScaleOptions, type System} from "./score-scale.js";
import {px, write, type Parent} from "./text.js";
import {count} from "./words.js";

/** How crowded the score is: one line, several with pole labels, or thin bars with the strong clauses named. */
type Mode = "single" | "wrapped" | "dense";

interface Plan {
  b: Body;
  rows: ScoreRows;
  mode: Mode;
  /** Extent of the staff. */
  x0: number;
  x1: number;
  gutter: boolean;
  /** Poles are named in a row above the staff. */
  keyed: boolean;
  /** Lines that the clauses are broken into; rows in which labels are tried. */
  systems: number;
  labelRows: number;
  /** Height of one step of strength. */
  step: number;
  /** Half height of a neutral bar of strength 1. */
  neutral: number;
  style: Record<"verb" | "neutralVerb" | "describes" | "name" | "count" | "ruler" | "paragraph" | "claim", TextStyle>;
}

interface Note {lines: {text: string; style: TextStyle; fill: string}[]; x: number; y: number; anchor: "start" | "end"}

interface Staff {
  system: System<ScoreRow>;
  boxes: {placed: Placed<ScoreRow>; box: BarBox}[];
  labels: {row: ScoreRow; label: PlacedLabel; style: TextStyle}[];
  notes: Note[];
  /** Extent above and below the line. */
  top: number;
  bottom: number;
}

const side: Record<Pole, -1 | 0 | 1> = {commitment: -1, neutral: 0, condemnation: 1};

/** The score read across, for 600 px and more. Returns its height. */
export function drawAcross(b: Body, rows: ScoreRows): number {
  if (rows.rows.length === 0) {
    write(b.g, "No clause was coded", {y: 20 * b.scale, size: 18 * b.scale, weight: 650, fill: b.theme.ink});
    return 40 * b.scale;
  }
  const plan = planScore(b, rows);
  const legend = legendRows(plan);
  const staves = arrange(plan, legend.height), {keyed} = plan;
  let y = 0;
  if (keyed) {
    drawKey(plan);
    y += keyHeight(plan);
  }
  const hatching = hatch(b.defs, b.id("hatch"), b.theme, b.scale);
  staves.forEach((staff, i) => {
    if (i > 0) y += 16 * b.scale;
    y += staff.top;
    drawStaff(plan, staff, y, hatching, i === 0);
    y += staff.bottom + rulerHeight(plan);
  });
  drawLegend(plan, legend, y, hatching);
  return y + legend.height;
}

// Lines and rows of labels to try on a slide, until the steps of strength are high enough to read.
const slideTries = [{systems: 2, labelRows: 2}, {systems: 1, labelRows: 3}, {systems: 1, labelRows: 1}, {systems: 1, labelRows: 0}];

function arrange(plan: Plan, legend: number): Staff[] {
  const {b, step, neutral} = plan, least = 15 * b.scale;
  if (b.height === null) return layStaves(plan);
  const n = plan.rows.rows.length, tries = plan.mode === "single" ? [{systems: 1, labelRows: 5}, ...slideTries.slice(1)] : n <= 60 ? slideTries.slice(1) : slideTries;
  let staves: Staff[] = [];
  for (const tried of tries) {
    Object.assign(plan, tried, {step, neutral, keyed: plan.mode !== "single"});
    staves = layStaves(plan);
    for (let pass = 0; pass < 3; pass++) {
      const used = (plan.keyed ? keyHeight(plan) : 0) + legend + staves.length * rulerHeight(plan) + (staves.length - 1) * 16 * b.scale
        + staves.reduce((sum, staff) => sum + staff.top + staff.bottom, 0);
      plan.step = Math.max(6 * b.scale, plan.step + (b.height - used) / (6 * staves.length));
      plan.neutral = Math.min(neutral, plan.step / 4);
      staves = layStaves(plan);
    }
    if (plan.step >= least) break;
  }
  return staves;
}

function layStaves(plan: Plan): Staff[] {
  const systems = scoreScale(plan.rows.rows, scaleOptions(plan));
  const lay = () => systems.map((system, i) => layStaff(plan, system, i === 0));
  const staves = lay();
  // Without a gutter the poles are named in their empty halves; where a half has no room, in a key above.
  if (plan.keyed || plan.gutter || staves[0]!.notes.length === 2) return staves;
  plan.keyed = true;
  return lay();
}

function planScore(b: Body, rows: ScoreRows): Plan {
  const s = b.scale, n = rows.rows.length;
  const mode: Mode = n <= 40 ? "single" : n <= 150 ? "wrapped" : "dense";
  const embed = b.width / s < 900;
  const style: Plan["style"] = {
    verb: {size: (embed || mode !== "single" ? 13.5 : 15) * s, weight: 600, face: "serif"},
    neutralVerb: {size: 15 * s, weight: 500, face: "serif"},
    describes: {size: 13.5 * s},
    name: {size: 17.5 * s, weight: 750},
    count: {size: 14.5 * s},
    ruler: {size: (mode === "single" ? 12.5 : 11.5) * s},
    paragraph: {size: 12.5 * s, weight: 650},
    claim: {size: 15 * s, weight: 650}
  };
  const gutter = mode === "single" && !embed;
  // Without a gutter a label may still hang over to the left of the first bar.
  const x0 = gutter ? gutterWidth(rows, style, b) + 28 * s : mode === "single" ? 32 * s : 0;
  const x1 = b.width - measure("1 hedged", style.ruler) - 9 * s, length = x1 - x0;
  return {
    b, rows, mode, gutter, style, keyed: mode !== "single", x0, x1,
    systems: mode === "single" ? 1 : mode === "wrapped" ? Math.ceil(n / Math.max(20, Math.min(40, length / (20 * s)))) : Math.ceil((n * 3.6 * s) / length),
    labelRows: mode === "dense" ? 3 : 5,
    step: (mode === "dense" ? 24 : mode === "wrapped" ? 32 : embed ? 42 : 50) * s,
    neutral: (mode === "dense" ? 2 : mode === "wrapped" ? 3.5 : 5) * s
  };
}

function scaleOptions({b, mode, x0, x1, systems}: Plan): ScaleOptions {
  const s = b.scale, length = x1 - x0, slide = b.height !== null;
  if (mode === "dense") return {length, systems, gap: 0, paragraphGap: slide ? 0 : 2 * s, min: slide ? 0.5 : 2, maxPerWord: 2 * s};
  return mode === "single" ? {length, systems, gap: 2 * s, paragraphGap: 10 * s, min: 3 * s, maxPerWord: 9 * s}
    : {length, systems, gap: (slide ? 1 : 1.5) * s, paragraphGap: (slide ? 4 : 8) * s, min: (slide ? 1.5 : 3) * s, maxPerWord: 9 * s};
}

function barBox(plan: Plan, {row: {clause}, x, width}: Placed<ScoreRow>): BarBox {
  const left = plan.x0 + x;
  if (clause.pole === "commitment") return {x: left, y: -clause.strength * plan.step, width, height: clause.strength * plan.step, edge: "top"};
  if (clause.pole === "condemnation") return {x: left, y: 0, width, height: clause.strength * plan.step, edge: "bottom"};
  const half = clause.stance === "describe" ? 1.5 * plan.b.scale : clause.strength * plan.neutral;
  return {x: left, y: -half, width, height: 2 * half, edge: null};
}

function layStaff(plan: Plan, system: System<ScoreRow>, first: boolean): Staff {
  const {b, step, x0, x1, style} = plan, s = b.scale;
  const boxes = system.bars.map((placed) => ({placed, box: barBox(plan, placed)}));
  const ground = new Ground({x0: plan.mode === "single" ? 0 : x0, x1: b.width});
  for (const {box} of boxes) ground.solid.push({x0: box.x - 1, x1: box.x + box.width + 1, y0: box.y, y1: box.y + box.height});
  for (let k = -3; k <= 3; k++) if (k) ground.solid.push({x0: x1 + 2, x1: b.width, y0: k * step - 10 * s, y1: k * step + 10 * s});
  if (plan.gutter) for (const block of gutterBlocks(plan)) ground.solid.push(block.box);

  const labels: Staff["labels"] = [];
  const named = boxes.filter(({placed: {row}}) => row.in && row.clause.pole !== "neutral" && row.verb && (plan.mode !== "dense" || row.clause.strength === 3));
  named.sort((a, c) => c.placed.row.clause.strength - a.placed.row.clause.strength || a.placed.row.clause.number - c.placed.row.clause.number);
  for (const {placed: {row}, box} of named) {
    const way = side[row.clause.pole] as -1 | 1;
    const label = placeLabel({text: row.verb!, style: style.verb, x0: box.x, x1: box.x + box.width, y: way * row.clause.strength * step, way, rows: plan.labelRows}, ground);
    if (label) labels.push({row, label, style: style.verb});
  }
  if (plan.gutter && b.height === null) labels.push(...neutralLabels(plan, boxes, ground));

  const edge = (boxesOf: Box[]) => ({top: Math.max(3 * step + 6 * s, ...boxesOf.map((box) => -box.y0)), bottom: Math.max(3 * step + 6 * s, ...boxesOf.map((box) => box.y1))});
  const extent = edge(labels.map(({label}) => label.box));
  const notes = plan.mode === "single" || first ? emptyNotes(plan, system, ground, extent) : [];
  return {system, boxes, labels, notes, top: extent.top + 4 * s, bottom: extent.bottom + (plan.mode === "single" ? 18 : 12) * s};
}

function neutralLabels(plan: Plan, boxes: Staff["boxes"], ground: Ground): Staff["labels"] {
  const labels: Staff["labels"] = [];
  let last: -1 | 1 = -1;
  for (const {placed: {row}, box} of boxes) {
    if (row.clause.pole !== "neutral" || !row.in) continue;
    const style = row.verb ? plan.style.neutralVerb : plan.style.describes;
    const text = row.verb ?? (row.clause.stance === "describe" ? "(describes)" : `(${row.clause.stance})`);
    const tries: [number, -1 | 1][] = [[1, last], [1, -last as -1 | 1], [2, last], [2, -last as -1 | 1]];
    for (const [rows, way] of tries) {
      const half = Math.max(box.height / 2, plan.neutral);
      const label = placeLabel({text, style, x0: box.x, x1: box.x + box.width, y: way * half, way, rows}, ground);
      if (!label) continue;
      labels.push({row, label, style});
      last = way;
      break;
    }
  }
  return labels;
}

interface Block {pole: Pole; y: number; lines: string[]; text: TextStyle; box: Box}

const shortCount = ({clauses, words}: PoleCount) => `${count(clauses.length, "clause")}, ${count(words, "word")}`;

function gutterWidth({poles: counts}: ScoreRows, style: Plan["style"], b: Body): number {
  const lines = b.height === null ? [] : Object.values(counts).map((own) => measure(shortCount(own), style.ruler));
  return Math.max(measure(poleNames.condemnation, style.name), ...lines);
}

// Name, clauses and words of each pole; on a low slide the counts share a line.
function gutterBlocks({rows, step, style, b}: Plan): Block[] {
  const s = b.scale, low = b.height !== null && step < 44 * s, text = low ? style.ruler : style.count;
  const at: Record<Pole, number> = {commitment: (low ? -2.5 : -2.45) * step, neutral: -7 * s, condemnation: (low ? 2.5 : 1.85) * step};
  return (["commitment", "neutral", "condemnation"] as const).map((pole) => {
    const own = rows.poles[pole], lines = low ? [shortCount(own)] : [count(own.clauses.length, "clause"), count(own.words, "word")];
    const width = Math.max(measure(poleNames[pole], style.name), ...lines.map((line) => measure(line, text)));
    return {pole, y: at[pole], lines, text, box: {x0: 0, x1: width + 4 * s, y0: at[pole] - style.name.size, y1: at[pole] + (1 + lines.length) * 1.42 * text.size}};
  });
}

interface Gap {pole: Pole; lines: Note["lines"]; place: "head" | "tail" | "all"; x0: number; x1: number}

// What an empty half says of itself: the pole's name where there is no gutter, and from where to where it has no clause.
function gapsOf(plan: Plan, system: System<ScoreRow>): Gap[] {
  const {rows, style, b: {theme}, gutter, x0, x1} = plan;
  const place = (pole: Pole): Gap | null => {
    const {clauses, first, last} = rows.poles[pole], colours = poleColours(pole, theme);
    const plain = (text: string) => ({text, style: {...style.claim, weight: 400}, fill: theme.ink2});
    const strong = (text: string) => ({text, style: style.claim, fill: theme.ink});
    const name = {text: poleNames[pole], style: style.name, fill: colours.text};
    const none = `No ${pole} clause`;
    if (clauses.length === 0) return {pole, lines: gutter || plan.keyed ? [strong(none)] : [name, plain("no clause")], place: "all", x0, x1};
    if (plan.mode !== "single") return null;
    const bars = system.bars.filter(({row}) => row.in && row.clause.pole === pole);
    const left = x0 + bars[0]!.x, right = x0 + bars.at(-1)!.x + bars.at(-1)!.width;
    const tail = x1 - right >= left - x0;
    const where = tail ? last! < rows.last! ? `after paragraph ${last}` : null : first! > rows.first! ? `before paragraph ${first}` : null;
    const extent = tail ? {place: "tail" as const, x0: right, x1} : {place: "head" as const, x0, x1: left};
    if (!gutter && !plan.keyed) return {pole, lines: [name, plain(shortCount(rows.poles[pole])), ...(where ? [plain(`none ${where}`)] : [])], ...extent};
    return where ? {pole, lines: [strong(none), plain(where)], ...extent} : null;
  };
  return [place("commitment"), place("condemnation")].filter((gap) => gap !== null);
}

function emptyNotes(plan: Plan, system: System<ScoreRow>, ground: Ground, extent: {top: number; bottom: number}): Note[] {
  const {step, b: {scale: s}} = plan, notes: Note[] = [];
  for (const gap of gapsOf(plan, system)) {
    const leading = gap.lines[0]!.style.size * 1.42, height = leading * gap.lines.length;
    const width = Math.max(...gap.lines.map((line) => measure(line.text, line.style)));
    const end = gap.place === "head", away = 24 * s;
    const from = end ? gap.x1 - away - width : gap.x0 + (gap.place === "all" ? 4 * s : away);
    const ys = gap.pole === "commitment" ? [-2.62, -2.9, -2.2, -1.8, -1.5].map((k) => k * step) : [2.1, 1.7, 1.4, 2.5].map((k) => k * step);
    place: for (const slide of [0, 1, 2, 3, 4, 6, 8]) {
      for (const y of ys) {
        const x = from + (end ? -1 : 1) * slide * 20 * s, box = {x0: x - 8 * s, x1: x + width + 8 * s, y0: y, y1: y + height};
        if (box.x1 > plan.x1 || box.x0 < plan.x0 || -box.y0 > extent.top || box.y1 > extent.bottom || !ground.isFree(box, 4 * s)) continue;
        ground.labels.push(box);
        notes.push({lines: gap.lines, x: end ? x + width : x, y: y + gap.lines[0]!.style.size, anchor: end ? "end" : "start"});
        break place;
      }
    }
  }
  return notes;
}

function drawStaff(plan: Plan, staff: Staff, y: number, hatching: string, first: boolean): void {
  const {b, x0, x1, step, style} = plan, {theme, scale: s, options} = b;
  const g = b.g.append("g").attr("transform", `translate(0,${px(y)})`);
  const names = ["", "1 hedged", "2 plain", "3 strong"];
  for (let k = -3; k <= 3; k++) {
    g.append("line").attr("x1", px(x0)).attr("x2", px(x1)).attr("y1", px(k * step)).attr("y2", px(k * step)).attr("stroke", k ? theme.hair : theme.mark);
    // Where steps are lower than their names, the outermost speaks for all.
    if (k && (step >= style.ruler.size * 1.15 || Math.abs(k) === 3)) write(g, first || plan.mode === "single" ? names[Math.abs(k)]! : String(Math.abs(k)), {...style.ruler, x: x1 + 9 * s, y: k * step + style.ruler.size * 0.35, fill: theme.ink3});
  }
  if (plan.gutter) for (const block of gutterBlocks(plan)) {
    write(g, poleNames[block.pole], {...style.name, y: block.y, fill: poleColours(block.pole, theme).text});
    write(g, block.lines, {...block.text, y: block.y + block.text.size * 1.45, leading: block.text.size * 1.42, fill: theme.ink2});
  }
  for (const note of staff.notes) note.lines.forEach((line, i) =>
    write(g, line.text, {...line.style, x: note.x, y: note.y + i * note.lines[0]!.style.size * 1.42, anchor: note.anchor, fill: line.fill, halo: theme.bg}));
  const labels = g.append("g").attr("class", "score-labels").attr("aria-hidden", "true");
  for (const {row, label, style: text} of staff.labels) {
    const fill = poleColours(row.clause.pole, theme);
    if (label.leader) labels.append("line").attr("x1", px(label.leader.x)).attr("x2", px(label.leader.x)).attr("y1", px(label.leader.y0)).attr("y2", px(label.leader.y1)).attr("stroke", fill.mark);
    write(labels, label.lines, {...text, x: label.x, y: label.y, leading: label.leading, anchor: label.anchor, fill: fill.text, halo: theme.bg}).attr("data-label", row.clause.id);
  }
  const ruler = staff.bottom, numbers = numbered(plan, staff.system);
  for (const {placed: {row, x, width}, box} of staff.boxes) {
    const link = carry(g, [row.clause], options);
    const hit = row.clause.pole === "neutral" ? {y: -12 * s, height: 24 * s} : {y: Math.min(box.y, box.y + box.height - 24), height: Math.max(24, box.height)};
    link.append("rect").attr("class", "mark-hit").attr("x", px(box.x)).attr("y", px(hit.y)).attr("width", px(box.width)).attr("height", px(hit.height)).attr("fill", "transparent");
    bar(link, row.clause.stance, box, {theme, hatch: hatching, doubtful: isDoubtful(row.clause, options), faint: !row.in, scale: s});
    if (numbers.has(row)) write(link, String(row.clause.number), {...style.ruler, x: x0 + x + width / 2, y: ruler + 17 * s, anchor: "middle", fill: theme.ink3}).attr("class", "mark-number").attr("aria-hidden", "true");
  }
  drawRuler(plan, staff.system, g, ruler, numbers.size > 0);
}

// Clause numbers that have room; on a slide all or none, since a ruler with holes does not read from afar.
function numbered(plan: Plan, system: System<ScoreRow>): Set<ScoreRow> {
  const kept = new Set<ScoreRow>(), {b, style} = plan;
  if (!isNumbered(plan)) return kept;
  let end = -Infinity;
  for (const {row, x, width} of system.bars) {
    const half = measure(String(row.clause.number), style.ruler) / 2, middle = x + width / 2;
    if (middle - half < end) continue;
    kept.add(row);
    end = middle + half + 5 * b.scale;
  }
  return b.height !== null && kept.size < system.bars.length ? new Set() : kept;
}

// Thin bars, and several lines on a slide, have a ruler of paragraphs only.
const isNumbered = ({b, mode}: Plan) => mode === "single" || (mode === "wrapped" && b.height === null);
const rulerHeight = (plan: Plan): number => (isNumbered(plan) ? 52 : 28) * plan.b.scale;

function drawRuler(plan: Plan, system: System<ScoreRow>, g: Parent, y: number, numbered: boolean): void {
  const {b, x0, gutter, mode, style} = plan, {theme, scale: s} = b;
  const low = y + (isNumbered(plan) ? 36 : 17) * s;
  if (gutter) {
    if (numbered) write(g, "Clause", {...style.ruler, y: y + 17 * s, fill: theme.ink3});
    write(g, "Paragraph", {...style.ruler, y: low, fill: theme.ink3});
  }
  for (const {x0: from, x1: to} of system.paragraphs)
    g.append("line").attr("x1", px(x0 + from)).attr("x2", px(x0 + to)).attr("y1", px(y)).attr("y2", px(y)).attr("stroke", theme.ink3).attr("stroke-width", px(1.4 * s));
  const places = system.paragraphs.map(({number: n, x0: from, x1: to}) => ({number: n, x0: x0 + from, x1: x0 + to}));
  for (const {number: n, x} of rulerLabels(places, (n) => `¶ ${n}`, style.paragraph, {gap: 6 * s, bounds: [gutter ? 0 : x0, b.width], least: mode === "dense" ? 5 : 1}))
    write(g, `¶ ${n}`, {...style.paragraph, x, y: low, anchor: "middle", fill: theme.ink2});
}

const keyHeight = ({b}: Plan): number => 58 * b.scale;

function drawKey({b, rows, style}: Plan): void {
  const where: Record<Pole, string> = {commitment: "above the line: ", neutral: "on the line: ", condemnation: "below the line: "};
  const small: TextStyle = {size: 13 * b.scale}, shown = ["commitment", "neutral", "condemnation"] as const, column = b.width / 3;
  const roomy = shown.every((pole) => measure(where[pole] + shortCount(rows.poles[pole]), small) < column - 10 * b.scale);
  shown.forEach((pole, i) => {
    write(b.g, poleNames[pole], {...style.name, x: i * column, y: 16 * b.scale, fill: poleColours(pole, b.theme).text});
    write(b.g, (roomy ? where[pole] : "") + shortCount(rows.poles[pole]), {...small, x: i * column, y: 35 * b.scale, fill: b.theme.ink2});
  });
}

interface Legend {items: {stance: (typeof stances)[number] | "doubtful"; x: number; row: number}[]; height: number}

function legendRows({b, rows}: Plan): Legend {
  const s = b.scale, style = {size: 13.5 * s};
  const used = new Set(rows.rows.map((row) => row.clause.stance));
  const names = [...stances.filter((stance) => used.has(stance)), ...(rows.rows.some(({clause}) => isDoubtful(clause, b.options)) ? ["doubtful" as const] : [])];
  let x = 0, row = 0;
  const items = names.map((stance) => {
    const width = (22 + 7) * s + measure(stance, style);
    if (x > 0 && x + width > b.width) [x, row] = [0, row + 1];
    const item = {stance, x, row};
    x += width + 26 * s;
    return item;
  });
  return {items, height: ((row + 1) * 22 + 2) * s};
}

function drawLegend({b}: Plan, {items}: Legend, y: number, hatching: string): void {
  const s = b.scale, g = b.g.append("g").attr("class", "score-legend").attr("aria-hidden", "true").attr("transform", `translate(0,${px(y)})`);
  for (const {stance, x, row} of items) {
    const box: BarBox = {x, y: (row * 22 + 6) * s, width: 22 * s, height: 11 * s, edge: stance === "support" ? "top" : "bottom"};
    bar(g, stance === "doubtful" ? "norm" : stance, box, {theme: b.theme, hatch: hatching, doubtful: stance === "doubtful", scale: s});
    write(g, stance, {size: 13.5 * s, x: x + 29 * s, y: (row * 22 + 16.5) * s, fill: b.theme.ink2});
  }
}
