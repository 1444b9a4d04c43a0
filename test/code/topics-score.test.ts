import {execFileSync} from "node:child_process";
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {beforeAll, expect, test} from "vitest";
import {findMentions} from "../../data-loaders/code/instruments.js";
import {codeTopics} from "../../data-loaders/code/topics.js";
import {instrumentCodebook, topicCodebook} from "./instruments-tables.js";

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
const annotations = join(shared, "reference/annotations"), texts = join(shared, "corpus/statements");

interface Annotation {
  doc: string;
  clauses: {start: number; end: number; stance: string[]; strength: number[]; verbs: string[]}[];
}

let score: Record<string, number>;

// The clauses are the reference's own, so that topics are measured apart from the finding of clauses.
beforeAll(() => {
  for (const folder of [annotations, texts]) if (!existsSync(folder)) throw new Error(`the reference is missing: ${folder} (the folder "shared" must stand beside the checkout)`);
  const instruments = instrumentCodebook(), topics = topicCodebook(), folder = mkdtempSync(join(tmpdir(), "score-"));
  for (const name of readdirSync(annotations).filter((file) => file.endsWith(".json"))) {
    const {doc, clauses} = JSON.parse(readFileSync(join(annotations, name), "utf8")) as Annotation;
    const text = readFileSync(join(texts, `${doc}.txt`), "utf8");
    writeFileSync(join(folder, name), JSON.stringify({
      clauses: clauses.map(({start, end, stance, strength, verbs}) => ({start, end, stance: stance[0], strength: strength[0], verbs, topics: codeTopics(text, {start, end}, topics).map(({topic}) => topic)})),
      instruments: findMentions(text, instruments).mentions.map(({start, end, instrument, kind, pinpoint}) => ({start, end, id: instrument, kind, pinpoint}))
    }));
  }
  score = JSON.parse(execFileSync(process.execPath, [join(shared, "reference/score.mjs"), folder, "--json"], {encoding: "utf8"})).ALL;
  rmSync(folder, {recursive: true});
});

test.each([
  ["instrumentF1", 0.97], ["instrumentLinked", 0.97], ["instrumentKind", 0.97], ["topicPrecision", 0.93], ["topicRecall", 0.93], ["topicF1", 0.94]
])("on the annotated texts %s is at least %d", (measure, least) => {
  expect(score[measure]).toBeGreaterThanOrEqual(least);
});
