import type {Group, Reading} from "./predicates.js";
import type {Predicate, Sentence} from "./sentence-state.js";
import type {Subject} from "./subjects.js";
import {Mark} from "./words.js";

export function make(s: Sentence, reading: Reading, group: Group, start: number, subject: Subject | null, shape: Predicate["form"], place: string, doubt?: string): Predicate | null {
  // "and, in this regard, recalls": the comma closes what precedes.
  while (start < reading.from && s.t.words[start]!.mark === Mark.comma) start++;
  const modalWord = group.modal >= 0 ? s.t.words[group.modal]!.lower : null;
  // Field by field: spreading is several times slower here, and this runs for every clause.
  const predicate: Predicate = {
    from: reading.from, to: reading.to, lemma: reading.lemma, stance: reading.stance, strength: reading.strength, illocution: reading.illocution, negatedStance: reading.negatedStance,
    rule: reading.rule, entry: reading.entry, action: reading.action, passive: reading.passive, human: reading.human, reports: reading.reports, opens: reading.opens, verbAt: reading.verbAt, intensifier: reading.intensifier,
    start, group, subject, kind: "stance", form: shape, negated: group.negated, modality: modalWord === "'ll" ? "will" : modalWord, joined: [], outerForm: null, outerSubject: null, place, doubts: doubt ? [doubt] : []
  };
  if (reading.rule === "promise") return predicate;
  // "has established": what was done before is told, not done by saying it.
  if (reading.stance === "decide" && reading.action && (group.perfect || (group.form === "past" && inYear(s, reading.to)))) return null;
  if (modalWord && !modalStance(s, predicate, modalWord)) return null;
  // "The group was not invited": told, not asked.
  if (group.passive && group.negated && reading.stance === "urge") return null;
  // "No damage has been confirmed": nothing is said by it.
  if (group.passive && subject !== null && /^(?:no|none)$/.test(s.t.words[subject.from]?.lower ?? "")) return null;
  // "Neither side recognizes": the subject denies.
  predicate.negated ||= subject !== null && /^(?:neither|no|none|nobody)$/.test(s.t.words[subject.from]?.lower ?? "");
  if (predicate.negated) {
    predicate.stance = reading.negatedStance;
    predicate.rule = predicate.stance === reading.stance ? predicate.rule : "negation";
  }
  return predicate;
}

/** "established relations in 1992": the year makes it history. */
function inYear({t, last}: Sentence, from: number): boolean {
  for (let k = from + 1; k < Math.min(last, from + 8) && !t.words[k]!.mark; k++) if (t.words[k]!.lower === "in" && /^(?:19|20)\d\d$/.test(t.words[k + 1]!.lower)) return true;
  return false;
}

export function plain(s: Sentence, k: number, group: Group, subject: Subject, shape: Predicate["form"]): Predicate {
  const {t, last} = s;
  let to = k;
  while (to < last && (t.pos[to + 1] === "VERB" || t.pos[to + 1] === "AUX") && t.words[to + 1]!.ending !== "ing") to++;
  return {
    from: k, to, lemma: "", stance: "describe", strength: 2, illocution: "assertive", negatedStance: "describe", rule: "no-stance", entry: "", action: false, passive: false, human: false, reports: false,
    opens: "other", intensifier: -1, verbAt: k, start: subject.from, group, subject, kind: "plain", form: shape, negated: false, modality: null, joined: [], outerForm: null, outerSubject: null, place: "subject", doubts: []
  };
}

/** A stance verb under a modal: "will" is a promise and read as such, "must" a norm; "would" leaves it as it is, a negated "can" refuses. */
function modalStance(s: Sentence, predicate: Predicate, modal: string): boolean {
  if (modal === "will" || modal === "shall" || modal === "wo" || modal === "'ll") {
    if (predicate.stance === "commit" && predicate.rule.startsWith("stance-adjective")) return true;
    return predicate.group.negated && predicate.negatedStance === "oppose";
  }
  if (modal === "would") return predicate.group.carrier || !predicate.action;
  if (modal === "cannot" || modal === "can" || modal === "ca" || modal === "could") return predicate.group.negated && predicate.negatedStance === "oppose";
  return false;
}
