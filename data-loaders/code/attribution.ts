import {wordClass as C, type Codebook} from "./codebook.js";
import {isFinite, isThat, readSubject, type Subject} from "./subjects.js";
import {Mark, mayOpenQuote, type Tokens} from "./words.js";

const saying = new Set(["said", "says", "say", "added", "adds", "reported", "reports", "noted", "stated", "told", "read", "reads", "showed", "shows", "wrote", "writes", "stressed", "emphasized", "emphasised", "underlined", "underscored", "insisted", "argued", "maintained", "remarked", "pointed", "observed", "concluded"]);
const reach = 40;

/** "The minister said:" only introduces what follows. */
export const isSaying = (t: Tokens, k: number): boolean => /^(?:said|says|stated|added)$/.test(t.words[k]!.lower);

/**
 * Where a sentence ends in words that only say where it comes from (", said the joint statement", ", according to a statement
 * released here"), the last token before them; null where it does not.
 */
export function attributionTail(t: Tokens, codebook: Codebook, first: number, last: number): number | null {
  const afterQuote = speakerAfterQuote(t, codebook, first, last);
  if (afterQuote !== null) return afterQuote;
  for (let k = last; k > Math.max(first + 2, last - reach); k--) {
    const w = t.words[k]!;
    if (w.mark !== Mark.comma && w.mark !== Mark.close && w.mark !== Mark.other) continue;
    const next = t.words[k + 1];
    if (!next) continue;
    if (next.lower === "according" && t.words[k + 2]?.lower === "to") return before(t, k);
    if (next.lower === "in" && inDocument(t, k + 2, last)) return before(t, k);
    if (saying.has(next.lower) && k + 2 <= last && (t.words[k + 2]!.classes & (C.determiner | C.subject) || t.words[k + 2]!.capital) && !saysMore(t, k + 2, markAfter(t, k + 2, last))) return before(t, k);
    const verb = sayingVerb(t, k + 1, last);
    const quoted = w.mark !== Mark.comma && t.words[k - 1]!.mark !== Mark.none;
    if (verb > k + 1 && (quoted || verb >= last - 6)) {
      const subject = readSubject(t, codebook, k + 1, verb - 1, k);
      if (isSpeaker(subject) && (quoted || !complementFollows(t, verb, last))) return before(t, k);
    }
    return null;
  }
  return null;
}

/** "“…,” the commissioner, Ann Lee, told reporters.": the name beside the office stands between commas. */
function speakerAfterQuote(t: Tokens, codebook: Codebook, first: number, last: number): number | null {
  let quote = last;
  while (quote > Math.max(first + 2, last - reach) && !closesQuote(t, quote)) quote--;
  if (!closesQuote(t, quote) || t.words[quote - 1]!.mark !== Mark.comma || !opensSubject(t, quote + 1)) return null;
  let verb = quote + 2;
  while (verb <= Math.min(last, quote + 20) && !saying.has(t.words[verb]!.lower)) {
    if (isFinite(t, verb) || closesQuote(t, verb)) return null;
    verb++;
  }
  if (!saying.has(t.words[verb]?.lower ?? "") || t.words[verb - 1]!.mark !== Mark.comma || verb < last - 6) return null;
  return isSpeaker(readSubject(t, codebook, quote + 1, markAfter(t, quote + 1, last) - 1, quote)) ? before(t, quote) : null;
}

/** The first mark from token `from` on, or `last`. */
function markAfter(t: Tokens, from: number, last: number): number {
  let k = from;
  while (k < last && !t.words[k]!.mark) k++;
  return k;
}

/** ", in a final communique adopted at the summit", ", in a declaration that …": only where the words stand. */
function inDocument(t: Tokens, from: number, last: number): boolean {
  const document = /^(?:a|an)$/.test(t.words[from]?.lower ?? "") ? documentAfter(t, from, last) : -1;
  if (document < 0 || document === last) return false;
  const next = t.words[document + 1]!;
  return next.lower === "that" || (next.classes & C.relative) > 0 || !saysMore(t, document + 1, last);
}

/** "In a joint statement issued after their talks, the ministers …", "According to the declaration, …": whether such words lead in what begins at token `from`. */
export function namesSource(t: Tokens, first: number, from: number): boolean {
  const {lower} = t.words[first]!;
  return lower === "according" || (lower === "in" && /^(?:a|an|their|its)$/.test(t.words[first + 1]!.lower) && documentAfter(t, first + 1, from - 1) >= 0);
}

/** The noun for a document ("statement") that the determiner at token `at` belongs to, or -1. */
function documentAfter(t: Tokens, at: number, last: number): number {
  for (let k = at + 1; k <= Math.min(last, at + 4); k++) {
    if (t.words[k]!.entry?.speaker?.kind === "document") return k;
    if (t.pos[k] !== "ADJ" && t.pos[k] !== "NOUN") return -1;
  }
  return -1;
}

