/** What the coder needs of a language engine: the tokens of a text with their places and parts of speech. */
export interface Tagged {
  /** Offsets into the text that was given; `ends` exclusive. */
  starts: number[];
  ends: number[];
  /** The tokens as they stand. */
  words: string[];
  /** Universal parts of speech: NOUN, PROPN, VERB, AUX, … */
  pos: string[];
  /** Index of the last token of each sentence. */
  sentenceEnds: number[];
}

export interface Tagger {
  /** Tags one paragraph; keeps nothing of it. */
  tag(text: string): Tagged;
}
