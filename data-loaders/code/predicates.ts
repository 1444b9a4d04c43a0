import type {Stance, Strength} from "../../src/schema.js";
import {form, wordClass as C, type AdjectiveRow, type NounRow, type VerbRow} from "./codebook.js";
import {beginsInfinitive} from "./subjects.js";
import {Mark, mayOpenQuote, wordsStand, type Tokens} from "./words.js";

/** A stance predicate as its own words give it, before it is known whether it heads a clause. */
export interface Reading {
  /** First and last token of the stance words. */
  from: number;
  to: number;
  lemma: string;
  stance: Stance;
  strength: Strength;
  illocution: string;
  negatedStance: Stance;
  rule: string;
  /** `<table>: <row>`. */
  entry: string;
  action: boolean;
  passive: boolean;
  human: boolean;
  /** Of an adjective: whether it stands without a copula. */
  alone?: boolean | "to";
  /** Of an adjective: whether it is said of a thing and judges it. */
  judges?: boolean;
  reports: boolean;
  /** What follows: a that-clause, an infinitive, or something else. */
  opens: "that" | "to" | "other";
  /** Token of the inflected verb. */
  verbAt: number;
  /** Word that raises or lowers the strength inside the stance words. */
  intensifier: number;
  /** Token of a second stance noun of a light verb ("condemnation and denunciation"). */
  secondNoun?: number;
}

/** A verb with its auxiliaries and adverbs. */
export interface Group {
  from: number;
  form: "inf" | "base" | "s" | "past" | "ing" | "participle";
  modal: number;
  negated: boolean;
  passive: boolean;
  having: boolean;
  perfect: boolean;
  /** "continue to", "wish to": the stance is in the infinitive after it. */
  carrier: boolean;
}

/** Reads the verb group that ends in the verb at token `i`; `bits` are the forms that its spelling can be. */
export function readGroup(t: Tokens, first: number, i: number, bits: number): Group {
  let k = i - 1, from = i, negated = false, modal = -1, passive = false, having = false, perfect = false, carrier = false;
  let aux: Group["form"] | null = null;
  for (; k >= first; k--) {
    const w = t.words[k]!;
    if (w.lower === "nor") { negated = true; break; }
    if (w.classes & C.negation) { negated = true; from = k; continue; }
    if (w.classes & C.be && (bits & (form.ing | form.participle)) && !carrier && aux === null) {
      if (!(bits & form.ing) || w.lower === "being") passive = bits & form.participle ? true : passive;
      aux = w.lower === "being" ? "ing" : w.lower === "is" ? "s" : w.lower === "was" || w.lower === "were" ? "past" : w.lower === "been" ? "participle" : "base";
      from = k;
      continue;
    }
    if (w.classes & C.have && (aux === "participle" || (aux === null && bits & form.participle))) {
      aux = w.lower === "having" ? "ing" : w.lower === "has" ? "s" : w.lower === "had" ? "past" : "base";
      having = w.lower === "having";
      perfect = !having;
      from = k;
      continue;
    }
    if (w.classes & C.modal && t.pos[k] !== "NOUN" && (aux === null || aux === "base")) { modal = k; aux = "base"; from = k; continue; }
    if (w.classes & C.do && aux === null && bits & form.base && (negated || t.pos[k] === "AUX")) { aux = w.lower === "does" ? "s" : w.lower === "did" ? "past" : "base"; from = k; continue; }
    if (w.lower === "to" && (aux === null || aux === "base") && modal < 0 && (bits & form.base || aux)) {
      const before = t.words[k - 1];
      if (before && k - 1 >= first && before.classes & C.carrier && !(t.words[k - 2] && t.words[k - 2]!.classes & (C.determiner | C.possessive))) {
        carrier = true;
        aux = before.ending === "ing" ? "ing" : before.ending === "ed" ? "past" : before.ending === "s" ? "s" : null;
        bits = form.base;
        if (aux === null) aux = "base";
        from = --k;
        continue;
      }
      return {from: k, form: "inf", modal, negated, passive, having, perfect, carrier};
    }
    if (w.classes & C.adverb || (w.lower === "long" && k > first && t.words[k - 1]!.classes & C.have)) {
      from = k;
      continue;
    }
    if ((w.lower === "each" || w.lower === "all" || w.lower === "both") && k > first && t.words[k - 1]!.classes & (C.have | C.subject)) { from = k; continue; }
    const aside = asideBefore(t, first, k);
    if (aside < 0) break;
    k = from = aside;
  }
  const own = bits & form.ing ? "ing" : bits & form.s ? "s" : bits & form.past ? "past" : bits & form.base ? "base" : "participle";
  return {from, form: aux ?? own, modal, negated, passive, having, perfect, carrier};
}

