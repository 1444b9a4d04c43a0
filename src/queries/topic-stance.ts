import {poles, stances, type Clause, type Pole, type Tables, type Topic} from "../schema.js";
import type {Selection} from "./selection.js";
import {topicCoverageRows, type TopicCoverageRows} from "./topic-coverage.js";

export interface ClassColumn {
  id: string;
  label: string;
  /** Null in another scheme than stance. */
  pole: Pole | null;
  /** True where these are the clauses that the scheme gives no class. */
  none?: boolean;
  clauses: Clause[];
}

export interface TopicStanceRows {
  coverage: TopicCoverageRows;
  /** Name of the other scheme, null for stance classes. */
  scheme: string | null;
  /** Stance: all ten, from commitment to condemnation. Another scheme: its classes that have a clause, last the clauses that it gives no class. */
  columns: ClassColumn[];
  rows: {topic: Topic; clauses: Clause[]; cells: Clause[][]}[];
}

// No id of a class is empty.
const unclassed = "";

/** The matrix of topics and classes; a clause stands in one class and in as many rows as it has topics. */
export function topicStanceRows(tables: Tables, selection?: Selection): TopicStanceRows {
  const coverage = topicCoverageRows(tables, selection);
  const scheme = tables.schemes.find(({id}) => id === selection?.scheme) ?? null;
  const classOf = (clause: Clause) => scheme ? scheme.byClause[clause.id] ?? unclassed : clause.stance;
  const poleOf = new Map(tables.stanceList.map((row) => [row.id as string, row.pole]));
  const known: Omit<ClassColumn, "clauses">[] = scheme ? [...scheme.classes.map(({id, label}) => ({id, label, pole: null})), {id: unclassed, label: "No class", pole: null, none: true}]
    : poles.flatMap((pole) => stances.filter((id) => poleOf.get(id) === pole).map((id) => ({id: id as string, label: id as string, pole})));
  const columns = known.map((column) => ({...column, clauses: coverage.clauses.filter((clause) => classOf(clause) === column.id)}))
    .filter((column) => !scheme || column.clauses.length > 0);
  const rows = coverage.topics.map(({topic, clauses}) => ({
    topic, clauses, cells: columns.map(({id}) => clauses.filter((clause) => classOf(clause) === id))
  }));
  return {coverage, scheme: scheme?.label ?? null, columns, rows};
}
