import type {Clause, Instrument, Mention, Tables} from "../schema.js";
import {isNarrowed, matches, type Selection} from "./selection.js";

/** One mention with the clause that it stands in; null where it stands outside every clause. */
export interface TimelineMention {
  mention: Mention;
  clause: Clause | null;
}

export interface TimelineInstrument {
  instrument: Instrument;
  /** Years since year 0 with a fraction for month and day; null for a class of texts and for an unknown date. */
  time: number | null;
  mentions: TimelineMention[];
}

export interface InstrumentTimelineRows {
  /** Instruments with a date of adoption, earliest first. */
  dated: TimelineInstrument[];
  /** Named instruments whose date the codebook does not know, most mentions first. */
  undated: TimelineInstrument[];
  /** Classes of texts ("UN treaties"), most mentions first. */
  generic: TimelineInstrument[];
  /** Every mention, in reading order. */
  mentions: TimelineMention[];
  /** Clauses with a mention, in reading order. */
  mentioning: Clause[];
  /** All clauses that were looked at. */
  clauses: Clause[];
  /** The statement's date as `time`. */
  now: number;
}

/** An ISO date, or its leading part, as a year with a fraction: 1945-06-26 → 1945.48; a bare year stands at its middle. */
export function yearOf(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  return year! + (month === undefined ? 0.5 : (month - 1 + ((day ?? 15) - 1) / 31) / 12);
}

/** The time of an adoption; null where it is unknown or would come after the statement (a year in a name, as in "Vision 2030", is none). */
function timeOf(adopted: string | null, now: number): number | null {
  const time = adopted ? yearOf(adopted) : null;
  return time === null || Math.floor(time) > Math.floor(now) ? null : Math.min(time, now);
}

/** Instruments and their mentions in the clauses that pass the selection; without a selection also those outside clauses. */
export function instrumentTimelineRows(tables: Tables, selection?: Selection): InstrumentTimelineRows {
  const narrowed = selection !== undefined && isNarrowed(selection);
  const clauses = narrowed ? tables.clauses.filter((clause) => matches(clause, selection)) : tables.clauses;
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const mentions = tables.mentions
    .filter((mention) => mention.clause === null ? !narrowed : byId.has(mention.clause))
    .filter((mention) => !narrowed || !selection.instrument.length || selection.instrument.includes(mention.instrument))
    .map((mention) => ({mention, clause: mention.clause === null ? null : byId.get(mention.clause)!}))
    .sort((a, b) => a.mention.start - b.mention.start);
  const now = yearOf(tables.statement.date);
  const rows = tables.instruments.map((instrument) => ({
    instrument,
    time: timeOf(instrument.adopted, now),
    mentions: mentions.filter(({mention}) => mention.instrument === instrument.id)
  })).filter((row) => row.mentions.length > 0);
  const isGeneric = (row: TimelineInstrument) => row.time === null && row.mentions.every(({mention}) => mention.kind === "generic");
  const byMentions = (a: TimelineInstrument, b: TimelineInstrument) => b.mentions.length - a.mentions.length;
  return {
    dated: rows.filter((row) => row.time !== null).sort((a, b) => a.time! - b.time!),
    undated: rows.filter((row) => row.time === null && !isGeneric(row)).sort(byMentions),
    generic: rows.filter(isGeneric).sort(byMentions),
    mentions,
    mentioning: [...new Set(mentions.flatMap(({clause}) => clause ?? []))].sort((a, b) => a.number - b.number),
    clauses,
    now
  };
}
