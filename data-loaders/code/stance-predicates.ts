import {mayOpenQuote} from "./words.js";
import {form, wordClass as C} from "./codebook.js";
import {make} from "./make-predicate.js";
import {readAdjective, readGroup, readVerb, type Group, type Reading} from "./predicates.js";
import {isFinite, readSubject} from "./subjects.js";
import type {Predicate, Sentence} from "./sentence-state.js";
import {atStart, place} from "./place.js";
import {opposite} from "./verb-signs.js";

export function tryVerb(s: Sentence, i: number): Predicate | null {
  const {t, last} = s;
  for (const {forms: bits, rows} of t.words[i]!.entry!.verbs) {
    const again = t.words[i - 1]?.lower === "-" && i - 2 >= s.first ? i - 2 : i;
    const group = readGroup(t, s.first, again, bits);
    if (group.form === "inf" && !metFor(s, group.from)) continue;
    const reading = readVerb(t, i, last, rows, group);
    if (!reading) continue;
    reading.from = again;
    if (group.carrier || group.having) reading.from = afterAdverbs(s, group.from);
    if (group.passive && !reading.passive) continue;
    if (rows[0]!.opening && !atStart(s, group.from - 1)) continue;
    if (group.form === "inf") return reading.stance === "describe" || reading.action ? null : make(s, reading, {...group, form: "past"}, group.from, null, "past", "joined");
    const placed = place(s, i, group, reading);
    if (placed) return withSecondNoun(s, placed, reading.secondNoun ?? -1);
  }
  return null;
}

/** "met today in Oslo to reaffirm …": the infinitive at token `to` says what they did there. */
function metFor({t, found}: Sentence, to: number): boolean {
  const main = found.at(-1);
  if (main?.stance !== "describe" || main.form !== "past" || !/^(?:met|gathered|convened|assembled)$/.test(t.words[main.verbAt]!.lower) || to - main.to > 12) return false;
  for (let k = main.to + 1; k < to; k++) if (t.words[k]!.mark || isFinite(t, k)) return false;
  return true;
}

/** Adds what a second noun of a light verb says ("expresses condemnation and denunciation") to what the first does. */
function withSecondNoun(s: Sentence, predicate: Predicate, at: number): Predicate {
  const noun = at < 0 ? null : s.t.words[at]!.entry!.noun!;
  if (!noun || predicate.negated || predicate.rule !== "light-verb" || opposite(predicate, noun)) return predicate;
  predicate.joined.push({
    ...predicate, from: at, to: at, lemma: `${predicate.lemma.split(" ")[0]} ${noun.noun}`, stance: noun.stance, strength: noun.strength, illocution: noun.illocution, entry: `stance-nouns: ${noun.noun}`, joined: []
  });
  predicate.to = at;
  return predicate;
}

export function tryAdjective(s: Sentence, i: number): Predicate | null {
  const {t, first, last} = s;
  const reading = readAdjective(t, i, last, t.words[i]!.entry!.adjectives);
  if (!reading) return null;
  let k = i - 1, from = i, denied = false;
  while (k >= first && t.words[k]!.classes & (C.adverb | C.negation)) {
    denied ||= (t.words[k]!.classes & C.negation) > 0 && t.words[k + 1]!.lower !== "only";
    from = k--;
  }
  // "are undeterred and steadfast": the copula stands before the first of two adjectives.
  if (k - 2 >= first && t.words[k]!.classes & C.conjunction && t.pos[k - 1] === "ADJ" && t.words[k - 2]!.classes & C.copula) k -= 2;
  if (k > first && mayOpenQuote(t.words[k]!.mark)) k--;
  const before = t.words[k];
  if (k >= first && before && before.classes & C.copula && !before.capital === !before.capitals) {
    const bits = before.ending === "ing" || before.lower === "being" ? form.ing : before.lower === "is" || before.ending === "s" ? form.s : before.lower === "was" || before.lower === "were" || before.ending === "ed" || before.lower === "became" ? form.past : form.base;
    const group = readGroup(t, first, k, before.lower === "been" ? form.participle : bits);
    if (group.form === "inf") return null;
    reading.from = group.carrier ? afterAdverbs(s, group.from) : k;
    reading.lemma = withCopula(reading.lemma, before.lower);
    if (reading.judges) return judgement(s, reading, group);
    return place(s, i, {...group, from: Math.min(group.from, k), negated: group.negated || denied}, reading);
  }
  if (k >= first && before && before.classes & C.copula) {
    reading.from = k;
    reading.lemma = withCopula(reading.lemma, before.lower);
    return place(s, i, {...readGroup(t, first, k, form.ing)}, reading);
  }
  if (t.words[i]!.capital && !t.words[i]!.capitals && from > first) return null;
  // "Deeply concerned by …," without a verb: only as a participle would stand.
  if (!reading.alone || (reading.alone === "to" && reading.opens !== "to")) return null;
  // "…, and encouraged the parties": a verb with its object.
  if (t.words[i]!.entry!.verbs.length && i < last && (t.words[i + 1]!.classes & C.determiner || t.pos[i + 1] === "PROPN" || t.pos[i + 1] === "NOUN")) return null;
  return place(s, i, {from, form: "ing", modal: -1, negated: false, passive: false, having: false, perfect: false, carrier: false}, reading);
}

