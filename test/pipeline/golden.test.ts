// Golden files: test/input/*.txt (invented statements of several genres) are coded and compared with test/output/*.json.
// UPDATE=1 rewrites them; a missing one is written, except in CI, where it fails.
import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {expect, test} from "vitest";
import {codeStatement} from "../../data-loaders/index.js";
import {parseMetadata} from "../../data-loaders/read/read-metadata.js";
import {readCodebook} from "../../data-loaders/read/read-codebook.js";

const codebook = readCodebook();
const names = readdirSync("test/input").filter((name) => name.endsWith(".txt")).map((name) => name.slice(0, -".txt".length));

function golden(name: string): string {
  const text = readFileSync(`test/input/${name}.txt`, "utf8"), about = `test/input/${name}.json`;
  const metadata = existsSync(about) ? parseMetadata(readFileSync(about, "utf8"), {file: about}) : {parties: []};
  const {clauses, mentions} = codeStatement(text, metadata, codebook);
  const rows = (list: object[]) => `[\n${list.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]`;
  return `{"clauses": ${rows(clauses.map(({id, text: words, stance, strength, verbs, speakers, topics, instruments, doubts}) =>
    ({id, words, stance, strength, verbs, speakers, topics, instruments, ...(doubts.length ? {doubts} : {})})))},\n"mentions": ${rows(mentions.map(({clause, words, instrument, kind, pinpoint}) => ({clause, words, instrument, kind, pinpoint})))}}\n`;
}

test.each(names)("%s is coded as its golden file says", (name) => {
  const file = `test/output/${name}.json`, coded = golden(name);
  if (process.env.UPDATE || (!existsSync(file) && !process.env.CI)) writeFileSync(file, coded);
  if (!existsSync(file)) throw new Error(`missing golden file: ${file} (run UPDATE=1 npx vitest run test/pipeline/golden and review it)`);
  expect(coded).toBe(readFileSync(file, "utf8"));
});

test("every golden file has its statement", () => {
  expect(readdirSync("test/output").filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -".json".length))).toEqual(names);
});
