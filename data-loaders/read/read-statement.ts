import {existsSync, readFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import type {Statement} from "../../src/schema.js";
import {countWords} from "./count-words.js";
import {parseMetadata} from "./read-metadata.js";
import {readTextFile} from "./read-text-file.js";
import {shown, StatementError} from "./statement-error.js";

/** Reads `<id>.txt` and the `<id>.json` beside it; throws a `StatementError` where one is missing or wrong. */
export function readStatement(textFile: string): Statement {
  const id = basename(textFile, ".txt");
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    throw new StatementError(`a statement's file name must be lower-case words joined by "-": ${shown(basename(textFile))}`, {file: textFile}, "the name is its address");
  }
  const metadataFile = join(dirname(textFile), `${id}.json`);
  for (const file of [textFile, metadataFile]) {
    if (!existsSync(file)) throw new StatementError(`missing file: ${file}`, {statement: id}, "a statement is a pair of <id>.txt and <id>.json");
  }
  const text = [...readTextFile(textFile)].join("");
  const metadata = parseMetadata(new TextDecoder().decode(readFileSync(metadataFile)), {statement: id, file: metadataFile});
  return {id, ...metadata, text, words: countWords(text)};
}
