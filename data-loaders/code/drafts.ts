import type {Reason, Span, Strength} from "../../src/schema.js";
import type {Block} from "../parse/paragraphs.js";
import type {ClauseDraft, VerbDraft} from "./clauses.js";
import {wordClass as C, type Codebook} from "./codebook.js";
import {attributionTail, isSaying, namesSource, saidIn, withoutFrames, type Said} from "./attribution.js";
import {independentParts, mainClauseAfter, mainModal} from "./plain-clauses.js";
import {readSentence} from "./sentence.js";
import type {Predicate} from "./sentence-state.js";
import type {Resolved, Speakers} from "./speakers.js";
import {clauseStrength} from "./strength.js";
import {beginsInfinitive, isFinite, isThat} from "./subjects.js";
import {Mark, type Tokens} from "./words.js";

/** A line that ends in a colon and gives its stance to the points under it. */
export interface LeadIn {
  stance: ClauseDraft["stance"];
  strength: Strength;
  speakers: string[];
  verbs: VerbDraft[];
  negated: boolean;
  modality: string | null;
  words: string;
  span: Span;
  /** Its own printed number; null for running text. */
  marker: string | null;
  /** Ends in "to", "shall" or the like, so that every point completes its verb. */
  incomplete: boolean;
}

export interface SentenceInput {
  t: Tokens;
  text: string;
  first: number;
  last: number;
  codebook: Codebook;
  speakers: Speakers;
  lead: LeadIn | null;
  block: Block;
  preamble: boolean;
  /** Whether a frame taken out of the sentence says who speaks. */
  framed: boolean;
}

type Draft = Omit<ClauseDraft, "paragraph" | "sentence">;
export interface Drafted {
  clauses: Draft[];
  lead: LeadIn | null;
  usedLead: boolean;
}

/** Codes one sentence: its stance clauses, and the norms and descriptions before, between and after them. */
export function draftSentence(input: SentenceInput): Drafted {
  const {t, speakers, first, last} = input;
  const bare = withoutFrames(t, input.codebook, first, last);
  if (!bare?.said) speakers.hearOn(t, first);
  if (!bare) return draftUnframed(input);
  const {said, frames, ...unframed} = bare, resolved = said && speakers.hearSayer(t, said.subject);
  const drafted = draftUnframed({...input, ...unframed, framed: said !== null});
  if (said && resolved) attribute(input, drafted.clauses, said, resolved);
  for (const clause of drafted.clauses) for (const [from, to] of frames) clause.reasons.extent.push(attributionCut(input, from, to));
  return drafted;
}

const attributionCut = (input: SentenceInput, from: number, to: number): Reason => ({rule: "attribution-cut", words: slice(input, from, to), span: span(input.t, from, to)});

function draftUnframed(input: SentenceInput): Drafted {
  const {t, codebook, speakers} = input;
  let {first, last} = input;
  while (first < last && isEdge(t, first)) first++;
  const colon = t.words[last]!.mark === Mark.colon && t.ends[last] === input.block.end;
  while (last > first && isClosing(t, last)) last--;
  if (!holdsWords(t, first, last)) return {clauses: [], lead: null, usedLead: false};
  speakers.learn(t, first, last);
  if (colon && isSaying(t, last)) return {clauses: [], lead: null, usedLead: false};
  const cut = attributionTail(t, codebook, first, last);
  const end = cut ?? last;
  const said = cut === null ? null : saidIn(t, codebook, cut, last);
  const resolved = said && speakers.hearSayer(t, said.subject);
  // A question takes no stance.
  const asks = t.words[input.last]!.surface === "?";
  const predicates = asks ? [] : readSentence(t, codebook, first, end, speakers, input);
  const item = input.lead && asItem(input, predicates, first, end);
  if (item) return item;
  if (!predicates.length && isLabel(input, colon, first, end)) {
    speakers.introduceIn(t, first, end);
    return {clauses: [], lead: null, usedLead: false};
  }
  const clauses = asks ? [plainClause(input, first, end)] : assemble(input, predicates, first, end);
  if (said && resolved) attribute(input, clauses, said, resolved);
  if (cut !== null) for (const clause of clauses) clause.reasons.extent.push(attributionCut(input, cut + 1, last));
  const lead = colon ? leadIn(input, clauses) : null;
  // "Decides that all States shall:" says nothing without its points, which carry its stance.
  if (lead?.incomplete) clauses.pop();
  return {clauses, lead, usedLead: false};
}

