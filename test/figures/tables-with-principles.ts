import {readFileSync} from "node:fs";
import {readPrinciples} from "../../data-loaders/code/principles.js";
import type {Tables} from "../../src/schema.js";
import {syntheticTables, type SyntheticOptions} from "./synthetic-tables.js";

const entries = readPrinciples(readFileSync(new URL("../../data-loaders/codebook/principles.tsv", import.meta.url), "utf8"));

/** Invented tables whose clauses point to the first six principles in turn, every third to none; the seventh stays silent. */
export function tablesWithPrinciples(options: SyntheticOptions): Tables {
  const tables = syntheticTables(options);
  return {
    ...tables,
    principles: entries.map(({id, label, wording}) => ({id, label, wording})),
    principleCodings: tables.clauses.filter((clause) => clause.number % 3).map((clause) => {
      const words = clause.text.split(" ").slice(2, 4).join(" "), start = clause.start + clause.text.indexOf(words);
      return {clause: clause.id, principle: entries[clause.number % 6]!.id, words: [words], spans: [{start, end: start + words.length}]};
    })
  };
}
