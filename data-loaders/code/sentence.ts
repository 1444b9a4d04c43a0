import {pole} from "../../src/schema.js";
import {wordClass as C, type Codebook} from "./codebook.js";
import {readStanceNoun} from "./predicates.js";
import {nothing, type Predicate, type Sentence, type Voice} from "./sentence-state.js";
import {beginsInfinitive, isFinite, isThat} from "./subjects.js";
import {Mark, type Tokens} from "./words.js";
import {tryModal} from "./promises.js";
import {tryAdjective, tryExpression, tryVerb} from "./stance-predicates.js";
import {couldBeVerb, opposite} from "./verb-signs.js";

/** The predicates that open clauses in the sentence from token `first` to `last`, left to right. */
export function readSentence(t: Tokens, codebook: Codebook, first: number, last: number, voice: Voice, {preamble, framed}: Pick<Sentence, "preamble" | "framed">): Predicate[] {
  const s: Sentence = {t, codebook, first, last, voice, preamble, framed, found: [], passed: nothing(), opened: false};
  for (let i = first; i <= last; i++) {
    const w = t.words[i]!;
    const entry = w.entry;
    if (w.mark === Mark.semicolon) s.passed = {...nothing(), that: s.passed.that};
    if (w.classes & C.possessive && i > s.first && t.words[i - 1]!.classes & C.conjunction) {
      const second = secondObject(s, i);
      if (second) { s.found.push(second); i = second.to; continue; }
    }
    if (entry) {
      const next = tryEntry(s, i);
      if (next > i) { i = next - 1; continue; }
    }
    note(s, i);
  }
  return s.found;
}

function tryEntry(s: Sentence, i: number): number {
  const {t} = s, w = t.words[i]!, entry = w.entry!;
  let predicate: Predicate | null = null;
  if (entry.adjectives.length) predicate = tryAdjective(s, i);
  if (!predicate && entry.verbs.length && couldBeVerb(s, i)) predicate = tryVerb(s, i);
  if (!predicate && entry.noun) predicate = tryExpression(s, i);
  if (!predicate && entry.modals.length) predicate = tryModal(s, i);
  if (!predicate) return i;
  accept(s, predicate);
  return predicate.to + 1;
}

function accept(s: Sentence, predicate: Predicate): void {
  const before = s.found.at(-1);
  s.passed = nothing();
  // "reviewed A and discussed B": what has no stance is one clause for one subject.
  if (before && before.stance === "describe" && predicate.stance === "describe" && !predicate.subject && predicate.place === "joined") return;
  if (before && before.kind === "stance" && predicate.kind === "stance" && sharesObject(s, before, predicate)) {
    before.joined.push(predicate);
    before.to = Math.max(before.to, predicate.to);
    before.opens = predicate.opens;
    return;
  }
  if (before && before.kind === "plain" && sharesObject(s, before, predicate)) {
    // "have imposed and will continue to impose sanctions": one object, so one clause.
    predicate.start = before.start;
    predicate.subject ??= before.subject;
    s.found.pop();
  }
  if (before?.reports && descends(s, before, predicate)) {
    predicate.start = before.subject?.kind === "document" ? predicate.start : before.start;
    predicate.place = "reported-speech";
    predicate.outerForm = before.form;
    predicate.outerSubject = before.subject;
    s.found.pop();
  }
  s.found.push(predicate);
}

/** "reaffirmed the importance of A, and their commitment to B": a second object of another class is a clause of its own. */
function secondObject(s: Sentence, i: number): Predicate | null {
  const {t, last} = s, verb = s.found.at(-1);
  if (!verb || verb.kind !== "stance" || s.passed.that || verb.opens === "that" || verb.joined.length || verb.group.passive || verb.rule === "promise") return null;
  if (t.words[i]!.lower === "'s") return null;
  const noun = readStanceNoun(t, i, last);
  if (!noun || noun.row.stance === verb.stance) return null;
  const own = t.words[verb.verbAt]?.entry?.verbs.flatMap((v) => v.rows).find((r) => r.light);
  if (!own) return null;
  return {
    ...verb, start: i, from: noun.at, to: noun.at, lemma: `${own.verb} ${noun.row.noun}`, stance: noun.row.stance, strength: noun.row.strength, illocution: noun.row.illocution,
    rule: "second-object", entry: `stance-nouns: ${noun.row.noun}`, intensifier: noun.intensifier, opens: "other", group: {...verb.group, from: i}, subject: null, joined: [], outerForm: null, outerSubject: null, place: "second-object", doubts: []
  };
}

/** "oppose and condemn sanctions": nothing but "and" or a comma between the two. */
function sharesObject(s: Sentence, before: Predicate, now: Predicate): boolean {
  if (now.subject || now.group.from <= before.to || opposite(before, now)) return false;
  const {to: end, rule, entry, stance} = before.joined.at(-1) ?? before;
  // "voiced alarm and urged calm": the noun is the first verb's own object; "voiced alarm and condemned the raids" is about the same.
  if (now.kind === "stance" && s.t.words[end + 1]!.classes & C.conjunction && (entry.includes("~") || (rule === "light-verb" && pole(stance) !== pole(now.stance)))) return false;
  for (let k = end + 1; k < now.group.from; k++) {
    const w = s.t.words[k]!, next = s.t.words[k + 1]!;
    // "concerned about, and protests, the raid"
    if (w.classes & C.preposition && now.from <= k + 4 && (next.mark === Mark.comma || next.classes & C.conjunction)) continue;
    if (w.mark !== Mark.comma && !(w.classes & (C.conjunction | C.adverb))) return false;
  }
  return true;
}

/** "said they expect": the stance is in the words reported where their subject is the speaker again. */
function descends(s: Sentence, before: Predicate, now: Predicate): boolean {
  const subject = now.subject;
  if (!subject || (subject.boundary !== "verb" && subject.boundary !== "that")) return false;
  return subject.from <= before.to + (subject.boundary === "that" ? 8 : 3);
}

function note(s: Sentence, i: number): void {
  const {t, passed} = s, w = t.words[i]!;
  if (isThat(t, i)) passed.that = true;
  else if (w.classes & C.relative) passed.relative = true;
  else if (w.lower === "to" && beginsInfinitive(t, i)) passed.infinitive = true;
  else if (passed.relative && passed.relativeForm === null && isFinite(t, i)) passed.relativeForm = w.ending === "s" || /^(?:is|has|does)$/.test(w.lower) ? "s" : w.ending === "ed" || /^(?:was|were|had|did)$/.test(w.lower) ? "past" : "base";
  if (w.classes & C.modal && t.pos[i] === "AUX") passed.modal = i;
  else if (w.ending === "ing" && t.pos[i] === "VERB") {
    const before = t.words[i - 1];
    if (before && (before.classes & C.preposition || before.lower === "to")) passed.gerund = i;
  }
}
