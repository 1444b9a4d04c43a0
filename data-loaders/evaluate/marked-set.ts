import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {StatementError} from "../read/statement-error.js";
import {sharedFolder} from "./annotations.js";

/** A Security Council document with the United Nations' own marks: clause verbs in italics, and documents tagged as cited. */
export interface MarkedDocument {
  id: string;
  title: string;
  paragraphs: string[];
  marks: {para: number; italic: string[]; refs: [address: string, words: string][]}[];
}

/** The marked set; throws where it is missing. */
export function readMarkedSet(shared = sharedFolder): MarkedDocument[] {
  const file = join(shared, "corpus/unsc/unsc-marked.jsonl.gz");
  if (!existsSync(file)) throw new StatementError(`missing file: ${file}`, {}, "the evaluation needs the marked documents beside the checkout; the site does not");
  return gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as MarkedDocument);
}
