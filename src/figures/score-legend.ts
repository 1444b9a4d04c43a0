import {stances} from "../schema.js";
import type {ScoreRows} from "../queries/stance-score.js";
import {measure} from "../theme/measure.js";
import {bar, isDoubtful, type BarBox} from "./bars.js";
import type {Body} from "./frame.js";
import {px, write} from "./text.js";

interface Legend {items: {stance: (typeof stances)[number] | "doubtful"; x: number; row: number}[]; height: number}

/** The classes that stand in the score, with their patterns, in as many lines as the width asks for. */
export function legendRows(b: Body, rows: ScoreRows): Legend {
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

/** Draws the legend from `y` on. */
export function drawLegend(b: Body, {items}: Legend, y: number, hatching: string): void {
  const s = b.scale, g = b.g.append("g").attr("class", "score-legend").attr("aria-hidden", "true").attr("transform", `translate(0,${px(y)})`);
  for (const {stance, x, row} of items) {
    const box: BarBox = {x, y: (row * 22 + 6) * s, width: 22 * s, height: 11 * s, edge: b.narrow ? (stance === "support" ? "left" : "right") : stance === "support" ? "top" : "bottom"};
    bar(g, stance === "doubtful" ? "norm" : stance, box, {theme: b.theme, hatch: hatching, doubtful: stance === "doubtful", scale: s});
    write(g, stance, {size: 13.5 * s, x: x + 29 * s, y: (row * 22 + 16.5) * s, fill: b.theme.ink2});
  }
}
