import {describe, expect, it} from "vitest";
import type {Clause, Stance, Strength, Tables} from "../../src/schema.js";
import {pole} from "../../src/schema.js";
import {emptySelection} from "../../src/queries/selection.js";
import {instrumentWeb} from "../../src/figures/instrument-web.js";
import {speakers} from "../../src/figures/speakers.js";
import {stanceScore} from "../../src/figures/stance-score.js";
import {topicCoverage} from "../../src/figures/topic-coverage.js";
import {topicScore} from "../../src/figures/topic-score.js";
import {topicStance} from "../../src/figures/topic-stance.js";
import type {Figure} from "../../src/figures/figure.js";
import {syntheticTables} from "./synthetic-tables.js";

interface Sketch {stance: Stance; topics?: string[]; speakers?: string[]; instrument?: string; paragraph?: number; strength?: Strength}

/** Tables with these clauses, ten words each, one paragraph a clause unless given. */
function tablesOf(sketches: Sketch[]): Tables {
  const tables = syntheticTables({clauses: Math.max(1, sketches.length)}), template = tables.clauses[0]!;
  tables.clauses = sketches.map((sketch, i): Clause => ({
    ...template, id: `p${i + 1}.s1.c1`, number: i + 1, paragraph: sketch.paragraph ?? i + 1, words: 10, stance: sketch.stance, pole: pole(sketch.stance),
    strength: sketch.strength ?? 2, topics: sketch.topics ?? [], speakers: sketch.speakers ?? [], instruments: sketch.instrument ? [sketch.instrument] : [], doubts: []
  }));
  tables.statement.words = 10 * sketches.length;
  tables.verbs = [];
  tables.mentions = tables.clauses.flatMap((clause, i) => clause.instruments.map((instrument) => ({
    id: `m${i + 1}`, clause: clause.id, start: clause.start, end: clause.start + 3, words: "the accord", instrument, kind: "explicit" as const, pinpoint: null
  })));
  tables.instruments = [...new Set(tables.mentions.map((mention) => mention.instrument))].map((id) => ({id, title: id, short: id, kind: "treaty", adopted: "1999", body: null, symbol: null, status: null, source: "invented"}));
  return tables;
}

const caption = <Rows>(figure: Figure<Rows>, tables: Tables, selection?: Parameters<typeof figure.query>[1]) => figure.caption(figure.query(tables, selection), tables);
const title = <Rows>(figure: Figure<Rows>, sketches: Sketch[]) => caption(figure, tablesOf(sketches)).title;
const times = (n: number, sketch: Sketch): Sketch[] => Array.from({length: n}, () => sketch);

describe("stance score", () => {
  it("says which pole comes first where one ends before the other begins", () => {
    expect(title(stanceScore, [...times(3, {stance: "commit"}), {stance: "affirm"}, {stance: "condemn"}])).toBe("Commitment wording comes first, condemnation wording second");
    expect(title(stanceScore, [{stance: "concern"}, {stance: "support"}])).toBe("Condemnation wording comes first, commitment wording second");
  });
  it("counts where the poles mix, and says a tie", () => {
    expect(title(stanceScore, [{stance: "commit"}, {stance: "oppose"}, {stance: "commit"}])).toBe("More commitment than condemnation wording: 2 clauses against 1");
    expect(title(stanceScore, [{stance: "commit"}, {stance: "oppose"}, {stance: "oppose"}, {stance: "commit"}])).toBe("Commitment wording and condemnation wording in 2 clauses each");
  });
  it("says that a pole, or both, or every clause is absent", () => {
    expect(title(stanceScore, [{stance: "support"}, {stance: "norm"}])).toBe("Commitment wording in 1 of 2 clauses, condemnation wording in none");
    expect(title(stanceScore, times(2, {stance: "norm"}))).toBe("None of the 2 clauses takes a pole: no commitment and no condemnation wording");
    expect(title(stanceScore, [{stance: "norm"}])).toBe("The one clause takes neither pole");
    expect(title(stanceScore, [])).toBe("No clause was coded");
  });
  it("counts clauses and words of what a selection keeps", () => {
    const {subtitle} = caption(stanceScore, tablesOf([...times(3, {stance: "commit"}), {stance: "condemn"}]), {...emptySelection, pole: ["commitment"]});
    expect(subtitle).toContain("3 of 4 clauses, 30 words");
  });
  it("tells a listener where each pole stands", () => {
    expect(caption(stanceScore, tablesOf([...times(3, {stance: "commit"}), {stance: "condemn"}])).alt).toContain("Commitment: 3 clauses, 30 words, in paragraphs 1 to 3.");
  });
});

