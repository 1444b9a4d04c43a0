import {poles, type Clause, type Pole, type Tables, type Topic} from "../schema.js";
import {isNarrowed, matches, type Selection} from "./selection.js";

export interface TopicRow {
  topic: Topic;
  /** In reading order. */
  clauses: Clause[];
  byPole: Record<Pole, Clause[]>;
  /** Words of its clauses; a clause with several topics counts at each. */
  words: number;
}

export interface TopicCoverageRows {
  /** Topics with a clause: most clauses first, ties in the order of the fixed list. */
  topics: TopicRow[];
  /** Topics of the fixed list without a clause. */
  silent: Topic[];
  /** The clauses that the selection keeps. */
  clauses: Clause[];
  /** Of these, without any topic. */
  without: Clause[];
  /** Clauses of the statement. */
  of: number;
  codings: number;
}

/** The clauses that a selection keeps; all of them without one. */
export function keptClauses(tables: Tables, selection?: Selection): Clause[] {
  return selection && isNarrowed(selection) ? tables.clauses.filter((clause) => matches(clause, selection)) : tables.clauses;
}

/** Clauses by topic and pole, and the topics on which the statement is silent. */
export function topicCoverageRows(tables: Tables, selection?: Selection): TopicCoverageRows {
  const clauses = keptClauses(tables, selection);
  const byTopic = new Map<string, Clause[]>();
  for (const clause of clauses) for (const topic of clause.topics) {
    const list = byTopic.get(topic);
    if (list) list.push(clause);
    else byTopic.set(topic, [clause]);
  }
  const known = new Set(tables.topicList.map((topic) => topic.id));
  const all = [...tables.topicList, ...[...byTopic.keys()].filter((id) => !known.has(id)).map((id) => ({id, label: id, covers: ""}))];
  const topics = all.filter((topic) => byTopic.has(topic.id)).map((topic) => {
    const own = byTopic.get(topic.id)!;
    return {
      topic, clauses: own, words: own.reduce((sum, clause) => sum + clause.words, 0),
      byPole: Object.fromEntries(poles.map((pole) => [pole, own.filter((clause) => clause.pole === pole)])) as Record<Pole, Clause[]>
    };
  }).sort((a, b) => b.clauses.length - a.clauses.length);
  return {
    topics, silent: tables.topicList.filter((topic) => !byTopic.has(topic.id)), clauses,
    without: clauses.filter((clause) => clause.topics.length === 0), of: tables.clauses.length,
    codings: topics.reduce((sum, row) => sum + row.clauses.length, 0)
  };
}
