import type {Span} from "../../src/schema.js";
import type {Tagged, Tagger} from "../parse/tagger.js";
import {wordClass, type Codebook, type Entry} from "./codebook.js";

/** What is known of a spelling; one object for all its occurrences. */
export interface Word {
  /** As it stands; a dash for a hyphen that stands for one. */
  surface: string;
  lower: string;
  entry: Entry | null;
  classes: number;
  mark: Mark;
  /** A verb with a "to" that lost its space ("committo"), as scanned texts have it. */
  gluedTo: boolean;
  capital: boolean;
  /** Holds a letter. */
  letters: boolean;
  /** All letters capital, two or more. */
  capitals: boolean;
  /** Its ending, for verbs that the vocabulary does not know. */
  ending: "ing" | "ed" | "s" | "ly" | "";
}

export const enum Mark {none = 0, comma, semicolon, colon, dash, open, close, left, right, stop, other}

/** An opening quotation mark, or a straight one. */
export const mayOpenQuote = (mark: Mark): boolean => mark === Mark.open || mark === Mark.other;

const marks: Record<string, Mark> = {
  ",": Mark.comma, ";": Mark.semicolon, ":": Mark.colon, "–": Mark.dash, "—": Mark.dash, "--": Mark.dash,
  "“": Mark.open, "«": Mark.open, "‘": Mark.open, "”": Mark.close, "»": Mark.close, "\"": Mark.other, "(": Mark.left, "[": Mark.left, ")": Mark.right, "]": Mark.right,
  ".": Mark.stop, "!": Mark.stop, "?": Mark.stop, "…": Mark.stop
};

/** The tokens of one stretch of text, in parallel arrays; places are in the whole text. */
export interface Tokens {
  words: Word[];
  pos: string[];
  starts: number[];
  ends: number[];
  sentenceEnds: number[];
  length: number;
}

/** Looks words up once for each spelling; forgets them when there are too many, so that memory stays flat. */
export class Lexicon {
  /** By place in the tagger's spellings. */
  private readonly known: (Word | undefined)[] = [];
  private size = 0;
  private readonly dash: Word;

  constructor(private readonly codebook: Codebook, private readonly tagger: Tagger) {
    this.dash = this.describe("–");
  }

  /** The tokens of stretches of a text, each for itself. */
  read(text: string, stretches: readonly Span[]): Tokens[] {
    return this.tagger.tag(text, stretches).map((tagged) => {
      const {ids, pos, starts, ends, sentenceEnds} = tagged, words: Word[] = [];
      for (let i = 0; i < ids.length; i++) {
        const word = this.known[ids[i]!] ?? this.learn(ids[i]!);
        words.push(word.surface === "-" && isDash(tagged, i) ? this.dash : word);
      }
      return {words, pos, starts, ends, sentenceEnds, length: words.length};
    });
  }

  private learn(id: number): Word {
    if (++this.size > 60_000) {
      this.known.fill(undefined);
      this.size = 1;
    }
    return (this.known[id] = this.describe(this.tagger.spellings[id]!));
  }

  private describe(surface: string): Word {
    const lower = surface.toLowerCase().replace(/[’‑]/g, (mark) => (mark === "’" ? "'" : "-"));
    const glued = lower.length > 6 && lower.endsWith("to") && !this.codebook.entries.has(lower) ? this.codebook.entries.get(lower.slice(0, -2)) : undefined;
    const gluedTo = glued !== undefined && glued.verbs.length > 0;
    const entry = this.codebook.entries.get(lower) ?? (gluedTo ? glued : null);
    const letter = surface[0] ?? "";
    let classes = entry?.classes ?? 0;
    if (lower.length > 4 && lower.endsWith("ly") && !notAdverbs.has(lower)) classes |= wordClass.adverb;
    return {
      surface, lower, entry, gluedTo, classes, mark: marks[surface] ?? Mark.none,
      capital: letter !== letter.toLowerCase(),
      letters: /\p{L}/u.test(lower),
      capitals: surface.length > 1 && surface === surface.toUpperCase() && surface !== surface.toLowerCase() && !/\d/.test(surface),
      ending: lower.length > 4 && lower.endsWith("ing") ? "ing" : lower.length > 3 && lower.endsWith("ed") ? "ed" : lower.endsWith("ly") ? "ly" : lower.length > 3 && lower.endsWith("s") && !lower.endsWith("ss") ? "s" : ""
    };
  }
}

/** Whether a codebook row's words stand at token `at`. */
export function wordsStand(t: Tokens, at: number, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) if (t.words[at + i]?.lower !== words[i]) return false;
  return true;
}

/** A hyphen with space on both sides stands for a dash. */
const isDash = ({starts, ends}: Tagged, i: number) => i > 0 && starts[i]! > ends[i - 1]! && starts[i + 1]! > ends[i]!;

const notAdverbs = new Set(["family", "assembly", "supply", "apply", "reply", "comply", "rely", "ally", "italy", "july", "friendly", "timely", "early", "only", "orderly", "elderly", "likely", "anomaly", "imply", "multiply", "monopoly", "homily", "costly", "daily"]);
