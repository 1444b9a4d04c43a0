import {deflateRawSync, inflateRawSync} from "node:zlib";
import type {CodedStatement} from "./index.js";

/** What stands at the head of the JSON object of a file. */
export interface CodedHead {
  file: string;
  id: string;
  version: string;
  /** Doubts about the text as a whole. */
  doubts: readonly string[];
}

/**
 * The JSON object that `npm run code` prints for a file, in pieces and on one line: clauses as in the tables, mentions of instruments
 * under their instrument's id, and the registry. It takes a text part by part and keeps no row but the mentions, packed, which stand
 * after the last clause, so that memory stays flat.
 */
export function* codedJson(head: CodedHead, parts: Iterable<CodedStatement>): Generator<string> {
  const mentions = new PackedText(), registry = new Map<string, string>();
  let comma = "", before = "";
  yield `${JSON.stringify(head).slice(0, -1)},"clauses":[`;
  for (const part of parts) {
    // Clause by clause: cutting the brackets off all clauses in one would copy them.
    for (const clause of part.clauses) {
      yield comma + JSON.stringify(clause);
      comma = ",";
    }
    for (const {id: mention, instrument: id, ...rest} of part.mentions) {
      mentions.add(before + JSON.stringify({id, mention, ...rest}));
      before = ",";
    }
    for (const instrument of part.instruments) registry.set(instrument.id, JSON.stringify(instrument));
  }
  yield `],"instruments":[`;
  yield* mentions.pieces();
  const none = comma ? "" : `,"empty":"no clause was found: the text holds headings only, or no sentence in English"`;
  yield `],"registry":[${[...registry.values()].join(",")}]${none}}`;
}

/** Characters that are packed at once: a part of a statement's length is never packed. */
const packLength = 1 << 18;

/** A text that grows, most of it packed to about a tenth. */
class PackedText {
  private readonly packed: Uint8Array[] = [];
  private open = "";

  add(text: string): void {
    this.open += text;
    if (this.open.length < packLength) return;
    this.packed.push(deflateRawSync(this.open, {level: 1}));
    this.open = "";
  }

  *pieces(): Generator<string> {
    for (const bytes of this.packed) yield inflateRawSync(bytes).toString("utf8");
    yield this.open;
  }
}
