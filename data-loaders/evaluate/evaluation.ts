import {stances, type Stance} from "../../src/schema.js";
import {Scorer, type Predicted, type Score} from "./score.js";
import type {AnnotatedText} from "./annotations.js";

/** How often the coder gave a stance where the reference has another or the same. */
export interface Confusion {
  reference: Stance;
  coded: Stance;
  clauses: number;
}

/** The coder against the reference annotations. */
export interface AnnotationScores {
  overall: Score & {texts: number};
  genres: (Score & {genre: string; texts: number})[];
  texts: (Score & {doc: string; genre: string})[];
  /** Pairs that occur, in the order of the stance classes. */
  confusion: Confusion[];
  /** Clauses of the reference that were not found, by stance. */
  missed: {stance: Stance; clauses: number}[];
  topicsMissed: {topic: string; clauses: number}[];
  topicsAdded: {topic: string; clauses: number}[];
}

/** What is published of the coder's quality (evaluation.json). */
export interface Evaluation {
  /** Version of the coder that was measured. */
  version: string;
  /** Who coded the reference, and what its agreement can and cannot say. */
  note: string;
  annotations: AnnotationScores;
  /** One sentence each, with counts. */
  weaknesses: string[];
}

/** Scores a coder over annotated texts: each, by genre, and all together. */
export function scoreAnnotations(texts: readonly AnnotatedText[], code: (text: string) => Predicted): AnnotationScores {
  const all = new Scorer(), byGenre = new Map<string, {scorer: Scorer; texts: number}>(), rows: AnnotationScores["texts"] = [];
  for (const {annotation, text, genre} of texts) {
    const predicted = code(text);
    const of = byGenre.get(genre) ?? {scorer: new Scorer(), texts: 0};
    byGenre.set(genre, of);
    of.texts++;
    of.scorer.add(annotation, predicted);
    all.add(annotation, predicted);
    rows.push({doc: annotation.doc, genre, ...new Scorer().add(annotation, predicted).score});
  }
  return {
    overall: {texts: texts.length, ...all.score},
    genres: [...byGenre].sort(([a], [b]) => a.localeCompare(b)).map(([genre, of]) => ({genre, texts: of.texts, ...of.scorer.score})),
    texts: rows,
    confusion: confusion(all.stances),
    missed: counted(all.missed).map(([stance, clauses]) => ({stance, clauses})),
    topicsMissed: counted(all.topicsMissed).map(([topic, clauses]) => ({topic, clauses})),
    topicsAdded: counted(all.topicsAdded).map(([topic, clauses]) => ({topic, clauses}))
  };
}

function confusion(pairs: readonly [Stance, Stance][]): Confusion[] {
  return stances.flatMap((reference) => stances.map((coded) => ({
    reference, coded, clauses: pairs.filter(([a, b]) => a === reference && b === coded).length
  }))).filter(({clauses}) => clauses > 0);
}

/** Values with how often they occur, most frequent first, then by name. */
function counted<Value extends string>(values: readonly Value[]): [Value, number][] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
}
