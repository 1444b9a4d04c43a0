import {poles, stances, mentionKinds, type Tables} from "../../../src/schema.js";
import {clausesTable} from "../../tables/clauses.js";
import type {CsvTable} from "../../tables/csv.js";
import {instrumentsTable} from "../../tables/instruments.js";
import {registryTable} from "../../tables/registry.js";
import {topicsTable} from "../../tables/topics.js";
import {verbsTable} from "../../tables/verbs.js";

export interface Field {
  type: "string" | "integer" | "boolean";
  /** What it means, with its unit. */
  description: string;
  required?: boolean;
  unique?: boolean;
  minimum?: number;
  maximum?: number;
  enum?: readonly string[];
  /** True: several values, joined by "|" in CSV and Parquet, a list in JSON. */
  list?: boolean;
}

export interface PackageTable {
  name: string;
  title: string;
  description: string;
  rows(tables: Tables): CsvTable;
  fields: Record<string, Field>;
  primaryKey: string[];
  /** Column → table and column that it names a row of. */
  foreignKeys: Record<string, [table: string, column: string]>;
}

const text = (description: string, more: Partial<Field> = {}): Field => ({type: "string", description, ...more});
const whole = (description: string, more: Partial<Field> = {}): Field => ({type: "integer", description, required: true, ...more});
const start = whole("First character of the words in text.txt, in UTF-16 code units from 0.", {minimum: 0});
const end = whole("End of the words in text.txt, in UTF-16 code units; the character at this place is no longer part of them.", {minimum: 0});
const clauseKey = text("Clause, as in clauses.", {required: true});
const stance = text("Stance class; the classes are listed in codebook.md.", {required: true, enum: stances});
const strength = whole("Strength of the wording: 1 hedged, 2 plain, 3 strong.", {minimum: 1, maximum: 3});
const negated = (of: string): Field => ({type: "boolean", description: `Whether ${of} is negated; the stance class is that of the result.`, required: true});

/** The tables of a data package: one row a clause, verb, topic, mention, instrument. */
export const packageTables: PackageTable[] = [
  {
    name: "clauses", title: "Clauses", description: "One row a clause: one speaker takes one stance towards one object.", rows: clausesTable,
    primaryKey: ["id"], foreignKeys: {},
    fields: {
      id: text("Paragraph, sentence in it, clause in that: p6.s1.c2.", {required: true, unique: true}),
      paragraph: whole("Number of the paragraph, from 1; headings and signature lines are not counted.", {minimum: 0}),
      sentence: whole("Number of the sentence in its paragraph, from 1.", {minimum: 1}),
      start, end, text: text("The clause's words exactly as they stand.", {required: true}),
      words: whole("Number of words.", {minimum: 0}),
      stance, pole: text("Commitment (commit, support), condemnation (concern, oppose, condemn), or neutral.", {required: true, enum: poles}), strength,
      speakers: text("Parties that take the stance, by name; empty where the document speaks.", {list: true}),
      verbs: text("Stance verbs by their base form, in order.", {list: true}),
      modality: text("Modal of the predicate (must, will), if any."),
      negated: negated("the predicate"),
      topics: text("Topics by their id; the topics are listed in codebook.md.", {list: true}),
      instruments: text("Instruments that the clause mentions, by their id in registry.", {list: true})
    }
  },
  {
    name: "verbs", title: "Stance verbs", description: "One row an occurrence of a stance verb, or of a modal expression in a norm.", rows: verbsTable,
    primaryKey: ["clause", "start", "end"], foreignKeys: {clause: ["clauses", "id"]},
    fields: {
      clause: clauseKey, start, end, form: text("The words as they stand.", {required: true}), lemma: text("Base form.", {required: true}), stance,
      illocution: text("Class of speech act after Searle: commissive, expressive, assertive, directive, declaration.", {required: true}), strength,
      intensifier: text("Words that raise or lower the strength, as they stand, if any."), negated: negated("the verb")
    }
  },
  {
    name: "topics", title: "Topics", description: "One row a topic of a clause.", rows: topicsTable,
    primaryKey: ["clause", "topic"], foreignKeys: {clause: ["clauses", "id"]},
    fields: {
      clause: clauseKey, topic: text("Topic by its id; the topics are listed in codebook.md.", {required: true}),
      words: text("The words that gave the topic, as they stand.", {list: true}),
      places: text("Start and end of each of those words in text.txt, as 161-170, in UTF-16 code units.", {list: true})
    }
  },
  {
    name: "instruments", title: "Mentions of instruments", description: "One row a mention of a treaty, resolution or other instrument, wherever it stands.", rows: instrumentsTable,
    primaryKey: ["id"], foreignKeys: {clause: ["clauses", "id"], instrument: ["registry", "id"]},
    fields: {
      id: text("m1, m2, … in reading order.", {required: true, unique: true}),
      clause: text("Clause, as in clauses; empty where the words stand outside every clause."), start, end,
      words: text("The words of the mention as they stand.", {required: true}),
      instrument: text("Instrument by its id in registry.", {required: true}),
      kind: text("explicit: named; anaphor: a short reference to one named before; generic: a class, not one instrument.", {required: true, enum: mentionKinds}),
      pinpoint: text("Article or chapter that is named (Article 51), if any.")
    }
  },
  {
    name: "registry", title: "Instruments", description: "One row an instrument that the statement mentions. Empty where the codebook does not know or has not checked.", rows: registryTable,
    primaryKey: ["id"], foreignKeys: {},
    fields: {
      id: text("Name in small letters and hyphens: un-charter.", {required: true, unique: true}),
      title: text("Official title.", {required: true}), kind: text("Kind of instrument.", {required: true}),
      adopted: text("Date of adoption after ISO 8601, or its leading part (year, or year and month)."),
      body: text("Body or place of adoption."), symbol: text("Document symbol or treaty series reference; only where checked.")
    }
  }
];