/** A sentence with the words inside it that only say where it comes from taken out, and who says them, if a person or body does. */
export interface Unframed {
  t: Tokens;
  first: number;
  last: number;
  /** First and last token of each frame, in the tokens that were given. */
  frames: [number, number][];
  said: Said | null;
}

/** Who says it, by which verb (a token), and whether in quotation marks. */
export interface Said {
  verb: number;
  subject: Subject;
  quoted: boolean;
}

/** Takes out frames inside a sentence: "“A,” the ministry said, adding that B", "they recalled A, it added, and welcomed B"; null where there is none. */
export function withoutFrames(t: Tokens, codebook: Codebook, first: number, last: number): Unframed | null {
  const cuts: [number, number][] = [], frames: [number, number][] = [];
  let said: Said | null = null;
  for (let k = first + 1; k < last - 2; k++) {
    const mark = t.words[k]!.mark;
    if (mark === Mark.none) continue;
    const quoted = closesQuote(t, k);
    if ((mark !== Mark.comma && !quoted) || !opensSubject(t, k + 1)) continue;
    const verb = sayingVerb(t, k + 1, Math.min(last, k + 9));
    if (verb < k + 2 || markAfter(t, k + 1, verb) < verb) continue;
    const end = markAfter(t, verb + 1, last);
    if (end >= last || t.words[end]!.mark !== Mark.comma || complementFollows(t, verb, end)) continue;
    const subject = readSubject(t, codebook, k + 1, verb - 1, k);
    if (!isSpeaker(subject)) continue;
    const next = t.words[end + 1]!, reopens = mayOpenQuote(next.mark);
    const joins = reopens || (next.classes & C.conjunction) > 0 || next.ending === "ing";
    frames.push([k + 1, end - 1]);
    cuts.push([quoted || !joins ? k : k + 1, reopens ? end + 1 : end]);
    if (persons.has(subject.kind)) said = {verb, subject, quoted};
    k = end;
  }
  if (!cuts.length) return null;
  const keep: number[] = [];
  for (let k = first, c = 0; k <= last; k++) {
    if (c < cuts.length && k > cuts[c]![1]) c++;
    if (c >= cuts.length || k < cuts[c]![0]) keep.push(k);
  }
  const of = <T>(list: T[]) => keep.map((k) => list[k]!);
  return {t: {words: of(t.words), pos: of(t.pos), starts: of(t.starts), ends: of(t.ends), sentenceEnds: [], length: keep.length}, first: 0, last: keep.length - 1, frames, said};
}

const closesQuote = (t: Tokens, k: number): boolean => t.words[k]!.mark === Mark.close || (t.words[k]!.mark === Mark.other && t.starts[k] === t.ends[k - 1]);

const opensSubject = (t: Tokens, k: number): boolean => t.words[k]!.capital || (t.words[k]!.classes & (C.determiner | C.subject | C.possessive)) > 0;

const isSpeaker = ({kind}: Subject): boolean => kind !== "other" && kind !== "none";

/** Whether a verb of its own, "that" or a subject follows, so that something is said there. */
function saysMore(t: Tokens, from: number, to: number): boolean {
  for (let k = from; k <= to; k++) if (isFinite(t, k) || isThat(t, k) || t.words[k]!.classes & C.subject) return true;
  return false;
}

const persons = new Set<Subject["kind"]>(["person", "voice", "name", "organ", "part", "all", "pronoun", "we"]);

/** Who says it in such a tail (from token `cut`); null where a document says it or nobody is named. */
export function saidIn(t: Tokens, codebook: Codebook, cut: number, last: number): Said | null {
  let from = cut + 1, quoted = false;
  for (; from < last && t.words[from]!.mark; from++) quoted ||= closesQuote(t, from);
  const verb = sayingVerb(t, from, last);
  if (verb < 0) return null;
  let end = verb - 1;
  if (verb === from) {
    end = from + 1;
    while (end < last && !t.words[end + 1]!.mark && !(t.words[end + 1]!.classes & C.preposition)) end++;
    if (end > last) return null;
  }
  // "the commissioner, Ann Lee, told reporters": the office says whose it is.
  if (verb > from) for (let k = from + 1; k < end; k++) if (t.words[k]!.mark === Mark.comma) end = k - 1;
  const subject = verb === from ? readSubject(t, codebook, verb + 1, end, verb) : readSubject(t, codebook, from, end, cut);
  return persons.has(subject.kind) ? {verb, subject, quoted} : null;
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
  if (!next || next.mark || verb + 1 > last) return false;
  return saysMore(t, verb + 1, last) || (!(next.classes & (C.preposition | C.adverb)) && !next.lower.endsWith("day") && next.lower !== "here" && t.words[verb]!.lower !== "told");
}