describe("topic coverage", () => {
  it("names the topic of most clauses of the larger pole, with its share", () => {
    expect(title(topicCoverage, [...times(3, {stance: "commit", topics: ["topic-1"]}), {stance: "commit", topics: ["topic-2"]}, {stance: "condemn", topics: ["topic-3"]}]))
      .toBe("Commitment clauses are most often on bridges: 3 of 4");
  });
  it("says a tie of two topics, and counts a tie of more", () => {
    expect(title(topicCoverage, times(3, {stance: "condemn", topics: ["topic-1", "topic-2"]}))).toBe("Condemnation clauses are most often on bridges and on ferries, three each");
    expect(title(topicCoverage, times(2, {stance: "condemn", topics: ["topic-1", "topic-2", "topic-3"]}))).toBe("Three topics lead among condemnation clauses, two each");
    expect(title(topicCoverage, [{stance: "condemn", topics: ["topic-1"]}, {stance: "oppose", topics: ["topic-2"]}, {stance: "oppose", topics: ["topic-3"]}])).toBe("No topic has more than one condemnation clause");
  });
  it("says that marks carry numbers only where they do", () => {
    const note = (n: number) => {
      const tables = tablesOf(times(n, {stance: "commit", topics: ["topic-1"]}));
      return topicCoverage.caption(topicCoverage.query(tables), tables).note;
    };
    expect(note(8)).toMatch(/^Marks are clauses with their numbers: disc/);
    expect(note(9)).toMatch(/^Marks are clauses: disc/);
    expect(note(61)).toMatch(/^Bars are as long as their number of clauses/);
  });
  it("falls back to all clauses where no clause takes a pole", () => {
    expect(title(topicCoverage, times(4, {stance: "norm", topics: ["topic-1"]}))).toBe("More clauses are on bridges than on any other topic: 4 of 4");
    expect(title(topicCoverage, times(2, {stance: "norm"}))).toBe("None of the 2 clauses has a topic of the list");
  });
  it("counts silent topics and clauses without a topic", () => {
    const {alt, note} = caption(topicCoverage, tablesOf([{stance: "commit", topics: ["topic-1"]}, {stance: "commit"}]));
    expect(alt).toContain("24 topics without a clause");
    expect(note).toContain("1 clause has no topic");
  });
  it("keeps silent topics in its table as zeros", () => {
    const tables = tablesOf([{stance: "commit", topics: ["topic-2"]}]), {rows, clauses} = topicCoverage.table(topicCoverage.query(tables), tables);
    expect(rows).toHaveLength(25);
    expect(rows[0]).toEqual(["Ferries", 1, 0, 0, 1, 10]);
    expect(rows.slice(1).every((row) => row[4] === 0)).toBe(true);
    expect(clauses[0]).toEqual(["p1.s1.c1"]);
  });
});

describe("topics by stance", () => {
  it("counts the classes of the widest topic among those used", () => {
    expect(title(topicStance, [{stance: "commit", topics: ["topic-1"]}, {stance: "norm", topics: ["topic-1"]}, {stance: "condemn", topics: ["topic-2"]}]))
      .toBe("Clauses on bridges take two of the three classes used");
  });
  it("adds a topic that is in one pole only, where both poles are used", () => {
    expect(title(topicStance, [{stance: "commit", topics: ["topic-1"]}, {stance: "norm", topics: ["topic-1"]}, {stance: "condemn", topics: ["topic-2"]}, {stance: "condemn", topics: ["topic-2"]}]))
      .toBe("Clauses on bridges take two of the three classes used; none on ferries is commitment");
  });
  it("says so where all clauses are in one class", () => {
    expect(title(topicStance, times(3, {stance: "support", topics: ["topic-1"]}))).toBe("All 3 clauses are in one class: support");
  });
  it("takes the classes of another scheme as columns, leaving out those without a clause", () => {
    const tables = tablesOf([{stance: "commit", topics: ["topic-1"]}, {stance: "norm", topics: ["topic-1"]}]);
    tables.schemes = [{id: "other", label: "Other", source: "invented", classes: [{id: "a", label: "Say"}, {id: "b", label: "Do"}, {id: "c", label: "Ask"}], byClause: {"p1.s1.c1": "b", "p2.s1.c1": "a"}}];
    const rows = topicStance.query(tables, {...emptySelection, scheme: "other"});
    expect(rows.columns.map((column) => column.label)).toEqual(["Say", "Do"]);
    expect(topicStance.table(rows, tables).rows).toEqual([["Bridges", 1, 1, 2]]);
    expect(topicStance.caption(rows, tables).subtitle).toContain("every clause has a class");
  });
  it("sets clauses that the scheme gives no class in a last column, and counts them", () => {
    const tables = tablesOf([{stance: "commit", topics: ["topic-1"]}, {stance: "norm", topics: ["topic-1"]}, {stance: "norm"}]);
    tables.schemes = [{id: "other", label: "Other", source: "invented", classes: [{id: "a", label: "Say"}, {id: "b", label: "Do"}], byClause: {"p1.s1.c1": "b"}}];
    const rows = topicStance.query(tables, {...emptySelection, scheme: "other"}), {title, subtitle} = topicStance.caption(rows, tables);
    expect(topicStance.table(rows, tables)).toMatchObject({columns: ["Topic", "Do", "No class", "Clauses"], rows: [["Bridges", 1, 1, 2]]});
    expect(subtitle).toContain("2 clauses have no class");
    expect(title).toBe("One class is used, Do: 1 of 3 clauses");
  });
});

