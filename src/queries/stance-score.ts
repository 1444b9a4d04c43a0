import {poles, type Clause, type Pole, type Tables, type Verb} from "../schema.js";
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

/** Words of the stance predicate as they stand: `reiterate … full commitment`, `oppose and condemn`. */
export function verbWords(clause: Clause, verbs: Verb[], text: string): string | null {
  const pieces = verbs.flatMap((verb) => verbPieces(clause, verb, text)).sort((a, b) => a.start - b.start);
  let label = "", end = -1;
  for (const piece of pieces) {
    if (piece.start < end) continue;
    const gap = end < 0 ? "" : text.slice(end, piece.start);
    label += end < 0 || /^,? *(and|or)? *$/.test(gap) ? gap : " … ";
    label += text.slice(piece.start, piece.end);
    end = piece.end;
  }
  return label.replace(/\s+/g, " ").trim() || null;
}

const stem = (word: string) => word.toLowerCase().slice(0, 4);

// The span of a verb runs from its first to its last word; of a long span only the words of lemma and intensifier are kept.
function verbPieces(clause: Clause, verb: Verb, text: string): {start: number; end: number}[] {
  const span = text.slice(verb.start, verb.end);
  const pieces = span.trim().split(/\s+/).length <= 2 ? [{start: verb.start, end: verb.end}] : spanPieces(verb, span);
  const intensifier = verb.intensifier?.trim();
  if (!intensifier) return pieces;
  const at = nearest(text, intensifier, clause, verb);
  return at === null || pieces.some((piece) => at >= piece.start && at + intensifier.length <= piece.end) ? pieces
    : [...pieces, {start: at, end: at + intensifier.length}];
}

function spanPieces(verb: Verb, span: string): {start: number; end: number}[] {
  const wanted = new Set(`${verb.lemma} ${verb.intensifier ?? ""} not never`.split(/\s+/).filter(Boolean).map(stem));
  const all = [...span.matchAll(/\S+/g)].map((match) => ({word: match[0], start: verb.start + match.index, end: verb.start + match.index + match[0].length}));
  const kept = all.filter(({word}, i) => i === 0 || wanted.has(stem(word)));
  return kept.length ? kept : [{start: verb.start, end: verb.end}];
}

function nearest(text: string, words: string, clause: Clause, verb: Verb): number | null {
  let best: number | null = null, distance = 60;
  for (let at = text.indexOf(words, clause.start); at >= 0 && at + words.length <= clause.end; at = text.indexOf(words, at + 1)) {
    const away = at < verb.start ? verb.start - at : Math.max(0, at - verb.end);
    if (away < distance) [best, distance] = [at, away];
  }
  return best;
}

/** Clauses in reading order with their stance words, and counts by pole. */
export function stanceScoreRows(tables: Tables, selection?: Selection): ScoreRows {
  const verbs = new Map<string, Verb[]>();
  for (const verb of tables.verbs) verbs.set(verb.clause, [...(verbs.get(verb.clause) ?? []), verb]);
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
