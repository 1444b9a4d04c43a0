import {poles, type Clause, type Pole, type Tables, type Verb} from "../schema.js";
import {stanceWords, verbsByClause} from "./stance-words.js";
import {isNarrowed, matches, type Selection} from "./selection.js";

export interface ScoreRow {
  clause: Clause;
  /** The stance words as they stand, with their intensifier and "…" for what stands between; null where there is none. */
  verb: string | null;
  /** False where the selection leaves the clause out: it keeps its place, faint. */
  in: boolean;
}

export interface PoleCount {
  clauses: Clause[];
  words: number;
  /** First and last paragraph with a clause of this pole. */
  first: number | null;
  last: number | null;
}

export interface ScoreRows {
  rows: ScoreRow[];
  /** Counts over the clauses that the selection keeps. */
  poles: Record<Pole, PoleCount>;
  /** Paragraph numbers with a clause, first and last. */
  first: number | null;
  last: number | null;
}

const stem = (word: string) => word.toLowerCase().replace(/[^a-z]/g, "").slice(0, 4);

/** Words of the stance predicate as they stand, what lies between them as "…": `reiterate … full commitment`, `oppose and condemn`. */
export function verbWords(clause: Clause, verbs: Verb[], text: string): string | null {
  const wanted = new Set(verbs.flatMap(({lemma, intensifier}) => `${lemma} ${intensifier ?? ""} and or not never`.split(/\s+/)).filter(Boolean).map(stem));
  const parts = stanceWords(clause, verbs, text).map(({start, end}) => {
    const words = text.slice(start, end).trim().split(/\s+/);
    return words.map((word, i) => words.length < 3 || i === 0 || wanted.has(stem(word)) ? word : "…").join(" ");
  });
  // The "…" stays with the word before it when a label breaks.
  return parts.join(" … ").replace(/(?:… )+…/g, "…").replace(/(?: …)+$/, "").replaceAll(" …", "\u00a0…") || null;
}

/** Clauses in reading order with their stance words, and counts by pole. */
export function stanceScoreRows(tables: Tables, selection?: Selection): ScoreRows {
  const verbs = verbsByClause(tables.verbs);
  const narrowed = selection !== undefined && isNarrowed(selection);
  const rows = tables.clauses.map((clause) => ({
    clause,
    verb: verbWords(clause, verbs.get(clause.id) ?? [], tables.statement.text),
    in: !narrowed || matches(clause, selection)
  }));
  const kept = rows.filter((row) => row.in).map((row) => row.clause);
  const counts = Object.fromEntries(poles.map((pole) => {
    const clauses = kept.filter((clause) => clause.pole === pole);
    return [pole, {
      clauses, words: clauses.reduce((sum, clause) => sum + clause.words, 0),
      first: clauses[0]?.paragraph ?? null, last: clauses.at(-1)?.paragraph ?? null
    }];
  })) as Record<Pole, PoleCount>;
  return {rows, poles: counts, first: tables.clauses[0]?.paragraph ?? null, last: tables.clauses.at(-1)?.paragraph ?? null};
}
