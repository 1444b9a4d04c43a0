import type {CodedStatement} from "../index.js";
import type {MarkedDocument} from "./marked-set.js";
import {scoreReferences} from "./un-marking-references.js";
import {scoreClauseVerbs} from "./un-marking-verbs.js";

/** One measure against the United Nations' own marks. */
export interface UnMarking {
  label: string;
  measure: "recall" | "precision";
  value: number;
  n: number;
  documents: number;
}

/** Measures a coder against what the United Nations itself marked: clause verbs in italics, and tagged references. Also gives what was missed. */
export function scoreUnMarking(documents: readonly MarkedDocument[], code: (text: string) => CodedStatement): {measures: UnMarking[]; missedVerbs: string[]; missedReferences: string[]} {
  const verbs = {asked: 0, found: 0}, first = {given: 0, right: 0}, references = {asked: 0, found: 0};
  const missedVerbs: string[] = [], missedReferences: string[] = [];
  for (const document of documents) {
    const coded = code(document.paragraphs.join("\n\n"));
    const verbScore = scoreClauseVerbs([document], () => withVerbs(coded), Infinity);
    const referenceScore = scoreReferences([document], () => coded, Infinity);
    verbs.asked += verbScore.asked;
    verbs.found += verbScore.found;
    first.given += verbScore.firstVerbs.given;
    first.right += verbScore.firstVerbs.right;
    references.asked += referenceScore.asked;
    references.found += referenceScore.found;
    missedVerbs.push(...verbScore.misses.map(({italic}) => italic));
    missedReferences.push(...referenceScore.misses.map(({expected}) => expected.replace(/-?\d.*$/, "")));
  }
  const share = (part: number, whole: number) => whole ? part / whole : NaN;
  return {
    measures: [
      {label: "clause verbs in italics", measure: "recall", value: share(verbs.found, verbs.asked), n: verbs.asked, documents: documents.length},
      {label: "first verbs of paragraphs with italics", measure: "precision", value: share(first.right, first.given), n: first.given, documents: documents.length},
      {label: "tagged references", measure: "recall", value: share(references.found, references.asked), n: references.asked, documents: documents.length}
    ],
    missedVerbs, missedReferences
  };
}

function withVerbs({clauses, verbs}: CodedStatement) {
  const byClause = new Map<string, {form: string; start: number}[]>();
  for (const verb of verbs) byClause.set(verb.clause, [...byClause.get(verb.clause) ?? [], verb]);
  return {clauses: clauses.map(({id, start, end}) => ({start, end, verbs: byClause.get(id) ?? []}))};
}
