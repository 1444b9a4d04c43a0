import {wordClass as C, type Codebook, type SpeakerKind} from "./codebook.js";
import {Mark, type Tokens} from "./words.js";

/** What stands before a verb group: where its clause begins, how it is joined to what precedes, and who its subject is. */
export interface Subject {
  boundary: Boundary;
  /** First token of the subject; greater than `to` where there is none. */
  from: number;
  to: number;
  kind: SubjectKind;
  /** Token of its head noun or pronoun, or -1. */
  head: number;
  /** "all", "every", "no": those addressed rather than those who speak. */
  general: boolean;
}

export type Boundary = "start" | "semicolon" | "comma" | "comma-and" | "and" | "that" | "subordinate" | "verb" | "far";
export type SubjectKind = "we" | "pronoun" | "name" | "proper" | "none" | "other" | SpeakerKind;

/** How far to the left a subject is looked for, in tokens; longer ones are left undecided. */
const reach = 70;

const general = new Set(["every", "each", "any", "no", "all", "everyone", "nobody", "none"]);
const alone = new Set(["both", "each", "neither", "all"]);

/**
 * Reads leftward from the token before a verb group (`last`) to the beginning of its clause.
 * `floor` is the last token that belongs to the predicate before, beyond which no subject can reach.
 */
export function readSubject(t: Tokens, codebook: Codebook, first: number, last: number, floor: number): Subject {
  if (last < first) return {boundary: "start", from: first, to: last, kind: "none", head: -1, general: false};
  let conjunction = -1, boundary: Boundary = "far", from = last + 1, depth = 0;
  const least = Math.max(first, last - reach);
  let k = last;
  // A pronoun is a subject by itself: what stands before it only tells how its clause is joined.
  const pronoun = (t.words[last]!.classes & C.subject) > 0;
  for (; k >= least; k--) {
    const w = t.words[k]!;
    if (w.mark === Mark.right) depth++;
    else if (w.mark === Mark.left) { if (depth > 0) depth--; else { boundary = "comma"; break; } }
    if (depth > 0) continue;
    if (k <= floor) { boundary = "verb"; break; }
    if (w.mark === Mark.semicolon || w.mark === Mark.colon) { boundary = "semicolon"; break; }
    if (w.mark === Mark.dash && t.starts[k]! > (t.ends[k - 1] ?? 0)) { boundary = "comma"; break; }
    if (w.mark === Mark.comma) { boundary = "comma"; break; }
    if (w.mark === Mark.open && k < last) continue;
    if (isThat(t, k)) { boundary = "that"; break; }
    if (w.lower === "than" && k > first && /^(?:more|fewer|less)$/.test(t.words[k - 1]!.lower)) { from = --k; continue; }
    if (w.classes & (C.relative | C.subordinator) && w.lower !== "as" && w.lower !== "so") { boundary = pronoun && k === first && leadsIn(t, first, last) ? "start" : "subordinate"; break; }
    if (w.lower === "as" && !/^(?:well|known)$/.test(t.words[k - 1]?.lower ?? "") && t.words[k + 1]?.lower !== "such") { boundary = pronoun && k === first && leadsIn(t, first, last) ? "start" : "subordinate"; break; }
    if (w.classes & C.conjunction) { conjunction = k; from = k; continue; }
    if (isFinite(t, k) || (w.lower === "to" && beginsInfinitive(t, k))) { boundary = pronoun && leadsIn(t, first, last) ? "start" : "verb"; break; }
    if (pronoun && k > first && w.ending === "ing" && t.pos[k] === "VERB" && !(t.words[k - 1]!.classes & C.preposition)) { boundary = "verb"; break; }
    from = k;
  }
  if (k < least) boundary = k < first ? "start" : "far";
  if (conjunction === k + 1 && (boundary === "comma" || boundary === "semicolon")) {
    boundary = boundary === "comma" ? "comma-and" : "semicolon";
    from = conjunction + 1;
    if (/^(?:while|whilst|whereas)$/.test(t.words[conjunction]!.lower)) boundary = "comma";
  } else if (boundary === "verb" && conjunction > k) {
    boundary = "and";
    from = conjunction + 1;
  } else if (k + 1 <= last) from = k + 1;
  if (pronoun) from = last;
  if (boundary === "start" && t.words[from] && t.words[from]!.classes & C.conjunction) from++;
  return {boundary, from, ...subjectKind(t, codebook, from, last)};
}

