import {pole, type Clause, type Code, type Decision, type Stance, type Strength, type Tables} from "../../src/schema.js";
import {countWords} from "../read/count-words.js";
import {StatementError, type Place} from "../read/statement-error.js";
import {fingerprint} from "./fingerprint.js";
import {readList, type DecisionRow} from "./read-decisions.js";

type Coded = Pick<Tables, "clauses" | "verbs" | "topics">;

interface Found {
  start: number;
  end: number;
  block: {start: number; end: number};
}

function find(words: string, text: string): Found[] {
  const pattern = words.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  return [...text.matchAll(new RegExp(pattern, "g"))].map(({0: match, index: start}) => {
    const end = start + match.length;
    return {start, end, block: blockAround(text, start, end)};
  });
}

/** The block between blank lines around a place: it depends on the text alone, not on how the coder divides it. */
function blockAround(text: string, start: number, end: number): {start: number; end: number} {
  const before = [...text.slice(0, start).matchAll(/\n[^\S\n]*\n/g)].at(-1);
  const after = /\n[^\S\n]*\r?\n/.exec(text.slice(end));
  return {start: before ? before.index + before[0].length : 0, end: after ? end + after.index : text.length};
}

/** The clause that holds at least half of the place, or null. */
function clauseAt(clauses: Clause[], {start, end}: {start: number; end: number}): Clause | null {
  const shared = (clause: Clause) => Math.min(end, clause.end) - Math.max(start, clause.start);
  const best = clauses.reduce<Clause | null>((best, clause) => best && shared(best) >= shared(clause) ? best : clause, null);
  return best && 2 * shared(best) >= end - start ? best : null;
}

/**
 * Applies human decisions in their order. Returns new rows, the decisions as published, and one sentence for each that no longer
 * fits its text. A decision is tied to the wording of its paragraph, not to ids, so that a new coding of the same text keeps it.
 * Throws where a decision does not say which clause it means.
 */
export function applyDecisions<Rows extends Coded>(rows: Rows, text: string, decisions: DecisionRow[], place: Place = {}): {rows: Rows; decisions: Decision[]; stale: string[]} {
  const decided = {...rows, clauses: rows.clauses.map((clause) => ({...clause, decisions: [...clause.decisions]})), verbs: rows.verbs.map((verb) => ({...verb})), topics: [...rows.topics]};
  const published: Decision[] = [], stale: string[] = [];
  for (const row of decisions) {
    const places = find(row.words, text);
    const prints = places.map(({block}) => fingerprint(text.slice(block.start, block.end)));
    if (!row.paragraph && places.length) {
      throw new StatementError("empty paragraph", {...place, line: row.line, field: "paragraph"}, `put ${prints[0]}, the fingerprint of the paragraph that the decision was taken on`);
    }
    const fitting = places.filter((_, i) => prints[i] === row.paragraph);
    if (fitting.length > 1) {
      throw new StatementError(`words that stand ${fitting.length} times: "${row.words}"`, {...place, line: row.line, field: "words"}, "quote more of the clause");
    }
    const [at] = fitting;
    const clause = at && clauseAt(decided.clauses, at);
    if (!clause) {
      const cause = !places.length ? "its words are no longer in the text" : !at ? `its paragraph has changed (now ${prints[0]})` : "no clause is coded there any more";
      stale.push(`decision of ${row.date} by ${row.by} on "${row.words}" (${row.code}: ${row.now}) was not applied: ${cause}`);
      continue;
    }
    const was = decide(decided, clause, row, text, at);
    if (was === null) {
      stale.push(`decision of ${row.date} by ${row.by} on "${row.words}" (extent: ${row.now}) was not applied: the new extent is not in its paragraph`);
      continue;
    }
    const decision: Decision = {clause: clause.id, code: row.code, was, now: row.now, by: row.by, date: row.date, why: row.why};
    clause.decisions.push(decision);
    published.push(decision);
  }
  return {rows: decided, decisions: published, stale};
}

/** Changes one code of one clause and what hangs on it; returns the value before, or null where the new one does not fit. */
function decide(rows: Coded, clause: Clause, {code, now}: DecisionRow, text: string, at: Found): string | null {
  const change: Record<Code, () => string | null> = {
    stance: () => {
      const was = clause.stance;
      for (const verb of rows.verbs) if (verb.clause === clause.id && verb.stance === was) verb.stance = now as Stance;
      clause.stance = now as Stance;
      clause.pole = pole(clause.stance);
      clause.doubts = [];
      return was;
    },
    strength: () => {
      const was = clause.strength;
      for (const verb of rows.verbs) if (verb.clause === clause.id && verb.strength === was) verb.strength = Number(now) as Strength;
      clause.strength = Number(now) as Strength;
      return String(was);
    },
    speakers: () => {
      const was = clause.speakers;
      clause.speakers = readList(now);
      return was.join("|");
    },
    topics: () => {
      const was = clause.topics;
      clause.topics = readList(now);
      const kept = rows.topics.filter((row) => row.clause !== clause.id || clause.topics.includes(row.topic));
      const added = clause.topics.filter((topic) => !was.includes(topic)).map((topic) => ({clause: clause.id, topic, words: [], spans: []}));
      rows.topics.splice(0, rows.topics.length, ...kept, ...added);
      return was.join("|");
    },
    extent: () => {
      const was = clause.text;
      const found = find(now, text).find(({start, end}) => start >= at.block.start && end <= at.block.end);
      if (!found) return null;
      Object.assign(clause, {start: found.start, end: found.end, text: text.slice(found.start, found.end), words: countWords(now)});
      return was;
    }
  };
  return change[code]();
}
