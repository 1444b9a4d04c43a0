import type {Tables} from "../../src/schema.js";
import type {CsvTable} from "./csv.js";

const columns = ["id", "clause", "start", "end", "words", "instrument", "kind", "pinpoint"] as const;

/** One row a mention of an instrument. */
export const instrumentsTable = ({mentions}: Tables): CsvTable => ({columns, rows: mentions.map((mention) => columns.map((column) => mention[column]))});
