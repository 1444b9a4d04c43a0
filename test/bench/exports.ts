// Measures the files that leave the site: `npm run bench:exports -- [runs] [clauses]`.
import {mkdtempSync, rmSync} from "node:fs";
import {availableParallelism, tmpdir} from "node:os";
import {join} from "node:path";
import {syntheticTables} from "../figures/synthetic-tables.js";

const runs = Number(process.argv[2] ?? 3), clauses = Number(process.argv[3] ?? 20);
const folder = mkdtempSync(join(tmpdir(), "atlas-bench-"));
// The faces are kept below the working folder: in a new one, the first run makes them too, as the first build of a clone does.
process.chdir(folder);
const {writeExports} = await import("../../data-loaders/exports/write-exports.js");
const {figures} = await import("../../src/figures/index.js");

const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

interface Measured {
  /** Seconds by the clock, and of work on all cores. */
  wall: number;
  cpu: number;
  /** Seconds of each figure's files by the clock, while another is made beside it. */
  figures: Map<string, number[]>;
}

/** Writes the files of this many statements, one after the other. */
async function measure(statements: number): Promise<Measured> {
  const started = performance.now(), before = process.cpuUsage(), byFigure = new Map<string, number[]>();
  for (let i = 0; i < statements; i++) {
    const tables = syntheticTables({clauses, seed: i + 1});
    tables.statement.id = `synthetic-${i + 1}`;
    const log = (line: string) => {
      const [, id, seconds] = /: ([\w-]+), \d+ files in ([\d.]+) s$/.exec(line) ?? [];
      if (id) byFigure.set(id, [...byFigure.get(id) ?? [], Number(seconds)]);
    };
    await writeExports({folder: join(folder, "dist"), tables, site: "https://atlas.example.org/", frozen: join(folder, "no-frozen"), log});
  }
  const {user, system} = process.cpuUsage(before);
  return {wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6, figures: byFigure};
}

const said = ({wall, cpu}: Pick<Measured, "wall" | "cpu">) => `${wall.toFixed(1)} s (${cpu.toFixed(1)} s of work)`;

console.log(`${figures.length} figures a statement of ${clauses} clauses, on ${availableParallelism()} cores`);
console.log(`first statement of a new clone, with faces, threads and modules to make ready: ${said(await measure(1))}`);
const byFigure = new Map<string, number[]>();
for (const statements of [1, 2, 4]) {
  const all: Measured[] = [];
  for (let i = 0; i < runs; i++) all.push(await measure(statements));
  for (const {figures} of all) for (const [id, seconds] of figures) byFigure.set(id, [...byFigure.get(id) ?? [], ...seconds]);
  const [wall, cpu] = [middle(all.map(({wall}) => wall)), middle(all.map(({cpu}) => cpu))];
  console.log(`${statements} statement${statements > 1 ? "s" : ""}: ${said({wall, cpu})}, a statement ${said({wall: wall / statements, cpu: cpu / statements})}; median of ${runs}`);
}
for (const [id, seconds] of byFigure) console.log(`  ${id.padEnd(20)} ${middle(seconds).toFixed(1)} s, median of ${seconds.length}`);
process.chdir(tmpdir());
rmSync(folder, {recursive: true});
