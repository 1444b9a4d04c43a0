import {clauseTables, readCodebook, type ClauseTables, type Codebook} from "./codebook.js";

let loaded: Codebook | undefined;

/** The project's own codebook, read once from data-loaders/codebook. Only where there is a file system; elsewhere pass a codebook. */
export function defaultCodebook(): Codebook {
  return (loaded ??= readCodebook(readClauseTables()));
}

/** The text of the clause coder's tables, e.g. to send them to a worker or a browser. */
export function readClauseTables(): ClauseTables {
  // Asked of the process rather than imported, so that a bundle for the browser needs no file system.
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  if (!fs) throw new Error("no codebook: there is no file system here (pass options.codebook, made by readCodebook)");
  return Object.fromEntries(clauseTables.map((name) => [name, fs.readFileSync(new URL(`../codebook/${name}.tsv`, import.meta.url), "utf8")])) as ClauseTables;
}
