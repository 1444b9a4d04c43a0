import type {Topic} from "../schema.js";
import {measure, wrap} from "../theme/measure.js";
import type {Body} from "./frame.js";
import {write} from "./text.js";
import {number} from "./words.js";

interface Silence {heading: string; lines: string[]; below: boolean; x: number; leading: number; size: number}

function plan(b: Body, silent: Topic[], of: number, column: number): Silence {
  const s = b.scale, size = 14 * s;
  const heading = `${number(silent.length)} of ${number(of)} topics: no clause`;
  const below = b.narrow || measure(heading, {size, weight: 700}) > column - 12 * s;
  const x = below ? 0 : column;
  const room = b.width - x - (below ? 0 : 20 * s);
  // A name stays on one line where one line can hold it.
  const bound = (name: string) => measure(`${name} ·`, {size}) < room ? name.replaceAll(" ", "\u00a0") : name;
  const names = silent.map((topic, i) => bound(topic.label) + (i < silent.length - 1 ? "\u00a0·" : "")).join(" ");
  const lines = wrap(names, room, {size}, b.height === null ? Infinity : 2);
  return {heading, lines, below, x, leading: size * 1.5, size};
}

/** Height in px of the line that names the topics without a clause; 0 where every topic has one. */
export function silenceHeight(b: Body, silent: Topic[], of: number, column: number): number {
  if (silent.length === 0) return 0;
  const {lines, below, leading} = plan(b, silent, of, column);
  return 14 * b.scale + (lines.length + (below ? 1 : 0)) * leading;
}

/** Silence is a finding: the topics of the fixed list without a clause, folded to one paragraph. `column` is where row labels end. */
export function drawSilence(b: Body, silent: Topic[], of: number, column: number, y: number): void {
  if (silent.length === 0) return;
  const {heading, lines, below, x, leading, size} = plan(b, silent, of, column), first = y + 12 * b.scale + size;
  write(b.g, heading, {size, weight: 700, y: first, fill: b.theme.ink});
  write(b.g, lines, {size, x, y: first + (below ? leading : 0), leading, fill: b.theme.ink2});
}
