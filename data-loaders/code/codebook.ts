import {stances, type Stance, type Strength} from "../../src/schema.js";
import type {Abbreviation} from "../parse/sentences.js";
import {form, verbForms} from "../parse/verb-forms.js";
import {CodebookError, readTable} from "./codebook-table.js";

/** The vocabularies of the clause coder: name of the table (without .tsv) to its text. */
export const clauseTables = ["stances", "verbs", "stance-nouns", "stance-adjectives", "intensifiers", "modals", "speaker-nouns", "speakers", "abbreviations", "function-words", "rules"] as const;
export type ClauseTables = Record<(typeof clauseTables)[number], string>;

export interface VerbRow {
  lemma: string;
  /** The inflected word of it. */
  verb: string;
  /** What must follow: `any`, `np`, `that`, `to`, `having` (before it), `noun` (a stance noun), or these very words; "~" among them stands for an object ("~ responsible"), "@" for one that can act ("@ to"). */
  frame: string;
  phrase: string[] | null;
  stance: Stance;
  strength: Strength;
  illocution: string;
  /** The stance of its negation, where that is another. */
  negated: Stance;
  /** Takes a stance noun ("express concern"). */
  light: boolean;
  /** Takes one only where it is the speaker's own ("note their determination"). */
  lightOwn: boolean;
  /** Reports words, so that the stance may be inside ("said they expect"). */
  reports: boolean;
  /** Takes the stance in the passive ("was noted"). */
  passive: boolean;
  /** Also an everyday action, so that it readily belongs to an infinitive before it ("to defend A and support B"). */
  action: boolean;
  /** Only persons and bodies do it, so that any subject of it speaks ("the host promised"). */
  human: boolean;
  /** A stance only where it opens a paragraph ("Acting under Chapter VII, …"). */
  opening: boolean;
  /** Coloured by "with": "note with concern". */
  colours: boolean;
}

export interface NounRow {
  noun: string;
  stance: Stance;
  strength: Strength;
  illocution: string;
}

export interface AdjectiveRow {
  words: string[];
  frame: string;
  lemma: string;
  stance: Stance;
  strength: Strength;
  illocution: string;
  /** Said of persons and bodies only, so that any subject of it speaks. */
  human: boolean;
  /** Stands without a copula too, as a participle does ("Deeply concerned about …, …"); `to`: only before "to". */
  alone: boolean | "to";
  /** Said of a thing, and judges it in the speakers' voice ("The delay is regrettable"). */
  judges: boolean;
}

export interface ModalRow {
  words: string[];
  lemma: string;
  kind: "norm" | "promise";
}

export interface SpeakerName {
  words: string[];
  name: string;
  /** An adjective ("Norwegian"), or the seat of a government, which is also a place ("Oslo"). */
  use: "name" | "demonym" | "seat";
}

export type SpeakerKind = "part" | "all" | "person" | "organ" | "document" | "voice";

/** "strongly" makes it strong, "cautiously" mild; "particular" makes what is mild plain. */
export type Intensity = "strong" | "mild" | "plain";

/** A finite set of facts about one spelling, looked up once for each token. */
export interface Entry {
  verbs: {forms: number; rows: VerbRow[]}[];
  noun: NounRow | null;
  adjectives: AdjectiveRow[];
  modals: ModalRow[];
  speaker: {kind: SpeakerKind; many: boolean} | null;
  /** Effect on strength of this word alone. */
  intensity: Intensity | null;
  /** Longer intensifiers that begin with this word. */
  intensifiers: {words: string[]; effect: Intensity}[];
  classes: number;
}

/** Closed classes of words, as bits. */
export const wordClass = {
  be: 1, have: 2, do: 4, modal: 8, negation: 16, determiner: 32, possessive: 64, subject: 128, conjunction: 256,
  relative: 512, subordinator: 1024, preposition: 2048, adverb: 4096, carrier: 8192, copula: 16384
} as const;

export interface Codebook {
  /** By lower-case spelling. */
  entries: Map<string, Entry>;
  /** Speaker names by their lower-case words. */
  names: Map<string, SpeakerName[]>;
  abbreviations: Map<string, Abbreviation>;
  rules: Map<string, string>;
  rank: Map<Stance, number>;
}

type Row = Record<string, string> & {line: number};

/** Rows of one of the clause coder's tables, by column, with their line. */
const rowsOf = (tables: ClauseTables, name: (typeof clauseTables)[number]): Row[] =>
  readTable<string>(tables[name], `${name}.tsv`, []).map(({line, cells}) => Object.assign(cells, {line}) as unknown as Row);

