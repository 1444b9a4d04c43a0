import type {Pole} from "../schema.js";
import type {PoleCount, ScoreRows} from "../queries/stance-score.js";
import {measure, type TextStyle} from "../theme/measure.js";
import {legible, type Body} from "./frame.js";
import {poleNames} from "./marks.js";
import type {Box} from "./place-labels.js";
import type {ScaleOptions} from "./score-scale.js";
import {count} from "./words.js";

/** How crowded the score is: one line, several with pole labels, or thin bars with the strong clauses named. */
export type Mode = "single" | "wrapped" | "dense";

/** The measures of a score that is read across; on a slide `arrange` changes step, lines and label rows until it fits. */
export interface Plan {
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

/** Measures for this many clauses in this room. */
export function planScore(b: Body, rows: ScoreRows): Plan {
  const s = b.scale, n = rows.rows.length;
  const mode: Mode = n <= 40 ? "single" : n <= 150 ? "wrapped" : "dense";
  const embed = b.width / s < 900;
  const style: Plan["style"] = {
    verb: {size: (embed || mode !== "single" ? 13.5 : 15) * s, weight: 600, face: "serif"},
    neutralVerb: {size: 15 * s, weight: 500, face: "serif"},
    describes: {size: 13.5 * s},
    name: {size: 17.5 * s, weight: 750},
    count: {size: 14.5 * s},
    ruler: {size: legible(b, mode === "single" ? 12.5 : 11.5) * s},
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

/** How clauses are laid end to end. */
export function scaleOptions({b, mode, x0, x1, systems}: Plan): ScaleOptions {
  const s = b.scale, length = x1 - x0, slide = b.height !== null;
  if (mode === "dense") return {length, systems, gap: 0, paragraphGap: slide ? 0 : 2 * s, min: slide ? 0.5 : 2, maxPerWord: 2 * s};
  return mode === "single" ? {length, systems, gap: 2 * s, paragraphGap: 10 * s, min: 3 * s, maxPerWord: 9 * s}
    : {length, systems, gap: (slide ? 1 : 1.5) * s, paragraphGap: (slide ? 4 : 8) * s, min: (slide ? 1.5 : 3) * s, maxPerWord: 9 * s};
}

/** Whether the ruler has clause numbers: thin bars, and several lines on a slide, have paragraphs only. */
export const isNumbered = ({b, mode}: Plan) => mode === "single" || (mode === "wrapped" && b.height === null);
/** Height in px of the ruler below a line. */
export const rulerHeight = (plan: Plan): number => (isNumbered(plan) ? 52 : 28) * plan.b.scale;

/** Height in px of the row that names the poles where there is no gutter. */
export const keyHeight = ({b}: Plan): number => 58 * b.scale;

interface Block {pole: Pole; y: number; lines: string[]; text: TextStyle; box: Box}

/** "4 clauses, 124 words". */
export const shortCount = ({clauses, words}: PoleCount) => `${count(clauses.length, "clause")}, ${count(words, "word")}`;

function gutterWidth({poles: counts}: ScoreRows, style: Plan["style"], b: Body): number {
  const lines = b.height === null ? [] : Object.values(counts).map((own) => measure(shortCount(own), style.ruler));
  return Math.max(measure(poleNames.condemnation, style.name), ...lines);
}

/** Name, clauses and words of each pole in the left gutter; on a low slide the counts share a line. */
export function gutterBlocks({rows, step, style, b}: Plan): Block[] {
  const s = b.scale, low = b.height !== null && step < 44 * s, text = low ? style.ruler : style.count;
  const at: Record<Pole, number> = {commitment: (low ? -2.5 : -2.45) * step, neutral: -7 * s, condemnation: (low ? 2.5 : 1.85) * step};
  return (["commitment", "neutral", "condemnation"] as const).map((pole) => {
    const own = rows.poles[pole], lines = low ? [shortCount(own)] : [count(own.clauses.length, "clause"), count(own.words, "word")];
    const width = Math.max(measure(poleNames[pole], style.name), ...lines.map((line) => measure(line, text)));
    return {pole, y: at[pole], lines, text, box: {x0: 0, x1: width + 4 * s, y0: at[pole] - style.name.size, y1: at[pole] + (1 + lines.length) * 1.42 * text.size}};
  });
}
