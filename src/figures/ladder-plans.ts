import {joined, type Occurrence, type Piece, type Rung, type VerbGroup, type VerbLadderRows} from "../queries/verb-ladder.js";
import {measure, type TextStyle} from "../theme/measure.js";
import type {Body} from "./frame.js";
import {carry, carrySum, mark, poleColours, poleNames} from "./marks.js";
import {runsWidth, wrapRuns, writeRuns, type Run} from "./runs.js";
import {px, write, type Parent} from "./text.js";
import {anchor, clausesOf, distinct, dotMark, dot, flowBlock, occurrences, rowPitch, stack, wordToken, type Block, type Column, type Setting} from "./verb-blocks.js";
import {count} from "./words.js";

/** What the strengths are called. */
export const strengthNames = {3: "strong", 2: "plain", 1: "hedged"} as const;

/** The poles that verbs are set by. */
export type Side = "commitment" | "condemnation";
export const sides: Side[] = ["commitment", "condemnation"];

/** The verbs of one side, strongest first. */
export const onSide = (rows: VerbLadderRows, side: Side) => rows.rungs.flatMap((rung) => rung[side]);

const leadWords = (item: Occurrence) => joined(item.lead);

/**
 * How much of each verb is shown, from most to least: `verbs` heads each verb and shows up to three of its lines, `clauses` gives
 * each clause one line, `short` heads only verbs that recur and shows one line of each, `rows` shows marks in a row for each verb,
 * `flow` lets verbs and marks run on like words.
 */
export type Level = "verbs" | "clauses" | "short" | "rows" | "flow";

function runsOf(pieces: readonly Piece[], setting: {size: number; fill: string; weight?: number}): Run[] {
  return pieces.map((piece) => ({...setting, text: piece.text, glued: piece.glued, underline: piece.intensifier, face: "serif" as const,
    weight: piece.intensifier ? Math.max(600, setting.weight ?? 400) : setting.weight}));
}

function lineRuns({lead, plain, object}: Occurrence, size: number, b: Body): Run[] {
  return [...(plain ? [] : runsOf(lead, {size, fill: b.theme.ink, weight: 650})), ...runsOf(object, {size, fill: b.theme.ink})];
}

/** Verb and "×n" on one line; the verb stands next to the edge. */
function heading(g: Parent, group: VerbGroup, y: number, {b, k, column, colour}: Setting): void {
  const style: TextStyle = group.lemma === null ? {size: 15 * k, weight: 500} : {size: 22 * k, weight: 600, face: "serif"};
  const times = `×${group.occurrences.length}`, small: TextStyle = {size: 15 * k};
  const room = column.width - measure(times, small) - 12 * k;
  const lines = wrapRuns([{text: group.label, fill: group.lemma === null ? b.theme.ink2 : colour, ...style}], room);
  const link = carry(g, clausesOf([group]), b.options);
  writeRuns(link, lines, {x: column.edge, y, leading: 0, anchor: anchor(column)});
  write(link, times, {...small, x: column.edge + column.away * (runsWidth(lines) + 10 * k), y, anchor: anchor(column), fill: b.theme.ink2});
}

const manyMarks = 24;
// In a column narrower than this a clause's words take two lines.
const shortLine = 380;

/** All marks of a verb in rows; above 24 small and without numbers. */
function markRows(group: VerbGroup, {b, k, column}: Setting): Block {
  const many = group.occurrences.length > manyMarks;
  const r = many ? 4 : 10.5 * k, pitch = many ? 10.5 : (group.pole === "condemnation" ? 29 : 26) * k, row = many ? 11 : 29 * k;
  const each = Math.max(1, Math.floor((column.width - r) / pitch));
  return {
    height: Math.ceil(group.occurrences.length / each) * row,
    draw(g, top) {
      group.occurrences.forEach(({clause}, i) => mark(g, {
        clauses: [clause], r, label: clause.number, hit: Math.min(24, pitch), theme: b.theme, options: b.options,
        x: column.edge + column.away * ((i % each) * pitch + 13.7 * (many ? 0.4 : k)), y: top + (Math.floor(i / each) + 0.5) * row
      }));
    }
  };
}

