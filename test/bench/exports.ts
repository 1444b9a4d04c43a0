// Measures the files that leave the site: `node --import tsx test/bench/exports.ts [runs] [clauses]`.
import {mkdtempSync, rmSync} from "node:fs";
import {availableParallelism, tmpdir} from "node:os";
import {join} from "node:path";
import {writeExports} from "../../data-loaders/exports/write-exports.js";
import {figures} from "../../src/figures/index.js";
import {syntheticTables} from "../figures/synthetic-tables.js";

const runs = Number(process.argv[2] ?? 3), clauses = Number(process.argv[3] ?? 20);
const folder = mkdtempSync(join(tmpdir(), "atlas-bench-"));
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Seconds for the files of this many statements, one after the other. */
async function seconds(statements: number): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < statements; i++) {
    const tables = syntheticTables({clauses, seed: i + 1});
    tables.statement.id = `synthetic-${i + 1}`;
    await writeExports({folder, tables, site: "https://atlas.example.org/", frozen: join(folder, "no-frozen")});
  }
  return (performance.now() - started) / 1000;
}

console.log(`first run, threads and modules not yet loaded: ${(await seconds(1)).toFixed(1)} s`);
for (const statements of [1, 2, 4]) {
  const measured: number[] = [];
  for (let i = 0; i < runs; i++) measured.push(await seconds(statements));
  console.log(`${statements} statement${statements > 1 ? "s" : ""} of ${clauses} clauses, ${figures.length} figures each: ${median(measured).toFixed(1)} s, median of ${runs} on ${availableParallelism()} cores`);
}
rmSync(folder, {recursive: true});
