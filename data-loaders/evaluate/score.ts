import {pole, type Clause, type Mention, type MentionKind, type Span, type Stance, type Strength} from "../../src/schema.js";
import {align} from "./align.js";
import {bCubed, krippendorffAlpha, share, Tally} from "./agreement.js";

/** A reference annotation. What two coders said is `required`; what one said alone is allowed: neither asked for nor counted against. */
export interface Annotation {
  doc: string;
  clauses: (Span & {required: boolean; stance: Stance[]; strength: Strength[]; verbs: string[]; topics: string[]; topicsAllowed: string[]; text: string})[];
  instruments: (Span & {required: boolean; id: string[]; kind: MentionKind[]})[];
}

export type Predicted = {
  clauses: Pick<Clause, "start" | "end" | "stance" | "strength" | "verbs" | "topics">[];
  mentions: Pick<Mention, "start" | "end" | "instrument" | "kind">[];
};

/** The measures of one text or of several together, each between 0 and 1 (alpha may be below 0; NaN where there is nothing to measure), with their n. */
export interface Score {
  clauses: number;
  clauseF1: number;
  codedF1: number;
  stanceAccuracy: number;
  stanceAlpha: number;
  poleAccuracy: number;
  strengthAccuracy: number;
  verbRecall: number;
  topicPrecision: number;
  topicRecall: number;
  topicF1: number;
  instruments: number;
  instrumentF1: number;
  instrumentLinked: number;
  instrumentKind: number;
}

/** Collects codings against annotations; ask for `score` at the end. */
export class Scorer {
  private clause = new Tally();
  private coded = new Tally();
  private topic = new Tally();
  private instrument = new Tally();
  private poles: boolean[] = [];
  private strengths: boolean[] = [];
  private verbs: boolean[] = [];
  private linked: number[] = [];
  private kinds: boolean[] = [];
  /** Of each clause that was asked for and found: the reference's stance and the coder's. */
  readonly stances: [Stance, Stance][] = [];
  /** Stances of the clauses that were asked for and not found. */
  readonly missed: Stance[] = [];
  /** Topics that were asked for and not given, and the other way round. */
  readonly topicsMissed: string[] = [];
  readonly topicsAdded: string[] = [];

  add(reference: Annotation, predicted: Predicted): this {
    this.addClauses(reference.clauses, predicted.clauses);
    this.addMentions(reference.instruments, predicted.mentions);
    return this;
  }

  private addClauses(references: Annotation["clauses"], predictions: Predicted["clauses"]): void {
    const {byReference, byPrediction} = align(references, predictions, 0.5);
    references.forEach((reference, i) => {
      const prediction = predictions[byReference.get(i) ?? -1];
      if (reference.required) this.ask(reference, prediction);
      if (prediction) this.compare(reference, prediction);
    });
    predictions.forEach((prediction, j) => {
      const reference = references[byPrediction.get(j) ?? -1];
      if (reference && !reference.required) {
        if (reference.stance.includes(prediction.stance)) this.coded.right--;
        return;
      }
      this.clause.given++;
      this.coded.given++;
      if (reference) this.clause.right++;
      else this.topic.given += prediction.topics.length;
    });
  }

  private ask(reference: Annotation["clauses"][number], prediction: Predicted["clauses"][number] | undefined): void {
    this.clause.asked++;
    this.coded.asked++;
    if (prediction) {
      this.clause.found++;
      return;
    }
    this.topic.asked += reference.topics.length;
    this.missed.push(reference.stance[0]!);
  }

  private compare(reference: Annotation["clauses"][number], prediction: Predicted["clauses"][number]): void {
    const right = reference.stance.includes(prediction.stance);
    if (right) this.coded.right++;
    if (reference.required) {
      if (right) this.coded.found++;
      this.stances.push([right ? prediction.stance : reference.stance[0]!, prediction.stance]);
      this.poles.push(reference.stance.some((stance) => pole(stance) === pole(prediction.stance)));
      this.strengths.push(reference.strength.includes(prediction.strength));
      if (reference.verbs.length) this.verbs.push(reference.verbs.every((verb) => prediction.verbs.includes(verb)));
    }
    const given = new Set(prediction.topics);
    for (const topic of reference.topics) {
      this.topic.asked++;
      if (given.has(topic)) this.topic.found++;
      else this.topicsMissed.push(topic);
    }
    for (const topic of given) {
      if (!reference.topics.includes(topic) && reference.topicsAllowed.includes(topic)) continue;
      this.topic.given++;
      if (reference.topics.includes(topic)) this.topic.right++;
      else this.topicsAdded.push(topic);
    }
  }

  private addMentions(references: Annotation["instruments"], predictions: Predicted["mentions"]): void {
    const {byReference, byPrediction} = align(references, predictions, 0.3);
    const matched: [string, string][] = [];
    references.forEach((reference, i) => {
      if (!reference.required) return;
      this.instrument.asked++;
      const prediction = predictions[byReference.get(i) ?? -1];
      if (!prediction) return;
      this.instrument.found++;
      matched.push([reference.id[0]!, prediction.instrument]);
      this.kinds.push(reference.kind.includes(prediction.kind));
    });
    this.linked.push(...bCubed(matched));
    predictions.forEach((_, j) => {
      const reference = references[byPrediction.get(j) ?? -1];
      if (reference && !reference.required) return;
      this.instrument.given++;
      if (reference) this.instrument.right++;
    });
  }

  get score(): Score {
    return {
      clauses: this.clause.asked,
      clauseF1: this.clause.f1,
      codedF1: this.coded.f1,
      stanceAccuracy: share(this.stances.map(([a, b]) => a === b)),
      stanceAlpha: krippendorffAlpha(this.stances),
      poleAccuracy: share(this.poles),
      strengthAccuracy: share(this.strengths),
      verbRecall: share(this.verbs),
      topicPrecision: this.topic.precision,
      topicRecall: this.topic.recall,
      topicF1: this.topic.f1,
      instruments: this.instrument.asked,
      instrumentF1: this.instrument.f1,
      instrumentLinked: this.linked.length ? this.linked.reduce((a, b) => a + b) / this.linked.length : NaN,
      instrumentKind: share(this.kinds)
    };
  }
}
