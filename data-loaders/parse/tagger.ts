import type {Span} from "../../src/schema.js";

/** What the coder needs of a language engine: the tokens of a stretch of text with their places and parts of speech. */
export interface Tagged {
  /** Offsets into the whole text; `ends` exclusive. */
  starts: number[];
  ends: number[];
  /** The spelling of each token, as its place in the tagger's `spellings`. */
  ids: number[];
  /** Universal parts of speech: NOUN, PROPN, VERB, AUX, … */
  pos: string[];
  /** Index of the last token of each sentence, within the stretch. */
  sentenceEnds: number[];
}

export interface Tagger {
  /** Tags stretches of a text, each for itself; keeps nothing of them but spellings. */
  tag(text: string, stretches: readonly Span[]): Tagged[];
  /** Every spelling met, as it stands in texts, in the order of first use. */
  readonly spellings: readonly string[];
}
