import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Tables} from "../src/schema.js";
import {codingVersion} from "./coding-version.js";
import {readDecisions} from "./decisions/read-decisions.js";
import type {Evaluation} from "./evaluate/measure.js";
import {readCodebook} from "./read/read-codebook.js";
import {readStatements} from "./read/read-statements.js";
import {csvFiles} from "./tables/csv-files.js";
import {makeTables} from "./tables/make-tables.js";
import {summarize} from "./tables/summary.js";

/** The tables of every statement in a folder, the statement that opens the site first. Stale decisions are reported to `warn`. */
export function* allTables(folder: string, warn: (line: string) => void = console.error): Generator<Tables> {
  const codebook = readCodebook(), version = codingVersion(), stanceAlpha = measuredAlpha(version);
  for (const statement of readStatements(folder)) {
    const file = join(folder, `${statement.id}.decisions.tsv`), place = {statement: statement.id, file};
    const decisions = existsSync(file) ? readDecisions(readFileSync(file, "utf8"), {...place, topics: codebook.topicList.map(({id}) => id)}) : [];
    const tables = makeTables(statement, codebook, {version, stanceAlpha, decisions, decisionsPlace: place});
    for (const line of tables.coding.staleDecisions) warn(`${file}: ${line}`);
    yield tables;
  }
}

/** The files that the site serves under statements/: by path, their content. */
export function* statementFiles(folder: string): Generator<[path: string, content: string]> {
  const index: unknown[] = [];
  for (const tables of allTables(folder)) {
    const {text: _, ...about} = tables.statement;
    index.push({...about, clauses: tables.clauses.length, summary: summarize(tables)});
    yield [`${about.id}/tables.json`, JSON.stringify(tables)];
    for (const [name, write] of Object.entries(csvFiles)) yield [`${about.id}/${name}`, write(tables)];
  }
  yield ["index.json", JSON.stringify(index)];
}

/** The agreement in the published evaluation, or null where that was made by another version of the coder. */
function measuredAlpha(version: string): Tables["coding"]["stanceAlpha"] {
  const file = new URL("evaluate/evaluation.json", import.meta.url);
  if (!existsSync(file)) return null;
  const evaluation: Evaluation = JSON.parse(readFileSync(file, "utf8"));
  const {stanceAlpha: value, clauses, texts} = evaluation.overall;
  return evaluation.version === version ? {value, clauses, texts} : null;
}
