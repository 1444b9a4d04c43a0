import {actNouns} from "./instruments-acts.js";
import {CodebookError, readTable} from "./codebook-table.js";
import {PhraseTrie} from "./phrase-trie.js";
import type {Instrument} from "../../src/schema.js";

/** The codebook's tables for instruments, as text. */
export interface InstrumentTables {
  /** codebook/instruments.tsv */
  instruments: string;
  /** codebook/instrument-heads.tsv */
  heads: string;
  /** codebook/instrument-bodies.tsv */
  bodies: string;
  /** codebook/instrument-marks.tsv */
  marks: string;
  /** codebook/instrument-resolution-years.tsv */
  resolutionYears: string;
}

/** A noun that heads names of instruments ("treaty"). */
export interface Head {
  noun: string;
  singular: string;
  title: "strong" | "phrase" | "weak" | "either" | "never";
  anaphor: boolean;
  /** How a class of such instruments is called in ids; null where the plural names none. */
  class: string | null;
  plural: boolean;
}

export interface Body {
  id: string;
  label: string;
}

export interface Bodies {
  byName: Map<string, Body>;
  /** A body's name at the end of the words before "resolution(s)". */
  before: RegExp;
  /** A body's name at the start of the words after "adopted by". */
  after: RegExp;
}

/** What a phrase sets off in the search for mentions. */
export type Trigger =
  | {type: "name"; id: string; phrase: string; exact: boolean}
  | {type: "head"; head: Head}
  | {type: "resolution"; plural: boolean}
  | {type: "presidential"}
  | {type: "act"}
  | {type: "symbol"};

export interface InstrumentCodebook {
  instruments: Map<string, Instrument>;
  /** Registry id by number of a General Assembly resolution ("70-1", "2625-xxv"). */
  assemblyResolutions: Map<string, string>;
  /** Head nouns in the title and aliases, first those of the title. */
  headsOf: Map<string, Set<string>>;
  heads: Map<string, Head>;
  bodies: Bodies;
  /** Words that tell an instrument's name from another, lower case: `international`, `national`, `body`, `class`. */
  marks: Map<string, Set<string>>;
  triggers: PhraseTrie<Trigger>;
  /** Year of a Security Council resolution by its number; null where the codebook does not know. */
  resolutionYear(number: number): number | null;
}

const checkable = ["adopted", "symbol", "series"];

/** Reads the tables; throws a CodebookError with table and line for what an analyst can mend. */
export function readInstrumentCodebook(tables: InstrumentTables): InstrumentCodebook {
  const heads = readHeads(tables.heads);
  const triggers = new PhraseTrie<Trigger>();
  for (const head of heads.values()) triggers.add(head.noun, {type: "head", head});
  for (const [words, plural] of [["resolution", false], ["resolutions", true], ["res.", false], ["UNSCR", false], ["UNSCRs", true], ["SCR", false]] as const) triggers.add(words, {type: "resolution", plural});
  for (const words of ["presidential statement", "presidential statements", "statement of its president", "statements of its president", "statement by its president", "statements by its president", "statement by the president", "statements by the president", "statement of the president", "statements of the president", "president's statement", "president's statements"]) triggers.add(words, {type: "presidential"});
  for (const words of actNouns) triggers.add(words, {type: "act"});
  for (const words of ["s/*", "a/*", "st/*", "pbc/*"]) triggers.add(words, {type: "symbol"});
  const codebook: InstrumentCodebook = {
    instruments: new Map(), assemblyResolutions: new Map(), headsOf: new Map(), heads, triggers,
    bodies: readBodies(tables.bodies), marks: readMarks(tables.marks), resolutionYear: readResolutionYears(tables.resolutionYears)
  };
  const columns = ["id", "title", "short", "aliases", "kind", "adopted", "body", "symbol", "series", "status", "checked", "source"] as const;
  for (const {line, cells} of readTable(tables.instruments, "instruments.tsv", columns)) addInstrument(codebook, cells, line);
  return codebook;
}

function addInstrument(codebook: InstrumentCodebook, cells: Record<string, string>, line: number): void {
  const fault = (message: string) => new CodebookError(message, "instruments.tsv", line);
  const {id = "", title = "", short = "", aliases = "", kind = "", adopted = "", body = "", symbol = "", series = "", status = "", source = ""} = cells;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw fault(`instrument id is not in kebab-case: "${id}"`);
  if (codebook.instruments.has(id)) throw fault(`instrument id stands twice: "${id}"`);
  if (!title || !short || !kind) throw fault(`instrument without title, short name or kind: "${id}"`);
  if (adopted && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(adopted)) throw fault(`adopted is no ISO date: "${adopted}"`);
  const checked = (cells["checked"] ?? "").split(" ").filter(Boolean);
  for (const field of checked) if (!checkable.includes(field)) throw fault(`unknown field in checked: "${field}"; known are ${checkable.join(", ")}`);
  const shown = (checked.includes("symbol") && symbol) || (checked.includes("series") && series) || null;
  const dated = adopted && !checked.includes("adopted") ? `${source.replace(/, not checked$/, "")}, date not checked` : source;
  codebook.instruments.set(id, {id, title, short, kind, adopted: adopted || null, body: body || null, symbol: shown, status: status || null, source: dated});
  const number = /^A\/RES\/(\d+)\s?(?:\/(\d+)|([A-Z])?\s?\(([IVXLC]+)\)\s?([A-Z])?)$/.exec(symbol);
  if (number) codebook.assemblyResolutions.set(assemblyKey(number), id);
  if (id.startsWith("unsc-resolution-")) return;
  addNames(codebook, id, [title.replace(/\s*\([^)]*\)/g, "").replace(/;.*/, ""), ...aliases.split("|").filter(Boolean)], fault);
}

