import {wordClass as C} from "./codebook.js";
import type {Group, Reading} from "./predicates.js";
import type {Predicate, Sentence} from "./sentence-state.js";
import {beginsInfinitive, isSingular, readSubject} from "./subjects.js";
import {Mark} from "./words.js";
import {make} from "./make-predicate.js";
import {opening, speakerKinds} from "./opening-subject.js";
import {jointBefore, placeJoined} from "./place-joined.js";
import {placeWithSubject} from "./place-with-subject.js";
import {looksParticipial} from "./verb-signs.js";

/** Decides whether a predicate heads a clause here; the order of the cases is the order of certainty. */
export function place(s: Sentence, i: number, group: Group, reading: Reading): Predicate | null {
  const {t, first} = s;
  const before = group.from - 1;
  if (atStart(s, before)) return placeAtStart(s, group, reading);
  const w = t.words[before]!;
  if (group.form === "ing") return placeParticiple(s, before, group, reading);
  if (group.form === "participle") return null;
  if (group.form === "base" && before === first + 1 && t.words[first]!.lower === "let" && /^(?:me|us)$/.test(w.lower)) return make(s, reading, group, first, null, "base", "let-me");
  const joinedBy = jointBefore(s, before);
  if (joinedBy) {
    const joined = placeJoined(s, i, group, reading, joinedBy);
    if (joined) return joined;
    if (s.passed.relative || s.passed.that) s.passed.refused = group.form;
    return null;
  }
  if (w.classes & (C.relative | C.subordinator) || w.lower === "that") {
    s.passed.refused = group.form;
    return null;
  }
  const subject = readSubject(t, s.codebook, first, before, s.found.at(-1)?.to ?? -1);
  return placeWithSubject(s, i, group, reading, subject);
}

export function atStart(s: Sentence, before: number): boolean {
  for (let k = before; k >= s.first; k--) {
    const w = s.t.words[k]!;
    if (w.mark === Mark.open || w.mark === Mark.other || w.mark === Mark.left || w.mark === Mark.right || w.mark === Mark.stop || w.classes & C.adverb || (w.classes & C.conjunction && k === s.first)) continue;
    return false;
  }
  return true;
}

function placeAtStart(s: Sentence, group: Group, reading: Reading): Predicate | null {
  const start = group.from;
  if (group.form === "ing") {
    // "Addressing the session, the minister said …": what has no stance opens no clause of its own.
    if (reading.stance === "describe") return null;
    if (!s.preamble && reading.rule !== "stance-adjective" && isGerundSubject(s, reading.to)) return null;
    return make(s, reading, group, start, null, "ing", "participle-opening");
  }
  if (group.form === "s") return make(s, reading, group, start, null, "s", "operative-opening");
  // "Open the border …": an instruction, not an act of those who speak.
  if (group.form === "base" && reading.stance === "decide" && reading.action) return null;
  // "Demand for minerals will grow": a noun.
  if (group.form === "base" && /^(?:NOUN|PROPN)$/.test(s.t.pos[reading.from]!) && reading.rule === "stance-verb" && !s.t.words[reading.from]!.capitals && /^(?:for|of|by)$/.test(s.t.words[reading.to + 1]?.lower ?? "")) return null;
  if (group.form === "base" && !group.passive) return make(s, reading, group, start, null, "base", "bare-opening");
  if (group.form === "past" && s.t.words[reading.to + 1]?.lower !== "about" && !looksParticipial(s, reading)) return make(s, reading, group, start, null, "past", "bare-opening");
  return null;
}

/** "Undertaking this agenda marks …": the participle is the subject of a verb without a comma before it. */
function isGerundSubject(s: Sentence, from: number): boolean {
  const {t, last} = s;
  let comma = false;
  for (let k = from + 1; k <= last; k++) {
    const w = t.words[k]!;
    if (w.mark === Mark.comma) { comma = true; continue; }
    if (w.mark === Mark.semicolon) return false;
    if (w.classes & C.relative || w.lower === "that") return false;
    if (w.lower === "to" && beginsInfinitive(t, k)) {
      while (k < last && t.words[k + 1]!.classes & C.adverb) k++;
      k++;
      continue;
    }
    // One act takes a verb in the singular; another form belongs to an infinitive or describes a noun.
    if (isSingular(t, k) && !(w.entry?.verbs.length && comma)) return !comma;
    if (comma && w.classes & C.subject) return false;
  }
  return false;
}

