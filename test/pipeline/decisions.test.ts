import {expect, test} from "vitest";
import {applyDecisions} from "../../data-loaders/decisions/apply-decisions.js";
import {fingerprint} from "../../data-loaders/decisions/fingerprint.js";
import {readDecisions} from "../../data-loaders/decisions/read-decisions.js";
import type {TopicCoding, Verb} from "../../src/schema.js";
import {clauseRow} from "./rows.js";

const first = "The two sides noted the dam.", second = "They expressed\nconcern at the flood, and called for calm.";
const text = `${first}\n\n${second}\n`;
const print = fingerprint(second);
const rows = () => ({
  clauses: [
    clauseRow(text, "The two sides noted the dam", {stance: "affirm", strength: 1, topics: ["development"]}),
    clauseRow(text, "They expressed\nconcern at the flood", {id: "p2.s1.c1", stance: "concern", doubts: ["perhaps condolence"]}),
    clauseRow(text, "called for calm", {id: "p2.s1.c2", stance: "urge"})
  ],
  verbs: [{clause: "p2.s1.c1", stance: "concern", strength: 2, lemma: "express concern"}] as Verb[],
  topics: [{clause: "p1.s1.c1", topic: "development", words: ["dam"], spans: []}] as TopicCoding[]
});
const table = (...lines: string[]) => ["words\tparagraph\tcode\tnow\tby\tdate\twhy", ...lines].join("\n");
const read = (...lines: string[]) => readDecisions(table(...lines), {topics: ["development", "climate-environment"], file: "x.decisions.tsv"});
const apply = (decisions: ReturnType<typeof read>, to = text) => applyDecisions(rows(), to, decisions, {file: "x.decisions.tsv"});

test("a decision changes the stance, the pole and the verb, and is published with who, when and why", () => {
  const {rows: decided, decisions, stale} = apply(read(`expressed concern at the flood\t${print}\tstance\tcondemn\tA. Reader\t2025-06-01\tthe flood was made`));
  expect(decided.clauses[1]).toMatchObject({stance: "condemn", pole: "condemnation", doubts: []});
  expect(decided.verbs[0]!.stance).toBe("condemn");
  expect(decisions).toEqual([{clause: "p2.s1.c1", code: "stance", was: "concern", now: "condemn", by: "A. Reader", date: "2025-06-01", why: "the flood was made"}]);
  expect(decided.clauses[1]!.decisions).toEqual(decisions);
  expect(stale).toEqual([]);
});

test("the machine's own rows stay as they were", () => {
  const own = rows();
  applyDecisions(own, text, read(`concern\t${print}\tstance\tcondemn\tA\t2025-06-01\twhy`));
  expect(own).toEqual(rows());
});

test("strength, speakers, topics and extent can be decided too", () => {
  const {rows: decided, decisions} = apply(read(
    `noted the dam\t${fingerprint(first)}\tstrength\t2\tA\t2025-06-01\tw`,
    `noted the dam\t${fingerprint(first)}\tspeakers\tNorland|Sudland\tA\t2025-06-01\tw`,
    `noted the dam\t${fingerprint(first)}\ttopics\tclimate-environment\tA\t2025-06-01\tw`,
    `called for calm\t${print}\textent\tcalled for\tA\t2025-06-01\tw`
  ));
  expect(decided.clauses[0]).toMatchObject({strength: 2, speakers: ["Norland", "Sudland"], topics: ["climate-environment"]});
  expect(decided.topics).toEqual([{clause: "p1.s1.c1", topic: "climate-environment", words: [], spans: []}]);
  expect(decided.clauses[2]).toMatchObject({text: "called for", end: text.indexOf("called for") + 10, words: 2});
  expect(decisions.map(({was}) => was)).toEqual(["1", "", "development", "called for calm"]);
});

test("a decision whose paragraph has changed is reported and not applied", () => {
  const changed = text.replace("expressed\nconcern", "did not express\nconcern");
  const {rows: decided, decisions, stale} = apply(read(`concern at the flood\t${print}\tstance\tcondemn\tA\t2025-06-01\tw`), changed);
  expect(decided.clauses[1]!.stance).toBe("concern");
  expect(decisions).toEqual([]);
  expect(stale).toEqual([expect.stringMatching(/^decision of 2025-06-01 by A on "concern at the flood" \(stance: condemn\) was not applied: its paragraph has changed \(now [0-9a-f]{8}\)$/)]);
});

test("a decision whose words are gone is reported and not applied", () => {
  expect(apply(read(`the drought\t${print}\tstance\tcondemn\tA\t2025-06-01\tw`)).stale[0]).toContain("its words are no longer in the text");
});

test("a change in another paragraph, new line breaks or other clause ids leave a decision in force", () => {
  const rewrapped = text.replace("noted the dam", "noted the lock").replace("expressed\nconcern", "expressed concern").replaceAll("\n", "\r\n");
  const clauses = [clauseRow(rewrapped, "expressed concern at the flood", {id: "p2.s2.c9", stance: "concern"})];
  const {rows: decided} = applyDecisions({clauses, verbs: [], topics: []}, rewrapped, read(`expressed concern at the flood\t${print}\tstance\tcondemn\tA\t2025-06-01\tw`));
  expect(decided.clauses[0]!.stance).toBe("condemn");
});

test.each([
  ["noted the dam\t\tstance\tsupport\tA\t2025-06-01\tw", `empty paragraph (x.decisions.tsv, line 2, field "paragraph"; put ${fingerprint(first)}, the fingerprint of the paragraph that the decision was taken on)`],
  [`e\t${print}\tstance\tsupport\tA\t2025-06-01\tw`, 'words that stand 7 times: "e" (x.decisions.tsv, line 2, field "words"; quote more of the clause)'],
  [`concern\t${print}\tstance\tblame\tA\t2025-06-01\tw`, "unknown stance (known are"],
  [`concern\t${print}\tmood\tx\tA\t2025-06-01\tw`, 'unknown code: "mood" (x.decisions.tsv, line 2, field "code"; known are extent, stance, strength, speakers, topics)'],
  [`concern\t${print}\ttopics\tfish\tA\t2025-06-01\tw`, 'unknown topic "fish"'],
  [`concern\t${print}\tstrength\t4\tA\t2025-06-01\tw`, "strength must be 1, 2 or 3"],
  [`concern\t${print}\tstance\tcondemn\t\t2025-06-01\tw`, 'empty by (x.decisions.tsv, line 2, field "by"'],
  [`concern\t${print}\tstance\tcondemn\tA\tJune\tw`, 'date must be like "2025-05-08": "June"']
])("a decision that cannot be understood is refused with its line: %s", (line, message) => {
  expect(() => apply(read(line))).toThrow(message);
});

test("cells that a spreadsheet put between quotation marks are read as they were meant", () => {
  expect(read(`"in the name of ""order"""\t${print}\tstance\tcondemn\tA\t2025-06-01\tw`)[0]!.words).toBe('in the name of "order"');
});
