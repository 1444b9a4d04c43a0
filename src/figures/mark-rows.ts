import {poles, type Clause, type Pole} from "../schema.js";
import type {DrawOptions} from "./figure.js";
import type {Theme} from "../theme/theme.js";
import {measure} from "../theme/measure.js";
import {carry, mark, poleColours} from "./marks.js";
import {px, write, type Parent} from "./text.js";

/** How the clauses of a lane are drawn, from roomy to crowded; one grain for a whole figure, so that lengths compare. */
export type Grain =
  /** Numbered marks side by side. */
  | {kind: "numbered"; r: number; pitch: Record<Pole, number>}
  /** Small marks in two rows, without numbers. */
  | {kind: "packed"; r: number; pitch: number}
  /** One bar as long as the number of clauses, with the number. */
  | {kind: "bars"; perClause: number};

/** Three lanes side by side: the grain that fits them and their widths in px. */
export interface Lanes {
  grain: Grain;
  width: Record<Pole, number>;
}

/** Marks in a lane, at most, that carry their numbers, and that are drawn one by one. */
export const numberedMost = 8, packedMost = 60;

/**
 * The roomiest grain in which the lanes fit `room` px: numbers up to 8 marks a lane, small marks up to 60, else bars.
 * `least` is each lane's least width (its heading), `pad` its margin. What is left over goes to the two sides, evened out.
 */
export function fitLanes(most: Record<Pole, number>, least: Record<Pole, number>, pad: number, room: number, scale: number): Lanes {
  const widths = (grain: Grain) => Object.fromEntries(poles.map((pole) =>
    [pole, Math.max(least[pole], grainLength(grain, pole, most[pole]) + (grain.kind === "bars" ? countRoom * scale : 0) + pad)])) as Record<Pole, number>;
  const sum = (width: Record<Pole, number>) => width.commitment + width.neutral + width.condemnation;
  const total = poles.reduce((n, pole) => n + most[pole], 0), largest = Math.max(...poles.map((pole) => most[pole]));
  const candidates: [Grain, number][] = [
    ...[11.5, 10.5, 9.5].map((r): [Grain, number] => [{kind: "numbered", r: r * scale, pitch: {commitment: r * 2.52 * scale, neutral: r * 2.52 * scale, condemnation: r * 2.8 * scale}}, numberedMost]),
    [{kind: "packed", r: 4 * scale, pitch: 10.5 * scale}, packedMost],
    ...[1, 0.8, 0.6, 0.4].map((share): [Grain, number] => [{kind: "bars", perClause: Math.min(10 * scale, (share * (room - 3 * (pad + countRoom * scale))) / Math.max(1, total))}, Infinity])
  ];
  const [grain] = candidates.find(([tried, limit]) => largest <= limit && sum(widths(tried)) <= room) ?? candidates.at(-1)!;
  const width = widths(grain);
  let spare = Math.max(0, room - sum(width));
  const [small, large] = width.commitment < width.condemnation ? ["commitment", "condemnation"] as const : ["condemnation", "commitment"] as const;
  const even = Math.min(spare, width[large] - width[small]);
  width[small] += even;
  spare -= even;
  width.commitment += spare / 2;
  width.condemnation += spare / 2;
  return {grain, width};
}

/** Length in px of `n` clauses of a pole. */
export function grainLength(grain: Grain, pole: Pole, n: number): number {
  if (grain.kind === "numbered") return n * grain.pitch[pole];
  return grain.kind === "packed" ? Math.ceil(n / 2) * grain.pitch : n * grain.perClause;
}

// Room for the number at the end of a bar.
const countRoom = 32;

export interface LanePlace {
  pole: Pole;
  /** Where the lane begins: its inner end for "left" and "right", its middle for "middle". */
  x: number;
  y: number;
  grows: "left" | "right" | "middle";
  theme: Theme;
  options: DrawOptions;
  scale: number;
  /** Accessible name of a bar, before its numbers. */
  name: string;
}

/** Draws the clauses of one lane of one row, in reading order from left to right. */
export function drawLane(parent: Parent, clauses: Clause[], grain: Grain, place: LanePlace): void {
  if (clauses.length === 0) return;
  const {pole, x, y, grows, theme, options} = place;
  const length = grainLength(grain, pole, clauses.length);
  const from = grows === "left" ? x - length : grows === "right" ? x : x - length / 2;
  if (grain.kind === "bars") return drawCount(parent, clauses, from, length, place);
  if (grain.kind === "numbered") {
    const pitch = grain.pitch[pole];
    clauses.forEach((clause, i) => mark(parent, {clauses: [clause], x: from + (i + 0.5) * pitch, y, r: grain.r, label: clause.number, theme, options}));
    return;
  }
  const single = clauses.length === 1 ? 0 : grain.pitch / 2;
  clauses.forEach((clause, i) => mark(parent, {
    clauses: [clause], x: from + (Math.floor(i / 2) + 0.5) * grain.pitch, y: y + (i % 2 ? single : -single), r: grain.r,
    hit: Math.floor(grain.pitch), theme, options
  }));
}

function drawCount(parent: Parent, clauses: Clause[], from: number, length: number, {pole, y, grows, theme, options, scale: s, name}: LanePlace): void {
  const colours = poleColours(pole, theme), height = 16 * s, size = 12.5 * s, text = String(clauses.length);
  const link = carry(parent, clauses, options, `${name}: ${clauses.length === 1 ? "1 clause" : `${clauses.length} clauses`}`);
  link.append("rect").attr("class", "mark-shape").attr("x", px(from)).attr("y", px(y - height / 2)).attr("width", px(Math.max(1.5, length))).attr("height", px(height)).attr("rx", 1.5)
    .attr("fill", pole === "neutral" ? theme.bg : colours.mark).attr("stroke", pole === "neutral" ? colours.mark : null).attr("stroke-width", pole === "neutral" ? 1.2 : null);
  const inside = grows === "middle" && length > measure(text, {size, weight: 650}) + 6 * s;
  const at = inside ? {x: from + length / 2, anchor: "middle" as const} : grows === "left" ? {x: from - 5 * s, anchor: "end" as const} : {x: from + length + 5 * s, anchor: "start" as const};
  write(link, text, {size, weight: 650, ...at, y: y + size * 0.35, fill: colours.text}).attr("class", "mark-number").attr("aria-hidden", "true");
}