/** Makes the codebook of the clause coder from the text of its tables; throws a CodebookError that names table and line. */
export function readCodebook(tables: ClauseTables): Codebook {
  const entries = new Map<string, Entry>();
  const entry = (word: string): Entry => {
    let e = entries.get(word);
    if (!e) entries.set(word, (e = {verbs: [], noun: null, adjectives: [], modals: [], speaker: null, intensity: null, intensifiers: [], classes: 0}));
    return e;
  };
  for (const row of rowsOf(tables, "function-words")) {
    const bit = wordClass[row.class as keyof typeof wordClass];
    if (!bit) throw new CodebookError(`unknown class of words: "${row.class}"`, "function-words.tsv", row.line);
    for (const word of row.words!.split(" ")) entry(word).classes |= bit;
  }
  addVerbs(rowsOf(tables, "verbs"), entry);
  for (const row of rowsOf(tables, "stance-nouns")) {
    const noun: NounRow = {noun: row.noun!, ...codes("stance-nouns", row)};
    for (const word of [row.noun!, row.forms!].filter(Boolean)) entry(word).noun = noun;
  }
  for (const row of rowsOf(tables, "stance-adjectives")) {
    const words = row.adjective!.split(" ");
    const {adjectives} = entry(words[0]!);
    adjectives.push({words, frame: row.frame!, lemma: row.lemma!, human: row.use!.includes("H"), alone: row.use!.includes("T") ? "to" : row.use!.includes("P"), judges: row.use!.includes("J"), ...codes("stance-adjectives", row)});
    adjectives.sort((a, b) => b.words.length - a.words.length);
  }
  for (const row of rowsOf(tables, "modals")) {
    const words = row.words!.split(" ");
    entry(words[0]!).modals.push({words, lemma: row.lemma!, kind: row.class as ModalRow["kind"]});
  }
  for (const row of rowsOf(tables, "intensifiers")) {
    const words = row.words!.split(" "), effect = row.effect as Intensity;
    if (words.length === 1) entry(words[0]!).intensity = effect;
    else entry(words[0]!).intensifiers.push({words, effect});
  }
  for (const row of rowsOf(tables, "speaker-nouns"))
    entry(row.noun!).speaker = {kind: row.kind as SpeakerKind, many: row.number === "many"};
  return {
    entries,
    names: readNames(rowsOf(tables, "speakers")),
    abbreviations: new Map(rowsOf(tables, "abbreviations").map((r) => [r.words!, r.ends as Abbreviation])),
    rules: new Map(rowsOf(tables, "rules").map((r) => [r.id!, r.says!])),
    rank: new Map(rowsOf(tables, "stances").map((r) => [r.id as Stance, Number(r.rank)]))
  };
}

function codes(table: string, row: Row): {stance: Stance; strength: Strength; illocution: string} {
  return {stance: stanceOf(table, row, row.stance!), strength: strengthOf(table, row), illocution: row.illocution!};
}

function stanceOf(table: string, row: Row, value: string): Stance {
  if (!stances.includes(value as Stance)) throw new CodebookError(`unknown stance: "${value}"; stances are listed in codebook/stances.tsv`, `${table}.tsv`, row.line);
  return value as Stance;
}

function strengthOf(table: string, row: Row): Strength {
  const value = Number(row.strength);
  if (value !== 1 && value !== 2 && value !== 3) throw new CodebookError(`strength must be 1, 2 or 3: "${row.strength}"`, `${table}.tsv`, row.line);
  return value;
}

const generalFrames = new Set(["any", "np", "that", "to", "having", "noun"]);

function addVerbs(rows: Row[], entry: (word: string) => Entry): void {
  const byVerb = new Map<string, {irregular: string; rows: VerbRow[]}>();
  for (const row of rows) {
    const frame = row.frame!, use = row.use!;
    const verb: VerbRow = {
      lemma: row.lemma!, verb: row.verb!, frame, phrase: generalFrames.has(frame) ? null : frame.split(" "), ...codes("verbs", row),
      negated: stanceOf("verbs", row, row.negated || row.stance!),
      light: use.includes("L") || use.includes("O"), lightOwn: use.includes("O"), reports: use.includes("R"), passive: use.includes("P"), action: use.includes("A"), human: use.includes("H"), opening: use.includes("S"), colours: use.includes("W")
    };
    const of = byVerb.get(verb.verb) ?? {irregular: "", rows: []};
    of.irregular ||= row.past!;
    of.rows.push(verb);
    byVerb.set(verb.verb, of);
  }
  for (const [verb, {irregular, rows: own}] of byVerb) {
    own.sort((a, b) => specificity(b) - specificity(a));
    for (const [word, forms] of verbForms(verb, irregular)) entry(word).verbs.push({forms, rows: own});
  }
}

/** Rows with words of their own are tried first, then those with a frame, then the rest. */
const specificity = (row: VerbRow) => (row.phrase ? 10 + row.phrase.length : row.frame === "having" ? 5 : row.frame === "any" ? 0 : row.frame === "np" ? 1 : 2);

function readNames(rows: Row[]): Codebook["names"] {
  const names: Codebook["names"] = new Map();
  for (const row of rows) {
    const list = (cell: string) => cell.split(";").filter(Boolean);
    for (const alias of [row.name!, ...list(row.aliases!)]) addName(names, alias, row.name!);
    for (const demonym of list(row.demonyms!)) addName(names, demonym, row.name!, "demonym");
    for (const seat of list(row.seats!)) addName(names, seat, row.name!, "seat");
  }
  return names;
}

/** Adds a spelling of a speaker's name, so that it is found wherever its words stand. */
export function addName(names: Codebook["names"], alias: string, name: string, use: SpeakerName["use"] = "name"): void {
  const words = alias.toLowerCase().replace(/^the /, "").replaceAll("’", "'").split(/\s+|(?=')/).filter(Boolean);
  if (!words.length) return;
  addWords(names, words, name, use);
  // The engine takes hyphens apart ("Guinea-Bissau"), and after one the letters ("China-U.S.").
  if (alias.includes("-")) addWords(names, words.flatMap((word) => word.split(/(?=-)|(?<=-)/)), name, use);
  const letters = /^(\p{L})\.(\p{L}\.)$/u.exec(words[0]!);
  if (letters && words.length === 1) addWords(names, [letters[1]!, ".", letters[2]!], name, use);
}

function addWords(names: Codebook["names"], words: string[], name: string, use: SpeakerName["use"]): void {
  const list = names.get(words[0]!) ?? [];
  list.push({words, name, use});
  list.sort((a, b) => b.words.length - a.words.length);
  names.set(words[0]!, list);
}

export {form};
