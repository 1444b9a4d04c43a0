import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {codingVersion} from "../../data-loaders/coding-version.js";

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), "cli-")); });
afterAll(() => rmSync(folder, {recursive: true}));

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const code = (...args: string[]) => {
  const {stdout, stderr, status} = spawnSync(process.execPath, [resolve("data-loaders/cli.mjs"), ...args], {encoding: "utf8", maxBuffer: 1e9});
  return {status, errors: stderr.split("\n").filter(Boolean), rows: () => stdout.trim().split("\n").filter(Boolean).map((line) => JSON.parse(line)), stdout};
};
const sentence = "The two sides condemn any attack on the Convention on Rivers and pledge to uphold the UN Charter.";

test("a file is coded into clauses and mentions with their places, their reasons and the coding version", () => {
  const path = file("rivers.txt", `${sentence}\n`);
  const {status, errors, rows} = code(path);
  const [{file: name, id, version, clauses, instruments, registry}, ...more] = rows();
  expect([status, errors, more, name, id, version]).toEqual([0, [], [], path, "rivers", codingVersion()]);
  expect(clauses.map((row: any) => [row.stance, row.pole, row.verbs])).toEqual([["condemn", "condemnation", ["condemn"]], ["commit", "commitment", ["pledge"]]]);
  for (const row of [...clauses, ...instruments]) expect(sentence.slice(row.start, row.end)).toBe(row.text ?? row.words);
  for (const row of clauses) expect(Object.keys(row)).toEqual(expect.arrayContaining(["strength", "speakers", "topics", "reasons", "doubts"]));
  expect(instruments.map(({id, kind, pinpoint}: any) => [id, kind, pinpoint])).toContainEqual(["un-charter", "explicit", null]);
  expect(registry.map(({id}: any) => id)).toContain("un-charter");
});

test("offsets are those of the file as it stands, with byte order mark and carriage returns", () => {
  const text = `\uFEFFHeading\r\n\r\n${sentence}\r\n\r\nThey support talks.\r\n`;
  const [{clauses}] = code(file("windows.txt", text)).rows();
  expect(clauses.map((row: any) => text.slice(row.start, row.end))).toEqual(clauses.map((row: any) => row.text));
  expect(clauses.at(-1)).toMatchObject({text: "They support talks", paragraph: 2});
});

test("several files come one a line, in order, and one that cannot be read does not lose the others", () => {
  const paths = [file("b.txt", sentence), file("empty.txt", ""), join(folder, "absent.txt"), file("a.txt", "They support talks.")];
  const {status, errors, rows} = code(...paths);
  expect(rows().map((row) => row.file)).toEqual([paths[0], paths[3]]);
  expect(errors).toEqual([`empty text (${paths[1]})`, `missing file: ${paths[2]}`]);
  expect(status).toBe(1);
});

test("many files are coded by threads as by one", () => {
  const paths = [0, 1, 2, 3].map((i) => file(`many-${i}.txt`, `${sentence}\n\n`.repeat(10 + i)));
  const [together, alone] = [code("--threads", "2", ...paths), code("--threads", "1", ...paths)];
  expect(together.status).toBe(0);
  expect(together.stdout).toBe(alone.stdout);
});

test("the metadata beside a text names its parties", () => {
  const path = file("parties.txt", "The Norlandic side opposes the dam.");
  file("parties.json", JSON.stringify({
    title: "On a dam", short: "dam", kind: "joint statement", date: "2020-01-01", source: "invented", language: "en", licence: "MIT",
    parties: [{name: "Norland", aliases: ["the Norlandic side"]}, {name: "Sudland", aliases: []}]
  }));
  expect(code(path).rows()[0].clauses[0].speakers).toEqual(["Norland"]);
  file("parties.json", JSON.stringify({parties: "Norland"}));
  expect(code(path)).toMatchObject({status: 1, stdout: "", errors: [`missing field: "title" (${join(folder, "parties.json")}, field "title")`]});
});

test("a JSON file beside the text that is no metadata is left alone, such as the output of this very command", () => {
  const path = file("own.txt", sentence);
  file("own.json", "");
  expect(code(path).status).toBe(0);
  file("own.json", code(path).stdout);
  expect(code(path).status).toBe(0);
});

test("a table is printed as CSV", () => {
  expect(code("--csv", "verbs", file("verbs.txt", sentence)).stdout.split("\r\n")).toEqual([
    "clause,start,end,form,lemma,stance,illocution,strength,intensifier,negated",
    "p1.s1.c1,14,21,condemn,condemn,condemn,expressive,2,,false",
    "p1.s1.c2,65,71,pledge,pledge,commit,commissive,2,,false", ""
  ]);
  expect(code("--csv", "nouns", join(folder, "verbs.txt"))).toMatchObject({status: 1, stdout: "", errors: ['unknown table: "nouns" (known are clauses, verbs, topics, instruments, registry)']});
});

test("the command says how it is used", () => {
  expect(code("--help")).toMatchObject({status: 0, stdout: expect.stringMatching(/^usage: npm run --silent code -- /)});
  expect(code()).toMatchObject({status: 1, stdout: "", errors: ["no file given (see --help)"]});
  expect(code("--jsn", "x.txt")).toMatchObject({status: 1, stdout: "", errors: ['unknown option: "--jsn" (see --help)']});
});
