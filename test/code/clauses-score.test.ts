import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {execFileSync} from "node:child_process";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {gunzipSync} from "node:zlib";
import {beforeAll, expect, test} from "vitest";
import {codeClauses} from "../../data-loaders/code/clauses.js";
import {scoreClauseVerbs, type MarkedDocument} from "../../data-loaders/evaluate/un-marking-verbs.js";

const shared = new URL("../../../shared/", import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, shared));

beforeAll(() => {
  if (!existsSync(shared)) throw new Error(`the reference annotations are missing: ${fileURLToPath(shared)} (put the folder "shared" beside the checkout)`);
});

test("on the annotated texts, clauses, stance, strength and verbs agree with the reference", () => {
  const predicted = mkdtempSync(join(tmpdir(), "clauses-"));
  try {
    for (const name of readdirSync(path("reference/annotations"))) {
      const text = readFileSync(path(`corpus/statements/${name.replace(/\.json$/, ".txt")}`), "utf8");
      const clauses = codeClauses(text).clauses.map(({start, end, stance, strength, verbs}) => ({start, end, stance, strength, verbs: verbs.map((v) => v.lemma), topics: []}));
      writeFileSync(join(predicted, name), JSON.stringify({clauses, instruments: []}));
    }
    const {ALL: all} = JSON.parse(execFileSync(process.execPath, [path("reference/score.mjs"), predicted, "--json"], {encoding: "utf8"}));
    expect(all.codedF1).toBeGreaterThanOrEqual(0.97);
    expect(all.stanceAlpha).toBeGreaterThanOrEqual(0.97);
    expect(all.poleAccuracy).toBeGreaterThanOrEqual(0.98);
    expect(all.verbRecall).toBeGreaterThanOrEqual(0.97);
    expect(all.strengthAccuracy).toBeGreaterThanOrEqual(0.97);
  } finally {
    rmSync(predicted, {recursive: true});
  }
});

test("of the clause verbs that the UN prints in italics, at least 97 in 100 are found (every fortieth document)", () => {
  const lines = gunzipSync(readFileSync(path("corpus/unsc/unsc-marked.jsonl.gz"))).toString("utf8").trim().split("\n");
  const documents = lines.filter((_, i) => i % 40 === 0).map((line) => JSON.parse(line) as MarkedDocument);
  const {asked, recall, firstVerbs} = scoreClauseVerbs(documents, (text) => codeClauses(text));
  expect(asked).toBeGreaterThan(500);
  expect(recall).toBeGreaterThanOrEqual(0.97);
  expect(firstVerbs.precision).toBeGreaterThanOrEqual(0.97);
});

test("every code of every real statement rests on a rule of the codebook, and its places are in the text", () => {
  const rules = new Set(readFileSync(new URL("../../data-loaders/codebook/rules.tsv", import.meta.url), "utf8").trim().split("\n").slice(1).map((line) => line.split("\t")[0]));
  for (const name of readdirSync(path("corpus/statements")).filter((n) => n.endsWith(".txt"))) {
    const text = readFileSync(path(`corpus/statements/${name}`), "utf8");
    const {paragraphs, clauses} = codeClauses(text);
    for (const clause of clauses) {
      const block = paragraphs[clause.paragraph]!;
      expect(clause.start, name).toBeGreaterThanOrEqual(block.start);
      expect(clause.end, name).toBeLessThanOrEqual(block.end);
      for (const reason of Object.values(clause.reasons).flat()) expect(rules, `${name}: ${reason.rule}`).toContain(reason.rule);
      for (const verb of clause.verbs) expect(text.slice(verb.start, verb.end), name).toBe(verb.form);
      expect(clause.stance === "norm" || clause.stance === "describe" || clause.verbs.length > 0, `${name}: ${text.slice(clause.start, clause.end)}`).toBe(true);
    }
  }
});
