import {poles, type Pole, type Tables} from "../schema.js";
import {stanceScoreRows, type PoleCount, type ScoreRows} from "../queries/stance-score.js";
import type {Caption, DrawOptions, Figure, FigureTable} from "./figure.js";
import {frame} from "./frame.js";
import {drawAcross} from "./score-across.js";
import {drawDown} from "./score-down.js";
import {capital, count, number, ranges, tight} from "./words.js";

/** Order first, where one pole ends before the other begins; counts otherwise. */
function title({rows, poles: {commitment, neutral, condemnation}}: ScoreRows): string {
  const n = commitment.clauses.length + neutral.clauses.length + condemnation.clauses.length;
  if (rows.length === 0) return "No clause was coded";
  if (n === 0) return "No clause fits the selection";
  const com = commitment.clauses.length, con = condemnation.clauses.length;
  if (com + con === 0) return n === 1 ? "The one clause takes neither pole" : `None of the ${number(n)} clauses takes a pole: no commitment and no condemnation wording`;
  if (com === 0 || con === 0) {
    const [has, not, k] = com ? ["commitment", "condemnation", com] as const : ["condemnation", "commitment", con] as const;
    return `${capital(has)} wording in ${number(k)} of ${count(n, "clause")}, ${not} wording in none`;
  }
  const order = (a: PoleCount, b: PoleCount) => a.clauses.at(-1)!.number < b.clauses[0]!.number;
  if (order(commitment, condemnation)) return "Commitment wording comes first, condemnation wording second";
  if (order(condemnation, commitment)) return "Condemnation wording comes first, commitment wording second";
  if (com === con) return com === 1 ? "One clause of commitment wording, one of condemnation wording" : `Commitment wording and condemnation wording in ${number(com)} clauses each`;
  const [more, less, k, l] = com > con ? ["commitment", "condemnation", com, con] as const : ["condemnation", "commitment", con, com] as const;
  return `More ${more} than ${less} wording: ${count(k, "clause")} against ${number(l)}`;
}

function subtitle({rows}: ScoreRows): string {
  if (rows.length === 0) return "";
  const kept = rows.filter((row) => row.in), words = kept.reduce((sum, {clause}) => sum + clause.words, 0);
  const n = kept.length === rows.length ? count(rows.length, "clause") : `${number(kept.length)} of ${count(rows.length, "clause")}`;
  return tight(`One bar is one clause, in reading order. Along the line: words. Away from it: strength of wording, 1_to_3. n_=_${n}, ${count(words, "word")}.`);
}

function poleSentence(pole: Pole, {clauses, words}: PoleCount): string {
  if (clauses.length === 0) return `${capital(pole)}: no clause.`;
  const paragraphs = [...new Set(clauses.map((clause) => clause.paragraph))];
  const where = paragraphs.length > 8 ? `${count(paragraphs.length, "paragraph")} from ${paragraphs[0]} to ${paragraphs.at(-1)}` : `paragraph${paragraphs.length === 1 ? "" : "s"} ${ranges(paragraphs)}`;
  return `${capital(pole)}: ${count(clauses.length, "clause")}, ${count(words, "word")}, in ${where}.`;
}

function caption(rows: ScoreRows, tables: Tables): Caption {
  const claim = title(rows);
  const clauseWords = tables.clauses.reduce((sum, clause) => sum + clause.words, 0);
  const outside = tables.statement.words - clauseWords;
  const doubtful = rows.rows.filter((row) => row.in && row.clause.doubts.length).length;
  return {
    title: claim,
    subtitle: subtitle(rows),
    alt: `Score of the statement, ${count(rows.rows.length, "clause")} as bars in reading order. ${claim}. ${poles.map((pole) => poleSentence(pole, rows.poles[pole])).join(" ")}`,
    note: [
      outside > 0 && rows.rows.length ? `${number(outside)} of ${count(tables.statement.words, "word")} ${outside === 1 ? "stands" : "stand"} outside clauses.` : "",
      doubtful ? `${count(doubtful, "clause is", "clauses are")} doubtful, drawn hollow.` : ""
    ].filter(Boolean).join(" ")
  };
}

function table({rows}: ScoreRows): FigureTable {
  const kept = rows.filter((row) => row.in);
  return {
    columns: ["Clause", "Paragraph", "Pole", "Class", "Strength", "Words", "Verb", "Text"],
    rows: kept.map(({clause, verb}) => [clause.number, clause.paragraph, clause.pole, clause.stance, clause.strength, clause.words, verb ?? "", clause.text]),
    clauses: kept.map(({clause}) => [clause.id])
  };
}

export const stanceScore: Figure<ScoreRows> = {
  id: "stance-score",
  label: "Stance score",
  question: "Where in the statement does it commit, and where does it condemn?",
  query: stanceScoreRows,
  caption,
  table,
  draw: (rows: ScoreRows, tables: Tables, options: DrawOptions) =>
    frame(caption(rows, tables), tables, options, (b) => b.narrow ? drawDown(b, rows) : drawAcross(b, rows))
};
