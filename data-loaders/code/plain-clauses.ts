import {form, wordClass as C, type Codebook, type ModalRow} from "./codebook.js";
import {readGroup} from "./predicates.js";
import {beginsInfinitive, isFinite, isThat, readSubject} from "./subjects.js";
import {Mark, type Tokens} from "./words.js";

export interface MainVerb {
  verb: boolean;
  row: ModalRow | null;
  negated: boolean;
  /** First and last token of the modal expression. */
  at: number;
  until: number;
}

/** The main verb of a stretch without a stance, and the modal expression of it or of a verb joined to it, if any. */
export function mainModal(t: Tokens, first: number, last: number): MainVerb {
  let subordinate = 0, infinitive = false;
  let main: MainVerb = {verb: false, row: null, negated: false, at: first, until: first};
  for (let k = first; k <= last; k++) {
    const w = t.words[k]!;
    if (opensSubordinate(t, k)) {
      // "who works", "who attack": the verb of the relative clause may look like a noun.
      if (!(w.classes & C.relative && (t.words[k + 1]?.ending === "s" || w.lower === "who") && t.pos[k + 1] === "NOUN")) subordinate++;
      continue;
    }
    if (w.lower === "to" && beginsInfinitive(t, k)) { infinitive = true; k++; continue; }
    const modal = w.entry?.modals.length ? modalAt(t, first, k, last, w.entry.modals) : null;
    if (!(modal ? isModalHere(t, k) : isMainFinite(t, k))) continue;
    if (infinitive && continuesInfinitive(t, first, k)) continue;
    if (subordinate > 0) {
      subordinate--;
      while (k < last && (isFinite(t, k + 1) || t.words[k + 1]!.classes & (C.adverb | C.negation))) k++;
      continue;
    }
    if (modal && (!main.verb || joinsMain(t, first, k))) return withNegation(t, first, k, modal.row, modal.until);
    if (!main.verb) main = {...main, verb: true, negated: ((t.words[k + 1]?.classes ?? 0) & C.negation) > 0};
    while (k < last && t.pos[k + 1] === "AUX") k++;
  }
  return main;
}

/** The first modal expression of a norm that stands at token `k`. */
function modalAt(t: Tokens, first: number, k: number, last: number, rows: readonly ModalRow[]): {row: ModalRow; until: number} | null {
  for (const row of rows) {
    const until = row.kind === "norm" && (row.lemma !== "be to" || isDue(t, first, k)) ? matchEnd(t, k, last, row.words) : -1;
    if (until >= 0) return {row, until};
  }
  return null;
}

/** "The survey is to be finished", not "the aim is to finish it". */
const isDue = (t: Tokens, first: number, k: number): boolean => {
  const verb = t.words[k + 1]?.lower === "to" ? k + 1 : k + 2;
  if (!beginsInfinitive(t, verb)) return false;
  for (let j = first; j < k; j++) if (purposes.has(t.words[j]!.lower) || t.words[j]!.classes & C.relative) return false;
  return true;
};

const purposes = new Set(["aim", "aims", "goal", "goals", "objective", "objectives", "purpose", "purposes", "task", "tasks", "priority", "priorities", "challenge", "challenges", "intention", "role", "mandate", "function", "mission", "way", "ways", "step", "steps", "need", "duty", "responsibility", "idea", "solution", "key", "focus", "plan", "vision", "ambition", "wish", "desire", "hope", "effort", "efforts", "point", "message", "answer", "approach", "best"]);

const harmless = new Set(["as", "than", "so", "whether", "until", "after", "before", "since", "per"]);

const opensSubordinate = (t: Tokens, k: number) => isThat(t, k) || ((t.words[k]!.classes & (C.relative | C.subordinator)) > 0 && !harmless.has(t.words[k]!.lower));

const isModalHere = (t: Tokens, k: number) => t.pos[k] !== "NOUN" && !(t.words[k]!.lower === "may" && t.words[k]!.capital);

function isMainFinite(t: Tokens, k: number): boolean {
  const w = t.words[k]!;
  if (isFinite(t, k)) return true;
  return (w.classes & (C.modal | C.be | C.have)) > 0 && !w.capital && w.ending !== "ing" && t.pos[k] !== "NOUN" && w.lower !== "be" && w.lower !== "been";
}

/** "to improve A and harden B": a bare form after "and" or a comma where an infinitive is open. */
function continuesInfinitive(t: Tokens, first: number, k: number): boolean {
  if (t.pos[k] !== "VERB" || t.words[k]!.ending !== "") return false;
  let j = k - 1;
  while (j > first && t.words[j]!.classes & C.adverb) j--;
  return t.words[j]!.mark === Mark.comma || (t.words[j]!.classes & C.conjunction) > 0;
}

/** "are equal and are entitled", "…, we must": a later modal that is on the level of the main verb. */
function joinsMain(t: Tokens, first: number, k: number): boolean {
  let j = k - 1;
  while (j > first && t.words[j]!.classes & C.adverb) j--;
  const w = t.words[j]!;
  // "will need to": the auxiliary before it is the main verb.
  return ((w.classes & C.conjunction) > 0 && t.words[k]!.lower !== "may") || w.lower === "we" || ((w.classes & C.modal) > 0 && j === k - 1);
}

