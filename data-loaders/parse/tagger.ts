import type {Span} from "../../src/schema.js";

/** What the coder needs of a language engine: the tokens of a stretch of text with their places and parts of speech. */
export interface Tagged {
  /** Offsets into the whole text; `ends` exclusive. */
  starts: number[];
  ends: number[];
  /** The spelling of each token as a number (`Tagger.spelling`). */
  ids: number[];
  /** Universal parts of speech: NOUN, PROPN, VERB, AUX, … */
  pos: string[];
  /** Index of the last token of each sentence, within the stretch. */
  sentenceEnds: number[];
}

export interface Tagger {
  /** Tags stretches of a text, each for itself; keeps nothing of them. */
  tag(text: string, stretches: readonly Span[]): Tagged[];
  /** The spelling that a number stands for, as it stands in the text; one number for each. */
  spelling(id: number): string;
}

/** A list by the tagger's numbers, long enough for a whole vocabulary: a list that is filled with large gaps becomes a slow one. */
export const byNumber = <Known>(): (Known | undefined)[] => Array.from({length: 1 << 16});
