import type {Clause, Tables} from "../schema.js";
import type {Selection} from "./selection.js";
import {topicCoverageRows, type TopicCoverageRows} from "./topic-coverage.js";

export interface TopicScoreRows {
  coverage: TopicCoverageRows;
  /** All clauses in reading order, so that places keep their meaning under a selection. */
  columns: Clause[];
}

/** Topics as staves, all clauses across in reading order. */
export function topicScoreRows(tables: Tables, selection?: Selection): TopicScoreRows {
  return {coverage: topicCoverageRows(tables, selection), columns: tables.clauses};
}
