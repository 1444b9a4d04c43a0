import type {Tables} from "../../src/schema.js";
import type {CsvTable} from "./csv.js";

const columns = ["id", "title", "kind", "adopted", "body", "symbol"] as const;

/** One row an instrument that the statement mentions. */
export const registryTable = ({instruments}: Tables): CsvTable => ({columns, rows: instruments.map((instrument) => columns.map((column) => instrument[column]))});