function withNegation(t: Tokens, first: number, at: number, row: ModalRow, end: number): MainVerb {
  const after = t.words[end + 1];
  const not = row.words.length === 1 && after !== undefined && (after.lower === "not" || after.lower === "never");
  return {verb: true, row, negated: not || deniedSubject(t, first, at), at, until: not ? end + 1 : end};
}

/** Last token of the row's words from `k` on, or -1; adverbs may stand between, and adjectives before a noun ("has the inherent right", not "is due to"). */
function matchEnd(t: Tokens, k: number, last: number, words: string[]): number {
  const noun = words.length > 2 || words[1] !== "to";
  let j = k, gap = 0;
  for (let i = 0; i < words.length;) {
    const w = t.words[j];
    if (!w || j > last) return -1;
    if (w.lower === words[i]) { i++; j++; gap = 0; continue; }
    if (i === 0 || gap === 2 || w.lower === "yet" || !(w.classes & C.adverb || t.pos[j] === "ADV" || (noun && t.pos[j] === "ADJ"))) return -1;
    gap++;
    j++;
  }
  return j - 1;
}

/** "No country should …" denies as "should not" does. */
function deniedSubject(t: Tokens, first: number, verb: number): boolean {
  for (let k = first; k < verb; k++) if (/^(?:no|neither|nobody|none|nothing)$/.test(t.words[k]!.lower)) return true;
  return false;
}

/**
 * The independent clauses of a stretch, as pairs of first and last token: joined by "and", "but" or a semicolon, each with a subject of its own.
 * With `strict` (after a stance predicate) only a comma with "and" or a semicolon parts them.
 */
export function independentParts(t: Tokens, codebook: Codebook, first: number, last: number, strict = false): [number, number][] {
  const parts: [number, number][] = [];
  let from = first, verb = strict ? first - 1 : -1, joint = false, that = false, infinitive = false;
  for (let k = first; k <= last; k++) {
    const w = t.words[k]!;
    if (w.classes & C.conjunction || w.mark === Mark.semicolon) joint = true;
    if (isThat(t, k)) that = true;
    if (w.lower === "to" && beginsInfinitive(t, k)) infinitive = true;
    if (!isFinite(t, k)) continue;
    if (verb < 0) { verb = k; continue; }
    if (!joint || k === verb + 1 || (infinitive && t.pos[k] === "VERB" && w.ending === "")) { verb = k; continue; }
    const group = readGroup(t, from, k, w.ending === "ed" ? form.past | form.participle : form.base | form.past);
    if (group.form === "inf" || t.words[group.from - 1]!.classes & C.conjunction) continue;
    const subject = readSubject(t, codebook, from, group.from - 1, verb);
    const opener = t.words[subject.from]!;
    const ofItsOwn = t.words[subject.from - 1]?.lower === "but" || (subject.boundary === "semicolon" && opener.ending !== "ing") || subject.kind !== "other" || (opener.classes & (C.determiner | C.possessive)) > 0;
    const apart = ofItsOwn && (subject.boundary === "semicolon" || subject.boundary === "comma-and" || (!strict && subject.boundary === "and" && (subject.kind !== "other" || (w.classes & C.modal) > 0)));
    if (apart && subject.head >= 0 && subject.from > from + 1 && (!that || subject.boundary === "semicolon") && !(strict && subject.kind === "other" && t.pos[k] !== "AUX") && !(t.words[subject.from]!.classes & C.preposition && strict)) {
      parts.push([from, edge(t, from, subject.from - 1)]);
      from = subject.from;
      that = infinitive = false;
      joint = false;
    }
    verb = k;
  }
  parts.push([from, last]);
  return parts;
}

/**
 * Where the main clause begins after words that lead it in ("Beyond measures at home, we must …"): the first comma that a subject and
 * its finite verb follow without another mark; -1 where there is none up to `last`.
 */
export function mainClauseAfter(t: Tokens, first: number, last: number): number {
  for (let k = first; k < last - 1; k++) {
    if (t.words[k]!.mark !== Mark.comma) continue;
    const opener = t.words[k + 1]!;
    if (opener.mark || opener.ending === "ing" || opener.classes & (C.conjunction | C.preposition | C.relative | C.subordinator | C.be | C.modal | C.negation) || isFinite(t, k + 1) || opener.lower === "to" || opener.lower === "that") continue;
    for (let v = k + 2; v <= last; v++) {
      const w = t.words[v]!;
      if (w.mark || w.classes & (C.relative | C.subordinator) || isThat(t, v) || (w.lower === "to" && beginsInfinitive(t, v))) break;
      if (isMainFinite(t, v) && !(w.classes & C.adverb)) return k + 1;
    }
  }
  return -1;
}

function edge(t: Tokens, first: number, last: number): number {
  while (last > first && (t.words[last]!.mark || t.words[last]!.classes & C.conjunction)) last--;
  return last;
}
