import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {codingVersion} from "../../data-loaders/coding-version.js";
import {fingerprint} from "../../data-loaders/decisions/fingerprint.js";
import {allTables, statementFiles} from "../../data-loaders/statement-files.js";
import {stances, type Tables} from "../../src/schema.js";

const project = [...allTables("data-loaders/statements")];

test.each(project.map((tables) => [tables.statement.id, tables] as const))("every row of %s leads back to its words", (_, tables) => {
  const {statement: {text}, clauses, verbs, topics, mentions, instruments, paragraphs} = tables;
  const ids = new Set(clauses.map(({id}) => id));
  expect(clauses.length).toBeGreaterThan(0);
  expect(ids.size).toBe(clauses.length);
  for (const clause of clauses) {
    expect(text.slice(clause.start, clause.end)).toBe(clause.text);
    expect(clause.id).toMatch(new RegExp(`^p${clause.paragraph}\\.s${clause.sentence}\\.c\\d+$`));
    expect(paragraphs.some(({number, start, end}) => number === clause.paragraph && start <= clause.start && clause.end <= end)).toBe(true);
    expect(clause.verbs).toEqual(verbs.filter((verb) => verb.clause === clause.id).map(({lemma}) => lemma));
    expect(clause.topics).toEqual(topics.filter((row) => row.clause === clause.id).map(({topic}) => topic));
    expect(new Set(clause.instruments)).toEqual(new Set(mentions.filter((row) => row.clause === clause.id).map(({instrument}) => instrument)));
    for (const reason of Object.values(clause.reasons).flat()) if (reason.span) expect(text.slice(reason.span.start, reason.span.end).length).toBeGreaterThan(0);
  }
  for (const verb of verbs) {
    expect(ids).toContain(verb.clause);
    expect(stances).toContain(verb.stance);
    expect(text.slice(verb.start, verb.end).length).toBeGreaterThan(0);
  }
  for (const {words, spans} of topics) expect(spans.map(({start, end}) => text.slice(start, end))).toEqual(words);
  for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.words);
  expect(new Set(instruments.map(({id}) => id))).toEqual(new Set(mentions.map(({instrument}) => instrument)));
});

test.each(project.map((tables) => [tables.statement.id, tables] as const))("every clause of %s says why it was coded so", (_, {clauses}) => {
  for (const {id, stance, topics, reasons} of clauses) {
    expect(reasons.extent.length, `${id} extent`).toBeGreaterThan(0);
    expect(reasons.stance.length, `${id} stance`).toBeGreaterThan(0);
    if (stance !== "norm" && stance !== "describe") expect(reasons.speakers.length, `${id} speakers`).toBeGreaterThan(0);
    if (topics.length) expect(reasons.topics.length, `${id} topics`).toBeGreaterThan(0);
  }
});

test("the site gets one folder a statement, an index, and the same bytes each time", () => {
  const files = () => [...statementFiles("data-loaders/statements")];
  const once = files();
  expect(files()).toEqual(once);
  expect(once.map(([path]) => path)).toEqual([
    ...project.flatMap(({statement: {id}}) => ["tables.json", "clauses.csv", "verbs.csv", "topics.csv", "instruments.csv", "registry.csv"].map((name) => `${id}/${name}`)), "index.json"
  ]);
  const [first] = JSON.parse(once.at(-1)![1]);
  expect(first).toMatchObject({id: project[0]!.statement.id, title: project[0]!.statement.title, clauses: project[0]!.clauses.length});
  expect(first.summary.poles.reduce((sum: number, row: {clauses: number}) => sum + row.clauses, 0)).toBe(first.clauses);
});

const text = "The two sides noted the dam.\n\nThey support talks.\n";
const metadata = {
  title: "On a dam", short: "dam", kind: "joint statement", date: "2020-01-01", source: "invented", language: "en", licence: "MIT",
  parties: [{name: "Norland", aliases: []}, {name: "Sudland", aliases: []}]
};
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "statements-"));
  writeFileSync(join(folder, "dam.txt"), text);
  writeFileSync(join(folder, "dam.json"), JSON.stringify(metadata));
});
afterAll(() => rmSync(folder, {recursive: true}));
const decide = (...rows: string[]) => writeFileSync(join(folder, "dam.decisions.tsv"), ["words\tparagraph\tcode\tnow\tby\tdate\twhy", ...rows].join("\n"));

test("a decision beside a statement is applied, published with the clause and with the coding, and moves the schemes", () => {
  decide(`noted the dam\t${fingerprint("The two sides noted the dam.")}\tstance\tcondemn\tA. Reader\t2025-06-01\tthe dam is on foreign land`);
  const [{clauses, coding, schemes}] = [...allTables(folder, () => {})] as [Tables];
  const decision = {clause: "p1.s1.c1", code: "stance", was: "affirm", now: "condemn", by: "A. Reader", date: "2025-06-01", why: "the dam is on foreign land"};
  expect(clauses[0]).toMatchObject({stance: "condemn", pole: "condemnation", decisions: [decision]});
  expect(coding).toMatchObject({version: codingVersion(), decisions: [decision], staleDecisions: []});
  expect(schemes.find(({id}) => id === "cameo-code")!.byClause["p1.s1.c1"]).toBe("111");
});

test("a decision that no longer fits is said and not applied", () => {
  decide("noted the dam\t00000000\tstance\tcondemn\tA. Reader\t2025-06-01\twhy");
  const warnings: string[] = [];
  const [{clauses, coding}] = [...allTables(folder, (line) => warnings.push(line))] as [Tables];
  expect(clauses[0]).toMatchObject({stance: "affirm", decisions: []});
  expect(coding.staleDecisions).toHaveLength(1);
  expect(warnings).toEqual([`${join(folder, "dam.decisions.tsv")}: ${coding.staleDecisions[0]}`]);
});

test("the project's statement is coded without a doubt about the text as a whole", () => {
  expect(project[0]!.coding.doubts).toEqual([]);
  expect(readFileSync("data-loaders/statements/README.md", "utf8")).toContain(".decisions.tsv");
});
