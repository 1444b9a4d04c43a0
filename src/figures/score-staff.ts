import type {Pole} from "../schema.js";
import type {ScoreRow} from "../queries/stance-score.js";
import {measure, type TextStyle} from "../theme/measure.js";
import type {BarBox} from "./bars.js";
import {poleColours, poleNames} from "./marks.js";
import {Ground, placeLabel, type Box, type PlacedLabel} from "./place-labels.js";
import {gutterBlocks, scaleOptions, shortCount, type Plan} from "./score-plan.js";
import {scoreScale, type Placed, type System} from "./score-scale.js";

/** Lines of words in an empty half. */
export interface Note {lines: {text: string; style: TextStyle; fill: string}[]; x: number; y: number; anchor: "start" | "end"}

/** One line of the score, laid out around its zero: y is negative above the line. */
export interface Staff {
  system: System<ScoreRow>;
  boxes: {placed: Placed<ScoreRow>; box: BarBox}[];
  labels: {row: ScoreRow; label: PlacedLabel; style: TextStyle}[];
  notes: Note[];
  /** Extent above and below the line. */
  top: number;
  bottom: number;
}

const side: Record<Pole, -1 | 0 | 1> = {commitment: -1, neutral: 0, condemnation: 1};

/** Bars, labels and notes of every line of the score, each around its own zero. */
export function layStaves(plan: Plan): Staff[] {
  const systems = scoreScale(plan.rows.rows, scaleOptions(plan));
  const lay = () => systems.map((system, i) => layStaff(plan, system, i === 0));
  const staves = lay();
  // Without a gutter the poles are named in their empty halves; where a half has no room, in a key above.
  if (plan.keyed || plan.gutter || staves[0]!.notes.length === 2) return staves;
  plan.keyed = true;
  return lay();
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