function placeParticiple(s: Sentence, before: number, group: Group, reading: Reading): Predicate | null {
  const {t} = s, w = t.words[before]!;
  const previous = s.found.at(-1) ?? null;
  if (previous && w.lower === "in" && reading.stance !== "describe" && (previous.to === before - 1 || (joins.has(previous.lemma) && before - previous.to < 12))) {
    // "we are united in condemning", "we stand united with others in calling for": the act is in the participle.
    s.found.pop();
    return make(s, {...reading, from: previous.from}, {...previous.group}, previous.start, previous.subject, previous.form, previous.place);
  }
  if (w.lower === "by" && !reading.action) {
    // "began by expressing support": the act of the one who began.
    const main = previous ?? opening(s);
    if (main?.kind !== "plain") return null;
    s.found.pop();
    if (main.to > before) return null;
    return make(s, reading, {...main.group}, main.start, main.subject, main.form, "participle");
  }
  // "…, addressing A": what has no stance opens no clause of its own.
  if (reading.stance === "describe") return null;
  const joint = jointBefore(s, before);
  if (joint) {
    if (previous?.form === "ing" && (joint.comma || s.passed.gerund < 0 || (!reading.action && joint.at - s.passed.gerund > 5))) return makeParticiple(s, reading, group, "participle-joined");
    const second = !joint.comma && previous?.form === "past" && participleBetween(s, previous.to, joint.at);
    if (!joint.comma && !joint.while && !second) return null;
    if ((s.passed.gerund >= 0 || s.passed.that) && reading.action) return null;
    // "…, he said, urging B", not "…, he said, declining to name them"
    if (!previous && !(s.framed && reading.stance !== "oppose") && !hasMainVerb(s, before)) return joint.while ? makeParticiple(s, reading, group, "participle-joined") : null;
    return reading.action && joint.conjunction && !second ? null : makeParticiple(s, reading, group, "participle");
  }
  if (w.classes & (C.subordinator | C.preposition | C.relative) || w.lower === "to" || w.mark) return w.mark === Mark.dash ? makeParticiple(s, reading, group, "participle") : null;
  if (w.entry?.speaker?.kind === "document" && issued(s, previous ?? opening(s), before)) return makeParticiple(s, reading, group, "participle");
  const subject = readSubject(t, s.codebook, s.first, before, previous?.to ?? -1);
  if (t.words[subject.from]?.lower === "with" && speakerKinds.has(subject.kind)) return make(s, reading, group, subject.from, subject, "ing", "participle");
  return null;
}

/** "rejected A, calling it unjust and accusing B": whether a participle without a stance stands after a comma, to which another can be joined. */
function participleBetween({t}: Sentence, from: number, to: number): boolean {
  for (let k = from + 2; k < to; k++) if (t.words[k]!.ending === "ing" && t.pos[k] === "VERB" && !(t.words[k]!.classes & C.preposition) && t.words[k - 1]!.mark === Mark.comma) return true;
  return false;
}

/** "issued a joint statement pledging to …": what a document says is the act of those who issue it. */
function issued({t}: Sentence, main: Predicate | null, document: number): boolean {
  return main?.kind === "plain" && main.to < document && document - main.to < 6 && /^(?:issued?|issues|released?|releases|adopt(?:ed|s)?|sign(?:ed|s)?|publish(?:ed|es)?)$/.test(t.words[main.verbAt]!.lower);
}

/** Whether a speaker's main verb stands in the sentence; one that stands after token `before` is left to be read in its turn. */
function hasMainVerb(s: Sentence, before: number): boolean {
  const main = opening(s);
  if (main && main.from > before) s.found.pop();
  return main !== null;
}

function makeParticiple(s: Sentence, reading: Reading, group: Group, place: string): Predicate | null {
  return make(s, reading, group, group.from, null, "ing", place);
}

/** Said of those who act with others: "stand united with the members in …". */
const joins = new Set(["stand united", "stand together", "stand with", "join", "be united", "unite", "stand in solidarity"]);
