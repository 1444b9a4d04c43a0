import type {Clause, Span, Tables, Topic} from "../schema.js";
import {isNarrowed, matches, type Selection} from "./selection.js";
import {isGlued, joined, verbsOf} from "./verb-ladder.js";

/** A clause on a topic, as its verbs and the words that it has on the topic. */
export interface Take {
  clause: Clause;
  verbs: {lemma: string | null; label: string}[];
  /** The verb as it stands, or its lemma where it stands outside the clause. */
  verb: string;
  /** Whether the verb's words stand so in the clause. */
  verbatim: boolean;
  /** Whether words are left out between the verb and `words`. */
  gap: boolean;
  /** The clause's words from the topic on (or from the verb on), the words that gave the topic marked. */
  words: {text: string; topic: boolean; glued: boolean}[];
}

export const sharings = ["commitment", "both", "condemnation"] as const;
/** The poles whose wording a topic takes. */
export type Sharing = (typeof sharings)[number];

export interface VerbObjectTopic {
  topic: Topic;
  sharing: Sharing;
  commitment: Take[];
  condemnation: Take[];
}

export interface VerbObjectRows {
  /** Commitment only, then both, then condemnation only; in each most clauses first, then the fixed list's order. */
  topics: VerbObjectTopic[];
  /** Topics of the fixed list that no clause of either pole is on. */
  neither: Topic[];
  /** The clauses that take a pole and have a topic, in reading order. */
  clauses: Clause[];
  /** Number of clauses that take a pole. */
  polar: number;
}

const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

// A topic that begins later than this after the verb is shown from its own words on, with a gap.
const near = 30;

function take(clause: Clause, spans: readonly Span[], read: ReturnType<typeof verbsOf>): Take {
  const verbs = read(clause), [first] = verbs as [ReturnType<typeof read>[number]];
  const lead = joined(first.occurrence.lead);
  const from = first.occurrence.objectStart;
  const after = [...spans].filter((span) => span.start >= from && span.end <= clause.end).sort((a, b) => a.start - b.start);
  const gap = after.length > 0 && after[0]!.start - from > near;
  const start = gap ? after[0]!.start : from;
  const words: Take["words"] = [];
  let at = start;
  const add = (end: number, topic: boolean) => {
    const text = tidy(clause.text.slice(at - clause.start, end - clause.start));
    if (text) words.push({text, topic, glued: isGlued(clause.text, at - clause.start)});
    at = Math.max(at, end);
  };
  for (const span of after) {
    if (span.start < at) continue;
    add(span.start, false);
    add(span.end, true);
  }
  add(clause.end, false);
  const whole = first.occurrence.object.length === 0;
  return {clause, verbs: verbs.map(({lemma, label}) => ({lemma, label})), verbatim: lead !== "", verb: whole ? "" : lead || (first.lemma === null ? "" : first.label), gap: gap && !whole, words};
}

/** Which topics the verbs of commitment and of condemnation take, and with which words. */
export function verbObjectRows(tables: Tables, selection?: Selection): VerbObjectRows {
  const polar = tables.clauses.filter((clause) => clause.pole !== "neutral" && (!selection || !isNarrowed(selection) || matches(clause, selection)));
  const read = verbsOf(tables);
  const spansOf = new Map(tables.topics.map((row) => [`${row.clause} ${row.topic}`, row.spans]));
  const rows = tables.topicList.map((topic): VerbObjectTopic => {
    const own = polar.filter((clause) => clause.topics.includes(topic.id));
    const takes = (pole: "commitment" | "condemnation") => own.filter((clause) => clause.pole === pole)
      .map((clause) => take(clause, spansOf.get(`${clause.id} ${topic.id}`) ?? [], read));
    const commitment = takes("commitment"), condemnation = takes("condemnation");
    return {topic, commitment, condemnation, sharing: !condemnation.length ? "commitment" : commitment.length ? "both" : "condemnation"};
  });
  const size = (row: VerbObjectTopic) => row.commitment.length + row.condemnation.length;
  return {
    topics: rows.filter((row) => size(row) > 0)
      .sort((a, b) => sharings.indexOf(a.sharing) - sharings.indexOf(b.sharing) || size(b) - size(a)),
    neither: rows.filter((row) => size(row) === 0).map((row) => row.topic),
    clauses: polar.filter((clause) => clause.topics.length > 0),
    polar: polar.length
  };
}