/** A verb with its occurrences: every one with its mark up to three, else all marks and the first lines. */
function verbBlock(group: VerbGroup, level: Level, setting: Setting): Block {
  const {b, k, column} = setting;
  const folded = group.occurrences.length > 3;
  const shown = group.occurrences.slice(0, folded && level === "short" ? 1 : 3);
  const rest = group.occurrences.slice(shown.length);
  const marks = folded ? markRows(group, setting) : null;
  const size = 15.5 * k, inset = 34 * k, leading = 20 * k, deep = column.width < shortLine * k && b.height === null ? 2 : 1;
  const items = shown.map((item) => {
    const lines = wrapRuns(lineRuns(item, size, b), column.width - inset, deep);
    return {item, lines, height: (folded ? 25 : 31) * k + (lines.length - 1) * leading};
  });
  const end = items.reduce((sum, {height}) => sum + height, 0);
  const head = 34 * k, more = folded && rest.length ? 24 * k : 0;
  return {
    height: head + (marks?.height ?? 0) + end + more + 8 * k,
    draw(g, top) {
      heading(g, group, top + 20 * k, setting);
      marks?.draw(g, top + head);
      const start = top + head + (marks ? marks.height : 0);
      let y = start;
      for (const {item, lines, height} of items) {
        const middle = y + (folded ? 12.5 : 15.5) * k;
        const link = folded ? carry(g, [item.clause], b.options) : mark(g, {
          clauses: [item.clause], x: column.edge + column.away * 13.7 * k, y: middle, r: 10.5 * k, label: item.clause.number, theme: b.theme, options: b.options
        });
        if (folded) write(link, String(item.clause.number), {x: column.edge + column.away * 13.7 * k, y: middle + 5 * k, size: 12 * k, weight: 600, anchor: "middle", fill: b.theme.ink3});
        writeRuns(link, lines, {x: column.edge + column.away * inset, y: middle + 5 * k, leading, anchor: anchor(column)});
        y += height;
      }
      if (more) {
        const link = carry(g, distinct(rest.map((item) => item.clause)), b.options);
        write(link, `and ${rest.length} more`, {x: column.edge + column.away * inset, y: start + end + 15 * k, size: 13.5 * k, anchor: anchor(column), fill: b.theme.ink2});
      }
    }
  };
}

/** One line a clause (two where narrow), the verb large in the statement's face, its object beside it. */
function clauseBlock(item: Occurrence, group: VerbGroup, {b, k, column, colour}: Setting): Block {
  const inset = 32 * k, leading = 22 * k;
  const verb: Run[] = group.lemma === null ? []
    : item.lead.length ? runsOf(item.lead, {size: 17 * k, fill: colour, weight: 600})
      : [{text: group.label, size: 15 * k, fill: colour, weight: 600}];
  const lines = wrapRuns([...verb, ...runsOf(item.object, {size: 14.5 * k, fill: b.theme.ink})], column.width - inset, b.narrow ? 2 : 1);
  return {
    height: lines.length * leading + 10 * k,
    draw(g, top) {
      const link = mark(g, {clauses: [item.clause], x: column.edge + column.away * 13.7 * k, y: top + 12 * k, r: 10.5 * k, label: item.clause.number, theme: b.theme, options: b.options});
      writeRuns(link, lines, {x: column.edge + column.away * inset, y: top + 17.5 * k, leading, anchor: anchor(column)});
    }
  };
}

