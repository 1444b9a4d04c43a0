import {advances, characters} from "./metrics.js";

/** How a text is set: size in px, weight as in CSS, tracking in em. */
export interface TextStyle {
  size: number;
  weight?: number;
  face?: "sans" | "serif";
  tracking?: number;
}

const index = new Map([...characters].map((character, i) => [character, i]));
index.set("\u00a0", index.get(" ")!);

const table = (list: string) => list.split(" ").map(Number);
const faces = {
  sans: {light: table(advances.sans400), bold: table(advances.sans800), from: 400, to: 800},
  serif: {light: table(advances.serif400), bold: table(advances.serif700), from: 400, to: 700}
};

// Source Serif's optical size axis: widths shrink by 1 % a px up to 20 px, then by 0.2 % a px.
const optical = (size: number) => size < 20 ? 1 + (20 - Math.max(8, size)) * 0.0101 : 1 - (Math.min(60, size) - 20) * 0.00215;

/** Width in px of a line of text, without kerning (so a little too wide rather than too narrow); characters outside the table count as 0.6 em, wide scripts as 1 em. */
export function measure(text: string, {size, weight = 400, face = "sans", tracking = 0}: TextStyle): number {
  const {light, bold, from, to} = faces[face];
  const share = (Math.min(900, Math.max(100, weight)) - from) / (to - from);
  let width = 0, count = 0;
  for (const character of text) {
    const i = index.get(character);
    width += i === undefined ? (character > "\u2e80" ? 1000 : 600) : light[i]! + share * (bold[i]! - light[i]!);
    count++;
  }
  return size * (width / 1000 * (face === "serif" ? optical(size) : 1) + count * tracking);
}

// Lines do not break at a no-break space.
const blank = /[ \t\n\r]+/;

/** The longest start of the text that fits the width, cut at a word and closed with "…"; a first word that is too long is cut inside. */
export function truncate(text: string, width: number, style: TextStyle): string {
  if (measure(text, style) <= width) return text;
  const words = text.split(blank);
  for (let n = words.length - 1; n > 0; n--) {
    const cut = `${words.slice(0, n).join(" ").replace(/[,;:.]$/, "")} …`;
    if (measure(cut, style) <= width) return cut;
  }
  let cut = words[0] ?? "";
  while (cut.length > 1 && measure(`${cut}…`, style) > width) cut = cut.slice(0, -1);
  return `${cut}…`;
}

// A word wider than the line is broken, so that nothing leaves its column.
function fit(word: string, width: number, style: TextStyle): string[] {
  if (measure(word, style) <= width || word.length < 2) return [word];
  let n = word.length - 1;
  while (n > 1 && measure(word.slice(0, n), style) > width) n--;
  return [word.slice(0, n), ...fit(word.slice(n), width, style)];
}

function fill(words: string[], width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`, style) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Lines no wider than `width`; `maxLines` ends the last with "…", `balanced` makes lines of like length. Empty text gives no line. */
export function wrap(text: string, width: number, style: TextStyle, maxLines = Infinity, balanced = false): string[] {
  const words = text.trim().split(blank).filter(Boolean).flatMap((word) => fit(word, width, style));
  let lines = fill(words, width, style);
  if (lines.length > maxLines) {
    return [...lines.slice(0, maxLines - 1), truncate(`${lines.slice(maxLines - 1).join(" ")}`, width, style)];
  }
  if (balanced && lines.length > 1) {
    let narrow = width / lines.length, wide = width;
    while (wide - narrow > 1) {
      const middle = (narrow + wide) / 2, tried = fill(words, middle, style);
      if (tried.length <= lines.length && tried.every((line) => measure(line, style) <= middle)) wide = middle;
      else narrow = middle;
    }
    lines = fill(words, wide, style);
  }
  return lines;
}