/** "As we do so we …", "To do so we …", "In fulfilling them we …": a sentence that opens with an adverbial, without a comma before the speakers' own "we". */
function leadsIn(t: Tokens, first: number, last: number): boolean {
  const opener = t.words[first]!;
  return t.words[last]!.lower === "we" && last > first && (opener.lower === "to" || (opener.classes & (C.preposition | C.subordinator)) > 0);
}

/** "that" before a clause, not before a noun ("that country"). */
export function isThat(t: Tokens, k: number): boolean {
  if (t.words[k]!.lower !== "that") return false;
  const before = t.words[k - 1];
  return !(t.pos[k] === "DET" && t.pos[k + 1] === "NOUN" && t.words[k + 1]!.ending !== "s") || (before !== undefined && (before.classes & C.conjunction) > 0);
}

/** "to" before a verb, not before a noun phrase. */
export function beginsInfinitive(t: Tokens, k: number): boolean {
  const next = t.words[k + 1];
  return next !== undefined && (t.pos[k + 1] === "VERB" || t.pos[k + 1] === "AUX" || (next.classes & C.adverb) > 0) && next.ending !== "ing";
}

/** A word that, as tagged, is a verb in a finite place: not an -ing form, not a participle before a preposition. */
export function isFinite(t: Tokens, k: number): boolean {
  const pos = t.pos[k];
  if (pos !== "VERB" && pos !== "AUX") return false;
  const w = t.words[k]!;
  if (w.ending === "ing" || w.capital) return false;
  const before = t.words[k - 1];
  if (before && (before.lower === "having" || before.lower === "-")) return false;
  // "their will", not "this is" or "those should"
  if (before && before.classes & (C.determiner | C.possessive) && !(pos === "AUX" && pronouns.has(before.lower))) return false;
  if (w.ending === "ed" || irregularParticiple.has(w.lower)) {
    let n = k + 1;
    while (t.words[n] && t.words[n]!.classes & C.adverb && !(t.words[n]!.classes & C.preposition)) n++;
    // "bound together by common values"
    if (n > k + 1 && t.words[n]?.lower === "by") return false;
    const next = t.words[k + 1];
    // "The ministers met in Lima", not "the costs met by donors"
    if (w.lower === "met" && next && next.lower !== "by" && !next.mark) return true;
    if (!next || next.classes & C.preposition || next.mark || before?.lower === "as" || (w.lower === "known" && next.lower === "as")) return false;
    if (before && (before.classes & C.adverb || before.mark === Mark.comma) && t.pos[k + 1] === "NOUN") return false;
    // "Temporary and targeted measures"
    if (before && before.classes & C.conjunction && t.pos[k + 1] === "NOUN" && (t.pos[k - 2] === "ADJ" || !t.words[k - 3] || t.words[k - 3]!.mark)) return false;
  }
  return true;
}

/** Determiners that are subjects by themselves. */
const pronouns = new Set(["this", "these", "those", "each", "both", "all"]);

/** A finite verb as a subject in the singular takes it, or an auxiliary. */
export const isSingular = (t: Tokens, k: number): boolean => isFinite(t, k) && (t.pos[k] === "AUX" || t.words[k]!.ending === "s" || (t.words[k]!.classes & (C.be | C.have | C.modal)) > 0);

const irregularParticiple = new Set(["bound", "driven", "torn", "taken", "given", "made", "held", "set", "known", "done", "shown", "drawn", "led", "met", "sent", "built", "put", "brought", "caused", "found", "born", "seen"]);

/** What a determiner cannot follow within one noun phrase ("in addition the Council", "in particular the members"). */
const endsNominal = new Set(["NOUN", "PROPN", "ADJ"]);

