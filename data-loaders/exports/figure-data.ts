import type {Caption, Figure, FigureTable} from "../../src/figures/figure.js";
import type {Tables} from "../../src/schema.js";
import {writeCsv} from "../tables/csv.js";

/** The rows that a figure draws as CSV; the last column has the ids of the clauses behind each row, joined by "|". */
export const figureCsv = ({columns, rows, clauses}: FigureTable): string =>
  writeCsv({columns: [...columns, "Clause ids"], rows: rows.map((row, i) => [...row, clauses[i] ?? []])});

/** The same with what the figure says of itself, as JSON: `rows` are objects by column name, `clauseIds` their clauses. */
export function figureJson(figure: Figure, caption: Caption, table: FigureTable, {statement, coding}: Tables, version?: string): string {
  const rows = table.rows.map((row, i) => ({...Object.fromEntries(table.columns.map((column, k) => [column, row[k]])), clauseIds: table.clauses[i] ?? []}));
  const {id, title, short, date, source, language} = statement;
  return `${JSON.stringify({
    figure: figure.id, ...caption, ...(version && {version}), coding: coding.version,
    statement: {id, title, short, date, source, language}, columns: table.columns, rows
  }, null, 1)}\n`;
}
