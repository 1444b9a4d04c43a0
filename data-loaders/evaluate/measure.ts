import {codeStatement, type Codebook} from "../index.js";
import {readAnnotatedTexts} from "./annotations.js";
import {mostMissed, scoreAnnotations, weaknesses, type AnnotationScores} from "./evaluation.js";
import {generalLimits, knownLimits} from "./known-limits.js";
import {readMarkedSet} from "./marked-set.js";
import {scoreUnMarking, type UnMarking} from "./un-marking.js";

/** What is published of the coder's quality (evaluation.json). Shares are rounded to four places. */
export interface Evaluation extends AnnotationScores {
  /** Version of the coder that was measured. */
  version: string;
  /** Who coded the reference, and what their agreement can and cannot say. */
  note: string;
  unMarking: UnMarking[];
  weaknesses: string[];
  /** Constructions that the rules are known to miss, a sentence each. */
  limits: string[];
}

const note = "Each reference text was coded twice, whole, by two language-model coders that worked apart from one codebook; nothing was adjudicated. "
  + "What both coded is asked for; what one alone coded is allowed, neither asked for nor counted against. Their own agreement (Krippendorff's alpha for stance 0.98, "
  + "clause boundaries F1 0.99, topics F1 0.95, instrument mentions F1 0.95 by overlap) says that the rules can be followed; it does not measure the reliability of expert coders. "
  + "The rules were made with these texts at hand, so texts that the coder has never seen may be coded less well. Human decisions are left out of every figure here.";

/** Measures the coder, without metadata and without human decisions, over the annotations and over the United Nations' own marks. */
export function measure(version: string, codebook: Codebook): Evaluation {
  const code = (text: string) => codeStatement(text, {parties: []}, codebook);
  const annotations = scoreAnnotations(readAnnotatedTexts(), code);
  const {measures, missedVerbs, missedReferences} = scoreUnMarking(readMarkedSet(), code);
  return rounded({
    version, note, ...annotations, unMarking: measures,
    weaknesses: [...weaknesses(annotations), ...mostMissed("clause verb in italics", missedVerbs), ...mostMissed("reference to", missedReferences)],
    limits: [...knownLimits.map(({says, example}) => `${says} An example: “${example}”`), ...generalLimits]
  });
}

/** Numbers to four places, and null where there was nothing to measure, so that the same coder always gives the same file. */
function rounded(evaluation: Evaluation): Evaluation {
  return JSON.parse(JSON.stringify(evaluation, (_, value) => typeof value === "number" && !Number.isInteger(value) ? Math.round(value * 1e4) / 1e4 : value));
}