/** Occurrences in reading order; verbs that are joined in the text stand once. */
function clauseLines(groups: readonly VerbGroup[]): {item: Occurrence; group: VerbGroup}[] {
  const lines = new Map(groups.flatMap((group) => group.occurrences.map((item) => [`${item.clause.id} ${leadWords(item) || group.label}`, {item, group}])));
  return [...lines.values()].sort((a, b) => a.item.clause.number - b.item.clause.number);
}

/** One row a verb: its word next to the spine, its marks away from it, from a line that all verbs of the side share. */
function rowBlock(group: VerbGroup, labelWidth: number, setting: Setting): Block {
  const {k, column} = setting, {pitch} = dot(k);
  const word = wordToken(group, labelWidth, setting);
  const each = Math.max(1, Math.floor((column.width - labelWidth - 6 * k) / pitch));
  const lines = Math.ceil(group.occurrences.length / each), step = 12 * k;
  return {
    height: rowPitch * k + (lines - 1) * step,
    draw(g, top) {
      const y = top + rowPitch * k / 2;
      word.draw(g, column.away === 1 ? column.edge : column.edge - word.width + 5 * k, y);
      group.occurrences.forEach(({clause}, i) => dotMark(g, clause,
        column.edge + column.away * (labelWidth + 6 * k + (i % each + 0.5) * pitch), y + Math.floor(i / each) * step + 0.5, setting));
    }
  };
}

function rowsBlock(groups: readonly VerbGroup[], labelWidth: number, setting: Setting): Block {
  return stack(groups.map((group) => rowBlock(group, labelWidth, setting)));
}

function emptyBlock({b, k, column}: Setting): Block {
  return {height: 34 * k, draw: (g, top) => void write(g, "no clause", {x: column.edge, y: top + 19 * k, size: 14 * k, anchor: anchor(column), fill: b.theme.ink3})};
}

interface SidePlan {level: Level; maxLines: number; labelWidth: number}

function sideBlock(groups: readonly VerbGroup[], {level, maxLines, labelWidth}: SidePlan, setting: Setting): Block {
  if (!groups.length) return emptyBlock(setting);
  if (level === "flow") return flowBlock(groups, maxLines, setting);
  if (level === "rows") return rowsBlock(groups, labelWidth, setting);
  if (level === "clauses") return stack(clauseLines(groups).map(({item, group}) => clauseBlock(item, group, setting)));
  return stack(groups.map((group) => level === "short" && group.occurrences.length === 1
    ? clauseBlock(group.occurrences[0]!, group, setting)
    : verbBlock(group, level, setting)), (level === "short" ? 4 : 10) * setting.k);
}

/** Room that the longest verb of a side takes, at most two thirds of the column. */
function labelWidth(groups: readonly VerbGroup[], setting: Setting): number {
  return Math.min(setting.column.width * 0.66, 6 * setting.k + Math.max(0, ...groups.map((group) => wordToken(group, Infinity, setting).width)));
}

/** A layout whose height is known before it is drawn; `spare` px are left over. */
export interface Plan {height: number; draw(g: Parent, spare: number): void}

