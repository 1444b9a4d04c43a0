import {wordClass as C} from "./codebook.js";
import type {Group, Reading} from "./predicates.js";
import type {Predicate, Sentence} from "./sentence-state.js";
import {readSubject, type Subject} from "./subjects.js";
import {make} from "./make-predicate.js";
import {opening, openingSubject} from "./opening-subject.js";
import {jointBefore} from "./place-joined.js";

/** "will", "must", "have the right to": a promise where the speaker is the subject, else a norm. */
export function tryModal(s: Sentence, i: number): Predicate | null {
  const {t, first} = s, w = t.words[i]!;
  if (s.passed.relative && !s.found.length) return null;
  for (const row of w.entry!.modals) {
    if (!row.words.every((word, j) => t.words[i + j]?.lower === word || (j > 0 && t.words[i + j + 1]?.lower === word && t.words[i + j]!.classes & C.adverb))) continue;
    if (w.lower === "may" && w.capital) continue;
    if (row.kind !== "promise") continue;
    const before = i - 1;
    if (before < first) continue;
    let k = before;
    while (k >= first && t.words[k]!.classes & C.adverb) k--;
    if (k < first) continue;
    const joint = jointBefore(s, k);
    const previous = s.found.at(-1) ?? null;
    const negated = ((t.words[i + 1]?.classes ?? 0) & C.negation) > 0;
    if ((negated && refusalFollows(s, i)) || commitmentFollows(s, i + row.words.length)) continue;
    const reading: Reading = {
      from: i, to: i + row.words.length - 1, lemma: row.lemma, stance: "commit", strength: 2, illocution: "commissive", negatedStance: "commit", rule: "promise", entry: `modals: ${row.lemma}`,
      action: false, passive: false, human: false, reports: false, opens: "other", intensifier: -1, verbAt: i
    };
    const group: Group = {from: k + 1, form: "base", modal: i, negated, passive: false, having: false, perfect: false, carrier: false};
    if (joint) {
      const aside = previous ? null : openingSubject(s, k, false);
      if (aside && promises(s, aside)) return make(s, reading, group, aside.from, aside, "base", "subject-before-aside");
      const earlier = previous ?? opening(s, i + 1);
      const speaker = earlier?.subject ?? s.found.findLast((p) => p.subject !== null)?.subject;
      if (!earlier || !speaker || !(promises(s, speaker) || (speaker.kind === "pronoun" && earlier.kind === "stance")) || s.passed.modal >= 0 || ((s.passed.relative || s.passed.that) && earlier.lemma !== row.lemma) || earlier.opens === "that") continue;
      return make(s, reading, group, group.from, null, "base", "joined");
    }
    const subject = readSubject(t, s.codebook, first, k, previous?.to ?? -1);
    if (!promises(s, subject) || namesHolder(s, i, subject)) continue;
    if (subject.boundary === "that" || subject.boundary === "verb" || subject.boundary === "subordinate" || subject.boundary === "far") {
      if (!(previous?.reports && subject.from <= previous.to + 3 && (subject.kind === "pronoun" || subject.kind === "we"))) continue;
    } else if ((subject.boundary === "and" || subject.boundary === "comma-and" || subject.boundary === "comma") && previous && (previous.opens === "that" || s.passed.that) && !speaksAnew(s, previous, subject)) continue;
    return make(s, reading, group, subject.from, subject, "base", "subject");
  }
  return null;
}

/** "We know that A is needed and we will do it": the speakers' own "we" after a content with another subject. */
function speaksAnew({t}: Sentence, {opens, subject, to}: Predicate, {kind, boundary}: Subject): boolean {
  return kind === "we" && boundary !== "comma" && opens === "that" && subject?.kind === "we" && t.words[to + 2]?.lower !== "we";
}

/** "will remain committed": the adjective has a stance of its own. */
function commitmentFollows({t, last}: Sentence, k: number): boolean {
  while (k < last && t.words[k]!.classes & C.adverb) k++;
  if (k > last || !(t.words[k]!.classes & C.copula)) return false;
  k++;
  while (k < last && t.words[k]!.classes & C.adverb) k++;
  return t.words[k]?.entry?.adjectives.some(({words, stance}) => words.length === 1 && stance === "commit") ?? false;
}

/** "The representative of the host will be the minister": says who, and promises nothing. */
function namesHolder({t}: Sentence, i: number, {head, kind}: Subject): boolean {
  return (kind === "person" || kind === "all") && /^(?:representatives?|heads?|chairs?|co-chairs)$/.test(t.words[head]?.lower ?? "") && t.words[i + 1]?.lower === "be" && t.pos[i + 2] !== "VERB";
}

/** "will never accept": the negated verb has a stance of its own. */
function refusalFollows(s: Sentence, i: number): boolean {
  const {t, last} = s;
  let k = i + 1;
  while (k < last && t.words[k]!.classes & (C.adverb | C.negation)) k++;
  return t.words[k]!.entry?.verbs.some((v) => v.rows.some((r) => r.negated === "oppose" && r.stance !== "oppose" && (!r.phrase || r.phrase[0] === t.words[k + 1]?.lower))) ?? false;
}

function promises(s: Sentence, subject: Subject): boolean {
  if (subject.general) return false;
  return subject.kind === "we" || s.voice.speaks(s.t, subject);
}
