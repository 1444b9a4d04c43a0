import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {pole, stances, type Stance, type StanceClass} from "../../src/schema.js";
import {clauseTables, readCodebook as readClauseCodebook, type ClauseTables} from "../code/codebook.js";
import {readTable} from "../code/codebook-table.js";
import {readInstrumentCodebook} from "../code/instruments-codebook.js";
import {readPrinciples} from "../code/principles.js";
import {readTopicCodebook} from "../code/topics-codebook.js";
import type {Codebook} from "../index.js";
import {readSchemes} from "../schemes/read-schemes.js";

const folder = fileURLToPath(new URL("../codebook/", import.meta.url));
const read = (name: string) => readFileSync(`${folder}${name}.tsv`, "utf8");

/** All vocabularies of data-loaders/codebook; throws a CodebookError with table and line at the first fault. */
export function readCodebook(): Codebook {
  const topics = readTopicCodebook({topics: read("topics"), words: read("topic-words")});
  const clauses = Object.fromEntries(clauseTables.map((name) => [name, read(name)])) as ClauseTables;
  return {
    clauses: readClauseCodebook(clauses),
    instruments: readInstrumentCodebook({
      instruments: read("instruments"), heads: read("instrument-heads"), bodies: read("instrument-bodies"),
      marks: read("instrument-marks"), resolutionYears: read("instrument-resolution-years")
    }),
    topics,
    principles: readPrinciples(read("principles")),
    schemes: readSchemes(`${folder}schemes`),
    topicList: topics.topics,
    stanceList: readStances(clauses.stances),
    rules: readTable(read("rules"), "rules.tsv", ["id", "says"]).map(({cells: {id, says}}) => ({id, says}))
  };
}

function readStances(tsv: string): StanceClass[] {
  const rows = new Map(readTable(tsv, "stances.tsv", ["id", "definition"]).map(({cells}) => [cells.id, cells]));
  return stances.map((id: Stance) => ({id, pole: pole(id), definition: rows.get(id)?.definition ?? ""}));
}
