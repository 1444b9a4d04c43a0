import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {codePrinciples, readPrinciples} from "../../data-loaders/code/principles.js";
import type {Clause, Mention} from "../../src/schema.js";

const entries = readPrinciples(readFileSync(new URL("../../data-loaders/codebook/principles.tsv", import.meta.url), "utf8"));

const clause = (text: string, topics: string[] = [], start = 0) =>
  ({id: "p1.s1.c1", text, start, end: start + text.length, topics}) as unknown as Clause;
const principlesOf = (text: string, topics: string[] = [], mentions: Mention[] = []) =>
  codePrinciples([clause(text, topics)], entries, mentions).map((row) => row.principle);

describe("the principles of the Friendly Relations Declaration", () => {
  test("are seven, each with its own words from the Declaration", () => {
    expect(entries.map((entry) => entry.id)).toEqual([
      "no-use-of-force", "peaceful-settlement", "non-intervention", "co-operation", "self-determination", "sovereign-equality", "good-faith"
    ]);
    for (const entry of entries) expect(entry.wording).toMatch(/^The (principle|duty) /);
  });

  test.each([
    ["States must refrain from the threat or use of force", "no-use-of-force"],
    ["We call for the peaceful settlement of all disputes", "peaceful-settlement"],
    ["They reject interference in the internal affairs of any country", "non-intervention"],
    ["Both sides will cooperate in the fight against floods", "co-operation"],
    ["They support the right of the people to self-determination", "self-determination"],
    ["They respect the sovereignty and territorial integrity of the country", "sovereign-equality"],
    ["All parties should fulfil their treaty obligations in good faith", "good-faith"]
  ])("“%s” points to %s", (text, principle) => {
    expect(principlesOf(text)).toEqual([principle]);
  });

  test("a word that is common elsewhere counts only in a clause on the topic", () => {
    expect(principlesOf("They welcomed the dialogue of artists")).toEqual([]);
    expect(principlesOf("They welcomed the dialogue of the parties", ["dispute-settlement"])).toEqual(["peaceful-settlement"]);
  });

  test("a word inside a name does not count", () => {
    expect(principlesOf("Leaders of the Gulf Cooperation Council met")).toEqual([]);
  });

  test("a word inside the title of an instrument does not count", () => {
    const text = "We recall the declaration on territorial integrity";
    const title = {kind: "explicit", start: 14, end: text.length} as Mention;
    expect(principlesOf(text)).toEqual(["sovereign-equality"]);
    expect(principlesOf(text, [], [title])).toEqual([]);
  });

  test("the places are those of the words in the statement, overlapping phrases as one", () => {
    const [row] = codePrinciples([clause("the peaceful settlement of disputes", [], 100)], entries);
    expect(row).toEqual({clause: "p1.s1.c1", principle: "peaceful-settlement", words: ["peaceful settlement of disputes"], spans: [{start: 104, end: 135}]});
  });

  test("a table without a wording is refused with its line", () => {
    expect(() => readPrinciples("id\tlabel\twording\ttopics\twords\ttopic_words\nx\tX\t\tword")).toThrow("missing wording");
  });
});
