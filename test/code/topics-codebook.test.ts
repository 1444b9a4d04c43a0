import {describe, expect, test} from "vitest";
import {readTable} from "../../data-loaders/code/codebook-table.js";
import {topicCodebook, topicTables} from "./instruments-tables.js";

const codebook = topicCodebook();
const rows = readTable(topicTables().words, "topic-words.tsv", ["topic", "phrase", "weight", "with"]);

describe("the topic codebook", () => {
  test("has the 25 topics of the method", () => {
    expect(codebook.topics).toHaveLength(25);
    expect(new Set(codebook.topics.map(({id}) => id)).size).toBe(25);
    for (const {label, covers} of codebook.topics) expect([label, covers]).not.toContain("");
  });
  test("has strong words for every topic", () => {
    for (const {id} of codebook.topics) expect(codebook.words.filter(({topic, strong}) => topic === id && strong).length, id).toBeGreaterThan(15);
  });
  test("has no line twice", () => {
    const keys = rows.map(({cells}) => `${cells.topic}\t${cells.phrase}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
  test("gives weights to topics and none to shields", () => {
    for (const {cells} of rows) expect(cells.topic === "none" ? [""] : ["strong", "weak"], cells.phrase).toContain(cells.weight);
  });
});
