import {parquetWriteBuffer} from "hyparquet-writer";
import type {CsvTable} from "../../tables/csv.js";
import type {Field} from "./package-tables.js";

const types = {string: "STRING", integer: "INT32", boolean: "BOOLEAN"} as const;

/** A table as Parquet with Snappy compression; lists are joined by "|", as in the CSV. */
export function writeParquet({columns, rows}: CsvTable, fields: Record<string, Field>): Uint8Array {
  const columnData = columns.map((name, k) => {
    const {type, required} = fields[name]!;
    const data = rows.map((row) => {
      const value = row[k]!;
      return Array.isArray(value) ? value.join("|") : value as string | number | boolean | null;
    });
    return {name, data, type: types[type], nullable: !required};
  });
  return new Uint8Array(parquetWriteBuffer({columnData, createdBy: "Statement Atlas"}));
}