/** First token of an aside that ends at `k` ("in this regard", also between commas), or -1. */
function asideBefore(t: Tokens, first: number, k: number): number {
  const comma = t.words[k]!.mark === Mark.comma;
  const end = comma ? k - 1 : k;
  if (end < first) return -1;
  if (comma && t.words[end]!.classes & C.adverb && t.words[end - 1]?.mark === Mark.comma) return end - 1;
  if (!asideNouns.has(t.words[end]!.lower) && !(comma && t.words[end]!.lower === "alia")) return -1;
  for (let j = end - 1; j >= Math.max(first, end - 3); j--) {
    if (t.words[j]!.lower !== "in" && t.words[j]!.lower !== "inter") continue;
    if (!comma) return j;
    return t.words[j - 1]?.mark === Mark.comma ? j - 1 : t.words[j - 1] && t.words[j - 1]!.classes & C.conjunction ? j : -1;
  }
  return -1;
}

/** The first token after `i` that is no adverb; also skips a short aside between commas ("in this regard"). */
export function after(t: Tokens, i: number, last: number): number {
  let k = i + 1;
  while (k <= last && t.words[k]!.classes & C.adverb && t.words[k]!.lower !== "today") k++;
  if (k > last || t.words[k]!.mark !== Mark.comma) return asideWithoutCommas(t, k, last);
  for (let j = k + 1; j <= Math.min(last, k + 10); j++) {
    if (t.words[j]!.mark === Mark.comma) return j < last ? j + 1 : k;
    if (t.words[j]!.mark || t.words[j]!.classes & (C.relative | C.conjunction)) return k;
  }
  return k;
}

/** "Tuesday" or "5 May". */
const isDay = (t: Tokens, k: number) => (t.words[k]!.capital && t.words[k]!.lower.endsWith("day")) || (t.pos[k] === "NUM" && t.words[k + 1]?.capital === true);

const asideNouns = new Set(["regard", "respect", "context", "connection", "particular", "addition", "light", "turn"]);

function asideWithoutCommas(t: Tokens, k: number, last: number): number {
  if (k < last && t.words[k]!.capital && /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(t.words[k]!.lower)) return k + 1;
  if (k + 1 <= last && t.words[k]!.lower === "on" && isDay(t, k + 1)) return k + (t.pos[k + 1] === "NUM" ? 3 : 2);
  if (k + 1 > last || t.words[k]!.lower !== "in") return k;
  if (t.words[k + 1]!.lower === "particular") return k + 2;
  return k + 2 < last && t.words[k + 1]!.classes & C.determiner && asideNouns.has(t.words[k + 2]!.lower) ? k + 3 : k;
}

