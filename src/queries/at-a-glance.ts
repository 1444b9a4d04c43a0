import {pole, type Clause, type Pole, type Tables} from "../schema.js";
import {count, number, spelled} from "../figures/words.js";
import {verbsOf, type Occurrence} from "./verb-ladder.js";

/** A thing with the clauses that it stands for. */
export interface GlanceRow {
  label: string;
  n: number;
  clauses: string[];
}

/** One of the five questions that a reader comes with, answered in a few words. */
export interface Answer {
  question: "Covers" | "Commits to" | "Condemns" | "Leans on" | "Leaves out";
  key: string;
  /** The pole whose wording it is about. */
  pole?: Pole;
  /** What stands behind the key, in words. */
  note: string;
  rows: GlanceRow[];
  /** The clause's own words, strongest first. */
  quotes: Occurrence[];
  /** Where there is more: page, place in it, and what is there. */
  more: {page: string; rest: string; label: string};
  clauses: string[];
}

const ids = (clauses: Clause[]) => clauses.map((clause) => clause.id);
const most = 3;

/** Topics with their clauses, most first; ties keep the order of the topic list. */
function topicRows({topicList, clauses}: Tables): GlanceRow[] {
  return topicList.map(({id, label}) => {
    const own = ids(clauses.filter((clause) => clause.topics.includes(id)));
    return {label, n: own.length, clauses: own};
  }).sort((a, b) => b.n - a.n);
}

function covers(rows: GlanceRow[]): Answer {
  const held = rows.filter(({n}) => n > 0);
  return {
    question: "Covers", key: `${held.length} of ${count(rows.length, "topic")}`, note: held.length ? "Topics with most clauses" : "No clause is on a topic of the list",
    rows: held.slice(0, most), quotes: [], clauses: [...new Set(held.slice(0, most).flatMap((row) => row.clauses))], more: {page: "topics", rest: "", label: "All topics"}
  };
}

const strengths = [[3, "strong"], [2, "plain"], [1, "hedged"]] as const;

function takes(tables: Tables, side: "commitment" | "condemnation"): Answer {
  const clauses = tables.clauses.filter((clause) => pole(clause.stance) === side), read = verbsOf(tables);
  const strongest = clauses.toSorted((a, b) => b.strength - a.strength || a.number - b.number).slice(0, 2);
  const levels = strengths.map(([level, name]) => `${spelled(clauses.filter(({strength}) => strength === level).length).replace("no", "none")} ${name}`).join(", ");
  return {
    question: side === "commitment" ? "Commits to" : "Condemns", pole: side, key: clauses.length ? count(clauses.length, "clause") : "No clause",
    note: clauses.length ? `Wording: ${levels}` : `No clause takes wording of ${side}`,
    rows: [], quotes: strongest.map((clause) => read(clause)[0]!.occurrence), clauses: ids(clauses), more: {page: "verbs", rest: "", label: "All verbs"}
  };
}

function leansOn({instruments, mentions}: Tables): Answer {
  const rows = instruments.map(({id, short, adopted}) => {
    const own = mentions.filter((mention) => mention.instrument === id);
    const year = adopted?.slice(0, 4);
    return {
      label: year && !short.includes(year) ? `${short}, ${year}` : short, n: own.length, named: own.some(({kind}) => kind !== "generic"),
      clauses: [...new Set(own.flatMap(({clause}) => clause ?? []))]
    };
  }).filter(({n}) => n > 0).sort((a, b) => b.n - a.n);
  const named = rows.filter((row) => row.named), classes = rows.length - named.length;
  return {
    question: "Leans on", key: named.length ? count(named.length, "named text") : rows.length ? "No named text" : "No text",
    note: rows.length ? `${named.length ? "Mentions of each" : "None by name"}${classes ? `; ${spelled(classes)} more as a class` : ""}` : "No treaty, resolution or declaration is mentioned",
    rows: named.slice(0, most).map(({label, n, clauses}) => ({label, n, clauses})), quotes: [], clauses: [...new Set(rows.flatMap((row) => row.clauses))],
    more: {page: "instruments", rest: "", label: "All instruments"}
  };
}

function leavesOut({topicList, clauses}: Tables): Answer {
  const none = topicList.filter(({id}) => !clauses.some((clause) => clause.topics.includes(id)));
  const shown = none.length > 5 ? none.slice(0, 4) : none, rest = none.length - shown.length;
  return {
    question: "Leaves out", key: `${number(none.length)} of ${count(topicList.length, "topic")}`,
    note: none.length ? `No clause on ${rest ? `these and ${spelled(rest)} more` : "these"}` : "Each topic of the list has a clause",
    rows: shown.map(({label}) => ({label, n: 0, clauses: []})), quotes: [], clauses: [], more: {page: "topics", rest: "#what-it-does-not-say", label: "What it does not say"}
  };
}

/** What the statement covers, commits to, condemns, leans on and leaves out, every number counted from its rows; no clause gives none. */
export function atAGlance(tables: Tables): Answer[] {
  if (!tables.clauses.length) return [];
  return [covers(topicRows(tables)), takes(tables, "commitment"), takes(tables, "condemnation"), leansOn(tables), leavesOut(tables)];
}