function subjectKind(t: Tokens, codebook: Codebook, from: number, to: number): Pick<Subject, "to" | "kind" | "head" | "general"> {
  let best: {kind: SubjectKind; head: number} | null = null;
  let governed = false, quantified = false;
  for (let k = from; k <= to; k++) {
    const w = t.words[k]!;
    if (w.classes & C.subject) { if (!best || best.kind === "other" || best.kind === "none") best = {kind: w.lower === "we" || w.lower === "i" ? "we" : "pronoun", head: k}; continue; }
    if (general.has(w.lower) && !best) quantified = true;
    if (alone.has(w.lower) && k === to && !best) { best = {kind: "pronoun", head: k}; quantified = false; continue; }
    if (w.classes & C.preposition && w.lower !== "like") { governed = k > from || w.lower !== "with"; continue; }
    if (w.mark || w.classes & (C.adverb | C.possessive)) continue;
    if (w.classes & C.determiner) {
      governed &&= !(k > from && endsNominal.has(t.pos[k - 1]!));
      if (!best && !governed && pronouns.has(w.lower) && (k === to || !nominal(t, k + 1))) best = {kind: "other", head: k};
      continue;
    }
    if (!nominal(t, k)) continue;
    const run = nominalRun(t, k, to);
    const owner = t.words[run + 1]?.lower;
    if (!governed && owner !== "'s" && owner !== "'") {
      const kind = runKind(t, codebook, k, run);
      if (!best || (best.kind === "other" && kind !== "other")) best = {kind, head: run};
      if (best.kind !== "other" && best.kind !== "proper") break;
    }
    k = run;
  }
  return {to, kind: best?.kind ?? "none", head: best?.head ?? -1, general: quantified};
}

const nominal = (t: Tokens, k: number) => {
  const pos = t.pos[k];
  return pos === "NOUN" || pos === "PROPN" || pos === "ADJ" || pos === "NUM" || (t.words[k]!.capital && !t.words[k]!.mark && pos !== "PRON" && pos !== "ADP") || t.words[k]!.entry?.speaker != null;
};

function nominalRun(t: Tokens, k: number, to: number): number {
  while (k < to && nominal(t, k + 1) && !(t.words[k + 1]!.classes & (C.preposition | C.conjunction | C.determiner | C.possessive))) k++;
  return k;
}

function runKind(t: Tokens, codebook: Codebook, from: number, to: number): SubjectKind {
  const head = t.words[to]!;
  for (let k = from; k <= to; k++) {
    const speaker = t.words[k]!.entry?.speaker;
    if (speaker && (k === to || (t.words[k]!.capital && (speaker.kind === "person" || speaker.kind === "voice")) || speaker.kind === "voice")) return speaker.kind;
  }
  for (let k = from; k <= to; k++) {
    const name = nameAt(t, codebook, k);
    if (name && k + name.length - 1 === to && (!name.demonym || t.words[to]!.lower.endsWith("s"))) return "name";
  }
  return t.pos[to] === "PROPN" && head.capital ? "proper" : "other";
}

/** The speaker's name that begins at a token, if any, with its length in tokens. */
export function nameAt(t: Tokens, codebook: Codebook, k: number): {name: string; length: number; demonym: boolean} | null {
  const word = t.words[k]!;
  if (!word.capital) return null;
  const list = codebook.names.get(word.lower);
  if (!list) return null;
  for (const {words, name, use} of list) {
    let i = 1;
    while (i < words.length && t.words[k + i]?.lower === words[i]) i++;
    if (i === words.length && !waters.has(t.words[k + i]?.lower ?? "") && (use !== "seat" || actsAsGovernment(t, k, k + i))) return {name, length: i, demonym: use === "demonym"};
  }
  return null;
}

/** "the South China Sea", "the Indian Ocean" */
const waters = new Set(["sea", "ocean", "strait", "peninsula"]);

/** "Oslo rejects the claim", not "in Oslo", "the Oslo Accords" or "President Oslo". */
function actsAsGovernment(t: Tokens, from: number, end: number): boolean {
  const before = t.words[from - 1], next = t.words[end];
  return !(before && (before.classes & C.preposition || (before.capital && !before.classes))) && !next?.capital;
}