/** What the verb at token `i` says by its own words and those after it; null where no row of the codebook fits. */
export function readVerb(t: Tokens, i: number, last: number, rows: VerbRow[], group: Group): Reading | null {
  const next = after(t, i, last);
  const thatFollows = next <= last && t.words[next]!.lower === "that" && !(t.words[next + 1] && t.pos[next] === "DET" && t.pos[next + 1] === "NOUN" && t.words[next + 1]!.ending !== "s");
  const toFollows = t.words[i]!.gluedTo || (next <= last && (t.words[next]!.lower === "to" || infinitiveAfterPlace(t, next, last)));
  const opens = thatFollows ? "that" : toFollows ? "to" : "other";
  const light = rows.find((r) => r.light);
  if (group.passive) {
    const reading = light ? readPassiveLight(t, i, last, light, group) : null;
    if (reading) return reading;
  } else {
    if (light && !thatFollows && !toFollows) {
      const reading = readLight(t, i, next, last, light);
      if (reading) return reading;
    }
    const colours = rows.find((r) => r.colours);
    if (colours) {
      const reading = readColour(t, i, next, last, colours);
      if (reading) return reading;
    }
  }
  for (const row of rows) {
    const to = matchFrame(t, i, next, last, row, group, thatFollows, toFollows);
    if (to >= 0) return reading(row, i, to, to > i && row.phrase ? openingAt(t, to, last) : opens);
  }
  return null;
}

/** "agreed at the summit in Baku to share data": the infinitive after a place or a time. */
function infinitiveAfterPlace(t: Tokens, from: number, last: number): boolean {
  if (!/^(?:at|in|during|on)$/.test(t.words[from]!.lower)) return false;
  for (let k = from + 1; k <= Math.min(last, from + 9); k++) {
    const w = t.words[k]!;
    if (w.lower === "to") return t.words[k - 1]!.capital && beginsInfinitive(t, k);
    if (w.mark || w.classes & (C.relative | C.conjunction) || (w.classes & C.preposition && !/^(?:in|of)$/.test(w.lower))) return false;
  }
  return false;
}

function openingAt(t: Tokens, to: number, last: number): Reading["opens"] {
  const next = t.words[after(t, to, last)];
  return next?.lower === "that" ? "that" : "other";
}

function reading(row: VerbRow, from: number, to: number, opens: Reading["opens"]): Reading {
  return {
    from, to, lemma: row.lemma, stance: row.stance, strength: row.strength, illocution: row.illocution, negatedStance: row.negated,
    rule: row.phrase ? "set-phrase" : "stance-verb", entry: `verbs: ${row.lemma}${row.frame === "any" ? "" : ` (${row.frame})`}`,
    action: row.action, passive: row.passive, human: row.human, reports: row.reports, opens, intensifier: -1, verbAt: from
  };
}

/** Last token of the words that the row's frame needs, or -1. */
function matchFrame(t: Tokens, i: number, next: number, last: number, row: VerbRow, group: Group, that: boolean, to: boolean): number {
  if (row.phrase) return matchPhrase(t, i, last, row.phrase);
  switch (row.frame) {
    case "any": return i;
    case "that": return that || (next <= last && startsContent(t, next)) ? i : -1;
    case "to": return to ? i : -1;
    case "noun": return -1;
    case "having": return group.having ? i : -1;
    default: return that || to ? -1 : group.passive || nounPhraseFollows(t, next, last) ? i : -1;
  }
}

/** A clause without "that": "they believe peace is near" begins with a pronoun subject. */
const startsContent = (t: Tokens, next: number) => (t.words[next]!.classes & C.subject) > 0;

function nounPhraseFollows(t: Tokens, next: number, last: number): boolean {
  if (next > last) return true;
  const w = t.words[next]!;
  if (w.mark) return mayOpenQuote(w.mark) || w.mark === Mark.colon || w.mark === Mark.comma;
  if (w.classes & C.conjunction) return true;
  return !(w.classes & C.preposition);
}

