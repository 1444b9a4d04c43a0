import type {Tables} from "../../src/schema.js";
import type {CsvTable} from "./csv.js";

const columns = ["clause", "start", "end", "form", "lemma", "stance", "illocution", "strength", "intensifier", "negated"] as const;

/** One row an occurrence of a stance verb. */
export const verbsTable = ({verbs}: Tables): CsvTable => ({columns, rows: verbs.map((verb) => columns.map((column) => verb[column]))});
