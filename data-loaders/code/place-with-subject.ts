import {wordClass as C} from "./codebook.js";
import type {Group, Reading} from "./predicates.js";
import type {Predicate, Sentence} from "./sentence-state.js";
import {isFinite, type Subject} from "./subjects.js";
import {make} from "./make-predicate.js";
import {refersElsewhere, speakerKinds, wholeList} from "./opening-subject.js";
import {Mark} from "./words.js";
import {carriesNoun, homograph, looksParticipial, verbByContext} from "./verb-signs.js";

export function placeWithSubject(s: Sentence, i: number, group: Group, reading: Reading, subject: Subject): Predicate | null {
  const {t, first} = s, previous = s.found.at(-1) ?? null;
  subject = previous ? subject : wholeList(s, subject);
  const {boundary, kind} = subject;
  if (boundary === "far") return null;
  if (boundary === "that" || boundary === "verb") {
    const inner = previous?.reports === true && reading.stance !== "describe" && subject.from <= previous.to + (boundary === "that" ? 8 : 3) && (kind === "pronoun" || kind === "we" || ((saying.has(previous.lemma) || reportVoices.has(previous.subject?.kind ?? "none")) && speakerKinds.has(kind)));
    return inner ? make(s, reading, group, subject.from, subject, group.form, "reported-speech") : null;
  }
  // "discussed A, during which concerns were expressed on B"
  if (boundary === "subordinate" && group.passive && reading.rule === "light-verb" && t.words[subject.from - 1]?.lower === "which" && t.words[subject.from - 2]?.lower === "during") return make(s, reading, group, subject.from, subject, group.form, "passive");
  if (boundary === "subordinate") {
    s.passed.refused = group.form;
    return null;
  }
  if (boundary === "comma" && previous?.opens === "that" && insideContent(s, previous.to, subject.from)) return null;
  if (group.passive) {
    if (previous && (previous.opens === "that" || s.passed.that) && boundary !== "semicolon") return null;
    if (boundary === "comma" && previous) return null;
    return make(s, reading, group, subject.from, subject, group.form, "passive");
  }
  if (kind === "pronoun" && !reading.reports && refersElsewhere(s, subject)) return null;
  if (kind === "document" && !documentSays(reading, t.words[subject.head]?.lower ?? "")) return null;
  if (!speakerKinds.has(kind)) {
    if (group.form === "past" && group.modal < 0 && looksParticipial(s, reading)) return null;
    if (kind === "proper" && boundary !== "and" && !(reading.action && subject.head === first) && !(boundary === "comma" && previous && previous.place !== "participle-opening")) return homograph(s, i, group) ? null : make(s, reading, group, subject.from, subject, group.form, "subject", "The subject is taken for a speaker by its capital letter only.");
    const able = reading.human && kind === "other" && (boundary === "start" || boundary === "semicolon" || boundary === "comma-and" || (boundary === "comma" && !previous)) && !homograph(s, i, group);
    return able ? make(s, reading, group, subject.from, subject, group.form, "subject", "The subject is taken for a speaker since only speakers do what the verb says.") : null;
  }
  if (homograph(s, i, group) && !carriesNoun(s, reading) && !verbByContext(s, i, subject)) return null;
  if (boundary === "and" && previous && (previous.opens === "that" || s.passed.that || s.passed.relative) && kind !== "we" && kind !== "pronoun" && kind !== "name" && kind !== "all") return null;
  if (boundary === "and" && s.passed.that && !previous) return null;
  if (boundary === "comma" && previous && previous.place !== "participle-opening" && s.passed.relative && kind !== "we" && kind !== "pronoun") return null;
  if (group.form === "past" && looksParticipial(s, reading) && group.modal < 0 && !["we", "pronoun"].includes(kind)) return null;
  if (subject.head >= 0 && t.words[subject.head]!.classes & C.preposition) return null;
  return make(s, reading, group, subject.from, subject, group.form, "subject");
}

/** Whether a document can be the subject: "the report said", and of one that speaks for its makers "the declaration condemns". */
function documentSays(reading: Reading, noun: string): boolean {
  if (reading.reports || reading.rule === "with-noun") return true;
  const speaks = reading.human || reading.stance === "urge" || (reading.illocution === "assertive" && !reading.action && reading.stance !== "describe");
  return speaks && /^(?:statement|communiqu[eé]|declaration|resolution|readout|document|text)$/.test(noun);
}

/** "recall that in the accord of May, the leaders affirmed …": what is affirmed begins with an adverbial, so that the comma does not end it. */
function insideContent({t}: Sentence, from: number, to: number): boolean {
  let k = from + 1;
  while (k < to && t.words[k]!.lower !== "that") k++;
  if (t.words[k + 1]!.mark === Mark.comma) k++;
  if (!(t.words[k + 1]!.classes & (C.preposition | C.subordinator))) return false;
  while (++k < to) if (isFinite(t, k)) return false;
  return true;
}

/** Those who tell what others say; a party that "noted Z requested a review" takes a stance of its own. */
const reportVoices = new Set<Subject["kind"]>(["document", "voice"]);
const saying = new Set(["say", "add", "tell"]);
