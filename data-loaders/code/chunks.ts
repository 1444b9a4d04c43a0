import type {Span} from "../../src/schema.js";

/** Longest stretch that is tagged at once, in UTF-16 code units; keeps time linear and memory flat on any input. */
const longest = 20_000;

/**
 * A paragraph in pieces that the engine can read one by one: cut where a full stop is glued to the next sentence
 * ("enterprises.The two sides"), and, in very long paragraphs, at a sentence's end or after `longest` characters (`cut`).
 */
export function chunks(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let dot = text.indexOf(".", start); dot >= 0 && dot < end - 2; dot = text.indexOf(".", dot + 1)) {
    if (dot - from > longest) from = cutLong(text, pieces, from, dot);
    if (!isGlued(text, dot)) continue;
    pieces.push({start: from, end: dot + 1, cut: false});
    from = dot + 1;
  }
  if (end - from > longest) from = cutLong(text, pieces, from, end);
  if (from < end) pieces.push({start: from, end, cut: pieces.at(-1)?.cut ?? false});
  return pieces;
}

export interface Piece extends Span {
  /** Not cut at a sentence's end. */
  cut: boolean;
}

/** Adds pieces until what is left up to `until` is short enough, and gives where that begins. */
function cutLong(text: string, pieces: Piece[], from: number, until: number): number {
  while (until - from > longest) {
    const stop = Math.max(text.lastIndexOf(". ", from + longest), text.lastIndexOf("; ", from + longest));
    const space = text.lastIndexOf(" ", from + longest);
    const cut = stop <= from + longest / 2;
    const to = cut ? (space > from + longest / 2 ? space + 1 : from + longest) : stop + 2;
    pieces.push({start: from, end: to, cut});
    from = to;
  }
  return from;
}

const isLower = (code: number) => code >= 97 && code <= 122;

/** A lower-case word, a full stop, and a capitalized word without a space between. */
function isGlued(text: string, dot: number): boolean {
  const upper = text.charCodeAt(dot + 1);
  if (upper < 65 || upper > 90) return false;
  return isLower(text.charCodeAt(dot - 1)) && isLower(text.charCodeAt(dot - 2)) && isLower(text.charCodeAt(dot - 3)) && (isLower(text.charCodeAt(dot + 2)) || text[dot + 2] === " ");
}
