import type {Group, Reading} from "./predicates.js";
import type {Subject} from "./subjects.js";
import type {Tokens} from "./words.js";
import type {Codebook} from "./codebook.js";

/** A predicate that opens a clause. */
export interface Predicate extends Reading {
  /** First token of the clause: its subject where it has one of its own, else the verb group. */
  start: number;
  group: Group;
  subject: Subject | null;
  /** `plain`: a main verb without a stance; it only bounds clauses. */
  kind: "stance" | "norm" | "plain";
  /** The form that a verb joined to it must share; "any" where the spelling does not tell. */
  form: Group["form"] | "any";
  negated: boolean;
  modality: string | null;
  /** Verbs joined to it that share its object. */
  joined: Predicate[];
  /** Form of the reporting verb above it ("noted they reject A, condemned B"). */
  outerForm: Predicate["form"] | null;
  /** Subject of that verb, which a pronoun below it stands for. */
  outerSubject: Subject | null;
  /** How it was found to head a clause. */
  place: string;
  doubts: string[];
}

/** What has been passed since the predicate before, which decides whether a joined verb belongs to it. */
export interface Passed {
  that: boolean;
  relative: boolean;
  /** Form of the verb of that relative clause. */
  relativeForm: Group["form"] | null;
  infinitive: boolean;
  /** Token of the last modal, or -1. */
  modal: number;
  /** Token of the last -ing form under a preposition, or -1. */
  gerund: number;
  /** Form of a stance verb refused inside a relative clause. */
  refused: Group["form"] | null;
}

export const nothing = (): Passed => ({that: false, relative: false, relativeForm: null, infinitive: false, modal: -1, gerund: -1, refused: null});

/** What the document says of who speaks, as far as the sentence needs it. */
export interface Voice {
  /** Whether a subject can be one of those who make the statement. */
  speaks(t: Tokens, subject: Subject): boolean;
  /** Whether a speaker went before that "it" or "they" can stand for. */
  hasAntecedent(pronoun: "it" | "they"): boolean;
}

/** A sentence while it is read from left to right: tokens `first` to `last`. */
export interface Sentence {
  readonly t: Tokens;
  readonly codebook: Codebook;
  readonly first: number;
  readonly last: number;
  readonly voice: Voice;
  /** Ends like a paragraph of a preamble, so that a participle at its beginning is a stance. */
  readonly preamble: boolean;
  /** A frame taken out of it ("…, he said, urging …") says who speaks. */
  readonly framed: boolean;
  /** The predicates so far. */
  readonly found: Predicate[];
  passed: Passed;
  /** Whether the main verb that the sentence opens with was looked for. */
  opened: boolean;
}
