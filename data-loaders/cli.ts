// The command line of the coder; cli.mjs starts it.
import {once} from "node:events";
import {existsSync, readFileSync, statSync} from "node:fs";
import {availableParallelism} from "node:os";
import {basename, resolve} from "node:path";
import {setFlagsFromString} from "node:v8";
import {codedJson, type CodedHead} from "./coded-json.js";
import {codingVersion} from "./coding-version.js";
import {codeParts, codeStatement, type Codebook, type CodingMetadata} from "./index.js";
import {readCodebook} from "./read/read-codebook.js";
import {parseMetadata} from "./read/read-metadata.js";
import {readTextFile} from "./read/read-text-file.js";
import {StatementError} from "./read/statement-error.js";
import {wholeLength} from "./read/text-chunks.js";
import {textDoubts} from "./read/text-doubts.js";
import {csvFiles} from "./tables/csv-files.js";
import type {Tables} from "../src/schema.js";

const tableNames = Object.keys(csvFiles).map((name) => name.replace(".csv", "")).join(", ");

const usage = `usage: npm run --silent code -- [--csv TABLE] [--threads N] FILE...

Codes English statements: prints one JSON object a file, one a line, with clauses and mentions of instruments.
Places are offsets into the file's text in UTF-16 code units, the end exclusive. Where <name>.json with the
statement's metadata stands beside <name>.txt, its title and parties are used.

  --csv TABLE   print one table of one file as CSV: ${tableNames}
  --threads N   code files side by side in N threads; by default in one thread unless they are many and long
  --help        print this

A file that cannot be read is reported in one line on standard error; the others are printed, and the exit code is 1.
`;

/** Below this many bytes, threads cost more to start than they save. */
const worthThreads = 2_000_000;

/** A text to code: whole where it is short, else only its file, which is read part by part. */
interface Input {
  file: string;
  path: string;
  text: string | null;
  head: CodedHead;
  metadata: CodingMetadata;
}

/** Reads and checks a file before anything of it is printed. */
function readInput(file: string): Input {
  const path = fromUser(file);
  let text: string | null = "";
  let first: string | null = null;
  for (const piece of readTextFile(path)) {
    first ??= piece;
    if (text !== null) text = text.length + piece.length <= wholeLength ? text + piece : null;
  }
  return {file, path, text, metadata: metadataBeside(path), head: {file, id: basename(file).replace(/\.txt$/i, ""), version: codingVersion(), doubts: textDoubts(text ?? first ?? "")}};
}

/** npm runs the command in the project's folder; names are meant from where the user is. */
const fromUser = (file: string) => resolve(process.env.npm_lifecycle_event === "code" ? process.env.INIT_CWD ?? "." : ".", file);

/** What a metadata file beside the text says; a JSON file that holds something else is left alone. */
function metadataBeside(path: string): CodingMetadata {
  const file = path.replace(/\.txt$/i, ".json");
  if (file === path || !existsSync(file)) return {parties: []};
  const json = readFileSync(file, "utf8");
  return /"parties"\s*:/.test(json) && !/"clauses"\s*:/.test(json) ? parseMetadata(json, {file}) : {parties: []};
}

async function print(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** Prints pieces in larger ones; what ends with an error before the first of these leaves nothing printed. */
async function printPieces(pieces: Iterable<string>): Promise<void> {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 1 << 16) continue;
    await print(waiting);
    waiting = "";
  }
  await print(waiting);
}

async function printCsv(file: string, table: string): Promise<void> {
  const write = csvFiles[`${table}.csv` as keyof typeof csvFiles];
  if (!write) throw new StatementError(`unknown table: "${table}"`, {}, `known are ${tableNames}`);
  const {text, path, metadata} = readInput(file);
  await print(write(codeStatement(text ?? [...readTextFile(path)].join(""), metadata, readCodebook()) as Tables));
}

/** Prints files in order; gives whether all could be coded. What one file suffers is reported and the others go on. */
async function printAll(files: readonly string[], wanted: number | null): Promise<boolean> {
  const threads = Math.min(files.length, wanted ?? (sizeOf(files) > worthThreads ? availableParallelism() : 1));
  const {inOrder, WorkerPool} = await import("./worker-pool.js");
  const pool = threads > 1 ? new WorkerPool(threads) : null;
  let codebook: Codebook | undefined, good = true;
  const start = async (file: string) => {
    const input = readInput(file);
    return {input, bytes: pool && input.text !== null ? await pool.code({...input, text: input.text}) : null};
  };
  const started = (file: string) => start(file).catch((error: unknown) => ({file, error}));
  for await (const result of inOrder(files, started, pool ? 4 * threads : 1)) {
    try {
      if ("error" in result) throw result.error;
      if (result.bytes) await print(result.bytes);
      else await printPieces(codeInput(result.input, codebook ??= readCodebook()));
      await print("\n");
    } catch (error) {
      good = false;
      const begun = "input" in result && result.input.text === null;
      if (begun) await print("\n");
      report(error, "error" in result ? result.file : result.input.file);
    }
  }
  await pool?.close();
  return good;
}

const sizeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + (statSync(fromUser(file), {throwIfNoEntry: false})?.size ?? 0), 0);

const codeInput = ({head, metadata, text, path}: Input, codebook: Codebook) =>
  codedJson(head, codeParts(text === null ? readTextFile(path) : [text], metadata, codebook));

/** One line on what went wrong; anything but a fault of a file or a table is a fault of the coder, and says so. */
function report(error: unknown, file: string): void {
  const {name, message} = error as Error;
  console.error(/^(Statement|Codebook)Error$/.test(name) ? message : `not coded: ${file} (fault of the coder: ${message})`);
}

function complaint(problem: string): number {
  console.error(`${problem} (see --help)`);
  return 1;
}

async function main(args: string[]): Promise<number> {
  const valueOf = (option: string) => args.includes(option) ? args.splice(args.indexOf(option), 2)[1] ?? "" : null;
  const table = valueOf("--csv"), threads = valueOf("--threads");
  if (args.includes("--help")) {
    await print(usage);
    return 0;
  }
  const option = args.find((arg) => /^-./.test(arg));
  if (option !== undefined) return complaint(`unknown option: "${option}"`);
  if (threads !== null && !/^[1-9]\d?$/.test(threads)) return complaint(`--threads takes a number from 1 to 99: "${threads}"`);
  if (args.length === 0) return complaint("no file given");
  if (table !== null && args.length > 1) return complaint("--csv takes one file");
  try {
    if (table === null) return await printAll(args, threads === null ? null : Number(threads)) ? 0 : 1;
    await printCsv(args[0]!, table);
    return 0;
  } catch (error) {
    report(error, args[0]!);
    return 1;
  }
}

// Coding makes garbage at a steady pace; with V8's own pace of collecting, a long input takes half as much memory again.
setFlagsFromString("--heap-growing-percent=60");

// A reader that has seen enough ("| head") closes the pipe.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
