import {pole, type Stance} from "../../src/schema.js";
import {wordClass as C} from "./codebook.js";
import {after, type Group, type Reading} from "./predicates.js";
import type {Sentence} from "./sentence-state.js";
import {beginsInfinitive, isFinite, isSingular, isThat, type Subject} from "./subjects.js";
import {Mark, wordsStand} from "./words.js";

/** Whether the spelling at `i` can stand for a verb there, by what is next to it. */
export function couldBeVerb(s: Sentence, i: number): boolean {
  const {t} = s, w = t.words[i]!, before = t.words[i - 1];
  if ((w.classes & C.preposition && !regardsAs(s, i)) || hyphenated(s, i)) return false;
  // "All accused shall …"
  if (t.pos[i + 1] === "AUX" && t.words[i + 1]!.classes & C.modal) return false;
  if (w.capital && !w.capitals && i > s.first && !opensQuote(s, i)) return false;
  // "States must …": a noun, as the auxiliary after it shows.
  if (i === s.first) return !(w.ending === "s" && !w.capitals && (t.words[i + 1]?.classes ?? 0) & (C.modal | C.be | C.have));
  if (!before) return true;
  if (before.classes & (C.determiner | C.possessive) && !standsAlone(before.lower, w.ending === "s")) return false;
  if (before.lower === "in" && w.ending === "ing" && s.found.at(-1)?.to === i - 2) return true;
  if (before.lower === "of" || before.lower === "in" || before.lower === "for" || before.lower === "with") return false;
  if (w.ending === "ing") return true;
  // "an inquiry into alleged crimes"
  if (w.ending === "ed" && before.classes & C.preposition) return false;
  if (t.pos[i - 1] === "ADJ" && t.pos[i] !== "VERB" && !(before.classes & C.adverb) && !before.entry?.speaker && !before.capital) return false;
  return true;
}

/** "…, regarding this as a priority": a participle, not a preposition. */
function regardsAs({t, last}: Sentence, i: number): boolean {
  if (t.words[i]!.lower !== "regarding") return false;
  for (let k = i + 1; k <= Math.min(last, i + 6) && !t.words[k]!.mark; k++) if (t.words[k]!.lower === "as") return k < last && (t.words[k + 1]!.classes & C.determiner) > 0;
  return false;
}

/** Part of a compound ("newly-established", "support-based"), but for "re-" and the like. */
function hyphenated(s: Sentence, i: number): boolean {
  const {t} = s;
  if (t.words[i + 1]?.lower === "-" && t.starts[i + 1] === t.ends[i]) return true;
  return i > 1 && t.words[i - 1]!.lower === "-" && t.ends[i - 1] === t.starts[i] && t.words[i - 2]!.lower !== "re";
}

function opensQuote(s: Sentence, i: number): boolean {
  for (let k = i - 1; k >= s.first; k--) {
    const w = s.t.words[k]!;
    if (w.mark === Mark.open || w.mark === Mark.other || w.mark === Mark.left || w.mark === Mark.right || w.mark === Mark.stop || w.classes & C.adverb) continue;
    return false;
  }
  return true;
}

/** "endorsed by", "adopted in": a participle that only describes the noun before it. */
export function looksParticipial(s: Sentence, reading: Reading): boolean {
  const {t} = s;
  if (reading.to > reading.from) return false;
  const next = t.words[reading.to + 1];
  if (!next || reading.to + 1 > s.last) return true;
  if (contentFollows(s, reading.to + 1)) return false;
  // "condemned in the strongest terms the raid"
  if (next.entry?.intensifiers.some(({words}) => wordsStand(t, reading.to + 1, words))) return false;
  if (/^(?:by|at|during|under|pursuant|throughout|between|since|from|within|therein|thereby|herein|above|below)$/.test(next.lower)) return true;
  if (next.lower === "in") return !/^(?:particular|this|that)$/.test(t.words[reading.to + 2]?.lower ?? "");
  return next.lower === "on" && reading.lemma !== "agree";
}

/** "said on Monday that they …", "pledged on Tuesday to …", "said in a statement it …": what is said begins after a time or a place, so that the verb is no participle. */
function contentFollows({t, last}: Sentence, from: number): boolean {
  for (let k = from; k < Math.min(last, from + 9); k++) {
    const w = t.words[k]!;
    if (w.mark || isFinite(t, k)) return false;
    if (w.classes & C.subject) return true;
    if (w.lower === "to" && k > from && (t.words[k - 1]!.lower.endsWith("day") || (t.words[k - 1]!.capital && beginsInfinitive(t, k)))) return true;
    if (isThat(t, k)) return !isFinite(t, k + 1) && !(t.words[k + 1]!.classes & (C.modal | C.be | C.have));
  }
  return false;
}

/** The engine takes it for a noun. */
export function homograph(s: Sentence, i: number, group: Group): boolean {
  const pos = s.t.pos[i];
  return (pos === "NOUN" || pos === "PROPN" || pos === "ADJ") && group.from === i && (group.form === "base" || group.form === "s");
}

/** More words than a preposition belong to it ("takes note of"), so that it is hardly a noun. */
export function carriesNoun(s: Sentence, reading: Reading): boolean {
  return reading.rule === "set-phrase" ? reading.to > reading.from + 1 : reading.to > reading.from;
}

/** A homograph is a verb where an object, a that-clause or its own particle follows it. */
export function verbByContext(s: Sentence, i: number, subject: Subject): boolean {
  const {t, last} = s;
  if (t.words[i]!.capitals) return true;
  if (subject.kind === "we" || subject.kind === "pronoun") return true;
  const next = after(t, i, last);
  if (next > last) return false;
  const w = t.words[next]!;
  if (objectFollows(s, i)) return true;
  if (subject.kind === "organ" && subject.boundary === "start" && t.words[i]!.ending === "s" && !mainVerbFollows(s, i)) return true;
  return !w.mark && !(w.classes & (C.preposition | C.conjunction | C.be | C.have | C.modal)) && t.pos[next] !== "VERB" && t.pos[next] !== "AUX";
}

/** Whether a verb in the singular or an auxiliary stands after `i` in the same phrase, so that what precedes it is its subject ("the Council notes on the list are …"). */
function mainVerbFollows({t, last}: Sentence, i: number): boolean {
  for (let k = i + 1; k <= last; k++) {
    const w = t.words[k]!;
    if (w.mark || w.classes & (C.conjunction | C.relative | C.subordinator) || isThat(t, k)) return false;
    if (isSingular(t, k)) return true;
  }
  return false;
}

export function objectFollows(s: Sentence, i: number): boolean {
  const {t, last} = s;
  const next = after(t, i, last);
  if (next > last) return false;
  const w = t.words[next]!;
  if (next > i + 1) return true;
  if (w.classes & (C.determiner | C.possessive | C.subject) || w.lower === "that" || w.lower === "to" || t.pos[next] === "PROPN" || t.pos[next] === "PRON") return true;
  return /^(?:on|upon|for)$/.test(w.lower);
}

/** "both support", "each supports": a quantifier that is the subject itself, by its number. */
const standsAlone = (word: string, singular: boolean) => (singular ? word === "each" || word === "neither" : word === "both" || word === "all" || word === "each" || word === "neither");

/** One blames what the other favours: they can hardly share an object. */
export const opposite = (a: {stance: Stance}, b: {stance: Stance}): boolean => pole(a.stance) !== pole(b.stance) && pole(a.stance) !== "neutral" && pole(b.stance) !== "neutral";
