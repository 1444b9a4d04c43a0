import {group} from "d3-array";
import {pole, stances, type Clause, type Pole, type Span, type Strength, type Tables, type Verb} from "../schema.js";
import {isNarrowed, matches, type Selection} from "./selection.js";

/** A piece of the clause's own words. */
export interface Piece {
  text: string;
  intensifier: boolean;
  /** No space stands before it in the text. */
  glued: boolean;
}

/** Pieces as they stand in the text, one after the other. */
export const joined = (pieces: readonly {text: string; glued: boolean}[]): string =>
  pieces.map(({text, glued}, i) => (i && !glued ? " " : "") + text).join("");

/** Whether a stretch of the text that begins here goes on without a space. */
export const isGlued = (text: string, at: number): boolean => /^\S\S/.test(text.slice(Math.max(0, at - 1), at + 1)) && at > 0;

/** A verb where it stands. */
export interface Occurrence {
  clause: Clause;
  /** The verb as it stands, with verbs joined to it ("oppose and condemn") and an intensifier beside it; empty where it stands outside the clause. */
  lead: Piece[];
  /** Whether the lead says no more than the lemma. */
  plain: boolean;
  /** The words that follow. */
  object: Piece[];
  /** Where in the statement they begin; the clause's start where nothing follows. */
  objectStart: number;
}

/** The occurrences of one verb at one strength in one pole. */
export interface VerbGroup {
  /** Null: clauses whose verb stands outside them, as in a list. */
  lemma: string | null;
  /** The lemma, with "…" where other words stand inside it. */
  label: string;
  pole: Pole;
  strength: Strength;
  occurrences: Occurrence[];
}

export interface Rung {
  strength: Strength;
  commitment: VerbGroup[];
  condemnation: VerbGroup[];
}

export interface VerbLadderRows {
  /** Strength 3, 2, 1. */
  rungs: Rung[];
  /** The clauses that take a pole, in reading order. */
  clauses: Clause[];
  /** Number of clauses looked at, neutral ones included. */
  of: number;
}

const tidy = (text: string) => text.replace(/\s+/g, " ");

/** The nearest place of the intensifier's words in the clause, or null. */
function intensifierSpan(clause: Clause, verb: Verb): Span | null {
  if (!verb.intensifier) return null;
  const text = clause.text.toLowerCase(), words = verb.intensifier.toLowerCase();
  let best: Span | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const start = clause.start + at, distance = (place: Span) => Math.min(Math.abs(place.start - verb.start), Math.abs(place.end - verb.start));
    const place = {start, end: start + words.length};
    if (!best || distance(place) < distance(best)) best = place;
  }
  return best;
}

/** Splits a stretch of the statement at the intensifiers inside it. */
function pieces(clause: Clause, from: number, to: number, intensifiers: readonly Span[]): Piece[] {
  const parts: Piece[] = [];
  let at = from;
  const add = (end: number, intensifier: boolean) => {
    const text = tidy(clause.text.slice(at - clause.start, end - clause.start)).trim();
    if (text) parts.push({text, intensifier, glued: isGlued(clause.text, at - clause.start)});
    at = end;
  };
  for (const span of [...intensifiers].sort((a, b) => a.start - b.start)) {
    if (span.start < at || span.end > to) continue;
    add(span.start, false);
    add(span.end, true);
  }
  add(to, false);
  return parts;
}

const joint = /^[\s,]*(?:(?:and|or|and\/or)\s+)?(?:\w+ly\s+)?$/i;
// An intensifier further away than this stands in the object and is only underlined there.
const beside = 24;