/** The row's own words after the verb; adverbs, adjectives and an aside may stand between. */
function matchPhrase(t: Tokens, i: number, last: number, phrase: string[]): number {
  if (t.words[i + 1]?.lower === "on" && i + 2 <= last && isDay(t, i + 2)) return -1;
  let k = i + 1, p = 0, gap = 0;
  while (k <= last && p < phrase.length) {
    if (phrase[p] === "~" || phrase[p] === "@") {
      k = pastObject(t, k, last, phrase[++p]!, phrase[p - 1] === "@");
      if (k < 0) return -1;
      continue;
    }
    const w = t.words[k]!;
    if (w.lower === phrase[p]) { p++; k++; gap = 0; continue; }
    if (p > 0 && phrase.length > 2 && gap === 0) return -1;
    if (gap < 3 && (w.classes & C.adverb || (t.pos[k] === "ADJ" && p === 0) || (w.classes & (C.determiner) && p === 0 && phrase.length === 1))) { gap++; k++; continue; }
    if (gap === 0) {
      const skipped = after(t, k - 1, last);
      if (skipped > k) { k = skipped; gap = 3; continue; }
    }
    return -1;
  }
  return p === phrase.length ? k - 1 : -1;
}

/** "~" in a row stands for an object, "@" for one that can act: the token of the row's next word after a noun phrase that begins at `k`, or -1. */
function pastObject(t: Tokens, k: number, last: number, word: string, acting: boolean): number {
  let acts = !acting;
  for (let j = k; j <= Math.min(last, k + 8); j++) {
    const w = t.words[j]!;
    if (w.lower === word) return j > k && acts && (word !== "to" || beginsInfinitive(t, j)) ? j : -1;
    acts ||= w.capital || w.entry?.speaker != null || t.pos[j] === "PRON";
    if (w.mark || w.classes & (C.relative | C.modal | C.be) || w.lower === "that" || (w.classes & C.preposition && (w.lower === "of") === (word === "to"))) return -1;
  }
  return -1;
}

/** The stance noun that heads the noun phrase beginning at `k` ("their shared commitment"). */
export function readStanceNoun(t: Tokens, k: number, last: number): {row: NounRow; at: number; intensifier: number} | null {
  let intensifier = -1;
  for (let j = k + 1; j <= Math.min(last, k + 6); j++) {
    const w = t.words[j]!;
    if (w.entry?.intensity) intensifier = j;
    if (w.entry?.noun && !headContinues(t, j, last)) return {row: w.entry.noun, at: j, intensifier};
    if (w.mark || w.classes & (C.preposition | C.be | C.modal) || w.lower === "to" || w.lower === "that") return null;
  }
  return null;
}

/** "express its deep concern": a light verb takes the class of the noun that heads its object. */
function readLight(t: Tokens, i: number, next: number, last: number, row: VerbRow): Reading | null {
  let intensifier = -1, own = false, definite = false, bare = true, none = false;
  const past = pastOwner(t, next, last);
  let owned = past > next;
  for (let k = past; k <= Math.min(last, past + 11); k++) {
    const w = t.words[k]!;
    if (w.entry?.intensity) intensifier = k;
    const noun = w.entry?.noun;
    if (noun && !headContinues(t, k, last)) {
      if (row.lightOwn && !own) return null;
      if (definite && !owned && !governs(t, k + 1)) return null;
      // "expressed no support": what is not felt or wanted is only held to be so; "has no intention of joining" binds.
      const denied = none && !/^(?:intention|intent)$/.test(noun.noun), stance = denied ? "affirm" : noun.stance;
      return {
        from: i, to: k, lemma: `${row.lemma.replace(/ noun$/, "")} ${noun.noun}`, stance, strength: noun.strength, illocution: noun.illocution, negatedStance: stance,
        rule: denied ? "negation" : "light-verb", entry: `stance-nouns: ${noun.noun}`, action: row.action && noun.stance === "describe", passive: false, human: row.human, reports: false,
        opens: openingAt(t, k, last), intensifier, verbAt: i, secondNoun: secondNoun(t, k, last)
      };
    }
    if (w.classes & C.possessive) { owned = true; own ||= /^(?:its|their|our)$/.test(w.lower); continue; }
    if (w.classes & C.determiner) { definite ||= w.lower === "the"; none ||= w.lower === "no"; bare = false; continue; }
    if (w.mark === Mark.comma && t.pos[k - 1] === "ADJ") continue;
    // "its “ironclad” commitment"
    if (isQuote(w.mark)) continue;
    if (w.classes & C.conjunction && k > next) continue;
    if (w.mark || w.classes & (C.preposition | C.relative | C.subordinator | C.be | C.modal)) return null;
    if (w.lower === "that" || w.lower === "to") return null;
    if (t.pos[k] === "VERB" && w.ending !== "ed" && w.ending !== "ing") return null;
    // "had reaffirmed its commitment": a participle, not "a renewed commitment".
    if (w.ending === "ed" && bare && !owned && row.verb === "have") return null;
  }
  return null;
}

