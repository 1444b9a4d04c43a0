import {measure, type TextStyle} from "../theme/measure.js";

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

export interface LabelWish {
  text: string;
  style: TextStyle;
  /** Extent of the bar that it names. */
  x0: number;
  x1: number;
  /** Outer end of the bar, and the way out: -1 up, 1 down. */
  y: number;
  way: -1 | 1;
  /** Rows to try, 1 for "next to the bar only". */
  rows: number;
}

export interface PlacedLabel {
  lines: string[];
  x: number;
  anchor: "start" | "middle" | "end";
  /** Baseline of the first line, and the distance of baselines. */
  y: number;
  leading: number;
  box: Box;
  leader: {x: number; y0: number; y1: number} | null;
}

/** What labels must stay clear of. Two labels in one row keep 0.75 em, or they read as a phrase. */
export class Ground {
  readonly solid: Box[] = [];
  readonly labels: Box[] = [];
  constructor(readonly bounds: {x0: number; x1: number}) {}

  isFree(box: Box, gap: number): boolean {
    const wide = {x0: box.x0 - gap, x1: box.x1 + gap, y0: box.y0, y1: box.y1};
    return box.x0 >= this.bounds.x0 && box.x1 <= this.bounds.x1
      && !this.solid.some((other) => overlap(box, other)) && !this.labels.some((other) => overlap(wide, other));
  }
}

const gapBelowBar = 4;

/**
 * Finds room for a label at the end of its bar. Tried in turn: the row at the bar, broken in two lines where the label is
 * wider than the bar, set left, right, centred, then slid; then the rows beyond, with a leader anywhere in the bar.
 * Null where no row has room.
 */
export function placeLabel(wish: LabelWish, ground: Ground): PlacedLabel | null {
  const {style, text, x0, x1} = wish;
  const leading = style.size * 1.18, gap = style.size * 0.75, barWidth = x1 - x0;
  const whole = measure(text, style);
  const variants = !text.includes(" ") ? [[text]] : whole <= barWidth * 1.25 ? [[text], halves(text, style)] : [halves(text, style), [text]];
  for (let row = 0; row < wish.rows; row++) {
    for (const lines of variants) {
      const width = Math.max(...lines.map((line) => measure(line, style)));
      const height = lines.length * leading, away = gapBelowBar + row * leading * 1.02;
      const y0 = wish.way < 0 ? wish.y - away - height : wish.y + away;
      for (const {left, anchor} of places(x0, x1, width, row > 0)) {
        const box = {x0: left, x1: left + width, y0, y1: y0 + height};
        if (!ground.isFree(box, gap)) continue;
        const leader = row === 0 ? null : findLeader(wish, box, ground);
        if (row > 0 && !leader) continue;
        ground.labels.push(box);
        if (leader) ground.solid.push({x0: leader.x - 3, x1: leader.x + 3, y0: Math.min(leader.y0, leader.y1), y1: Math.max(leader.y0, leader.y1)});
        const x = anchor === "start" ? box.x0 : anchor === "end" ? box.x1 : (box.x0 + box.x1) / 2;
        return {lines, x, anchor, y: y0 + style.size * 0.9, leading, box, leader};
      }
    }
  }
  return null;
}

function halves(text: string, style: TextStyle): string[] {
  const words = text.split(" ");
  const breaks = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(" "), words.slice(i + 1).join(" ")]);
  const width = (lines: string[]) => Math.max(...lines.map((line) => measure(line, style)));
  const even = breaks.reduce((best, lines) => width(lines) < width(best) ? lines : best);
  // A gap in the words is the natural place to break.
  const gap = breaks.find(([first]) => first!.endsWith("…"));
  return gap && width(gap) < 1.4 * width(even) ? gap : even;
}

interface Place {left: number; anchor: "start" | "middle" | "end"}

// At the bar, at least 40 % of the label (or all of a thin bar) stays over the bar; with a leader, an edge is enough.
function places(x0: number, x1: number, width: number, led: boolean): Place[] {
  const over = led ? Math.min(6, x1 - x0) : Math.min(0.4 * width, x1 - x0);
  const all: Place[] = [{left: x0, anchor: "start"}, {left: x1 - width, anchor: "end"}, {left: (x0 + x1 - width) / 2, anchor: "middle"}];
  const from = x0 + over - width, to = x1 - over;
  const steps = 12;
  for (let i = 0; i <= steps; i++) all.push({left: from + ((to - from) * i) / steps, anchor: "middle"});
  const centre = (x0 + x1 - width) / 2;
  return led ? all.sort((a, b) => Math.abs(a.left - centre) - Math.abs(b.left - centre)) : all;
}

function findLeader(wish: LabelWish, box: Box, ground: Ground): PlacedLabel["leader"] {
  const from = Math.max(wish.x0 + 1, box.x0 + 2), to = Math.min(wish.x1 - 1, box.x1 - 2);
  if (to < from) return null;
  const y0 = wish.y + wish.way * 2, y1 = wish.way < 0 ? box.y1 - 1 : box.y0 + 1;
  for (const share of [0.5, 0.25, 0.75, 0.1, 0.9, 0, 1]) {
    const x = from + share * (to - from);
    const line = {x0: x - 3, x1: x + 3, y0: Math.min(y0, y1), y1: Math.max(y0, y1)};
    if (!ground.labels.some((other) => overlap(line, other))
      && !ground.solid.some((other) => overlap({...line, x0: x - 0.5, x1: x + 0.5}, other))) return {x, y0, y1};
  }
  return null;
}
