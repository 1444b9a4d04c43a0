import {existsSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {codingVersion} from "../../data-loaders/coding-version.js";
import type {Evaluation} from "../../data-loaders/evaluate/measure.js";
import {Scorer, type Annotation, type Predicted} from "../../data-loaders/evaluate/score.js";
import {mostMissed, scoreAnnotations, weaknesses} from "../../data-loaders/evaluate/evaluation.js";

const file = "data-loaders/evaluate/evaluation.json";

test("the published scores are those of this very coder", () => {
  expect(existsSync(file), `${file} is missing: run npm run evaluate`).toBe(true);
  const {version}: Evaluation = JSON.parse(readFileSync(file, "utf8"));
  expect(version, `${file} is stale: run npm run evaluate and commit it`).toBe(codingVersion());
});

test("the published scores say who coded the reference, and how many clauses, texts and documents each rests on", () => {
  const {note, overall, genres, confusion, unMarking}: Evaluation = JSON.parse(readFileSync(file, "utf8"));
  expect(note).toContain("does not measure the reliability of expert coders");
  expect(genres.reduce((sum, {clauses}) => sum + clauses, 0)).toBe(overall.clauses);
  expect(genres.reduce((sum, {texts}) => sum + texts, 0)).toBe(overall.texts);
  expect(confusion.reduce((sum, {clauses}) => sum + clauses, 0)).toBe(overall.clauses);
  for (const {n, documents} of unMarking) expect(Math.min(n, documents)).toBeGreaterThan(0);
});

const reference = {
  doc: "made-up",
  clauses: [
    {start: 0, end: 10, required: true, stance: ["commit"], strength: [2], verbs: ["pledge"], topics: ["ocean"], topicsAllowed: [], text: ""},
    {start: 20, end: 30, required: true, stance: ["condemn", "oppose"], strength: [2], verbs: ["condemn"], topics: [], topicsAllowed: ["health"], text: ""},
    {start: 40, end: 50, required: false, stance: ["affirm"], strength: [2], verbs: [], topics: [], topicsAllowed: [], text: ""},
    {start: 60, end: 70, required: true, stance: ["urge"], strength: [2], verbs: ["urge"], topics: ["health"], topicsAllowed: [], text: ""}
  ],
  instruments: []
} as Annotation;
const predicted = {
  clauses: [
    {start: 0, end: 9, stance: "affirm", strength: 2, verbs: ["note"], topics: ["trade-economy"]},
    {start: 20, end: 30, stance: "oppose", strength: 2, verbs: ["oppose", "condemn"], topics: ["health"]},
    {start: 40, end: 50, stance: "urge", strength: 2, verbs: [], topics: []}
  ],
  mentions: []
} as unknown as Predicted;

test("what one coder alone said is neither asked for nor counted against", () => {
  const {clauses, clauseF1, poleAccuracy, stanceAccuracy} = new Scorer().add(reference, predicted).score;
  expect({clauses, clauseF1: clauseF1.toFixed(3), poleAccuracy, stanceAccuracy}).toEqual({clauses: 3, clauseF1: "0.800", poleAccuracy: 0.5, stanceAccuracy: 0.5});
});

test("the confusion table and the weaknesses are counted from the faults", () => {
  const scores = scoreAnnotations([{annotation: reference, text: "", genre: "made-up"}], () => predicted);
  expect(scores.confusion.map(({label, clauses, missed, affirm, oppose}) => [label, clauses, missed, affirm, oppose])).toEqual([
    ["commit", 1, 0, 1, 0], ["urge", 1, 1, 0, 0], ["oppose", 1, 0, 0, 1]
  ]);
  expect(weaknesses(scores)).toEqual([
    "1 of 1 clauses that the reference has as commit were coded affirm",
    "1 of 1 urge clauses were not found with the extent that the reference gives them",
    "the topic ocean was missed in 1 clause", "the topic trade-economy was added in 1 clause"
  ]);
});

test("what was missed once is no weakness", () => {
  expect(mostMissed("verb", ["notes", "urges", "notes"])).toEqual(["the verb “notes” was missed 2 times in the documents that the United Nations marked"]);
});
