import {desc, op, table} from "arquero";
import type {Pole, Stance, Strength, Tables} from "../../src/schema.js";

/** Counts over a whole statement, largest first; a clause on several topics counts under each. */
export interface Summary {
  poles: {pole: Pole; clauses: number; words: number}[];
  stances: {stance: Stance; clauses: number; words: number}[];
  topics: {topic: string; pole: Pole; clauses: number; words: number}[];
  verbs: {lemma: string; stance: Stance; strength: Strength; occurrences: number}[];
  instruments: {instrument: string; mentions: number}[];
}

/** Rows as an arquero table that has its columns even where there is no row. */
const columns = <Row>(rows: readonly Row[], ...names: (keyof Row & string)[]) =>
  table(Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])));

/** Aggregates a statement's rows. */
export function summarize({clauses, verbs, topics, mentions}: Pick<Tables, "clauses" | "verbs" | "topics" | "mentions">): Summary {
  const units = columns(clauses, "id", "pole", "stance", "words").rename({id: "clause"});
  const size = {clauses: op.count(), words: op.sum("words")};
  const largest = [desc("clauses"), desc("words")];
  return {
    poles: units.groupby("pole").rollup(size).orderby(...largest, "pole").objects() as Summary["poles"],
    stances: units.groupby("stance").rollup(size).orderby(...largest, "stance").objects() as Summary["stances"],
    topics: columns(topics, "clause", "topic").join(units, "clause")
      .groupby("topic", "pole").rollup(size).orderby(...largest, "topic", "pole").objects() as Summary["topics"],
    verbs: columns(verbs, "lemma", "stance", "strength").groupby("lemma", "stance", "strength")
      .rollup({occurrences: op.count()}).orderby(desc("occurrences"), "lemma", desc("strength")).objects() as Summary["verbs"],
    instruments: columns(mentions, "instrument").groupby("instrument")
      .rollup({mentions: op.count()}).orderby(desc("mentions"), "instrument").objects() as Summary["instruments"]
  };
}
