/** A construction that the rules are known to code wrongly. */
export interface KnownLimit {
  /** What is missed, in words that a reader of statements understands. */
  says: string;
  /** A sentence of that kind, and the stance that the coder gives it today. */
  example: string;
  coded: string;
}

/** Each is held by a test: what the coder has learned to read must leave this list. */
export const knownLimits: KnownLimit[] = [
  {says: "Blame that lies in a name given to an act is read as an affirmation.", example: "The minister called the move a breach of the pact.", coded: "affirm"},
  {says: "An agreement on a plan is read as an agreement that it is right, not as a promise.", example: "The ministers agreed on an action plan.", coded: "affirm"},
  {says: "Reported words without “that” are not looked into when a day or a place stands before them.", example: "The minister said on Monday the two sides regret the delay.", coded: "describe"},
  {says: "Praise or blame that only an adverb carries is not seen.", example: "Norway positively assesses the outcome of the talks.", coded: "describe"},
  {says: "A stance that is put in front with “it is … that” is not seen.", example: "It is with deep concern that we learned of the arrests.", coded: "describe"},
  {says: "What a state does that is not among those who make the statement is not read as its promise.", example: "Chile will send observers.", coded: "describe"}
];

/** Limits that are no fault of one sentence, so that no example can hold them. */
export const generalLimits: string[] = [
  "News reports and ministries’ statements, with more voices and freer wording, are coded less well than joint statements and resolutions.",
  "Topics come from a clause’s own words: what “these efforts” or “this matter” points back to is not followed.",
  "A planned text that has no name yet (“an agreement on the dam”) is not counted as an instrument.",
  "Irony, silence and what is left between the lines are not coded at all."
];
