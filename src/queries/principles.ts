import {poles, type Clause, type Pole, type Principle, type Tables} from "../schema.js";
import {isNarrowed, matches, type Selection} from "./selection.js";

/** Words that point to a principle, as they stand first, with how often they stand (whatever their capitals). */
export interface PointingWords {
  text: string;
  times: number;
  clauses: Clause[];
}

export interface PrincipleRow {
  principle: Principle;
  /** Clauses whose own words point to it, in reading order. */
  clauses: Clause[];
  byPole: Record<Pole, Clause[]>;
  /** By the pole of their clause; most often first, then in reading order. */
  words: Record<Pole, PointingWords[]>;
}

export interface PrinciplesRows {
  /** In the Declaration's order, those without a clause included; empty where principles were not coded. */
  principles: PrincipleRow[];
  /** Clauses that point to any of them. */
  clauses: Clause[];
  /** Number of clauses looked at. */
  of: number;
  /** Principle codings in all. */
  codings: number;
  /** Clauses that name the Declaration itself. */
  naming: Clause[];
}

/** The Declaration's id in the registry of instruments. */
export const declaration = "friendly-relations-declaration-1970";

function wordsOf(clauses: readonly Clause[], words: ReadonlyMap<string, string[]>): PointingWords[] {
  const found = new Map<string, PointingWords>();
  for (const clause of clauses) for (const text of words.get(clause.id) ?? []) {
    const key = text.toLowerCase().replace(/\s+/g, " ");
    const row = found.get(key) ?? {text: text.replace(/\s+/g, " "), times: 0, clauses: []};
    row.times++;
    if (!row.clauses.includes(clause)) row.clauses.push(clause);
    found.set(key, row);
  }
  return [...found.values()].sort((a, b) => b.times - a.times);
}

/** What the statement says on each of the seven principles, silence included. */
export function principlesRows(tables: Tables, selection?: Selection): PrinciplesRows {
  const {principles = [], principleCodings = []} = tables;
  const clauses = selection && isNarrowed(selection) ? tables.clauses.filter((clause) => matches(clause, selection)) : tables.clauses;
  const rows = principles.map((principle): PrincipleRow => {
    const words = new Map(principleCodings.filter((row) => row.principle === principle.id).map((row) => [row.clause, row.words]));
    const own = clauses.filter((clause) => words.has(clause.id));
    const byPole = Object.fromEntries(poles.map((pole) => [pole, own.filter((clause) => clause.pole === pole)])) as Record<Pole, Clause[]>;
    return {principle, clauses: own, byPole, words: Object.fromEntries(poles.map((pole) => [pole, wordsOf(byPole[pole], words)])) as PrincipleRow["words"]};
  });
  return {
    principles: rows,
    clauses: clauses.filter((clause) => rows.some((row) => row.clauses.includes(clause))),
    of: clauses.length,
    codings: rows.reduce((sum, row) => sum + row.clauses.length, 0),
    naming: clauses.filter((clause) => clause.instruments.includes(declaration))
  };
}
