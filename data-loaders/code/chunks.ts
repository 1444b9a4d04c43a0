import type {Span} from "../../src/schema.js";

/** Longest stretch that is tagged at once, in UTF-16 code units; keeps time linear and memory flat on any input. */
const longest = 20_000;

/**
 * A paragraph in pieces that the engine can read one by one: cut where a full stop is glued to the next sentence
 * ("enterprises.The two sides"), and, in very long paragraphs, at a sentence's end or after `longest` characters (`cut`).
 */
export function chunks(text: string, start: number, end: number): (Span & {cut: boolean})[] {
  const pieces: (Span & {cut: boolean})[] = [];
  let from = start;
  const push = (to: number, cut: boolean) => {
    pieces.push({start: from, end: to, cut});
    from = to;
  };
  for (let dot = text.indexOf(".", start); dot >= 0 && dot < end - 2; dot = text.indexOf(".", dot + 1)) {
    if (dot - from > longest) cutLong(dot);
    if (isGlued(text, dot)) push(dot + 1, false);
  }
  cutLong(end);
  if (from < end) push(end, pieces.at(-1)?.cut ?? false);
  return pieces;

  function cutLong(until: number): void {
    while (until - from > longest) {
      const stop = Math.max(text.lastIndexOf(". ", from + longest), text.lastIndexOf("; ", from + longest));
      const space = text.lastIndexOf(" ", from + longest);
      if (stop > from + longest / 2) push(stop + 2, false);
      else push(space > from + longest / 2 ? space + 1 : from + longest, true);
    }
  }
}

/** A lower-case word, a full stop, and a capitalized word without a space between. */
function isGlued(text: string, dot: number): boolean {
  const lower = (i: number) => { const c = text.charCodeAt(i); return c >= 97 && c <= 122; };
  const upper = text.charCodeAt(dot + 1);
  return upper >= 65 && upper <= 90 && lower(dot - 1) && lower(dot - 2) && lower(dot - 3) && (lower(dot + 2) || text[dot + 2] === " ");
}
