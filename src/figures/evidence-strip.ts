import {select} from "d3-selection";
import type {Clause, Tables} from "../schema.js";
import type {Theme} from "../theme/theme.js";
import {poleColours} from "./marks.js";
import {scoreScale} from "./score-scale.js";
import {px} from "./text.js";
import {count, ranges} from "./words.js";

export interface StripOptions {
  /** Width in px. */
  width: number;
  theme: Theme;
  document: Document;
  /** Height in px, 22 by default. */
  height?: number;
}

/**
 * The score at 22 px: every clause faint, those that a sentence rests on in full colour and double height. It stands under a
 * finding as its footnote. Neighbours of one kind that are narrower than 1 px are merged.
 */
export function evidenceStrip(tables: Tables, clauseIds: readonly string[], {width, theme, document, height = 22}: StripOptions): SVGSVGElement {
  const lit = new Set(clauseIds);
  const middle = height / 2, step = (height / 2 - 1) / 6;
  const kept = tables.clauses.filter((clause) => lit.has(clause.id));
  const svg = select(document.createElementNS("http://www.w3.org/2000/svg", "svg") as SVGSVGElement)
    .attr("xmlns", "http://www.w3.org/2000/svg").attr("class", "evidence-strip").attr("role", "img")
    .attr("aria-label", kept.length ? `${count(kept.length, "clause")} of ${tables.clauses.length}: ${ranges(kept.map((clause) => clause.number))}` : `no clause of ${tables.clauses.length}`)
    .attr("width", width).attr("height", height).attr("viewBox", `0 0 ${width} ${height}`)
    .attr("data-clauses", clauseIds.join(" "));
  svg.append("line").attr("x2", width).attr("y1", px(middle)).attr("y2", px(middle)).attr("stroke", theme.rule);
  const many = tables.clauses.length > 150;
  const [system] = scoreScale(tables.clauses.map((clause) => ({clause})), {length: width, gap: many ? 0 : 1, paragraphGap: many ? 0 : 3, min: 0, maxPerWord: 6, systems: 1});
  let last: {key: string; x0: number; x1: number; clause: Clause} | null = null;
  const flush = () => {
    if (!last) return;
    const {clause, x0, x1} = last, on = lit.has(clause.id);
    const reach = step * (clause.pole === "neutral" ? 0.8 : clause.strength) * (on ? 2 : 1);
    const y = clause.pole === "condemnation" ? middle : middle - reach;
    svg.append("rect").attr("x", px(x0)).attr("width", px(Math.max(0.7, x1 - x0))).attr("y", px(y)).attr("height", px(clause.pole === "neutral" ? 2 * reach : reach))
      .attr("fill", on ? poleColours(clause.pole, theme).mark : theme.faint);
  };
  for (const {row: {clause}, x, width: w} of system?.bars ?? []) {
    const key = `${clause.pole} ${clause.strength} ${lit.has(clause.id)}`;
    if (last && last.key === key && w < 1 && x - last.x1 < 0.1) last.x1 = x + w;
    else {
      flush();
      last = {key, x0: x, x1: x + w, clause};
    }
  }
  flush();
  return svg.node()!;
}
