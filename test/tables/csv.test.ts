import {expect, test} from "vitest";
import {csvFiles} from "../../data-loaders/tables/csv-files.js";
import {writeCsv} from "../../data-loaders/tables/csv.js";
import {summarize} from "../../data-loaders/tables/summary.js";
import type {Tables} from "../../src/schema.js";
import {clauseRow} from "../pipeline/rows.js";

const text = "They reject \"blocs\", and support talks.";
const tables = {
  clauses: [
    clauseRow(text, "They reject \"blocs\"", {stance: "oppose", pole: "condemnation", strength: 2, speakers: ["Norland", "Sudland"], verbs: ["reject"], topics: ["world-order"]}),
    clauseRow(text, "support talks", {id: "p1.s1.c2", stance: "support", pole: "commitment", verbs: ["support"], topics: ["dispute-settlement", "world-order"], instruments: ["un-charter"]})
  ],
  verbs: [{clause: "p1.s1.c1", start: 5, end: 11, form: "reject", lemma: "reject", stance: "oppose", illocution: "expressive", strength: 2, intensifier: null, negated: false}],
  topics: [
    {clause: "p1.s1.c1", topic: "world-order", words: ["blocs"], spans: [{start: 13, end: 18}]},
    {clause: "p1.s1.c2", topic: "dispute-settlement", words: ["talks"], spans: [{start: 33, end: 38}]},
    {clause: "p1.s1.c2", topic: "world-order", words: [], spans: []}
  ],
  mentions: [{id: "m1", clause: null, start: 0, end: 4, words: "They", instrument: "un-charter", kind: "anaphor", pinpoint: null}],
  instruments: [{id: "un-charter", title: "Charter of the United Nations", short: "UN Charter", kind: "charter", adopted: "1945-06-26", body: "San Francisco", symbol: null, status: null, source: "x"}]
} as unknown as Tables;

test("each table is a file with the columns that its readers know", () => {
  const files = Object.fromEntries(Object.entries(csvFiles).map(([name, write]) => [name, write(tables).split("\r\n")]));
  expect(files).toEqual({
    "clauses.csv": [
      "id,paragraph,sentence,start,end,text,words,stance,pole,strength,speakers,verbs,modality,negated,topics,instruments",
      'p1.s1.c1,1,1,0,19,"They reject ""blocs""",3,oppose,condemnation,2,"Norland|Sudland",reject,,false,world-order,',
      'p1.s1.c2,1,1,25,38,support talks,2,support,commitment,2,,support,,false,"dispute-settlement|world-order",un-charter', ""],
    "verbs.csv": ["clause,start,end,form,lemma,stance,illocution,strength,intensifier,negated", "p1.s1.c1,5,11,reject,reject,oppose,expressive,2,,false", ""],
    "topics.csv": ["clause,topic,words,places", "p1.s1.c1,world-order,blocs,13-18", "p1.s1.c2,dispute-settlement,talks,33-38", "p1.s1.c2,world-order,,", ""],
    "instruments.csv": ["id,clause,start,end,words,instrument,kind,pinpoint", "m1,,0,4,They,un-charter,anaphor,", ""],
    "registry.csv": ["id,title,kind,adopted,body,symbol", "un-charter,Charter of the United Nations,charter,1945-06-26,San Francisco,", ""]
  });
});

test("words stay as they stand, whatever a spreadsheet makes of them", () => {
  expect(writeCsv({columns: ["a"], rows: [["=1+1"], ["- item"], ["line\nbreak"], [" blank"]]})).toBe('a\r\n=1+1\r\n- item\r\n"line\nbreak"\r\n" blank"\r\n');
});

test("the summary counts clauses and words by pole, stance and topic, verbs by strength, instruments by mentions", () => {
  expect(summarize(tables)).toEqual({
    poles: [{pole: "condemnation", clauses: 1, words: 3}, {pole: "commitment", clauses: 1, words: 2}],
    stances: [{stance: "oppose", clauses: 1, words: 3}, {stance: "support", clauses: 1, words: 2}],
    topics: [
      {topic: "world-order", pole: "condemnation", clauses: 1, words: 3},
      {topic: "dispute-settlement", pole: "commitment", clauses: 1, words: 2},
      {topic: "world-order", pole: "commitment", clauses: 1, words: 2}
    ],
    verbs: [{lemma: "reject", stance: "oppose", strength: 2, occurrences: 1}],
    instruments: [{instrument: "un-charter", mentions: 1}]
  });
});

test("a statement in which nothing is coded has an empty summary", () => {
  expect(summarize({clauses: [], verbs: [], topics: [], mentions: []})).toEqual({poles: [], stances: [], topics: [], verbs: [], instruments: []});
});
