import type {Pole} from "../schema.js";
import type {ScoreRow, ScoreRows} from "../queries/stance-score.js";
import {measure, type TextStyle} from "../theme/measure.js";
import {bar, hatch, isDoubtful} from "./bars.js";
import type {Body} from "./frame.js";
import {carrySum, carry, poleColours, poleNames} from "./marks.js";
import {rulerLabels} from "./ruler.js";
import {drawLegend, legendRows} from "./score-legend.js";
import {gutterBlocks, isNumbered, keyHeight, planScore, rulerHeight, shortCount, type Plan} from "./score-plan.js";
import type {System} from "./score-scale.js";
import {layStaves, type Staff} from "./score-staff.js";
import {px, write, type Parent} from "./text.js";

/** The score read across, for 600 px and more. Returns its height. */
export function drawAcross(b: Body, rows: ScoreRows): number {
  if (rows.rows.length === 0) {
    write(b.g, "No clause was coded", {y: 20 * b.scale, size: 18 * b.scale, weight: 650, fill: b.theme.ink});
    return 40 * b.scale;
  }
  const plan = planScore(b, rows);
  const legend = legendRows(b, rows);
  const staves = arrange(plan, legend.height), {keyed} = plan;
  b.g.attr("data-lens", plan.mode === "single" ? null : "");
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
  drawLegend(b, legend, y, hatching);
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
    write(carrySum(g, plan.rows.poles[block.pole].clauses, options, poleNames[block.pole]), block.lines, {...block.text, y: block.y + block.text.size * 1.45, leading: block.text.size * 1.42, fill: theme.ink2});
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

function drawKey({b, rows, style}: Plan): void {
  const where: Record<Pole, string> = {commitment: "above the line: ", neutral: "on the line: ", condemnation: "below the line: "};
  const small: TextStyle = {size: 13 * b.scale}, shown = ["commitment", "neutral", "condemnation"] as const, column = b.width / 3;
  const roomy = shown.every((pole) => measure(where[pole] + shortCount(rows.poles[pole]), small) < column - 10 * b.scale);
  shown.forEach((pole, i) => {
    write(b.g, poleNames[pole], {...style.name, x: i * column, y: 16 * b.scale, fill: poleColours(pole, b.theme).text});
    write(carrySum(b.g, rows.poles[pole].clauses, b.options, poleNames[pole]), (roomy ? where[pole] : "") + shortCount(rows.poles[pole]), {...small, x: i * column, y: 35 * b.scale, fill: b.theme.ink2});
  });
}
