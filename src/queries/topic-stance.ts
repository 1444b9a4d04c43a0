import {poles, stances, type Clause, type Pole, type Tables, type Topic} from "../schema.js";
import type {Selection} from "./selection.js";
import {topicCoverageRows, type TopicCoverageRows} from "./topic-coverage.js";

export interface ClassColumn {
  id: string;
  label: string;
  /** Null in another scheme than stance. */
  pole: Pole | null;
  clauses: Clause[];
}

export interface TopicStanceRows {
  coverage: TopicCoverageRows;
  /** Name of the other scheme, null for stance classes. */
  scheme: string | null;
  /** Stance: all ten, from commitment to condemnation. Another scheme: its classes that have a clause. */
  columns: ClassColumn[];
  /** Clauses that the scheme gives no class; they stand in no cell. */
  unclassed: Clause[];
  rows: {topic: Topic; clauses: Clause[]; cells: Clause[][]}[];
}

/** The matrix of topics and classes; a clause stands in one class and in as many rows as it has topics. */
export function topicStanceRows(tables: Tables, selection?: Selection): TopicStanceRows {
  const coverage = topicCoverageRows(tables, selection);
  const scheme = tables.schemes.find(({id}) => id === selection?.scheme) ?? null;
  const classOf = (clause: Clause) => scheme ? scheme.byClause[clause.id] : clause.stance;
  const poleOf = new Map(tables.stanceList.map((row) => [row.id as string, row.pole]));
  const known = scheme ? scheme.classes.map(({id, label}) => ({id, label, pole: null}))
    : poles.flatMap((pole) => stances.filter((id) => poleOf.get(id) === pole).map((id) => ({id: id as string, label: id as string, pole})));
  const columns = known.map((column) => ({...column, clauses: coverage.clauses.filter((clause) => classOf(clause) === column.id)}))
    .filter((column) => !scheme || column.clauses.length > 0);
  const rows = coverage.topics.map(({topic, clauses}) => ({
    topic, clauses, cells: columns.map(({id}) => clauses.filter((clause) => classOf(clause) === id))
  }));
  const unclassed = scheme ? coverage.clauses.filter((clause) => classOf(clause) === undefined) : [];
  return {coverage, scheme: scheme?.label ?? null, columns, unclassed, rows};
}
