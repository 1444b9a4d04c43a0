import {dateInWords, oneLine} from "../components/wording.js";
import {number} from "../figures/words.js";
import {topicCoverageRows} from "../queries/topic-coverage.js";
import {poles, stances, type Clause, type Tables} from "../schema.js";
import type {Outline} from "./slide.js";

const wordsOf = (clauses: readonly Clause[]) => clauses.reduce((sum, clause) => sum + clause.words, 0);

/**
 * Every value that an edited briefing may refer to, by name (the list is in data-loaders/briefing/README.md). Numbers are written as the
 * figures write them ("1,530").
 */
export function references(tables: Tables, outline: Outline): Map<string, string> {
  const {statement, clauses, verbs, mentions, instruments, coding, topicList} = tables, values = new Map<string, string>();
  const set = (name: string, value: string | number) => values.set(name, typeof value === "number" ? number(value) : value);

  set("statement.title", statement.title);
  set("statement.short", statement.short);
  set("statement.date", dateInWords(statement.date));
  if (statement.place) set("statement.place", statement.place);
  set("statement.words", statement.words);
  set("paragraphs", tables.paragraphs.filter((paragraph) => paragraph.number !== null).length);
  set("coding.version", coding.version);
  if (coding.stanceAlpha) set("coding.alpha", coding.stanceAlpha.value.toFixed(2));
  set("coding.doubtful", clauses.filter((clause) => clause.doubts.length).length);
  set("coding.decisions", coding.decisions.length);

  const group = (name: string, kept: readonly Clause[]) => {
    set(`clauses${name}`, kept.length);
    set(`words${name}`, wordsOf(kept));
  };
  group("", clauses);
  for (const pole of poles) group(`.${pole}`, clauses.filter((clause) => clause.pole === pole));
  for (const stance of stances) group(`.${stance}`, clauses.filter((clause) => clause.stance === stance));
  for (const strength of [1, 2, 3]) group(`.strength.${strength}`, clauses.filter((clause) => clause.strength === strength));
  for (const {id} of topicList) {
    const own = clauses.filter((clause) => clause.topics.includes(id));
    group(`.topic.${id}`, own);
    for (const pole of poles) group(`.topic.${id}.${pole}`, own.filter((clause) => clause.pole === pole));
  }
  const {topics, silent} = topicCoverageRows(tables);
  set("topics", topics.length);
  set("topics.silent", silent.length);
  set("topics.all", topicList.length);
  set("mentions", mentions.length);
  set("instruments", instruments.filter(({id}) => mentions.some((mention) => mention.instrument === id && mention.kind !== "generic")).length);
  for (const {id} of instruments) set(`mentions.${id}`, mentions.filter((mention) => mention.instrument === id).length);
  for (const lemma of new Set(verbs.map((verb) => verb.lemma))) set(`verbs.${lemma.replaceAll(" ", "-")}`, verbs.filter((verb) => verb.lemma === lemma).length);
  for (const clause of clauses) {
    set(`quote.${clause.id}`, oneLine(clause.text));
    set(`place.${clause.id}`, `paragraph ${number(clause.paragraph)}, clause ${number(clause.number)}`);
  }
  for (const {id, title} of outline.slides) set(`headline.${id}`, title);
  return values;
}