/** Words that only head or introduce what follows: a single word, a line without a verb, "the President made the following statement:". */
function isLabel({t, block, text, speakers}: SentenceInput, colon: boolean, first: number, last: number): boolean {
  if (!colon && t.words.slice(first, last + 1).filter((w) => !w.mark).length === 1) return true;
  if (colon && introduces.test(text.slice(t.starts[first], t.ends[last]))) return true;
  const parties = text[block.end - 1] === "," && speakers.namedIn(t, first, last, true).length > 1;
  if (block.role !== "text" || t.starts[first]! > block.contentStart + 2 || (!colon && !parties && /[.;,!?][”"’')\]]*$/.test(text.slice(block.end - 3, block.end)))) return false;
  return !/[\p{L}\d]/u.test(text.slice(t.ends[last], block.end)) && !mainModal(t, first, last).verb;
}

/** Verbs that only tell that something was said. */
const neutral = new Set(["say", "add", "tell", "report", "state", "read", "write", "show"]);

/** "“The road is open,” the minister said", "The road is open, the minister stressed": what has no stance of its own is held to be so by that person. */
function attribute(input: SentenceInput, clauses: Draft[], {verb, quoted}: Said, {speakers, reason}: Resolved): void {
  const {t} = input, row = t.words[verb]!.entry?.verbs[0]?.rows[0];
  if (!row || row.stance !== "affirm" || !(quoted || !neutral.has(row.verb))) return;
  const words = slice(input, verb, verb), place = span(t, verb, verb);
  for (const clause of clauses) {
    if (clause.stance !== "describe" || clause.verbs.length) continue;
    clause.stance = "affirm";
    clause.strength = row.verb === "note" ? 1 : 2;
    clause.speakers = speakers;
    clause.verbs = [{...place, form: words, lemma: row.verb, stance: "affirm", illocution: "assertive", strength: clause.strength, intensifier: null, negated: false}];
    clause.reasons.stance = [{rule: "said-of-it", words, span: place, entry: `verbs: ${row.verb}`}];
    clause.reasons.speakers = [reason];
  }
}

/** Whether there is more than numbers and marks. */
function holdsWords(t: Tokens, first: number, last: number): boolean {
  for (let k = first; k <= last; k++) if (!t.words[k]!.mark && t.pos[k] !== "NUM" && t.pos[k] !== "PUNCT") return true;
  return false;
}

const introduces = /\b(?:following|this) (?:[\p{L}-]+ ){0,4}?(?:statement|declaration|communiqu[eé]|comment|remarks|answer)\b/iu;

const isEdge = (t: Tokens, i: number) => { const m = t.words[i]!.mark; return m !== Mark.none && m !== Mark.left; };
const isClosing = (t: Tokens, i: number) => {
  const w = t.words[i]!;
  if (w.mark === Mark.right) return false;
  return w.mark !== Mark.none || ((w.lower === "and" || w.lower === "or") && t.words[i - 1]?.mark !== Mark.none);
};

/** The clauses of a sentence in order: what precedes the first stance, each stance clause, what follows as a clause of its own. */
function assemble(input: SentenceInput, predicates: Predicate[], first: number, last: number): Draft[] {
  input.speakers.introduce(input.t, input.codebook, first, last);
  if (!predicates.length) return plainClauses(input, first, last);
  const drafts: Draft[] = [];
  let speakersBefore: string[] = input.speakers.quotedNow;
  predicates.forEach((predicate, i) => {
    const next = predicates[i + 1];
    let from = predicate.start;
    if (i === 0 && from > first) {
      const own = ownClauseBefore(input, predicate, first);
      if (own) drafts.push(...own);
      else if (input.framed && predicate.place === "participle") drafts.push(...plainClauses(input, first, trimEnd(input.t, first, from - 1)));
      else if (predicate.subject?.boundary === "comma-and") from = listStart(input.t, first, from);
      // What leads the clause in ("To this end, …") belongs to it, but for words that only say where it comes from ("In a statement, …").
      else if (!namesSource(input.t, first, from) && predicate.place !== "participle-opening" && predicate.place !== "reported-speech") from = first;
    }
    const resumed = next ? resumption(input.t, predicate, next, predicates[i + 2]?.start ?? last + 1) : -1;
    const ended = i > 0 ? resumption(input.t, predicates[i - 1]!, predicate, next?.start ?? last + 1) : -1;
    const stop = ended >= 0 ? ended - 1 : resumed >= 0 ? (predicates[i + 2]?.start ?? last + 1) - 1 : next ? next.start - 1 : last;
    const to = trimEnd(input.t, from, stop);
    const parts = next || (predicate.opens === "that" && predicate.form !== "ing") ? [[from, to] as [number, number]] : trailingParts(input, predicate, from, to);
    if (predicate.outerSubject && predicate.outerSubject.kind !== "document") speakersBefore = input.speakers.resolve(input.t, predicate.outerSubject, speakersBefore).speakers;
    const inherits = predicate.outerSubject !== null && predicate.outerSubject.kind !== "document" && predicate.subject?.kind === "pronoun";
    const resolved = inherits ? input.speakers.resolve(input.t, null, speakersBefore) : predicate.group.passive ? input.speakers.resolveAgent(input.t, predicate.to, to, speakersBefore) : input.speakers.resolve(input.t, predicate.subject, speakersBefore);
    speakersBefore = resolved.speakers;
    if (predicate.kind === "stance" && predicate.stance !== "describe" && !predicate.reports) input.speakers.hearStance(resolved.speakers);
    if (predicate.kind === "plain") drafts.push(plainClause(input, from, parts[0]![1]));
    else drafts.push(stanceClause(input, predicate, from, parts[0]![1], resolved));
    for (const [a, b] of parts.slice(1)) drafts.push(plainClause(input, a, b));
  });
  return drafts;
}

/** "we, the ministers of A, B, and C recognize": where the subject begins whose last part stands before the verb. */
function listStart(t: Tokens, first: number, from: number): number {
  for (let k = first; k < from; k++) {
    if (t.words[k]!.classes & C.subject || (k > first && t.words[k - 1]!.mark === Mark.comma && t.words[k]!.entry?.speaker)) return k;
  }
  const opener = t.words[first]!;
  return opener.ending === "ing" || opener.classes & (C.preposition | C.subordinator) ? from : first;
}

/** "support for A, underscoring B, and for C": where the object of `outer` goes on after the participle `inner`, or -1. */
function resumption(t: Tokens, outer: Predicate, inner: Predicate, end: number): number {
  if (inner.form !== "ing" || outer.form === "ing") return -1;
  const governor = t.words[outer.to + 1];
  if (!governor || !(governor.classes & C.preposition)) return -1;
  for (let k = inner.to + 1; k < end - 1; k++) {
    if (t.words[k]!.mark === Mark.comma && t.words[k + 1]!.classes & C.conjunction && t.words[k + 2]?.lower === governor.lower) return k + 1;
  }
  return -1;
}

/** "These efforts will require more, and the members welcome …": the part before the first stance where it is a clause of its own. */
function ownClauseBefore(input: SentenceInput, predicate: Predicate, first: number): Draft[] | null {
  const {t} = input;
  const boundary = predicate.subject?.boundary;
  if (!predicate.subject || (boundary !== "and" && boundary !== "comma-and" && boundary !== "semicolon")) return null;
  const end = trimEnd(t, first, predicate.start - 1);
  if (end < first || (!mainModal(t, first, end).verb && !pastVerb(t, first, end))) return null;
  return plainClauses(input, first, end);
}

/** "The host side briefed on the talks": a past form that looks like a participle is the verb where there is no other. */
function pastVerb(t: Tokens, first: number, last: number): boolean {
  for (let k = first + 1; k < last; k++) {
    if (t.words[k]!.mark) return false;
    if (t.pos[k] === "VERB" && t.words[k]!.ending === "ed") return t.words[k - 1]!.entry?.speaker != null;
  }
  return false;
}

function trailingParts(input: SentenceInput, predicate: Predicate, from: number, to: number): [number, number][] {
  if (predicate.form === "ing") {
    // "Noting that A, the chair has …": a sentence that opens with a participle has a main clause after it.
    const main = predicate.place === "participle-opening" && !input.preamble && input.block.role === "text" ? mainClauseAfter(input.t, predicate.to + 1, to) : -1;
    return main < 0 ? [[from, to]] : [[from, trimEnd(input.t, from, main - 1)], [main, to]];
  }
  const aux = predicate.subject && !predicate.group.passive && predicate.stance !== "describe" ? joinedAuxiliary(input.t, predicate.to + 1, to, predicate.form === "past") : -1;
  if (aux >= 0) return [[from, trimEnd(input.t, from, aux - 1)], [aux, to]];
  const parts = independentParts(input.t, input.codebook, predicate.to + 1, to, true);
  parts[0] = [from, trimEnd(input.t, from, parts[0]![1])];
  return parts;
}

/** "reaffirm A and are issuing B": the auxiliary of a verb with the same subject that has no stance, or -1. */
function joinedAuxiliary(t: Tokens, first: number, last: number, past: boolean): number {
  for (let k = first + 1; k < last; k++) {
    const w = t.words[k]!;
    if (w.mark === Mark.semicolon || w.classes & (C.relative | C.subordinator) || isThat(t, k)) return -1;
    // "called for cuts but stopped short of a ban"
    if (past && t.words[k - 1]!.lower === "but" && w.ending === "ed" && (isFinite(t, k) || t.words[k + 1]!.lower === "to")) return k;
    // "welcomed the plan and signed a loan"
    if (past && t.words[k - 1]!.lower === "and" && w.ending === "ed" && t.pos[k] === "VERB" && !w.entry?.verbs.length && /^(?:an?|the)$/.test(t.words[k + 1]!.lower)) return k;
    if (w.classes & (C.be | C.have) && /^(?:are|is|have|has)$/.test(w.lower) && t.words[k - 1]!.classes & C.conjunction && t.pos[t.words[k + 1]!.classes & C.negation ? k + 2 : k + 1] === "VERB") return k;
  }
  return -1;
}

function trimEnd(t: Tokens, first: number, last: number): number {
  while (last > first) {
    const w = t.words[last]!;
    if (w.mark === Mark.right || w.mark === Mark.close) break;
    if (w.mark || w.classes & C.conjunction || (w.classes & C.adverb && t.words[last - 1]!.classes & C.conjunction)) last--;
    else break;
  }
  return last;
}

interface Found {
  reasons: Reason[];
  verbs: VerbDraft[];
  doubts: string[];
  negated: boolean;
}

/** Adds a verb of a clause with its reason, and gives its strength. */
function addVerb(input: SentenceInput, p: Predicate, last: number, found: Found): ReturnType<typeof clauseStrength> {
  const words = slice(input, p.from, p.to), start = input.t.starts[p.from]!, end = input.t.ends[p.to]!;
  const own = clauseStrength(input.t, p, last, words);
  if (p.stance !== "describe") found.verbs.push({start, end, form: words, lemma: p.lemma, stance: p.stance, illocution: p.illocution, strength: own.strength, intensifier: own.words, negated: p.negated});
  found.reasons.push(p.entry ? {rule: p.rule, words, span: {start, end}, entry: p.entry} : {rule: p.rule, words, span: {start, end}});
  found.doubts.push(...p.doubts);
  found.negated ||= p.negated;
  return own;
}

function stanceClause(input: SentenceInput, predicate: Predicate, from: number, to: number, resolved: Resolved): Draft {
  const {t, codebook} = input;
  const found: Found = {reasons: [], verbs: [], doubts: [], negated: false};
  let strongest = predicate, strength = addVerb(input, predicate, to, found), mixed = false;
  for (const p of predicate.joined) {
    const own = addVerb(input, p, to, found);
    if (own.strength > strength.strength) strength = own;
    mixed ||= p.stance !== predicate.stance;
    if ((codebook.rank.get(p.stance) ?? 0) > (codebook.rank.get(strongest.stance) ?? 0)) strongest = p;
  }
  const {reasons, verbs, doubts, negated} = found;
  if (mixed) reasons.push({rule: "stronger-verb", words: slice(input, strongest.from, strongest.to), span: span(t, strongest.from, strongest.to)});
  const describes = strongest.stance === "describe";
  if (resolved.doubt && !describes && input.speakers.isNew(resolved.doubt)) doubts.push(resolved.doubt);
  return {
    start: t.starts[from]!, end: t.ends[to]!, stance: strongest.stance, strength: describes ? 2 : strength.strength, speakers: describes ? [] : resolved.speakers, verbs,
    modality: predicate.modality, negated, doubts,
    reasons: {
      extent: [{rule: predicate.place, words: slice(input, predicate.start, predicate.from), span: span(t, predicate.start, predicate.from)}],
      stance: reasons, strength: [strength.reason], speakers: describes ? [{rule: "document-voice", words: ""}] : [resolved.reason]
    }
  };
}

/** The clauses of a stretch without a stance. */
const plainClauses = (input: SentenceInput, first: number, last: number): Draft[] => independentParts(input.t, input.codebook, first, last).map(([a, b]) => plainClause(input, a, b));

/** A clause without a stance: a norm where its main verb says what must or may be, else a description. */
function plainClause(input: SentenceInput, from: number, to: number): Draft {
  const {t} = input;
  const {row, verb, negated, at, until} = mainModal(t, from, to);
  const base = {
    ...span(t, from, to), strength: 2 as Strength, speakers: [], doubts: verb ? [] : ["No main verb was found, so that it is taken for a description."],
    reasons: {
      extent: [{rule: "no-stance-clause", words: slice(input, from, to).slice(0, 80), span: span(t, from, to)}],
      stance: [] as Reason[], strength: [{rule: "strength-plain", words: ""}], speakers: [{rule: "document-voice", words: ""}]
    }
  };
  if (!row && startsWithBareVerb(t, from) && t.pos[from] === "VERB" && !verb) return {
    ...base, stance: "norm", verbs: [], modality: null, negated, doubts: ["It is worded as an instruction without a subject and taken for a norm."],
    reasons: {...base.reasons, stance: [{rule: "imperative", words: slice(input, from, from), span: span(t, from, from)}]}
  };
  if (!row) return {...base, stance: "describe", verbs: [], modality: null, negated, reasons: {...base.reasons, stance: [{rule: "no-stance", words: ""}]}};
  const lemma = negated ? negate(row.lemma) : row.lemma;
  const words = slice(input, at, until);
  return {
    ...base, stance: "norm", modality: row.words[0]!, negated,
    verbs: [{...span(t, at, until), form: words, lemma, stance: "norm", illocution: "directive", strength: 2, intensifier: null, negated}],
    reasons: {...base.reasons, stance: [{rule: "norm", words, span: span(t, at, until), entry: `modals: ${row.lemma}`}]}
  };
}

const negate = (lemma: string) => (/^(?:must|should|shall|may)$/.test(lemma) ? `${lemma} not` : /^(?:have|be) /.test(lemma) ? lemma : `not ${lemma}`);

/** A point under a lead-in takes its stance, unless it has a clause of its own. */
function asItem(input: SentenceInput, predicates: Predicate[], first: number, last: number): Drafted | null {
  const {t, block} = input, lead = input.lead!;
  const bare = predicates[0]?.place === "bare-opening" || startsWithBareVerb(t, first);
  if (block.role !== "item" && !bare) return null;
  const listed = bare || t.words[first]!.ending === "ing" || t.words[input.last]!.mark === Mark.semicolon || t.words[input.last]!.mark === Mark.comma;
  const operative = predicates[0]?.place === "operative-opening";
  if (!bare && operative) return null;
  // "We agree to the following: – Reaffirm our commitment …": what is only said can be no step that is agreed.
  const opener = predicates[0];
  if (opener?.place === "bare-opening" && !lead.incomplete && lead.stance !== "urge" && !opener.action && (opener.stance === "affirm" || opener.rule === "light-verb")) return null;
  if (!bare && !lead.incomplete && (predicates.some((p) => p.subject) || (!listed && (predicates.length > 0 || mainModal(t, first, last).verb)))) return null;
  const clause: Draft = {
    ...span(t, first, last), stance: lead.stance, strength: lead.strength, speakers: lead.speakers, verbs: lead.verbs, modality: lead.modality, negated: lead.negated, doubts: [],
    reasons: {
      extent: [{rule: "list-item", words: block.marker ?? "", span: span(t, first, last)}],
      stance: [{rule: "lead-in", words: lead.words, span: lead.span}],
      strength: [{rule: "lead-in", words: lead.words, span: lead.span}],
      speakers: [{rule: "lead-in", words: lead.words, span: lead.span}]
    }
  };
  const colon = t.words[input.last]!.mark === Mark.colon;
  return {clauses: [clause], lead: colon ? {...lead, marker: block.marker} : null, usedLead: true};
}

/** A verb in its bare form at the beginning ("Prevent and suppress …"), where no subject can stand. */
function startsWithBareVerb(t: Tokens, first: number): boolean {
  let k = first;
  while (k + 1 < t.length && t.words[k]!.classes & C.adverb) k++;
  const w = t.words[k];
  if (!w || w.ending === "ing" || w.ending === "ed") return false;
  if (w.lower === "to" && beginsInfinitive(t, k)) return true;
  return ((t.pos[k] === "VERB" && w.ending !== "s") || w.entry?.verbs.some((v) => v.forms & 1) === true || w.capitals) && !(w.classes & (C.determiner | C.preposition | C.subject));
}

function leadIn(input: SentenceInput, clauses: Draft[]): LeadIn | null {
  const clause = clauses.at(-1);
  if (!clause || (clause.stance === "describe")) return null;
  const tail = input.t.words[input.last - 1]!;
  return {
    stance: clause.stance, strength: clause.strength, speakers: clause.speakers, verbs: clause.verbs, negated: clause.negated, modality: clause.modality,
    words: input.text.slice(clause.start, clause.end).slice(0, 120), span: {start: clause.start, end: clause.end}, marker: null,
    incomplete: tail.gluedTo || tail.lower === "to" || tail.lower === "that" || (tail.classes & C.modal) > 0
  };
}

const span = (t: Tokens, from: number, to: number): Span => ({start: t.starts[from]!, end: t.ends[Math.max(from, to)]!});
const slice = (input: SentenceInput, from: number, to: number): string => input.text.slice(input.t.starts[from]!, input.t.ends[Math.max(from, to)]!);
