import {execFileSync} from "node:child_process";
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {Scorer, type Annotation, type Predicted, type Score} from "../../data-loaders/evaluate/score.js";
import {stances, type Strength} from "../../src/schema.js";

const reference = "../shared/reference", annotationFolder = join(reference, "annotations");
let folder: string;
beforeAll(() => {
  if (!existsSync(annotationFolder)) throw new Error(`the reference annotations are missing: expected ${annotationFolder}`);
  folder = mkdtempSync(join(tmpdir(), "predicted-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** The annotation with faults of every kind: clauses lost, shifted and added, other stances, verbs and topics, mentions lost and misnamed. */
function faulty(annotation: Annotation, step: number): Predicted {
  const clauses = annotation.clauses.flatMap((clause, i) => {
    if (i % (step + 3) === 1) return [];
    const shift = i % 4 === 0 ? Math.round((clause.end - clause.start) / 3) : 0;
    const one = {
      start: clause.start + shift, end: clause.end,
      stance: i % (step + 2) === 0 ? stances[i % stances.length]! : clause.stance.at(-1)!,
      strength: (i % 6 === 0 ? 1 : clause.strength[0]!) as Strength,
      verbs: i % 5 === 0 ? [] : clause.verbs,
      topics: i % 3 === 0 ? [...clause.topics.slice(1), "ocean", "ocean"] : clause.topicsAllowed
    };
    return i % 9 === 2 ? [one, {...one, start: one.end, end: one.end + 20}] : [one];
  });
  const mentions = annotation.instruments.flatMap((mention, i) => i % (step + 3) === 2 ? [] : [{
    start: mention.start, end: mention.end, instrument: i % 4 === 0 ? "other" : mention.id.at(-1)!, kind: mention.kind[0]!
  }]);
  return {clauses, mentions: [...mentions, {start: 0, end: 3, instrument: "x", kind: "generic" as const}]};
}

test.each([1, 2, 5])("the measures are those of the reference's own scorer (faults of pattern %i)", (step) => {
  const names = readdirSync(annotationFolder).filter((name) => name.endsWith(".json")).sort();
  const all = new Scorer(), ours: Record<string, Score> = {};
  for (const name of names) {
    const annotation: Annotation = JSON.parse(readFileSync(join(annotationFolder, name), "utf8"));
    const predicted = faulty(annotation, step);
    ours[annotation.doc] = new Scorer().add(annotation, predicted).score;
    all.add(annotation, predicted);
    writeFileSync(join(folder, name), JSON.stringify({clauses: predicted.clauses, instruments: predicted.mentions.map(({instrument, ...rest}) => ({...rest, id: instrument}))}));
  }
  ours.ALL = all.score;
  const theirs = JSON.parse(execFileSync(process.execPath, [join(reference, "score.mjs"), folder, "--json"], {encoding: "utf8"}));
  expect(theirs.ALL.codedF1).toBeLessThan(1);
  expect(JSON.parse(JSON.stringify(ours))).toEqual(theirs);
});
