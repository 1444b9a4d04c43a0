import type {Tables} from "../../src/schema.js";
import type {CsvTable} from "./csv.js";

const columns = ["id", "paragraph", "sentence", "start", "end", "text", "words", "stance", "pole", "strength", "speakers", "verbs", "modality", "negated", "topics", "instruments"] as const;

/** One row a clause. */
export const clausesTable = ({clauses}: Tables): CsvTable => ({columns, rows: clauses.map((clause) => columns.map((column) => clause[column]))});