/** Two columns on either side of the spine that holds the strengths. */
export function acrossPlan(rows: VerbLadderRows, level: Level, maxLines: number, b: Body): Plan {
  const k = b.scale, middle = b.width / 2, half = 46 * k;
  const columns: Record<Side, Column> = {
    commitment: {edge: middle - half, away: -1, width: middle - half},
    condemnation: {edge: middle + half, away: 1, width: middle - half}
  };
  const setting = (side: Side): Setting => ({b, k, column: columns[side], colour: poleColours(side, b.theme).text});
  const label = Object.fromEntries(sides.map((side) => [side, labelWidth(onSide(rows, side), setting(side))]));
  const rungs = rows.rungs.map((rung) => {
    const blocks = sides.map((side) => sideBlock(rung[side], {level, maxLines, labelWidth: label[side]!}, setting(side)));
    return {rung, blocks, height: Math.max(70 * k, 12 * k + Math.max(...blocks.map((block) => block.height)) + 14 * k)};
  });
  const head = 34 * k;
  return {
    height: head + rungs.reduce((sum, rung) => sum + rung.height, 0),
    draw(g, spare) {
      for (const side of sides) {
        const own = onSide(rows, side), n = occurrences(own), style: TextStyle = {size: 16 * k, weight: 750};
        const full = `${poleNames[side]} verbs, ${count(n, "occurrence")}`;
        write(carrySum(g, clausesOf(own), b.options, `${poleNames[side]} verbs`), measure(full, style) <= columns[side].width ? full : `${poleNames[side]} verbs, ${n}`, {
          ...style, x: columns[side].edge, y: 16 * k, anchor: anchor(columns[side]), fill: poleColours(side, b.theme).text
        });
      }
      rule(g, head, b, b.theme.mark, 2);
      let y = head;
      rungs.forEach(({rung, blocks, height}, i) => {
        if (i) rule(g, y, b, b.theme.rule, 1);
        const inset = 12 * k + spare / 6;
        strengthLabel(g, rung, middle, y + inset, b);
        blocks.forEach((block) => block.draw(g, y + inset));
        y += height + spare / 3;
      });
    }
  };
}

/** Narrow: each strength with commitment above and condemnation below. */
export function downPlan(rows: VerbLadderRows, level: Level, maxLines: number, b: Body): Plan {
  const k = b.scale, column: Column = {edge: 0, away: 1, width: b.width};
  const setting = (side: Side): Setting => ({b, k, column, colour: poleColours(side, b.theme).text});
  const nothing: Block = {height: 0, draw: () => {}};
  const width = Math.max(...sides.map((side) => labelWidth(onSide(rows, side), setting(side))));
  const rungs = rows.rungs.map((rung) => ({
    rung, blocks: sides.map((side) => rung[side].length ? sideBlock(rung[side], {level, maxLines, labelWidth: width}, setting(side)) : nothing)
  }));
  const head = 44 * k, name = 26 * k, gap = 8 * k;
  return {
    height: rungs.reduce((sum, rung) => sum + head + rung.blocks.reduce((total, block) => total + name + block.height + gap, 0) + gap, 0),
    draw(g) {
      let y = 0;
      for (const {rung, blocks} of rungs) {
        rule(g, y, b, y ? b.theme.rule : b.theme.mark, y ? 1 : 2);
        const digit = write(g, String(rung.strength), {y: y + 31 * k, size: 24 * k, weight: 800, fill: b.theme.ink});
        digit.append("tspan").attr("font-size", px(14 * k)).attr("font-weight", 400).attr("fill", b.theme.ink2).attr("dx", px(7 * k)).text(strengthNames[rung.strength]);
        y += head;
        blocks.forEach((block, i) => {
          const side = sides[i]!;
          const own = clausesOf(rung[side]);
          write(carrySum(g, own, b.options, `${poleNames[side]}, ${strengthNames[rung.strength]}`), `${poleNames[side]}, ${count(own.length, "clause")}`.replace(", 0 clauses", ": no clause"), {y: y + 15 * k, size: 14 * k, weight: 700, fill: poleColours(side, b.theme).text});
          block.draw(g, y + name);
          y += name + block.height + gap;
        });
        y += gap;
      }
    }
  };
}

function rule(g: Parent, y: number, b: Body, stroke: string, width: number): void {
  g.append("line").attr("x2", px(b.width)).attr("y1", px(y)).attr("y2", px(y)).attr("stroke", stroke).attr("stroke-width", width);
}

function strengthLabel(g: Parent, rung: Rung, x: number, y: number, b: Body): void {
  const k = b.scale;
  write(g, String(rung.strength), {x, y: y + 24 * k, size: 26 * k, weight: 800, anchor: "middle", fill: b.theme.ink});
  write(g, strengthNames[rung.strength], {x, y: y + 43 * k, size: 13 * k, anchor: "middle", fill: b.theme.ink2});
}
