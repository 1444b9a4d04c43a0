import type {Tables} from "../../src/schema.js";
import {clausesTable} from "./clauses.js";
import {writeCsv} from "./csv.js";
import {instrumentsTable} from "./instruments.js";
import {registryTable} from "./registry.js";
import {topicsTable} from "./topics.js";
import {verbsTable} from "./verbs.js";

/** The tables of a statement as files for people, by file name. */
export const csvFiles = {
  "clauses.csv": (tables: Tables) => writeCsv(clausesTable(tables)),
  "verbs.csv": (tables: Tables) => writeCsv(verbsTable(tables)),
  "topics.csv": (tables: Tables) => writeCsv(topicsTable(tables)),
  "instruments.csv": (tables: Tables) => writeCsv(instrumentsTable(tables)),
  "registry.csv": (tables: Tables) => writeCsv(registryTable(tables))
};