/** "its enthusiasm and firm commitment": the stance noun that "and" joins right after the one at `k`, or -1. */
function secondNoun(t: Tokens, k: number, last: number): number {
  if (k + 2 > last || !(t.words[k + 1]!.classes & C.conjunction)) return -1;
  for (let j = k + 2; j <= Math.min(last, k + 4); j++) {
    // Decisions are taken, not felt: "its positions and previous decisions" are its positions.
    if (t.words[j]!.entry?.noun && !headContinues(t, j, last)) return t.words[j]!.entry!.noun!.stance === "decide" ? -1 : j;
    if (t.pos[j] !== "ADJ" && !t.words[j]!.entry?.intensity) return -1;
  }
  return -1;
}

/** "concern was expressed", "a protest was lodged": the subject is the stance noun of a light verb; null where it is another. */
function readPassiveLight(t: Tokens, i: number, last: number, row: VerbRow, group: Group): Reading | null {
  const at = group.from - 1, noun = t.words[at]?.entry?.noun;
  if (!noun || row.lightOwn) return null;
  return {
    from: at, to: i, lemma: `${row.lemma.replace(/ noun$/, "")} ${noun.noun}`, stance: noun.stance, strength: noun.strength, illocution: noun.illocution, negatedStance: noun.stance,
    rule: "light-verb", entry: `stance-nouns: ${noun.noun}`, action: false, passive: true, human: row.human, reports: false, opens: openingAt(t, i, last), intensifier: -1, verbAt: i
  };
}

const isQuote = (mark: Mark): boolean => mayOpenQuote(mark) || mark === Mark.close;

/** "the Kingdom of Norway's condemnation": the token after a name that owns the noun, or `from` where none does. */
function pastOwner(t: Tokens, from: number, last: number): number {
  for (let k = from; k <= Math.min(last, from + 8); k++) {
    const w = t.words[k]!;
    if (w.lower === "'s" || w.lower === "'") return k + 1;
    if (!w.capital && w.lower !== "of" && w.lower !== "the") return from;
  }
  return from;
}

/** "the hope that", "the commitment to": a definite noun must govern something of its own; "the goals and principles" does not. */
const governs = (t: Tokens, k: number) => {
  const w = t.words[k];
  return w !== undefined && (w.lower === "to" || w.lower === "that" || w.ending === "ed" || (w.classes & C.preposition) > 0);
};

/** The noun only modifies the next one: "support measures". */
function headContinues(t: Tokens, k: number, last: number): boolean {
  if (k >= last) return false;
  const w = t.words[k + 1]!;
  return (t.pos[k + 1] === "NOUN" && !w.mark && !(w.classes & (C.preposition | C.conjunction | C.determiner)) && w.entry?.classes !== C.adverb && !isAdverbial(w.lower)) || w.lower === "'s";
}

const isAdverbial = (word: string) => /^(?:today|yesterday|that|about|at|over|again)$/.test(word);

