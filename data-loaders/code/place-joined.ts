import {wordClass as C} from "./codebook.js";
import type {Group, Reading} from "./predicates.js";
import type {Predicate, Sentence} from "./sentence-state.js";
import {isFinite} from "./subjects.js";
import {Mark, mayOpenQuote} from "./words.js";
import {make} from "./make-predicate.js";
import {insideRelative, opening, openingSubject} from "./opening-subject.js";
import {carriesNoun, homograph, looksParticipial, objectFollows} from "./verb-signs.js";

/** What joins a verb group to what precedes it; `at`: the token before all of that. */
export interface Joint {
  comma: boolean;
  conjunction: boolean;
  semicolon: boolean;
  while: boolean;
  at: number;
}

/** How the token before a verb group joins it to what precedes, or null where it does not. */
export function jointBefore(s: Sentence, before: number): Joint | null {
  const {t, first} = s;
  let k = before, conjunction = false, hasWhile = false;
  // "and “acknowledged the need”"
  if (k > first && mayOpenQuote(t.words[k]!.mark)) k--;
  const w = t.words[k]!;
  if (w.classes & C.conjunction) { conjunction = true; hasWhile = /^(?:while|whilst|whereas)$/.test(w.lower); k--; }
  while (k > first && t.words[k]!.classes & C.adverb) k--;
  const mark = k >= first ? t.words[k]!.mark : Mark.none;
  const comma = mark === Mark.comma || mark === Mark.dash || (mark === Mark.right && conjunction);
  const semicolon = mark === Mark.semicolon || mark === Mark.colon;
  return conjunction || comma || semicolon ? {comma, conjunction, semicolon, while: hasWhile, at: k} : null;
}

export function placeJoined(s: Sentence, i: number, group: Group, reading: Reading, joint: Joint): Predicate | null {
  const {passed} = s;
  const previous = parent(s, group) ?? s.found.at(-1) ?? opening(s, i + 1);
  if (group.form === "past" && !group.passive && group.modal < 0 && (looksParticipial(s, reading) || s.t.words[group.from]!.lower === "once")) return null;
  if (!previous || !sameForm(s, previous, group)) {
    const operative = operativeAfterLead(s, group, reading, joint);
    if (operative) return operative;
  }
  if (!previous) return afterAside(s, group, reading);
  if (homograph(s, i, group) && !carriesNoun(s, reading) && !objectFollows(s, i) && !(joint.comma && joint.conjunction && !reading.action && s.t.words[i + 1]?.mark === Mark.none && (s.t.pos[i + 1] === "ADJ" || s.t.pos[i + 1] === "NOUN"))) return null;
  if (previous.start > group.from) return null;
  if (previous.kind === "plain" && previous.to < previous.group.from) return null;
  if (!sameForm(s, previous, group) && !changesTense(s, i, previous, group, reading, joint)) return null;
  if (group.passive) return previous.group.passive && joint.conjunction ? make(s, reading, group, group.from, null, group.form, "joined") : null;
  if (passed.refused === group.form && !joint.comma && !joint.semicolon) return null;
  if (passed.relative && (passed.relativeForm ?? group.form) === group.form && reading.action && group.form !== "base" && !joint.comma && !joint.semicolon) return null;
  // "will cut emissions and look forward to the talks": more words than a verb's belong to it, and nobody promises to feel.
  const apart = reading.rule === "set-phrase" && reading.to > reading.from + 1 && reading.illocution === "expressive" && !reading.action;
  const open = !apart && (passed.infinitive || (passed.modal >= 0 && passed.modal < group.from) || (previous.rule === "promise" && !(joint.comma && joint.conjunction)));
  if (group.form === "base" && group.modal < 0 && open && !joint.semicolon && (reading.action || previous.rule === "promise")) return null;
  const made = make(s, reading, group, joint.comma && !joint.conjunction ? leadBefore(s, joint.at, group.from) : group.from, null, group.form, "joined");
  if (made && group.form === "base" && group.modal < 0 && open && !joint.comma && !joint.semicolon)
    made.doubts.push(`"${s.t.words[i]!.lower}" is read as a new act of the same speaker; it could also continue the infinitive before it.`);
  return made;
}

