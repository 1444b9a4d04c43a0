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
 * under their instrument's id, and the registry. It takes a text part by part and keeps no row, so that no more than one part is held.
 */
export function* codedJson(head: CodedHead, parts: Iterable<CodedStatement>): Generator<string> {
  const mentions: string[] = [], registry = new Map<string, string>();
  let comma = "";
  yield `${JSON.stringify(head).slice(0, -1)},"clauses":[`;
  for (const part of parts) {
    // Clause by clause: cutting the brackets off all clauses in one would copy them.
    for (const clause of part.clauses) {
      yield comma + JSON.stringify(clause);
      comma = ",";
    }
    for (const {id: mention, instrument: id, ...rest} of part.mentions) mentions.push(JSON.stringify({id, mention, ...rest}));
    for (const instrument of part.instruments) registry.set(instrument.id, JSON.stringify(instrument));
  }
  yield `],"instruments":[`;
  for (const [i, mention] of mentions.entries()) yield (i ? "," : "") + mention;
  const none = comma ? "" : `,"empty":"no clause was found: the text holds headings only, or no sentence in English"`;
  yield `],"registry":[${[...registry.values()].join(",")}]${none}}`;
}
