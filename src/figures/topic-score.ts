import {type Clause, type Pole, type Tables} from "../schema.js";
import {topicScoreRows, type TopicScoreRows} from "../queries/topic-score.js";
import type {Caption, DrawOptions, Figure, FigureTable} from "./figure.js";
import {frame, type Body} from "./frame.js";
import {drawStaves} from "./staves.js";
import {write} from "./text.js";
import {topicCounts} from "./topic-coverage.js";
import {capital, count, inSentence, list, number, spelled} from "./words.js";

const inPole = (clauses: Clause[], pole: Pole) => clauses.filter((clause) => clause.pole === pole).length;

function title({coverage: {topics, clauses, of}}: TopicScoreRows): string {
  if (of === 0) return "No clause was coded";
  if (clauses.length === 0) return "No clause fits the selection";
  const [first] = topics;
  if (!first) return "No clause has a topic of the list";
  const n = first.clauses.length, tied = topics.filter((row) => row.clauses.length === n);
  if (tied.length > 1) return `${capital(spelled(tied.length))} topics lead with ${n === 1 ? "one clause" : `${spelled(n)} clauses`} each`;
  const shares = (["commitment", "condemnation"] as const).filter((pole) => inPole(first.clauses, pole) > 0).map((pole) => `${spelled(inPole(first.clauses, pole))} with ${pole}`);
  return `${number(n)} of ${count(clauses.length, "clause")} ${n === 1 ? "is" : "are"} on ${inSentence(first.topic.label)}, ${shares.length ? `${list(shares)} wording` : "none with commitment or condemnation wording"}`;
}

function caption(rows: TopicScoreRows, tables: Tables): Caption {
  const claim = title(rows), {coverage} = rows;
  return {
    title: claim,
    subtitle: coverage.clauses.length === 0 ? "" : `Topics as staves, clauses across in reading order; a mark where the clause is on the topic. Above the stave: commitment; below: condemnation; on it: neutral. ${topicCounts(coverage)}.`,
    alt: [`Score of ${count(coverage.topics.length, "topic")} over ${count(rows.columns.length, "clause")} in reading order. ${claim}.`,
      ...coverage.topics.slice(0, 5).map((row) => `${row.topic.label}: clauses ${row.clauses.slice(0, 12).map((clause) => clause.number).join(", ")}${row.clauses.length > 12 ? " …" : ""}.`),
      `${count(coverage.silent.length, "topic")} without a clause.`].join(" "),
    note: `Disc: commitment. Ring: neutral. Diamond: condemnation. Topics from a fixed list of ${tables.topicList.length}.${coverage.without.length ? ` ${count(coverage.without.length, "clause has", "clauses have")} no topic.` : ""}`
  };
}

function table({coverage: {topics}}: TopicScoreRows): FigureTable {
  const rows = topics.flatMap((row) => row.clauses.map((clause) => ({row, clause})));
  return {
    columns: ["Topic", "Clause", "Paragraph", "Pole", "Class"],
    rows: rows.map(({row, clause}) => [row.topic.label, clause.number, clause.paragraph, clause.pole, clause.stance]),
    clauses: rows.map(({clause}) => [clause.id])
  };
}

function drawBody(b: Body, rows: TopicScoreRows, tables: Tables): number {
  const {topics, silent} = rows.coverage, [first, second] = topics;
  if (!first) {
    write(b.g, title(rows), {y: 18 * b.scale, size: 18 * b.scale, weight: 650, fill: b.theme.ink});
    return 40 * b.scale;
  }
  const leads = first.clauses.length > (second?.clauses.length ?? 0);
  return drawStaves(b, topics.map(({topic, clauses}) => ({...topic, clauses})), rows.columns, {
    noun: "topic", heading: "Topic, by number of clauses", bold: new Set(leads ? [first.topic.id] : []), silence: {silent, of: tables.topicList.length}
  });
}

export const topicScore: Figure<TopicScoreRows> = {
  id: "topic-score",
  label: "Topics in reading order",
  question: "Where in the statement is each topic taken up, and with which wording?",
  query: topicScoreRows,
  caption,
  table,
  draw: (rows: TopicScoreRows, tables: Tables, options: DrawOptions) => frame(caption(rows, tables), tables, options, (b) => drawBody(b, rows, tables))
};
