/** A fault in a codebook table that an analyst can mend; the message names table and line. */
export class CodebookError extends Error {
  override name = "CodebookError";
  constructor(message: string, readonly table: string, readonly line: number) {
    super(`${message} (codebook/${table}, line ${line})`);
  }
}

/** One line of a table: its cells by column name, and where it stands. */
export interface TableRow<Column extends string> {
  line: number;
  cells: Record<Column, string>;
}

/** Parses a tab-separated codebook table with a header line; empty lines and lines that begin with `#` are skipped; missing or unknown columns throw. */
export function readTable<Column extends string>(tsv: string, table: string, columns: readonly Column[]): TableRow<Column>[] {
  const lines = tsv.replace(/^\uFEFF/, "").split(/\r?\n/);
  const rows: TableRow<Column>[] = [];
  let header: string[] | null = null;
  lines.forEach((text, index) => {
    if (text.startsWith("#") || !text.trim()) return;
    const line = index + 1, cells = text.split("\t");
    if (!header) {
      header = cells.map((cell) => cell.trim());
      for (const column of columns) if (!header.includes(column)) throw new CodebookError(`missing column: "${column}"; the columns are ${columns.join(", ")}`, table, line);
      return;
    }
    if (cells.length > header.length) throw new CodebookError(`${cells.length} cells where the header has ${header.length} columns: "${text.slice(0, 60)}"`, table, line);
    const named: Record<string, string> = {};
    for (let i = 0; i < header.length; i++) named[header[i]!] = cells[i]?.trim() ?? "";
    rows.push({line, cells: named as Record<Column, string>});
  });
  if (!header) throw new CodebookError("empty table: the first line must name the columns", table, 1);
  return rows;
}
