import type {Clause} from "../schema.js";

export interface Placed<Row> {
  row: Row;
  x: number;
  width: number;
}

export interface System<Row> {
  bars: Placed<Row>[];
  /** Extent of each paragraph's bars. */
  paragraphs: {number: number; x0: number; x1: number}[];
  x1: number;
}

export interface ScaleOptions {
  /** Room in px along the line. */
  length: number;
  /** Gap between clauses, and between paragraphs. */
  gap: number;
  paragraphGap: number;
  /** Least length of a bar. */
  min: number;
  /** Greatest px a word, so that three clauses do not fill a page. */
  maxPerWord: number;
  /** Lines that may be used. */
  systems: number;
}

/**
 * Lays clauses end to end in reading order, their length linear in words, on at most `systems` lines of one scale.
 * A line breaks before a paragraph, inside one only where the paragraph alone is too long for a line.
 */
export function scoreScale<Row extends {clause: Clause}>(rows: readonly Row[], options: ScaleOptions): System<Row>[] {
  let low = 0, high = options.maxPerWord;
  let best = lay(rows, 0, options);
  const top = lay(rows, high, options);
  if (top.length <= options.systems) return top;
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2, tried = lay(rows, middle, options);
    if (tried.length <= options.systems) [low, best] = [middle, tried];
    else high = middle;
  }
  return best;
}

function lay<Row extends {clause: Clause}>(rows: readonly Row[], perWord: number, {length, gap, paragraphGap, min}: ScaleOptions): System<Row>[] {
  const systems: System<Row>[] = [];
  let system: System<Row> | null = null;
  const open = () => { system = {bars: [], paragraphs: [], x1: 0}; systems.push(system); return system; };
  for (const part of byParagraph(rows)) {
    const widths = part.map((row) => Math.max(min, perWord * row.clause.words));
    const total = widths.reduce((a, b) => a + b, 0) + gap * (part.length - 1);
    let line: System<Row> = system ?? open();
    if (line.bars.length && line.x1 + paragraphGap + total > length) line = open();
    let x = line.bars.length ? line.x1 + paragraphGap : 0, from = x;
    part.forEach((row, i) => {
      if (i > 0) x += gap;
      if (x + widths[i]! > length + 0.01 && line.bars.length && x > from) {
        line.paragraphs.push({number: row.clause.paragraph, x0: from, x1: line.x1});
        line = open();
        x = from = 0;
      }
      line.bars.push({row, x, width: widths[i]!});
      x += widths[i]!;
      line.x1 = x;
    });
    line.paragraphs.push({number: part[0]!.clause.paragraph, x0: from, x1: line.x1});
    system = line;
  }
  return systems;
}

/** Neighbouring rows of one paragraph. */
export function byParagraph<Row extends {clause: Clause}>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last && last[0]!.clause.paragraph === row.clause.paragraph) last.push(row);
    else parts.push([row]);
  }
  return parts;
}