function occurrence(clause: Clause, verb: Verb | null, all: readonly Verb[]): Occurrence {
  const own = all.filter((other) => other.start >= clause.start && other.end <= clause.end).sort((a, b) => a.start - b.start);
  const marks = own.flatMap((other) => intensifierSpan(clause, other) ?? []);
  if (!verb || !own.includes(verb)) return {clause, lead: [], plain: true, object: pieces(clause, clause.start, clause.end, marks), objectStart: clause.start};
  let {start, end} = verb;
  const between = (from: number, to: number) => clause.text.slice(from - clause.start, to - clause.start);
  for (const other of [...own].reverse()) if (other.start < start && (other.end > start || joint.test(between(other.end, start)))) start = other.start;
  for (const other of own) if (other.end > end && (other.start < end || joint.test(between(end, other.start)))) end = other.end;
  for (const mark of marks) {
    if (mark.end <= start && start - mark.end <= beside) start = mark.start;
    else if (mark.start >= end && mark.start - end <= beside) end = mark.end;
  }
  const lead = pieces(clause, start, end, marks), object = pieces(clause, end, clause.end, marks);
  // A verb at the end of its clause ("such acts are condemned") takes what stands before it.
  if (!object.length) return {clause, lead: pieces(clause, clause.start, end, marks), plain: false, object: [], objectStart: clause.start};
  return {clause, lead, plain: lead.length === 1 && lead[0]!.text.toLowerCase() === verb.lemma.toLowerCase(), object, objectStart: end};
}

/** A lemma of several words shows a gap where the text has more words than it: "reiterate … commitment". */
function lemmaLabel(verb: Verb, clause: Clause): string {
  const [first, ...rest] = verb.lemma.split(" ");
  const inText = tidy(clause.text.slice(Math.max(0, verb.start - clause.start), verb.end - clause.start)).trim().toLowerCase().split(" ");
  // "look forward to" has no gap before its second word.
  const apart = inText.length > rest.length + 1 && !inText[1]!.startsWith(rest[0]?.slice(0, 4) ?? "");
  return rest.length && apart ? `${first} … ${rest.join(" ")}` : verb.lemma;
}

/** Verbs of the clause that put it in its pole; all of them where none does alone. */
function poleVerbs(clause: Clause, verbs: readonly Verb[]): (Verb | null)[] {
  const own = verbs.filter((verb) => pole(verb.stance) === clause.pole);
  const chosen = own.length ? own : verbs;
  return chosen.length ? [...new Map(chosen.map((verb) => [verb.lemma, verb])).values()] : [null];
}

/** Reads the verbs of a clause with the words around them: `verbsOf(tables)(clause)`. */
export function verbsOf(tables: Tables): (clause: Clause) => {lemma: string | null; label: string; occurrence: Occurrence}[] {
  const byClause = group(tables.verbs, (verb) => verb.clause);
  return (clause) => {
    const all = byClause.get(clause.id) ?? [];
    return poleVerbs(clause, all).map((verb) => ({
      lemma: verb?.lemma ?? null,
      label: verb ? lemmaLabel(verb, clause) : "no verb of its own",
      occurrence: occurrence(clause, verb, all)
    }));
  };
}

/** Verbs of the clauses that take a pole, by the clause's strength; most occurrences first, then the stronger class, then reading order. */
export function verbLadderRows(tables: Tables, selection?: Selection): VerbLadderRows {
  const clauses = selection && isNarrowed(selection) ? tables.clauses.filter((clause) => matches(clause, selection)) : tables.clauses;
  const rank = new Map(stances.map((id, i) => [id, Math.abs(i - (stances.length - 1) / 2)]));
  const polar = clauses.filter((clause) => clause.pole !== "neutral"), read = verbsOf(tables);
  const groups = new Map<string, VerbGroup>();
  for (const clause of polar) {
    for (const {lemma, label, occurrence} of read(clause)) {
      const key = `${clause.pole} ${clause.strength} ${lemma}`;
      if (!groups.has(key)) groups.set(key, {lemma, label, pole: clause.pole, strength: clause.strength, occurrences: []});
      groups.get(key)!.occurrences.push(occurrence);
    }
  }
  const first = (group: VerbGroup) => group.occurrences[0]!.clause;
  const ordered = [...groups.values()].sort((a, b) => Number(a.lemma === null) - Number(b.lemma === null)
    || b.occurrences.length - a.occurrences.length
    || rank.get(first(b).stance)! - rank.get(first(a).stance)!
    || first(a).number - first(b).number);
  const side = (strength: Strength, pole: Pole) => ordered.filter((group) => group.strength === strength && group.pole === pole);
  return {
    rungs: ([3, 2, 1] as const).map((strength) => ({strength, commitment: side(strength, "commitment"), condemnation: side(strength, "condemnation")})),
    clauses: polar,
    of: clauses.length
  };
}
