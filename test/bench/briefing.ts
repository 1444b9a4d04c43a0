// Measures all faces of a statement's briefing: `npm run bench:briefing -- [runs] [tables.json ...]`; without tables, invented ones of 20 and 550 clauses.
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {availableParallelism, tmpdir} from "node:os";
import {basename, dirname, join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import type {Tables} from "../../src/schema.js";
import {syntheticTables} from "../figures/synthetic-tables.js";

const runs = Number(process.argv[2] ?? 3), files = process.argv.slice(3).map((file) => resolve(file));
const goal = 8;
const texts: [name: string, tables: Tables][] = files.length
  ? files.map((file) => [basename(dirname(file)) || pathToFileURL(file).href, JSON.parse(readFileSync(file, "utf8"))])
  : [20, 550].map((clauses) => [`invented, ${clauses} clauses`, syntheticTables({clauses, seed: 1})]);

const folder = mkdtempSync(join(tmpdir(), "atlas-bench-"));
// The faces are kept below the working folder: in a new one, the first run makes them too, as the first build of a clone does.
process.chdir(folder);
const {writeBriefing} = await import("../../data-loaders/briefing/write-briefing.js");

/** Seconds by the clock, and of work on all cores. */
async function measure(tables: Tables): Promise<{wall: number; cpu: number}> {
  const started = performance.now(), before = process.cpuUsage();
  await writeBriefing({folder: join(folder, "dist"), tables, site: "https://atlas.example.org/", version: "0.0.0-bench", statementsFolder: folder});
  const {user, system} = process.cpuUsage(before);
  return {wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6};
}

const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const said = ({wall, cpu}: {wall: number; cpu: number}) => `${wall.toFixed(1)} s (${cpu.toFixed(1)} s of work)`;

console.log(`all faces of a briefing, on ${availableParallelism()} cores; the aim is ${goal} s a statement`);
for (const [i, [name, tables]] of texts.entries()) {
  const first = await measure(tables), all = [];
  for (let n = 0; n < runs; n++) all.push(await measure(tables));
  const later = {wall: middle(all.map(({wall}) => wall)), cpu: middle(all.map(({cpu}) => cpu))};
  console.log(`${name}, ${tables.clauses.length} clauses: ${i ? "first" : "first of a new clone"} ${said(first)}, then ${said(later)}, median of ${runs}`);
}
process.chdir(tmpdir());
rmSync(folder, {recursive: true});
