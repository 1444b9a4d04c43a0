import {form, wordClass as C, type Codebook, type ModalRow} from "./codebook.js";
import {readGroup} from "./predicates.js";
import {beginsInfinitive, isFinite, isThat, readSubject} from "./subjects.js";
import {Mark, type Tokens} from "./words.js";

/** The main verb of a stretch without a stance, and the modal expression in it, if any. */
export function mainModal(t: Tokens, first: number, last: number): {verb: boolean; row: ModalRow | null; negated: boolean; at: number; until: number} {
  let subordinate = 0;
  const none = {verb: false, row: null, negated: false, at: first, until: first};
  for (let k = first; k <= last; k++) {
    const w = t.words[k]!;
    if ((w.classes & (C.relative | C.subordinator) && !(w.lower === "as" || w.lower === "than" || w.lower === "so" || w.lower === "whether" || w.lower === "until" || w.lower === "after" || w.lower === "before" || w.lower === "since")) || isThat(t, k)) { subordinate++; continue; }
    const modal = w.entry?.modals.find((row) => row.kind === "norm" && matches(t, k, row));
    const finite = modal ? t.pos[k] !== "NOUN" && !(w.lower === "may" && w.capital) : isFinite(t, k) || (w.classes & (C.modal | C.be | C.have) && !w.capital && w.ending !== "ing" && t.pos[k] !== "NOUN" && w.lower !== "be" && w.lower !== "been");
    if (!finite) continue;
    if (t.words[k - 1]?.lower === "to" && k > first) continue;
    if (subordinate > 0) {
      subordinate--;
      while (k < last && (isFinite(t, k + 1) || t.words[k + 1]!.classes & (C.adverb | C.negation))) k++;
      continue;
    }
    if (!modal) return {...none, verb: true, negated: (t.words[k + 1]?.classes ?? 0) & C.negation ? true : false};
    let until = k + modal.words.length - 1;
    const after = t.words[until + 1];
    const not = modal.words.length === 1 && after && (after.lower === "not" || after.lower === "never");
    if (not) until++;
    return {verb: true, row: modal, negated: not || deniedSubject(t, first, k), at: k, until};
  }
  return none;
}

const matches = (t: Tokens, k: number, row: ModalRow) => row.words.every((word, j) => t.words[k + j]?.lower === word);

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
    if (group.form === "inf") continue;
    const subject = readSubject(t, codebook, from, group.from - 1, verb);
    const opener = t.words[subject.from]!;
    const ofItsOwn = subject.kind !== "other" || (opener.classes & (C.determiner | C.possessive)) > 0;
    const apart = ofItsOwn && (subject.boundary === "semicolon" || subject.boundary === "comma-and" || (!strict && subject.boundary === "and" && subject.kind !== "other"));
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

function edge(t: Tokens, first: number, last: number): number {
  while (last > first && (t.words[last]!.mark || t.words[last]!.classes & C.conjunction)) last--;
  return last;
}
