import {pole, type Clause} from "../../src/schema.js";

/** A clause for tests: what is not given is plain. */
export function clauseRow(text: string, words: string, given: Partial<Clause> = {}): Clause {
  const start = text.indexOf(words), stance = given.stance ?? "affirm";
  if (start < 0) throw new Error(`not in the text: "${words}"`);
  return {
    id: "p1.s1.c1", number: 1, paragraph: 1, sentence: 1, start, end: start + words.length, text: words, words: words.split(" ").length,
    stance, pole: pole(stance), strength: 2, speakers: [], verbs: [], modality: null, negated: false, topics: [], instruments: [], doubts: [],
    reasons: {extent: [], stance: [], strength: [], speakers: [], topics: []}, decisions: [], ...given
  };
}