/** "condemn A and, in accordance with their duties, urge B": where the adverbial before the comma at token `at` begins, which leads the joined verb in; else `from`. */
function leadBefore({t, found}: Sentence, at: number, from: number): number {
  const floor = found.at(-1)?.to ?? 0;
  for (let k = at - 1; k > Math.max(floor, at - 25); k--) {
    const {mark, classes} = t.words[k]!;
    if (mark === Mark.comma && t.words[k - 1]!.classes & C.conjunction) return k + 1;
    if (mark || classes & C.relative || isFinite(t, k)) break;
  }
  return from;
}

/**
 * "supported A and intend to …", "remain concerned and took note of …": another tense, where no subordinate clause is open that it could belong to, and no
 * infinitive but before a comma ("are working to end A, and urge B").
 */
function changesTense(s: Sentence, i: number, previous: Predicate, group: Group, reading: Reading, joint: {comma: boolean; conjunction: boolean}): boolean {
  const {passed} = s;
  const turns = previous.form === "past" ? group.form === "base" || group.form === "s" : (previous.form === "base" || previous.form === "s") && group.form === "past" && (objectFollows(s, i) || carriesNoun(s, reading));
  return turns && group.modal < 0 && joint.conjunction && !reading.action && s.t.pos[i] === "VERB" && (!passed.infinitive || joint.comma || group.carrier) && passed.modal < 0 && !passed.that && !passed.relative;
}

/** "Noting the drought, decides …", "With a view to peace, requests …": the organ acts after an adverbial or a participle. */
function operativeAfterLead(s: Sentence, group: Group, reading: Reading, joint: {comma: boolean; conjunction: boolean; at: number}): Predicate | null {
  if (group.form !== "s" || group.passive || !joint.comma || joint.conjunction || s.found.some((p) => p.form !== "ing")) return null;
  const {t, first} = s;
  const opener = t.words[first]!;
  if (opener.ending !== "ing" && !(opener.classes & (C.preposition | C.adverb))) return null;
  for (let k = first; k < joint.at; k++) if (isFinite(t, k) && !insideRelative(s, first, k)) return null;
  return make(s, reading, group, group.from, null, "s", "operative-opening");
}

/** "The Government, as host of the summit, welcomed": the subject stands before an aside. */
function afterAside(s: Sentence, group: Group, reading: Reading): Predicate | null {
  const subject = openingSubject(s, group.from - 1, group.passive || reading.human || reading.reports || reading.opens === "that");
  if (!subject || (!group.passive && subject.kind === "other")) return null;
  return make(s, reading, group, subject.from, subject, group.form, "subject-before-aside");
}

/** The verb that a joined verb continues: the last one of the same form. */
function parent(s: Sentence, group: Group): Predicate | null {
  for (let k = s.found.length - 1; k >= Math.max(0, s.found.length - 6); k--) {
    const p = s.found[k]!;
    if (sameForm(s, p, group)) return p;
  }
  return null;
}

function sameForm(s: Sentence, previous: Predicate, group: Group): boolean {
  if (previous.form === "any" || previous.form === group.form || previous.outerForm === group.form) return true;
  if (group.modal >= 0) return previous.form !== "ing" && !(s.passed.modal >= 0 && s.passed.modal < group.from) && !s.passed.relative && !s.passed.that;
  // "have condemned A and demanded B"
  if (previous.group.perfect && group.form === "past" && !group.passive) return true;
  // "will continue to help, and stands with them"
  if (previous.rule === "promise" && group.form === "s") return !s.passed.relative && !s.passed.that;
  // "the leaders met and will …", "have agreed and reaffirm"
  return previous.modality !== null && group.form !== "ing" && previous.kind === "stance" && group.form === "base";
}