/** "note with satisfaction", "note the accord with satisfaction": the noun after "with" decides. */
function readColour(t: Tokens, i: number, next: number, last: number, row: VerbRow): Reading | null {
  let k = row.phrase ? matchPhrase(t, i, last, row.phrase.filter((w) => w !== "of" && w !== "with")) + 1 : next;
  if (k <= 0) return null;
  if (t.words[k]?.mark === Mark.comma) k++;
  while (k <= last && t.words[k]!.classes & C.adverb) k++;
  const near = t.words[k]?.lower === "with";
  const found = near ? colourAt(t, k, last) : finalColour(t, k, last);
  if (!found) return null;
  const {noun, at, intensifier} = found;
  return {
    from: i, to: near ? at : i, lemma: `${row.verb === "take" ? "take note" : row.verb} with ${noun.noun}`, stance: noun.stance === "affirm" || noun.noun === "interest" ? row.stance : noun.stance, strength: noun.noun === "interest" ? row.strength : noun.strength,
    illocution: noun.illocution, negatedStance: noun.stance, rule: "with-noun", entry: `stance-nouns: ${noun.noun}`, action: false, passive: false, human: false, reports: false, opens: openingAt(t, near ? at : i, last), intensifier, verbAt: i
  };
}

function colourAt(t: Tokens, k: number, last: number): {noun: NounRow; at: number; intensifier: number} | null {
  let intensifier = -1;
  for (let j = k + 1; j <= Math.min(last, k + 6); j++) {
    const w = t.words[j]!;
    if (w.entry?.intensity) intensifier = j;
    if (w.entry?.noun) return {noun: w.entry.noun, at: j, intensifier};
    if (w.mark || w.classes & C.preposition) return null;
  }
  return null;
}

/** "with satisfaction" after the object, where the clause ends; not after a that-clause has begun. */
function finalColour(t: Tokens, from: number, last: number): ReturnType<typeof colourAt> {
  for (let k = from; k <= Math.min(last - 1, from + 30); k++) {
    const w = t.words[k]!;
    if (w.mark === Mark.semicolon || w.classes & C.relative || w.lower === "that") return null;
    if (w.lower !== "with") continue;
    const found = colourAt(t, k, last);
    if (found && found.noun.stance !== "affirm" && (found.at === last || t.words[found.at + 1]!.mark === Mark.comma) && found.noun.illocution === "expressive") return found;
  }
  return null;
}

/** The stance of a predicate adjective at token `i` ("determined to", "deeply concerned"). */
export function readAdjective(t: Tokens, i: number, last: number, rows: AdjectiveRow[]): Reading | null {
  for (const row of rows) {
    let k = i;
    if (!wordsStand(t, i, row.words)) continue;
    k = i + row.words.length - 1;
    const next = after(t, k, last);
    const follows = t.words[next]?.lower;
    if (row.frame === "to" && follows !== "to") continue;
    if (row.frame === "that" && follows !== "that") continue;
    if ((row.frame === "of" || row.frame === "in") && follows !== row.frame) continue;
    const noun = follows === "in" && next < last ? readStanceNoun(t, next, last) : null;
    if (noun) {
      const {stance, strength, illocution} = noun.row;
      return {
        from: i, to: noun.at, lemma: row.lemma, stance, strength, illocution, negatedStance: stance, rule: "adjective-noun", entry: `stance-nouns: ${noun.row.noun}`,
        action: false, passive: false, human: false, alone: row.alone, reports: false, opens: "other", intensifier: noun.intensifier, verbAt: i
      };
    }
    return {
      // "are not ready to": what somebody is not is only held to be so.
      from: i, to: k, lemma: row.lemma, stance: row.stance, strength: row.strength, illocution: row.illocution, negatedStance: "affirm",
      rule: "stance-adjective", entry: `stance-adjectives: ${row.words.join(" ")}`, action: false, passive: false, human: row.human, alone: row.alone, judges: row.judges, reports: false,
      opens: follows === "that" ? "that" : follows === "to" ? "to" : "other", intensifier: -1, verbAt: i
    };
  }
  return null;
}
