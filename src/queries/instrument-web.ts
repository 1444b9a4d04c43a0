import type {Clause, Instrument, Mention, Tables, Topic} from "../schema.js";
import type {Selection} from "./selection.js";
import {keptClauses} from "./topic-coverage.js";

/** A clause that leans on an instrument, with its mentions of it. */
export interface Leaning {
  clause: Clause;
  mentions: Mention[];
}

export interface WebInstrument {
  instrument: Instrument;
  /** In reading order. */
  leanings: Leaning[];
  mentions: number;
  /** "Chapter VII", "Article 51": in reading order, once each. */
  pinpoints: string[];
  /** True where no mention names one instrument: a class of texts. */
  generic: boolean;
}

export interface InstrumentWebRows {
  /** Most clauses first, ties by first mention. */
  instruments: WebInstrument[];
  /** Topics of the clauses that mention an instrument, most such clauses first. */
  topics: {topic: Topic; clauses: Clause[]}[];
  /** Clauses that mention an instrument. */
  leaning: Clause[];
  /** The clauses that the selection keeps, and those of the statement. */
  clauses: Clause[];
  of: number;
  mentions: number;
  /** Mentions outside every clause; they have no mark. */
  outside: number;
}

/** Which clauses, and through them which topics, mention which instrument. */
export function instrumentWebRows(tables: Tables, selection?: Selection): InstrumentWebRows {
  const clauses = keptClauses(tables, selection), byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const registry = new Map(tables.instruments.map((instrument) => [instrument.id, instrument]));
  const found = new Map<string, WebInstrument>();
  let mentions = 0;
  for (const mention of tables.mentions) {
    const clause = mention.clause === null ? undefined : byId.get(mention.clause), instrument = registry.get(mention.instrument);
    if (!clause || !instrument) continue;
    const own = found.get(instrument.id) ?? {instrument, leanings: [], mentions: 0, pinpoints: [], generic: true};
    found.set(instrument.id, own);
    const leaning = own.leanings.find((other) => other.clause === clause);
    if (leaning) leaning.mentions.push(mention);
    else own.leanings.push({clause, mentions: [mention]});
    own.mentions++;
    mentions++;
    own.generic &&= mention.kind === "generic";
    if (mention.pinpoint && !own.pinpoints.includes(mention.pinpoint)) own.pinpoints.push(mention.pinpoint);
  }
  const instruments = [...found.values()].sort((a, b) => b.leanings.length - a.leanings.length);
  const leaning = clauses.filter((clause) => instruments.some((own) => own.leanings.some((other) => other.clause === clause)));
  const topics = tables.topicList.map((topic) => ({topic, clauses: leaning.filter((clause) => clause.topics.includes(topic.id))}))
    .filter((row) => row.clauses.length > 0).sort((a, b) => b.clauses.length - a.clauses.length);
  return {instruments, topics, leaning, clauses, of: tables.clauses.length, mentions, outside: tables.mentions.filter((mention) => mention.clause === null).length};
}