describe("topics in reading order", () => {
  it("counts the clauses of the first topic and their poles", () => {
    expect(title(topicScore, [...times(2, {stance: "commit", topics: ["topic-1"]}), {stance: "oppose", topics: ["topic-1"]}, {stance: "norm", topics: ["topic-2"]}]))
      .toBe("3 of 4 clauses are on bridges, two with commitment and one with condemnation wording");
    expect(title(topicScore, [{stance: "norm", topics: ["topic-1"]}, {stance: "norm"}])).toBe("1 of 2 clauses is on bridges, none with commitment or condemnation wording");
    expect(title(topicScore, times(2, {stance: "norm", topics: ["topic-1", "topic-2"]}))).toBe("Two topics lead with two clauses each");
  });
});

describe("speakers", () => {
  const both = ["Northland", "Southland"];
  it("says in words that there is one voice", () => {
    expect(title(speakers, [...times(3, {stance: "commit", speakers: both}), {stance: "norm"}])).toBe("One voice takes every stance: Northland and Southland, in 3 of 4 clauses; the other one has no speaker");
    expect(title(speakers, times(2, {stance: "norm"}))).toBe("None of the 2 clauses names a speaker");
  });
  it("counts several voices, whatever the order of the names", () => {
    expect(title(speakers, [{stance: "commit", speakers: both}, {stance: "affirm", speakers: ["Southland", "Northland"]}, {stance: "oppose", speakers: ["Northland"]}]))
      .toBe("Two voices: Northland and Southland in 2 of 3 clauses, Northland in one");
  });
});

describe("instruments and topics", () => {
  it("counts the clauses that mention an instrument and names the one mentioned in most", () => {
    expect(title(instrumentWeb, [...times(2, {stance: "commit", instrument: "River Accord"}), {stance: "norm", instrument: "Well Treaty"}, {stance: "norm"}]))
      .toBe("Three of 4 clauses mention an instrument; most often River Accord, in two");
    expect(title(instrumentWeb, [{stance: "commit", instrument: "River Accord"}, {stance: "norm"}])).toBe("One of 2 clauses mentions an instrument: River Accord");
    expect(title(instrumentWeb, times(2, {stance: "norm"}))).toBe("No instrument is mentioned in any of the 2 clauses");
  });
});

describe("every figure of this list", () => {
  const all: Figure<any>[] = [stanceScore, topicCoverage, topicStance, topicScore, speakers, instrumentWeb];
  it.each(all)("$id has a title, and no stray “undefined”, for 0, 1, 3, 20 and 800 clauses", (figure) => {
    for (const clauses of [0, 1, 3, 20, 800]) {
      const {title: claim, subtitle, alt, note} = caption(figure, syntheticTables({clauses}));
      expect(claim.length).toBeGreaterThan(5);
      for (const words of [claim, subtitle, alt, note]) expect(words).not.toMatch(/undefined|null|NaN|\[object|\b1 clauses|\b1 topics|\.\.|  /);
    }
  });
  it.each(all)("$id names as many clauses behind each table row as there are rows", (figure) => {
    const tables = syntheticTables({clauses: 20}), table = figure.table(figure.query(tables), tables);
    expect(table.clauses).toHaveLength(table.rows.length);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });
});
