import {wordClass as C, type Codebook} from "./codebook.js";
import {isFinite, nameAt, readSubject} from "./subjects.js";
import {Mark, type Tokens} from "./words.js";

/**
 * Those who make a statement, as an opening sentence names them: its subject ("President A of X and President B of Y met …"),
 * what stands beside "we" ("We, the leaders of X, …"), or a pair of names ("the X-Y Joint Committee"). Empty where it names none.
 */
export function issuersInOpening(t: Tokens, codebook: Codebook, first: number, last: number, namedIn: (from: number, to: number) => string[]): string[] {
  const we = weAt(t, first, Math.min(last, first + 40));
  const verb = mainVerb(t, we < 0 ? first : we, last);
  if (verb >= 0) {
    const named = we < 0 ? namedIn(subjectStart(t, codebook, first, verb), verb - 1) : besideWe(t, we, verb, namedIn);
    if (named.length >= (we < 0 ? 2 : 1)) return named;
  }
  return pairIn(t, codebook, first, last);
}

/** Where the subject of the first verb begins: all of a list that opens the sentence. */
function subjectStart(t: Tokens, codebook: Codebook, first: number, verb: number): number {
  const from = Math.max(first, readSubject(t, codebook, first, verb - 1, -1).from);
  for (let k = first; k < from; k++) {
    const {mark, lower, classes} = t.words[k]!;
    if (mark !== Mark.comma && lower !== "of" && !(classes & (C.determiner | C.conjunction)) && !/^(?:NOUN|PROPN|ADJ)$/.test(t.pos[k]!)) return from;
  }
  return first;
}

/** Those whom a line before a colon introduces: "The Government of X and the Government of Y:", "the President of the Council made the following statement on its behalf:". */
export function issuersBeforeColon(t: Tokens, first: number, last: number, namedIn: (from: number, to: number) => string[]): string[] {
  let from = first;
  for (let k = first; k < last - 1; k++) {
    if (t.words[k]!.mark === Mark.comma) from = k;
    if (t.words[k]!.lower === "statement" && t.words[k + 1]!.lower === "on" && t.words[k + 2]!.lower === "behalf") return namedIn(from, k);
  }
  const named = namedIn(first, last);
  return named.length > 1 ? named : [];
}

const titleNouns = /^(?:joint|declaration|communiqu[eé]|statement|summit)$/;

/** Those whom a title names as its makers: "Norway-Kenya Joint Statement", "Statement by the ministers of the G20", "G20 Declaration"; empty where it is no title. */
export function issuersInTitle(t: Tokens, namedIn: (from: number, to: number) => string[]): string[] {
  const last = t.length - 1;
  let from = 0, title = false, sentence = false;
  for (let k = 0; k <= last; k++) {
    title ||= titleNouns.test(t.words[k]!.lower);
    sentence ||= isFinite(t, k);
    if (t.words[k]!.lower === "by" || t.words[k]!.lower === "behalf") from = k;
  }
  const named = title ? namedIn(from, last) : [];
  // "Norway rejects the statement": a headline may name one who makes none.
  return named.length > 1 || !sentence ? named : [];
}

function weAt(t: Tokens, first: number, last: number): number {
  for (let k = first; k <= last; k++) if (t.words[k]!.lower === "we") return k;
  return -1;
}

function mainVerb(t: Tokens, first: number, last: number): number {
  for (let k = first + 1; k <= Math.min(last, first + 120); k++) {
    if ((t.pos[k] === "VERB" || t.pos[k] === "AUX") && t.words[k]!.ending !== "ing" && !t.words[k]!.capital) return k;
  }
  return -1;
}

/** Names in what says who "we" are. */
function besideWe(t: Tokens, we: number, verb: number, namedIn: (from: number, to: number) => string[]): string[] {
  const {mark, lower} = t.words[we + 1]!;
  return mark === Mark.comma || mark === Mark.dash || lower === "the" ? namedIn(we + 1, verb - 1) : [];
}

const bonds = /^(?:partnership|relations|relationship|ties|cooperation|friendship|alliance)$/;

/** Two names joined by a hyphen or dash, of countries rather than of one person's double name, or that a bond is "between". */
function pairIn(t: Tokens, codebook: Codebook, first: number, last: number): string[] {
  for (let k = first; k < last - 1; k++) {
    if (t.words[k]!.lower === "between" && bonds.test(t.words[k - 1]?.lower ?? "")) {
      const pair = bondBetween(t, codebook, k + 1);
      if (pair.length) return pair;
    }
    const one = nameAt(t, codebook, k);
    const joint = one ? t.words[k + one.length] : undefined;
    if (!one || !joint || !(joint.lower === "-" || joint.mark === Mark.dash)) continue;
    const other = nameAt(t, codebook, k + one.length + 1);
    if (other && other.name !== one.name) return [one.name, other.name];
  }
  return [];
}

/** "the partnership between the Kingdom of Norway and Kenya" */
function bondBetween(t: Tokens, codebook: Codebook, from: number): string[] {
  const one = nameFrom(t, codebook, from);
  if (!one || !((t.words[one.end]?.classes ?? 0) & C.conjunction)) return [];
  const other = nameFrom(t, codebook, one.end + 1);
  return other && other.name !== one.name ? [one.name, other.name] : [];
}

/** The name that begins at a token, or after "the", "the Kingdom of" and the like. */
function nameFrom(t: Tokens, codebook: Codebook, from: number): {name: string; end: number} | null {
  for (let k = from; k < Math.min(t.length, from + 5); k++) {
    const found = nameAt(t, codebook, k);
    if (found) return {name: found.name, end: k + found.length};
    if (!t.words[k]!.capital && t.words[k]!.lower !== "of" && !(t.words[k]!.classes & C.determiner)) return null;
  }
  return null;
}
