// Row types and ids: the only file that both halves import.
// Offsets are UTF-16 code units into the statement's text as it stands in its file; `end` is exclusive.

/** The ten stance classes, from the commitment pole to the condemnation pole (codebook/stances.tsv). */
export const stances = ["commit", "support", "affirm", "urge", "decide", "norm", "describe", "concern", "oppose", "condemn"] as const;
export type Stance = (typeof stances)[number];

export const poles = ["commitment", "neutral", "condemnation"] as const;
export type Pole = (typeof poles)[number];

/** 3 strong, 2 plain, 1 hedged. */
export type Strength = 1 | 2 | 3;

export interface Span {
  start: number;
  end: number;
}

/** Why a code was given: a rule (codebook/rules.tsv), the words it rests on, and the vocabulary row where one was used. */
export interface Reason {
  rule: string;
  words: string;
  /** Place of the words; absent where a rule rests on an absence. */
  span?: Span;
  /** `<table>: <row>`, e.g. `verbs: condemn`. */
  entry?: string;
}

/** What a `Reason` can be a reason for. */
export const codes = ["extent", "stance", "strength", "speakers", "topics"] as const;
export type Code = (typeof codes)[number];

/** A rule of the coder in one sentence (codebook/rules.tsv). */
export interface Rule {
  id: string;
  says: string;
}

/** A human correction of one code, published as such. */
export interface Decision {
  clause: string;
  code: Code;
  was: string;
  now: string;
  by: string;
  date: string;
  why: string;
}

export interface Paragraph extends Span {
  /** 1 for the first block of running text; headings and signature lines have none. */
  number: number | null;
  role: "text" | "item" | "heading" | "signature";
  /** The printed enumerator, if any ("12.", "(a)", "-"). */
  marker: string | null;
}

export interface Clause extends Span {
  /** `p6.s1.c2`: paragraph, sentence in it, clause in that. */
  id: string;
  /** 1-based place in reading order. */
  number: number;
  paragraph: number;
  sentence: number;
  text: string;
  words: number;
  stance: Stance;
  pole: Pole;
  strength: Strength;
  /** Party names; empty where the document speaks (norm, describe). */
  speakers: string[];
  /** Lemmas, in order. */
  verbs: string[];
  /** The modal of the stance predicate or norm ("must", "will"), if any. */
  modality: string | null;
  negated: boolean;
  /** Topic ids (codebook/topics.tsv). */
  topics: string[];
  /** Instrument ids mentioned in it. */
  instruments: string[];
  /** One sentence for each doubt that the rules leave; empty where there is none. */
  doubts: string[];
  reasons: Record<Code, Reason[]>;
  decisions: Decision[];
}

/** One occurrence of a stance verb (or of a modal expression, for norms). `start`/`end` span the words from first to last. */
export interface Verb extends Span {
  clause: string;
  form: string;
  lemma: string;
  stance: Stance;
  /** Searle's classes: commissive, expressive, assertive, directive, declaration. */
  illocution: string;
  strength: Strength;
  /** The words that raise or lower the strength, as they stand ("strongly"), if any. */
  intensifier: string | null;
  negated: boolean;
}

/** One topic of one clause with the words that gave it. */
export interface TopicCoding {
  clause: string;
  topic: string;
  words: string[];
  spans: Span[];
  /** One sentence where only weak words speak for the topic. */
  doubt?: string | null;
}

export const mentionKinds = ["explicit", "anaphor", "generic"] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** One mention of an instrument, wherever it stands. */
export interface Mention extends Span {
  /** `m1`, `m2`, … in reading order. */
  id: string;
  /** Null where the words stand outside every clause. */
  clause: string | null;
  words: string;
  instrument: string;
  kind: MentionKind;
  /** "Chapter VII", "Article 51". */
  pinpoint: string | null;
  /** One sentence where the rules leave the instrument in doubt. */
  doubt?: string | null;
}

/** A registry row for each instrument that is mentioned. Null where the codebook does not know or has not checked. */
export interface Instrument {
  id: string;
  title: string;
  /** Short name for labels. */
  short: string;
  kind: string;
  /** ISO date, or its leading part (year, year-month). */
  adopted: string | null;
  body: string | null;
  /** UN document symbol or treaty series reference; only where checked. */
  symbol: string | null;
  status: string | null;
  /** Where the row's facts come from; "the text" for an instrument recognized by its form alone. */
  source: string;
}

export interface Party {
  name: string;
  aliases: string[];
}

export interface Statement {
  id: string;
  title: string;
  /** Short name for source lines: "news report of the China-Russia joint statement, 8 May 2025". */
  short: string;
  kind: string;
  /** ISO date. */
  date: string;
  place: string | null;
  parties: Party[];
  source: string;
  language: string;
  licence: string;
  note: string | null;
  text: string;
  words: number;
}

export interface Topic {
  id: string;
  label: string;
  covers: string;
}

export interface StanceClass {
  id: Stance;
  pole: Pole;
  definition: string;
}

/** A principle of the Declaration on Friendly Relations of 1970 (codebook/principles.tsv). */
export interface Principle {
  id: string;
  label: string;
  /** The Declaration's own words for it. */
  wording: string;
}

/** One principle that a clause's own words point to. */
export interface PrincipleCoding {
  clause: string;
  principle: string;
  words: string[];
  spans: Span[];
}

/** How the tables were made, for every figure's note. */
export interface Coding {
  /** Version of the coder and codebook together. */
  version: string;
  /** Stance agreement of the coder with the reference annotations (Krippendorff's alpha), with its n of clauses; null before it was measured. */
  stanceAlpha: {value: number; clauses: number; texts: number} | null;
  decisions: Decision[];
  /** Decisions that no longer fit the text, one sentence each. */
  staleDecisions: string[];
  /** What makes the whole text doubtful to code, one sentence each. */
  doubts?: string[];
}

/** A table that maps clauses to the classes of another scheme. */
export interface Scheme {
  id: string;
  label: string;
  source: string;
  /** In order of display. */
  classes: {id: string; label: string}[];
  /** Class id by clause id; clauses without one are absent. */
  byClause: Record<string, string>;
}

/** Everything that figures and pages need of one statement. */
export interface Tables {
  statement: Statement;
  coding: Coding;
  paragraphs: Paragraph[];
  clauses: Clause[];
  verbs: Verb[];
  topics: TopicCoding[];
  mentions: Mention[];
  instruments: Instrument[];
  schemes: Scheme[];
  /** The fixed lists, so that silence can be shown. */
  topicList: Topic[];
  stanceList: StanceClass[];
  /** The seven principles in the Declaration's order; absent where they were not coded. */
  principles?: Principle[];
  principleCodings?: PrincipleCoding[];
  /** The rules that reasons name; absent where they were not written out. */
  rules?: Rule[];
}

const poleOf: Record<Stance, Pole> = {
  commit: "commitment", support: "commitment",
  affirm: "neutral", urge: "neutral", decide: "neutral", norm: "neutral", describe: "neutral",
  concern: "condemnation", oppose: "condemnation", condemn: "condemnation"
};

/** The pole of a stance class: commit and support; concern, oppose and condemn; the others take neither. */
export const pole = (stance: Stance): Pole => poleOf[stance];
