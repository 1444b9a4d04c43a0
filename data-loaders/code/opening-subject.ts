import {form, wordClass as C} from "./codebook.js";
import {readGroup} from "./predicates.js";
import type {Predicate, Sentence} from "./sentence-state.js";
import {isFinite, isThat, readSubject, type Subject} from "./subjects.js";
import {Mark} from "./words.js";
import {plain} from "./make-predicate.js";

/** The main verb of a sentence that opens with a speaker, so that what is joined to it has a subject; looked for before token `end`. */
export function opening(s: Sentence, end = s.last + 1): Predicate | null {
  if (s.opened) return null;
  s.opened = true;
  const {t, first} = s;
  for (let k = first; k < end; k++) {
    const w = t.words[k]!;
    if ((isThat(t, k) || (w.classes & (C.relative | C.subordinator) && w.lower !== "as")) && k > first) return null;
    if (!isFinite(t, k)) continue;
    const group = readGroup(t, first, k, w.ending === "ed" ? form.past | form.participle : w.ending === "s" ? form.s : form.base | form.past);
    if (group.form === "inf") continue;
    const subject = readSubject(t, s.codebook, first, group.from - 1, -1);
    if (!speakerKinds.has(subject.kind) && subject.kind !== "proper") return null;
    const shape = w.ending === "ed" ? "past" : group.from < k ? group.form : t.pos[k] === "AUX" ? (/^(?:is|has)$/.test(w.lower) ? "s" : "past") : w.ending === "s" ? "s" : "any";
    const main = plain(s, k, group, subject, shape);
    s.found.push(main);
    return main;
  }
  s.opened = end > s.last;
  return null;
}

export function openingSubject(s: Sentence, before: number, any: boolean): Subject | null {
  const {t} = s, first = afterLeadIn(s);
  let end = first;
  while (end <= before && t.words[end]!.mark !== Mark.comma && t.words[end]!.mark !== Mark.dash && t.words[end]!.mark !== Mark.left && !isFinite(t, end)) end++;
  if (end > before || isFinite(t, end) || end === first) return null;
  const subject = readSubject(t, s.codebook, first, end - 1, -1);
  if (subject.boundary !== "start" || !(any ? subject.head >= 0 : speakerKinds.has(subject.kind))) return null;
  for (let k = end; k <= before; k++) if (isFinite(t, k) && !insideRelative(s, end, k)) return null;
  // "We, the leaders of Norway and Iceland, …": the aside says who "we" are.
  // "Ann Lee, the minister of Norway, …" whom a person speaks for.
  return subject.kind === "we" || (subject.kind === "proper" && holdsPerson(t, end, before)) ? {...subject, to: before} : subject;
}

/** "In a joint statement, the group, led by the chair, said": where the subject begins after an adverbial. */
function afterLeadIn({t, first, last}: Sentence): number {
  if (!(t.words[first]!.classes & C.preposition) || t.words[first]!.lower === "to") return first;
  for (let k = first + 1; k < last; k++) {
    if (t.words[k]!.mark === Mark.comma) return k + 1;
    if (t.words[k]!.mark || isFinite(t, k)) return first;
  }
  return first;
}

function holdsPerson(t: Sentence["t"], from: number, to: number): boolean {
  for (let k = from; k <= to; k++) if (t.words[k]!.entry?.speaker?.kind === "person") return true;
  return false;
}

/** Kinds of a list's last part ("the United States" looks like states). */
const listed = new Set<Subject["kind"]>(["name", "proper", "all"]);

/** "The leaders of A, B and C reaffirmed": the names before the comma are part of the subject where the sentence opens with it. */
export function wholeList(s: Sentence, subject: Subject): Subject {
  const {t, first} = s;
  if ((subject.boundary !== "comma" && subject.boundary !== "comma-and") || !listed.has(subject.kind)) return subject;
  const opener = t.words[first]!;
  if (opener.ending === "ing" || opener.ending === "ed" || opener.classes & (C.preposition | C.subordinator | C.adverb) || opener.lower === "as" || opener.lower === "while") return subject;
  const opening = openingSubject(s, subject.from - 1, false);
  return opening ? {...opening, to: subject.to, general: false} : subject;
}

export function insideRelative(s: Sentence, from: number, k: number): boolean {
  for (let j = k - 1; j >= from; j--) {
    const w = s.t.words[j]!;
    if (w.classes & (C.relative | C.subordinator) || w.lower === "that") return true;
    if (w.mark === Mark.comma && j < k - 6) return false;
  }
  return false;
}

/** "Resilience is more than skill; it requires …": a pronoun for a thing named before in the sentence, or with no speaker before. */
export function refersElsewhere(s: Sentence, subject: Subject): boolean {
  const {t, first} = s;
  const pronoun = t.words[subject.head]!.lower;
  if (pronoun !== "it" && pronoun !== "they") return false;
  if (!s.voice.hasAntecedent(pronoun)) return true;
  if (s.found.length || subject.boundary === "start") return false;
  for (let k = first; k < subject.from - 1; k++) if (isFinite(t, k)) return !speakerKinds.has(readSubject(t, s.codebook, first, k - 1, -1).kind);
  return false;
}

export const speakerKinds = new Set<Subject["kind"]>(["we", "pronoun", "name", "part", "all", "person", "organ", "voice", "document"]);
