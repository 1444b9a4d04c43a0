import {inSentence} from "../figures/words.js";
import type {Clause, Tables} from "../schema.js";

/** Something that a question may be about, with the clauses that answer it. */
export interface Answer {
  label: string;
  kind: "topic" | "instrument" | "clause";
  clauses: Clause[];
}

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Topics and instruments by their names, clauses by number, id or words; every word that is asked for must be there. Topics first. */
export function find(tables: Tables, asked: string, most = 40): Answer[] {
  const words = fold(asked).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const has = (...texts: string[]) => words.every((word) => texts.some((text) => fold(text).includes(word)));
  const {clauses, topicList, instruments, mentions} = tables;
  const topics = topicList.filter(({label, covers}) => has(label, covers)).map(({id, label}): Answer => ({label: `On ${inSentence(label)}`, kind: "topic", clauses: clauses.filter((clause) => clause.topics.includes(id))}));
  const law = instruments.filter(({title, short, symbol}) => has(title, short, symbol ?? "")).map(({id, short}): Answer => {
    const holding = new Set(mentions.filter((mention) => mention.instrument === id).map(({clause}) => clause));
    return {label: short, kind: "instrument", clauses: clauses.filter((clause) => holding.has(clause.id))};
  });
  const number = /^c?(\d+)$/.exec(asked.trim())?.[1];
  const texts = clauses.filter((clause) => number ? clause.number === Number(number) : clause.id === asked.trim() || has(clause.text))
    .map((clause): Answer => ({label: `Clause ${clause.number}, paragraph ${clause.paragraph}`, kind: "clause", clauses: [clause]}));
  return [...topics, ...law, ...texts].slice(0, most);
}
