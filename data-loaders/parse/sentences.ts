/** Whether an abbreviation's full stop ends a sentence: never ("Art."), maybe ("U.S."), or often, before any capital ("D.C."). */
export type Abbreviation = "never" | "maybe" | "often";

/** A token as it stands. */
interface Spelled {
  surface: string;
}

/**
 * The sentences of a tagged stretch: the engine's, joined again where it took an abbreviation for an end.
 * `ends` is the index of each sentence's last token; gives pairs [first, last].
 */
export function readSentences(words: readonly Spelled[], ends: number[], abbreviations: Map<string, Abbreviation>, startsSentence: (i: number) => boolean): [number, number][] {
  const sentences: [number, number][] = [];
  let first = 0;
  for (const last of ends) {
    if (last < first) continue;
    if (last < words.length - 1 && joins(words, last, abbreviations, startsSentence)) continue;
    for (let i = first + 1; i < last; i++) {
      if (!words[i]!.surface.endsWith(".") || !opens.has(words[i + 1]!.surface) || abbreviations.get(words[i]!.surface.slice(0, -1).toLowerCase()) !== "often") continue;
      sentences.push([first, i]);
      first = i + 1;
    }
    sentences.push([first, last]);
    first = last + 1;
  }
  if (first < words.length) sentences.push([first, words.length - 1]);
  return sentences;
}

/** Words that open a sentence when they stand after "D.C." or "p.m." with a capital. */
const opens = new Set(["The", "They", "He", "She", "It", "We", "Both", "President", "Presidents", "Prime", "Minister", "Ministers", "Secretary", "During", "On", "In", "At", "This", "These"]);

function joins(words: readonly Spelled[], last: number, abbreviations: Map<string, Abbreviation>, startsSentence: (i: number) => boolean): boolean {
  const end = words[last]!.surface, next = words[last + 1]!.surface, before = words[last - 1]?.surface ?? "";
  if (end === "." || (end.length > 1 && end.endsWith("."))) {
    const kind = abbreviations.get((end === "." ? before : end.slice(0, -1)).toLowerCase());
    if (kind === "never") return true;
    if (kind === "often") return !/^[“"(]?\p{Lu}/u.test(next);
    if (kind === "maybe") return !startsSentence(last + 1);
    // An initial: "John W. Snow".
    if (end === "." ? /^\p{Lu}$/u.test(before) : /^\p{Lu}\.$/u.test(end)) return true;
    return /^[\p{Ll},;)]/u.test(next);
  }
  return !/[.!?…”"’')\]]$/.test(end) || /^[\p{Ll},;]/u.test(next);
}