function assemblyKey([, first, second, letter, session, last]: RegExpExecArray): string {
  return (second ? `${first}-${second}` : `${first}${letter ?? ""}-${session}${last ?? ""}`).toLowerCase();
}

function addNames(codebook: InstrumentCodebook, id: string, names: string[], fault: (message: string) => CodebookError): void {
  const heads = new Set<string>();
  for (const name of new Set(names)) {
    const exact = name.startsWith("=");
    const phrase = exact ? name.slice(1) : name;
    try {
      codebook.triggers.add(phrase, {type: "name", id, phrase, exact});
    } catch (error) {
      throw fault((error as Error).message);
    }
    for (const word of headNouns(phrase, codebook.heads)) heads.add(word);
  }
  codebook.headsOf.set(id, heads);
}

/** The head nouns in a name, in the singular, as "the <noun>" could point back to it. */
export function headNouns(name: string, heads: Map<string, Head>): string[] {
  const words = name.toLowerCase().split(/[^\p{L}]+/u);
  const found: string[] = [];
  words.forEach((word, i) => {
    for (const phrase of [words.slice(i, i + 3).join(" "), words.slice(i, i + 2).join(" "), word]) {
      const head = heads.get(phrase);
      if (head) found.push(head.singular);
    }
  });
  return found;
}

function readHeads(tsv: string): Map<string, Head> {
  const heads = new Map<string, Head>();
  for (const {line, cells} of readTable(tsv, "instrument-heads.tsv", ["noun", "plural", "title", "anaphor", "class", "as"] as const)) {
    const title = (["strong", "phrase", "weak", "either", "never"] as const).find((known) => known === cells.title);
    if (!title) throw new CodebookError(`title must be strong, phrase, weak, either or never: "${cells.title}"`, "instrument-heads.tsv", line);
    const common = {singular: cells.as || cells.noun, title, anaphor: cells.anaphor === "yes", class: cells.class || null} as const;
    if (!heads.has(cells.noun)) heads.set(cells.noun, {...common, noun: cells.noun, plural: false});
    if (!heads.has(cells.plural)) heads.set(cells.plural, {...common, noun: cells.plural, plural: true});
  }
  return heads;
}

function readBodies(tsv: string): Bodies {
  const byName = new Map<string, Body>();
  for (const {cells} of readTable(tsv, "instrument-bodies.tsv", ["words", "id", "label"] as const)) byName.set(cells.words, {id: cells.id, label: cells.label});
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map((words) => words.replaceAll(" ", "\\s+")).join("|");
  return {byName, before: new RegExp(`(?<![\\p{L}\\p{N}])(${names})(?:[’']s)?\\s+$`, "u"), after: new RegExp(`^(${names})(?![\\p{L}\\p{N}])`, "u")};
}

function readMarks(tsv: string): Map<string, Set<string>> {
  const marks = new Map<string, Set<string>>([["international", new Set()], ["national", new Set()], ["body", new Set()], ["class", new Set()]]);
  for (const {line, cells} of readTable(tsv, "instrument-marks.tsv", ["word", "mark"] as const)) {
    const words = marks.get(cells.mark);
    if (!words) throw new CodebookError(`unknown mark: "${cells.mark}"; known are ${[...marks.keys()].join(", ")}`, "instrument-marks.tsv", line);
    words.add(cells.word.toLowerCase());
  }
  return marks;
}

function readResolutionYears(tsv: string): (number: number) => number | null {
  const years = new Map<number, number>();
  for (const {line, cells} of readTable(tsv, "instrument-resolution-years.tsv", ["year", "first", "last"] as const)) {
    const year = Number(cells.year), first = Number(cells.first), last = Number(cells.last);
    if (!(year > 1945 && first > 0 && last >= first)) throw new CodebookError(`not a year with its first and last number: "${cells.year} ${cells.first} ${cells.last}"`, "instrument-resolution-years.tsv", line);
    for (let number = first; number <= last; number++) years.set(number, year);
  }
  return (number) => years.get(number) ?? null;
}
