// npm run bench [-- --megabytes 20] [-- --long]: how fast the coding is, side by side with taggers on the same real text in one run.
import {spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {cpus, tmpdir} from "node:os";
import {join} from "node:path";
import compromise from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import {codedJson} from "../../data-loaders/coded-json.js";
import {codeParts} from "../../data-loaders/index.js";
import {readCodebook} from "../../data-loaders/read/read-codebook.js";
import {inOrder, WorkerPool} from "../../data-loaders/worker-pool.js";
import {realTexts} from "./corpus.js";

const long = process.argv.includes("--long"), asked = process.argv.indexOf("--megabytes");
const megabytes = asked < 0 ? 20 : Number(process.argv[asked + 1]), runs = 3;
if (!(megabytes > 0)) throw new Error("--megabytes takes a number above 0");

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const length = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);

/** Seconds that a task takes. */
async function seconds(task: () => unknown): Promise<number> {
  const started = performance.now();
  await task();
  return (performance.now() - started) / 1000;
}

const texts = realTexts(megabytes);
// The statements and the two long communiques: compromise would need minutes for more.
const compared = texts.slice(0, 31);
const paragraphs = (of: readonly string[]) => of.flatMap((text) => text.split(/\n\s*\n/));
const codebook = readCodebook();
const nlp = winkNLP(model, ["sbd", "pos"]);

const tagWithWink = (of: readonly string[]) => {
  for (const paragraph of paragraphs(of)) nlp.readDoc(paragraph).tokens().out(nlp.its.pos);
};
const tagWithCompromise = (of: readonly string[]) => {
  for (const paragraph of paragraphs(of)) compromise(paragraph).json({terms: {tags: true}});
};
const head = {file: "x", id: "x", version: "x", doubts: []}, metadata = {parties: []};
const code = (of: readonly string[]) => {
  for (const text of of) for (const part of codeParts([text], metadata, codebook)) if (part.clauses.length < 0) throw new Error();
};
const codeAndPrint = (of: readonly string[]) => {
  for (const text of of) for (const piece of codedJson(head, codeParts([text], metadata, codebook))) if (piece.length < 0) throw new Error();
};
const codeWithThreads = async (pool: WorkerPool, of: readonly string[]) => {
  for await (const bytes of inOrder(of, (text) => pool.code({head, text, metadata}), 8)) if (bytes.length < 0) throw new Error();
};

/** Peak memory of a run of the command line in MB, and its seconds. */
async function run(command: string, args: string[]): Promise<{peak: number; seconds: number}> {
  let peak = 0;
  const time = await seconds(() => new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, {stdio: ["ignore", "ignore", "inherit"]});
    const watch = setInterval(() => {
      try {
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
      } catch { /* it has ended, or the system has no /proc */ }
    }, 20);
    child.once("error", reject);
    child.once("exit", (status) => {
      clearInterval(watch);
      if (status) reject(new Error(`${command} ended with ${status}`));
      else resolve();
    });
  }));
  return {peak, seconds: time};
}
const cli = (file: string) => run(process.execPath, ["data-loaders/cli.mjs", file]);

const row = (...cells: (string | number)[]) => console.log(cells.map((cell, i) => i ? String(cell).padStart(12) : String(cell).padEnd(44)).join(""));

async function speeds(): Promise<void> {
  console.log(`\nSpeed on ${texts.length} real documents, ${(length(texts) / 1e6).toFixed(1)} million characters; median of ${runs} runs, taken in turn`);
  const pool = new WorkerPool(2);
  tagWithWink(compared);
  codeAndPrint(compared);
  tagWithCompromise(compared.slice(0, 2));
  await Promise.all([0, 1].map(() => codeWithThreads(pool, compared)));
  const times: Record<string, number[]> = {};
  const take = async (name: string, of: readonly string[], task: () => unknown) => (times[name] ??= []).push(length(of) / 1e6 / await seconds(task));
  for (let i = 0; i < runs; i++) {
    await take("wink-nlp, tagging alone", texts, () => tagWithWink(texts));
    await take("whole coding, one thread", texts, () => code(texts));
    await take("whole coding and JSON, one thread", texts, () => codeAndPrint(texts));
    await take("whole coding and JSON, two worker threads", texts, () => codeWithThreads(pool, texts));
    await take(`compromise, tagging alone (${(length(compared) / 1e6).toFixed(2)} million of it)`, compared, () => tagWithCompromise(compared));
  }
  await pool.close();
  const base = times["wink-nlp, tagging alone"]!, slow = Object.values(times).at(-1)!;
  row("", "MB/s", "of wink", "x compromise");
  for (const [name, speed] of Object.entries(times)) {
    const ratio = (to: number[]) => median(speed.map((value, i) => value / to[i]!)).toFixed(2);
    row(name, median(speed).toFixed(2), ratio(base), ratio(slow));
  }
}

async function memory(folder: string): Promise<void> {
  const sizes = long ? [1, 5, 10, 25, 50, 100] : [1, 5, 10];
  console.log("\nOne long file through the command line: memory stays flat and time grows with length");
  row("", "seconds", "MB/s", "peak MB");
  const all = texts.join("\n\n");
  for (const size of sizes) {
    const file = join(folder, `${size}.txt`);
    writeFileSync(file, all.repeat(Math.ceil(size * 1e6 / all.length)).slice(0, size * 1e6));
    const {peak, seconds} = await cli(file);
    row(`${size} million characters`, seconds.toFixed(1), (size / seconds).toFixed(2), peak.toFixed(0));
  }
  const line = join(folder, "line.txt"), size = 10;
  writeFileSync(line, all.repeat(Math.ceil(size * 1e6 / all.length)).slice(0, size * 1e6).replaceAll(/\s+/g, " "));
  const {peak, seconds} = await cli(line);
  row(`${size} million characters on one line`, seconds.toFixed(1), (size / seconds).toFixed(2), peak.toFixed(0));
}

async function start(): Promise<void> {
  const file = "data-loaders/statements/china-russia-2025-international-law.txt", took: number[] = [];
  for (let i = 0; i < 5; i++) took.push((await run("npm", ["run", "--silent", "code", "--", file])).seconds);
  console.log(`\nStart-up: npm run code on the statement takes ${median(took).toFixed(2)} s (median of ${took.length})`);
}

const folder = mkdtempSync(join(tmpdir(), "bench-"));
try {
  console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`);
  await start();
  await speeds();
  await memory(folder);
} finally {
  rmSync(folder, {recursive: true});
}
