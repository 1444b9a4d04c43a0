export type Cell = string | number | boolean | null | readonly (string | number)[];

/** One table for people: columns and rows in their order. */
export interface CsvTable {
  columns: readonly string[];
  rows: Cell[][];
}

function csvCell(value: Cell): string {
  const text = value === null ? "" : Array.isArray(value) ? value.join("|") : String(value);
  return /[",\r\n|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * CSV after RFC 4180, in UTF-8 without byte order mark. Lists are joined with "|", null is empty. Words are written exactly as they
 * stand, even where a spreadsheet would take them for a formula ("-", "="): offsets and quotations must hold.
 */
export function writeCsv({columns, rows}: CsvTable): string {
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}
