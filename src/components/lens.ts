import {select} from "d3-selection";
import {bar, hatch, type BarBox} from "../figures/bars.js";
import {poleColours} from "../figures/marks.js";
import {px, write, type Parent} from "../figures/text.js";
import {verbsByClause} from "../queries/stance-words.js";
import {verbWords} from "../queries/stance-score.js";
import type {Clause, Tables} from "../schema.js";
import {truncate, type TextStyle} from "../theme/measure.js";
import {page as theme, sans} from "../theme/theme.js";

const shown = 5, column = 68, height = 72, middle = height / 2, unit = 7;
const verb: TextStyle = {size: 12.5, weight: 600, face: "serif"};

/** The clauses around the given ones in reading order, `shown` of them where the statement has as many. */
function windowOf(clauses: readonly Clause[], around: readonly Clause[]): readonly Clause[] {
  const centre = (around[0]!.number + around.at(-1)!.number) / 2 - 1;
  const from = Math.max(0, Math.min(Math.round(centre - (shown - 1) / 2), clauses.length - shown));
  return clauses.slice(from, from + shown);
}

function boxOf(clause: Clause, x: number, most: number): BarBox {
  const width = 14 + 42 * clause.words / most, left = x - width / 2, reach = clause.strength * unit;
  if (clause.pole === "commitment") return {x: left, y: middle - reach, width, height: reach, edge: "top"};
  if (clause.pole === "condemnation") return {x: left, y: middle, width, height: reach, edge: "bottom"};
  const half = clause.stance === "describe" ? 1.5 : clause.strength * 2;
  return {x: left, y: middle - half, width, height: 2 * half, edge: null};
}

function drawClause(g: Parent, clause: Clause, x: number, {most, pointed, words, hatching}: {most: number; pointed: boolean; words: string | null; hatching: string}): void {
  const box = boxOf(clause, x, most), down = clause.pole === "condemnation", outer = down ? box.y + box.height + 12 : box.y - 5;
  bar(g, clause.stance, box, {theme, hatch: hatching, doubtful: clause.doubts.length > 0});
  const inner = down ? middle - 5 : clause.pole === "neutral" ? box.y + box.height + 13 : middle + 13;
  write(g, String(clause.number), {size: 12, weight: pointed ? 750 : 400, x, y: inner, anchor: "middle", fill: pointed ? theme.ink : theme.ink3});
  if (words) write(g, truncate(words.replaceAll("\u00a0", " "), column - 5, verb), {...verb, x, y: outer, anchor: "middle", fill: pointed ? poleColours(clause.pole, theme).text : theme.ink2});
}

/** A crowded score enlarged around some clauses, 72 px high: bars, numbers and verbs of five in reading order. */
export function drawLens(tables: Tables, around: readonly Clause[]): SVGSVGElement {
  const clauses = windowOf(tables.clauses, around), verbs = verbsByClause(tables.verbs), width = clauses.length * column;
  const svg = select(document.createElementNS("http://www.w3.org/2000/svg", "svg")).attr("class", "lens").attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height).attr("font-family", sans);
  const hatching = hatch(svg.append("defs"), "lens-hatch", theme), most = Math.max(...clauses.map((clause) => clause.words));
  svg.append("line").attr("x2", width).attr("y1", middle).attr("y2", middle).attr("stroke", theme.rule);
  clauses.forEach((clause, i) => drawClause(svg, clause, px((i + 0.5) * column), {
    most, pointed: around.includes(clause), words: verbWords(clause, verbs.get(clause.id) ?? [], tables.statement.text), hatching
  }));
  return svg.node()!;
}