/** "It is regrettable that …", "The delay is regrettable": the speakers judge what the subject names. */
function judgement(s: Sentence, reading: Reading, group: Group): Predicate | null {
  const {boundary, from, head} = readSubject(s.t, s.codebook, s.first, group.from - 1, s.found.at(-1)?.to ?? -1);
  if (head < 0 || group.modal >= 0 || group.negated || !(boundary === "start" || boundary === "semicolon" || (boundary === "comma" && !s.found.length))) return null;
  return make(s, reading, group, from, null, group.form, "evaluation");
}

/** "Our thoughts are with the families", "Our condolences go to them": sympathy whose subject is a noun. */
export function tryExpression(s: Sentence, i: number): Predicate | null {
  const {t, first, last} = s, noun = t.words[i]!.entry!.noun!;
  if (noun.illocution !== "expressive" || noun.stance !== "support" || s.found.length || i === first) return null;
  for (let k = first; k < i; k++) if (k === first ? !/^(?:our|my|its)$/.test(t.words[k]!.lower) : t.pos[k] !== "ADJ" && !(t.words[k]!.classes & C.adverb)) return null;
  for (let k = i + 1; k <= Math.min(last - 1, i + 5); k++) {
    const {lower, classes} = t.words[k]!;
    if (classes & C.conjunction || t.words[k]!.entry?.noun || t.pos[k] === "ADJ") continue;
    if (!/^(?:is|are|go|goes|remain|remains)$/.test(lower) || !/^(?:with|to|out)$/.test(t.words[k + 1]!.lower)) return null;
    const verb = lower.startsWith("go") ? "go to" : `${lower.startsWith("remain") ? "remain" : "be"} with`;
    const reading: Reading = {
      from: i, to: k + 1, lemma: verb, stance: noun.stance, strength: noun.strength, illocution: noun.illocution, negatedStance: noun.stance, rule: "light-verb", entry: `stance-nouns: ${noun.noun}`,
      action: false, passive: false, human: false, reports: false, opens: "other", intensifier: -1, verbAt: k
    };
    const group: Group = {from: first, form: "base", modal: -1, negated: false, passive: false, having: false, perfect: false, carrier: false};
    return make(s, reading, group, first, null, "base", "expression");
  }
  return null;
}

function afterAdverbs(s: Sentence, k: number): number {
  while (s.t.words[k]!.classes & C.adverb || s.t.words[k]!.mark) k++;
  return k;
}

/** "remain committed" keeps its own copula, as light verbs keep their verb. */
function withCopula(lemma: string, copula: string): string {
  const verb = /^(?:remain|stay|feel|become|stand)/.exec(copula)?.[0] ?? ({felt: "feel", became: "become", stood: "stand"} as Record<string, string>)[copula];
  return verb ? lemma.replace(/^be /, `${verb} `) : lemma;
}
