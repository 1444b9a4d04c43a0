import {wordClass as C, type Codebook} from "./codebook.js";
import {readSubject, type Subject} from "./subjects.js";
import {Mark, type Tokens} from "./words.js";

const saying = new Set(["said", "says", "say", "added", "adds", "reported", "reports", "noted", "stated", "told", "read", "reads", "showed", "shows"]);
const reach = 40;

/**
 * Where a sentence ends in words that only say where it comes from (", said the joint statement", ", according to a statement
 * released here"), the last token before them; null where it does not.
 */
export function attributionTail(t: Tokens, codebook: Codebook, first: number, last: number): number | null {
  for (let k = last; k > Math.max(first + 2, last - reach); k--) {
    const w = t.words[k]!;
    if (w.mark !== Mark.comma && w.mark !== Mark.close && w.mark !== Mark.other) continue;
    const next = t.words[k + 1];
    if (!next) continue;
    if (next.lower === "according" && t.words[k + 2]?.lower === "to") return before(t, k);
    if (saying.has(next.lower) && k + 2 <= last && (t.words[k + 2]!.classes & (C.determiner | C.subject) || t.words[k + 2]!.capital)) return before(t, k);
    const verb = sayingVerb(t, k + 1, last);
    const quoted = w.mark !== Mark.comma && t.words[k - 1]!.mark !== Mark.none;
    if (verb > k + 1 && (quoted || verb >= last - 6)) {
      const subject = readSubject(t, codebook, k + 1, verb - 1, k);
      if (subject.kind !== "other" && subject.kind !== "none" && (quoted || !complementFollows(t, verb, last))) return before(t, k);
    }
    return null;
  }
  return null;
}

const persons = new Set<Subject["kind"]>(["person", "voice", "name", "organ", "part", "all", "pronoun", "we", "place"]);

/** The verb and the one who says it in such a tail (from token `cut`); null where a document says it or nobody is named. */
export function sayer(t: Tokens, codebook: Codebook, cut: number, last: number): {verb: number; subject: Subject} | null {
  let from = cut + 1;
  while (from < last && t.words[from]!.mark) from++;
  const verb = sayingVerb(t, from, last);
  if (verb < 0) return null;
  let end = verb - 1;
  if (verb === from) {
    end = from + 1;
    while (end < last && !t.words[end + 1]!.mark && !(t.words[end + 1]!.classes & C.preposition)) end++;
    if (end > last) return null;
  }
  const subject = verb === from ? readSubject(t, codebook, verb + 1, end, verb) : readSubject(t, codebook, from, end, cut);
  return persons.has(subject.kind) ? {verb, subject} : null;
}

function before(t: Tokens, k: number): number {
  while (k > 0 && t.words[k]!.mark && t.words[k]!.mark !== Mark.right) k--;
  return k;
}

function sayingVerb(t: Tokens, from: number, last: number): number {
  for (let k = from; k <= Math.min(last, from + 12); k++) if (saying.has(t.words[k]!.lower)) return k;
  return -1;
}

/** "the ministry said that …" goes on; "the ministry said on Thursday" ends. */
function complementFollows(t: Tokens, verb: number, last: number): boolean {
  const next = t.words[verb + 1];
  if (!next || verb + 1 > last) return false;
  return !(next.classes & (C.preposition | C.adverb)) && !next.lower.endsWith("day");
}
