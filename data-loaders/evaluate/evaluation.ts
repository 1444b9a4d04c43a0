import {stances, type Stance} from "../../src/schema.js";
import type {AnnotatedText} from "./annotations.js";
import {Scorer, type Predicted, type Score} from "./score.js";

/** A row of the confusion table: how the clauses of one reference stance were coded; `missed` were not found. */
export type ConfusionRow = {label: Stance; clauses: number; missed: number} & Record<Stance, number>;

/** The coder against the reference annotations. */
export interface AnnotationScores {
  overall: {texts: number} & Score;
  genres: ({genre: string; texts: number} & Score)[];
  texts: ({doc: string; genre: string} & Score)[];
  confusion: ConfusionRow[];
  topics: {topic: string; missed: number; added: number}[];
}

/** Scores a coder over annotated texts: each, by genre, and all together. */
export function scoreAnnotations(annotated: readonly AnnotatedText[], code: (text: string) => Predicted): AnnotationScores {
  const all = new Scorer(), byGenre = new Map<string, {scorer: Scorer; texts: number}>(), texts: AnnotationScores["texts"] = [];
  for (const {annotation, text, genre} of annotated) {
    const predicted = code(text);
    const of = byGenre.get(genre) ?? {scorer: new Scorer(), texts: 0};
    byGenre.set(genre, of);
    of.texts++;
    of.scorer.add(annotation, predicted);
    all.add(annotation, predicted);
    texts.push({doc: annotation.doc, genre, ...new Scorer().add(annotation, predicted).score});
  }
  return {
    overall: {texts: annotated.length, ...all.score},
    genres: [...byGenre].sort(([a], [b]) => a.localeCompare(b)).map(([genre, of]) => ({genre, texts: of.texts, ...of.scorer.score})),
    texts,
    confusion: confusion(all),
    topics: topicFaults(all)
  };
}

function confusion({stances: pairs, missed}: Scorer): ConfusionRow[] {
  return stances.map((label) => {
    const found = pairs.filter(([reference]) => reference === label), lost = missed.filter((stance) => stance === label).length;
    const counts = Object.fromEntries(stances.map((stance) => [stance, found.filter(([, coded]) => coded === stance).length])) as Record<Stance, number>;
    return {label, clauses: found.length + lost, missed: lost, ...counts};
  }).filter(({clauses}) => clauses > 0);
}

function topicFaults({topicsMissed, topicsAdded}: Scorer): AnnotationScores["topics"] {
  const count = (topics: string[], topic: string) => topics.filter((other) => other === topic).length;
  return [...new Set([...topicsMissed, ...topicsAdded])]
    .map((topic) => ({topic, missed: count(topicsMissed, topic), added: count(topicsAdded, topic)}))
    .sort((a, b) => b.missed + b.added - a.missed - a.added || a.topic.localeCompare(b.topic));
}

/** The three things of a kind that were missed most often, a sentence each; what was missed once is left out. */
export function mostMissed(kind: string, missed: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of missed) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).slice(0, 3)
    .map(([name, count]) => `the ${kind} “${name}” was missed ${count} times in the documents that the United Nations marked`);
}

const inClauses = (n: number) => n === 1 ? "1 clause" : `${n} clauses`;

/** What the scores say of the coder's weak sides, most frequent first, a sentence each. */
export function weaknesses({confusion, topics}: AnnotationScores): string[] {
  const stanceFaults = confusion.flatMap((row) => [
    ...stances.filter((stance) => stance !== row.label && row[stance]).map((stance) => ({count: row[stance], says: `${row[stance]} of ${row.clauses} clauses that the reference has as ${row.label} were coded ${stance}`})),
    ...(row.missed ? [{count: row.missed, says: `${row.missed} of ${row.clauses} ${row.label} clauses were not found with the extent that the reference gives them`}] : [])
  ]);
  const topicSays = topics.slice(0, 5).map(({topic, missed, added}) => ({
    count: missed + added,
    says: `the topic ${topic} was ${[missed && `missed in ${inClauses(missed)}`, added && `added in ${inClauses(added)}`].filter(Boolean).join(" and ")}`
  }));
  return [...stanceFaults, ...topicSays].sort((a, b) => b.count - a.count).map(({says}) => says);
}
