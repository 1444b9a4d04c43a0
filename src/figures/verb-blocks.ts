import type {Clause} from "../schema.js";
import {measure, type TextStyle} from "../theme/measure.js";
import type {Body} from "./frame.js";
import {carry, mark} from "./marks.js";
import {runsWidth, wrapRuns, writeRuns} from "./runs.js";
import {write, type Parent} from "./text.js";

/** A verb with the clauses that it stands in; null where the verb stands outside them. */
export interface VerbClauses {
  lemma: string | null;
  label: string;
  occurrences: readonly {clause: Clause}[];
}

/** A piece of the drawing whose height is known before it is drawn. */
export interface Block {height: number; draw(g: Parent, top: number): void}

/** One side of a figure: `edge` is where marks stand, text runs away from it. */
export interface Column {edge: number; away: 1 | -1; width: number}

/** What a block is drawn with. */
export interface Setting {b: Body; k: number; column: Column; colour: string}

/** Where text starts on a side. */
export const anchor = (column: Column) => column.away === 1 ? "start" as const : "end" as const;

/** Every clause once, in the order given. */
export const distinct = (clauses: Clause[]) => [...new Set(clauses)];

/** The clauses of several verbs, each once. */
export const clausesOf = (groups: readonly VerbClauses[]) => distinct(groups.flatMap((group) => group.occurrences.map((item) => item.clause)));

/** How often several verbs stand in the text together. */
export const occurrences = (groups: readonly VerbClauses[]) => groups.reduce((sum, group) => sum + group.occurrences.length, 0);

/** Blocks below each other, `gap` px apart. */
export function stack(blocks: readonly Block[], gap = 0): Block {
  return {
    height: blocks.reduce((sum, block) => sum + block.height, 0) + Math.max(0, blocks.length - 1) * gap,
    draw(g, top) {
      let y = top;
      for (const block of blocks) {
        block.draw(g, y);
        y += block.height + gap;
      }
    }
  };
}

/** A piece of a line. */
export interface Token {width: number; draw(g: Parent, x: number, y: number): void}

/** Radius and distance in px of marks without numbers. */
export const dot = (k: number) => ({r: 4 * k, pitch: 10.5 * k});

/** A verb as a word of running matter: its lemma and "×n". */
export function wordToken(group: VerbClauses, room: number, {b, k, colour}: Setting): Token {
  const own = group.lemma !== null, small: TextStyle = {size: 12.5 * k};
  const times = `×${group.occurrences.length}`, gap = 5 * k;
  const left = room - measure(times, small) - 2 * gap, face = own ? "serif" as const : "sans" as const, weight = own ? 600 : 500;
  // A long verb is set smaller before it is cut.
  const size = [16.5, 15, 13.5, 12.5].map((tried) => Math.min(own ? 16.5 : 14, tried) * k).find((tried, i) => i === 3 || measure(group.label, {size: tried, weight, face}) <= left)!;
  const label = wrapRuns([{text: group.label, size, weight, face, fill: own ? colour : b.theme.ink2}], left);
  return {
    width: runsWidth(label) + gap + measure(times, small) + gap,
    draw(g, x, y) {
      const link = carry(g, clausesOf([group]), b.options);
      writeRuns(link, label, {x, y: y + 5.5 * k, leading: 0});
      write(link, times, {...small, x: x + runsWidth(label) + gap, y: y + 5.5 * k, fill: b.theme.ink2});
    }
  };
}

/** Draws a mark without a number. */
export const dotMark = (g: Parent, clause: Clause, x: number, y: number, {b, k}: Setting) =>
  void mark(g, {clauses: [clause], x, y, r: dot(k).r, hit: dot(k).pitch, theme: b.theme, options: b.options});

/** Distance of lines of verbs in px. */
export const rowPitch = 26;

interface FlowToken extends Token {
  /** Clauses that are lost from sight without it. */
  clauses: Clause[];
}

/** A verb with its marks; marks break over lines only where a line cannot hold them. */
function tokens(group: VerbClauses, setting: Setting, dots: boolean): FlowToken[] {
  const {k, column} = setting, {pitch} = dot(k), clauses = group.occurrences.map((item) => item.clause);
  const word = {...wordToken(group, column.width, setting), clauses: dots ? [] : clauses};
  if (!dots) return [word];
  const marks = clauses.map((clause): FlowToken => ({width: pitch, clauses: [clause], draw: (g, x, y) => dotMark(g, clause, x + pitch / 2, y + 0.5, setting)}));
  const width = word.width + marks.length * pitch;
  if (width > column.width) return [word, ...marks];
  return [{
    width, clauses,
    draw(g, x, y) {
      word.draw(g, x, y);
      marks.forEach((token, i) => token.draw(g, x + word.width + i * pitch, y));
    }
  }];
}

interface FlowLine {tokens: {token: FlowToken; x: number}[]; width: number}

function flowLines(groups: readonly VerbClauses[], setting: Setting, dots: boolean): FlowLine[] {
  const lines: FlowLine[] = [];
  for (const group of groups) tokens(group, setting, dots).forEach((token, i) => {
    const last = lines.at(-1), space = i ? 0 : 16 * setting.k;
    if (last && last.width + space + token.width <= setting.column.width) {
      last.tokens.push({token, x: last.width + space});
      last.width += space + token.width;
    } else lines.push({tokens: [{token, x: 0}], width: token.width});
  });
  return lines;
}

/** Verbs and their marks (without `dots` only verbs) run on in lines; what does not fit `maxLines` is counted at the end. */
export function flowBlock(groups: readonly VerbClauses[], maxLines: number, setting: Setting, dots = true): Block {
  const {b, k, column} = setting, pitch = rowPitch * k, more: TextStyle = {size: 13.5 * k};
  const all = flowLines(groups, setting, dots), lines = all.slice(0, maxLines);
  const hidden = all.slice(lines.length).flatMap((line) => line.tokens.flatMap(({token}) => token.clauses));
  const rest = () => `and ${hidden.length} more`;
  const end = lines.at(-1);
  const full = () => end!.width + 16 * k + measure(rest(), more) > column.width;
  if (hidden.length && end) while (end.tokens.length > 1 && full()) {
    hidden.unshift(...end.tokens.pop()!.token.clauses);
    const last = end.tokens.at(-1)!;
    end.width = last.x + last.token.width;
  }
  // The one verb of a line stays, and what is left out is counted below it.
  if (hidden.length && end && full()) lines.push({tokens: [], width: 0});
  return {
    height: lines.length * pitch + 4 * k,
    draw(g, top) {
      lines.forEach((line, i) => {
        const y = top + (i + 0.5) * pitch, tail = hidden.length && i === lines.length - 1 ? (line.width ? 16 * k : 0) + measure(rest(), more) : 0;
        const from = column.away === 1 ? column.edge : column.edge - line.width - tail;
        for (const {token, x} of line.tokens) token.draw(g, from + x, y);
        if (tail) write(carry(g, distinct(hidden), b.options), rest(), {...more, x: from + line.width + tail, y: y + 5 * k, anchor: "end", fill: b.theme.ink2});
      });
    }
  };
}
