import type {Statement, Tables} from "../../src/schema.js";
import {codePrinciples} from "../code/principles.js";
import {applyDecisions} from "../decisions/apply-decisions.js";
import type {DecisionRow} from "../decisions/read-decisions.js";
import {codeStatement, type Codebook} from "../index.js";
import type {Place} from "../read/statement-error.js";
import {textDoubts} from "../read/text-doubts.js";
import {applyScheme} from "../schemes/read-scheme.js";

export interface TableOptions {
  /** Coding version, for the notes. */
  version: string;
  /** The coder's measured agreement, where it was measured for this version. */
  stanceAlpha?: Tables["coding"]["stanceAlpha"];
  /** Human decisions on this statement; they are applied to the machine's rows and published. */
  decisions?: DecisionRow[];
  /** Where the decisions stand, for messages. */
  decisionsPlace?: Place;
}

/** Everything that figures and pages need of a statement. */
export function makeTables(statement: Statement, codebook: Codebook, {version, stanceAlpha = null, decisions: given = [], decisionsPlace}: TableOptions): Tables {
  const {text} = statement;
  const coded = codeStatement(text, statement, codebook);
  const {rows, decisions, stale} = applyDecisions(coded, text, given, decisionsPlace);
  return {
    statement,
    coding: {version, stanceAlpha, decisions, staleDecisions: stale, doubts: coded.clauses.length ? textDoubts(text) : [...textDoubts(text), "no clause was found in the text"]},
    ...rows,
    schemes: codebook.schemes.map((scheme) => applyScheme(scheme, rows.clauses)),
    topicList: codebook.topicList,
    stanceList: codebook.stanceList,
    rules: codebook.rules,
    principles: codebook.principles.map(({id, label, wording}) => ({id, label, wording})),
    principleCodings: codePrinciples(rows.clauses, codebook.principles, rows.mentions)
  };
}
