import type {ScoreRow, ScoreRows} from "../queries/stance-score.js";
import {measure, truncate, wrap, type TextStyle} from "../theme/measure.js";
import {bar, hatch, isDoubtful, type BarBox} from "./bars.js";
import type {Body} from "./frame.js";
import {carry, carrySum, poleColours, poleNames} from "./marks.js";
import {drawLegend, legendRows} from "./score-legend.js";
import {byParagraph} from "./score-scale.js";
import {px, write} from "./text.js";
import {count} from "./words.js";

interface Columns {axis: number; step: number; number: number; verb: number; verbWidth: number; right: number}

/** The score turned to read down, for widths below 600 px: commitment left, condemnation right. Returns its height. */
export function drawDown(b: Body, rows: ScoreRows): number {
  const s = b.scale;
  if (rows.rows.length === 0) {
    write(b.g, "No clause was coded", {y: 20 * s, size: 17 * s, weight: 650, fill: b.theme.ink});
    return 34 * s;
  }
  const dense = rows.rows.length > 150;
  b.g.attr("data-lens", dense ? "" : null);
  const columns = columnsOf(b, dense);
  const head = drawHead(b, rows, columns);
  const hatching = hatch(b.defs, b.id("hatch"), b.theme, s);
  const staff = b.g.append("g");
  const perWord = (rows.rows.length <= 40 ? 2 : rows.rows.length <= 150 ? 1.1 : 0.2) * s;
  const gap = (dense ? 0 : 2) * s, paragraphGap = (dense ? 3 : rows.rows.length > 40 ? 8 : 12) * s;
  const bracket = (rows.rows.some(({clause}) => clause.paragraph > 99) ? 27 : 22) * s;
  let y = head, labelled = -Infinity, tick = -Infinity;
  for (const part of byParagraph(rows.rows)) {
    const from = y, n = part[0]!.clause.paragraph;
    part.forEach((row, i) => {
      if (i > 0) y += gap;
      const lines = verbLines(row, b, columns, dense);
      const height = Math.max(dense ? 3 * s : lines.length * 16.5 * s + 3 * s, row.clause.words * perWord);
      const named = !dense || (row.clause.strength === 3 && row.clause.pole !== "neutral" && row.in && y - labelled > 17 * s);
      if (named && dense) labelled = y;
      drawRow(b, row, {y, height}, columns, hatching, named ? lines : []);
      y += height;
    });
    b.g.append("line").attr("x1", px(bracket)).attr("x2", px(bracket)).attr("y1", px(from)).attr("y2", px(y)).attr("stroke", b.theme.ink3).attr("stroke-width", px(1.4 * s));
    if (from - tick >= 15 * s) {
      write(b.g, String(n), {size: 12.5 * s, weight: 650, x: 0, y: from + 11 * s, fill: b.theme.ink2});
      tick = from;
    }
    y += paragraphGap;
  }
  y -= paragraphGap;
  for (let k = -3; k <= 3; k++) {
    const x = columns.axis + k * columns.step;
    staff.append("line").attr("x1", px(x)).attr("x2", px(x)).attr("y1", px(head - 8 * s)).attr("y2", px(y)).attr("stroke", k ? b.theme.hair : b.theme.mark);
  }
  const legend = legendRows(b, rows);
  drawLegend(b, legend, y + 14 * s, hatching);
  return y + 18 * s + legend.height;
}

function columnsOf({width, scale: s}: Body, dense: boolean): Columns {
  // Few verbs are named in a dense score, so that its bars may be longer.
  const verbWidth = dense ? Math.max(86 * s, width * 0.26) : Math.max(116 * s, width * 0.34), number = 30 * s, left = 34 * s;
  const step = (width - verbWidth - number - left - 10 * s) / 6;
  const axis = left + 3 * step;
  return {axis, step, number: width - verbWidth - 6 * s, verb: width - verbWidth, verbWidth, right: axis + 3 * step};
}

function drawHead({g, theme, scale: s, options}: Body, rows: ScoreRows, {axis, step}: Columns): number {
  const name: TextStyle = {size: 15.5 * s, weight: 750};
  // Where the names are wider than their halves, both move to the right.
  const end = Math.max(axis - 7 * s, measure(poleNames.commitment, name)), start = Math.max(axis + 7 * s, end + 10 * s);
  for (const pole of ["commitment", "condemnation"] as const) {
    const {clauses} = rows.poles[pole];
    const place = pole === "commitment" ? {x: end, anchor: "end" as const} : {x: start};
    write(g, poleNames[pole], {...name, ...place, y: 14 * s, fill: poleColours(pole, theme).text});
    write(carrySum(g, clauses, options, poleNames[pole]), clauses.length ? count(clauses.length, "clause") : "no clause", {size: 13 * s, ...place, y: 31 * s, fill: theme.ink2});
  }
  for (const k of [-3, -2, -1, 1, 2, 3]) write(g, String(Math.abs(k)), {size: 12 * s, x: axis + k * step, y: 50 * s, anchor: "middle", fill: theme.ink3});
  write(g, "¶", {size: 12 * s, y: 50 * s, fill: theme.ink3});
  return 64 * s;
}

function verbStyle(row: ScoreRow, s: number): TextStyle {
  return row.verb === null ? {size: 13 * s} : {size: 14 * s, weight: row.clause.pole === "neutral" ? 500 : 600, face: "serif"};
}

function verbLines(row: ScoreRow, {scale: s}: Body, {verbWidth}: Columns, dense: boolean): string[] {
  const style = verbStyle(row, s), text = row.verb ?? (row.clause.stance === "describe" ? "(describes)" : `(${row.clause.stance})`);
  // A cut at the gap inside a verb needs no second sign.
  return dense ? [truncate(text, verbWidth, {...style, size: 12.5 * s}).replace(/(?:\s*…)+$/, " …")] : wrap(text, verbWidth, style, 2);
}

function drawRow({g, theme, scale: s, options}: Body, row: ScoreRow, {y, height}: {y: number; height: number}, {axis, step, number, verb}: Columns, hatching: string, lines: string[]): void {
  const {clause} = row, link = carry(g, [clause], options);
  const half = clause.stance === "describe" ? 1.5 * s : clause.strength * Math.min(5 * s, step / 5);
  const long = clause.strength * step;
  const box: BarBox = clause.pole === "commitment" ? {x: axis - long, y, width: long, height, edge: "left"}
    : clause.pole === "condemnation" ? {x: axis, y, width: long, height, edge: "right"}
    : {x: axis - half, y, width: 2 * half, height, edge: null};
  // The whole row reacts, so that a finger finds a bar of 19 px.
  link.append("rect").attr("class", "mark-hit").attr("x", px(24 * s)).attr("y", px(y)).attr("width", px(Math.max(24, options.width - 24 * s - 48))).attr("height", px(height)).attr("fill", "transparent");
  bar(link, clause.stance, box, {theme, hatch: hatching, doubtful: isDoubtful(clause, options), faint: !row.in, scale: s});
  if (lines.length === 0) return;
  const style = verbStyle(row, s), middle = y + height / 2 - ((lines.length - 1) * 16.5 * s) / 2 + style.size * 0.34;
  write(link, String(clause.number), {size: 12 * s, x: number, y: middle, anchor: "end", fill: theme.ink3}).attr("class", "mark-number").attr("aria-hidden", "true");
  write(link, lines, {...style, x: verb, y: middle, leading: 16.5 * s, fill: row.in ? poleColours(clause.pole, theme).text : theme.ink3}).attr("aria-hidden", "true");
}
