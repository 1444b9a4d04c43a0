import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {readStatement} from "../../data-loaders/read/read-statement.js";
import {readStatements} from "../../data-loaders/read/read-statements.js";

const metadata = {
  title: "On rivers", short: "joint statement on rivers", kind: "joint statement", date: "2024-02-29", place: null,
  parties: [{name: "Norland", aliases: ["the northern side"]}, {name: "Sudland", aliases: []}],
  source: "invented", language: "en", licence: "MIT", note: null
};

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "statements-")); });
afterEach(() => rmSync(folder, {recursive: true}));

const add = (id: string, text: string | Uint8Array = "The two sides support clean rivers.", about: unknown = metadata) => {
  writeFileSync(join(folder, `${id}.txt`), text);
  writeFileSync(join(folder, `${id}.json`), typeof about === "string" ? about : JSON.stringify(about));
  return join(folder, `${id}.txt`);
};
const problem = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    expect(error).toMatchObject({name: "StatementError"});
    const {message} = error as Error;
    expect(message).not.toContain("\n");
    return message.replaceAll(`${folder}/`, "").replaceAll(folder, "the folder");
  }
  return "none";
};

test("a statement is its text and what the file beside it says", () => {
  expect(readStatement(add("rivers"))).toEqual({id: "rivers", ...metadata, text: "The two sides support clean rivers.", words: 6});
});

test("place, note and aliases may be left out", () => {
  const {place, note, ...rest} = metadata;
  const {parties, ...read} = readStatement(add("rivers", undefined, {...rest, parties: [{name: "Norland"}]}));
  expect([read.place, read.note, parties]).toEqual([place, note, [{name: "Norland", aliases: []}]]);
});

test("a byte order mark and carriage returns stay, so that offsets are those of the file", () => {
  const text = "\uFEFFFirst.\r\n\r\nSecond.";
  expect(readStatement(add("rivers", text)).text).toBe(text);
});

test.each([
  ["title", undefined, 'missing field: "title" (rivers.json, field "title")'],
  ["title", " ", 'title must be a text that is not empty: " " (rivers.json, field "title")'],
  ["date", "2023-02-29", 'date must be a day of the calendar, like "2025-05-08": "2023-02-29" (rivers.json, field "date")'],
  ["date", "8 May 2025", 'date must be a day of the calendar, like "2025-05-08": "8 May 2025" (rivers.json, field "date")'],
  ["place", 7, 'place must be a text, or null: 7 (rivers.json, field "place")'],
  ["language", "fr", 'language must be "en" or a tag that begins with "en-": the vocabularies are English: "fr" (rivers.json, field "language")'],
  ["parties", [], 'parties must be a list of at least one {"name", "aliases"}: [] (rivers.json, field "parties")'],
  ["parties", [{name: "A"}, {name: "A"}], 'parties names a party twice: "A": [{"name":"A"},{"name":"A"}] (rivers.json, field "parties")'],
  ["parties", [{name: "A", alias: "B"}], 'parties has an unknown name in party number 1: "alias": [{"name":"A","alias":"B"}] (rivers.json, field "parties")'],
  ["author", "me", 'unknown field: "author" (rivers.json, field "author"; known are title, short, kind, date, place, parties, source, language, licence, note)']
])("metadata that is wrong is refused with its field: %s %j", (field, value, message) => {
  expect(problem(() => readStatement(add("rivers", undefined, {...metadata, [field]: value})))).toBe(message);
});

test.each([
  ["not JSON", undefined, "{\n \"title\": \"On rivers\",\n date\n}", "not JSON (rivers.json, line 3)"],
  ["a list", undefined, "[]", "metadata must be one JSON object: [] (rivers.json)"],
  ["an empty text", "", metadata, "empty text (rivers.txt)"],
  ["a text of blanks", " \n\n ", metadata, "empty text (rivers.txt)"],
  ["a text without words", "***\n\n---\n", metadata, "no words in the text (rivers.txt)"],
  ["bytes that are not UTF-8", new Uint8Array([0x41, 0x0a, 0x42, 0xe9, 0x20, 0x0a]), metadata, "not UTF-8 text (rivers.txt, line 2; save the file as UTF-8)"],
  ["a binary file", "PK\u0003\u0004 word", metadata, "not plain text: control character U+0003 (rivers.txt, line 1; save the statement as plain text)"]
])("%s is refused with its file", (_, text, about, message) => {
  expect(problem(() => readStatement(add("rivers", text, about)))).toBe(message);
});

test("a statement without its other half is refused", () => {
  writeFileSync(join(folder, "a.txt"), "Text.");
  expect(problem(() => readStatements(folder))).toBe("missing file: a.json (a statement is a pair of <id>.txt and <id>.json)");
  rmSync(join(folder, "a.txt"));
  add("b");
  writeFileSync(join(folder, "a.json"), "{}");
  expect(problem(() => readStatements(folder))).toBe("missing file: a.txt (a.json has no statement beside it)");
});

test("a name that cannot be an address and a second file with one id are refused", () => {
  expect(problem(() => readStatement(add("On Rivers")))).toContain('file name must be lower-case words joined by "-": "On Rivers.txt"');
  rmSync(folder, {recursive: true});
  folder = mkdtempSync(join(tmpdir(), "statements-"));
  add("rivers");
  add("Rivers");
  expect(problem(() => readStatements(folder))).toBe('two statements with one id: "Rivers" and "rivers" (the folder; rename one)');
});

test("an empty folder is refused", () => {
  expect(problem(() => readStatements(folder))).toBe("no statement (the folder; add <id>.txt and <id>.json)");
});

test("the newest statement comes first, and statements of one day stand by id", () => {
  add("b", undefined, {...metadata, date: "2020-01-01"});
  add("c", undefined, {...metadata, date: "2024-01-01"});
  add("a", undefined, {...metadata, date: "2020-01-01"});
  expect(readStatements(folder).map(({id}) => id)).toEqual(["c", "a", "b"]);
});
