import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {Package, validate} from "datapackage";
import {parquetReadObjects} from "hyparquet";
import JSZip from "jszip";
import {expect, test} from "vitest";
import {codebookCsv} from "../../data-loaders/exports/package/codebook.js";
import {packageTables} from "../../data-loaders/exports/package/package-tables.js";
import {snippets} from "../../data-loaders/exports/package/snippets.js";
import {packageFiles} from "../../data-loaders/exports/package/write-package.js";
import {namedTables, newFolder, site} from "./exported.js";

const tables = namedTables();
const files = packageFiles(tables, {statement: tables.statement, version: "0.1.0-12345678", site});
const descriptor = JSON.parse(files.get("datapackage.json") as string);

function unpacked(): string {
  const folder = newFolder();
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  return folder;
}

/** RFC 4180, strictly. */
function readCsv(csv: string): string[][] {
  expect(csv.endsWith("\r\n")).toBe(true);
  return csv.slice(0, -2).split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!));
}

test("every table has its fields described in the order of its columns, and the codebook lists each", () => {
  const listed = readCsv(codebookCsv()).slice(1).map(([table, field]) => `${table}.${field}`);
  expect(listed).toEqual(packageTables.flatMap(({name, rows}) => rows(tables).columns.map((column) => `${name}.${column}`)));
});

test("the descriptor keeps the rules of Data Package 1: names, paths, formats, sizes and hashes", () => {
  expect(descriptor.profile).toBe("data-package");
  expect(descriptor.name).toMatch(/^[-a-z0-9._/]+$/);
  const names = descriptor.resources.map(({name}: {name: string}) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const {name, path, bytes, hash, mediatype} of descriptor.resources) {
    const content = Buffer.from(files.get(path) as Uint8Array);
    expect(name).toMatch(/^[-a-z0-9._/]+$/);
    expect(mediatype).toMatch(/^[\w.+-]+\/[\w.+-]+$/);
    expect({bytes, hash}).toEqual({bytes: content.length, hash: `sha256:${createHash("sha256").update(content).digest("hex")}`});
  }
});

test("every cell of every CSV keeps its field's type and constraints; keys are unique and lead to rows", () => {
  const values = new Map<string, Set<string>>(), wanted: {from: string; to: string; values: string[]}[] = [];
  for (const {name, path, schema} of descriptor.resources.filter((resource: {schema?: object}) => resource.schema)) {
    const [head, ...rows] = readCsv(Buffer.from(files.get(path) as string).toString());
    expect(head).toEqual(schema.fields.map((field: {name: string}) => field.name));
    for (const row of rows) {
      expect(row).toHaveLength(head!.length);
      schema.fields.forEach((field: any, k: number) => {
        const cell = row[k]!, {required, enum: allowed, minimum = -Infinity, maximum = Infinity} = field.constraints ?? {}, where = `${name}.${field.name}: ${cell}`;
        if (cell === "") return expect(required ?? false, where).toBe(false);
        if (field.type === "integer") expect(/^-?\d+$/.test(cell) && Number(cell) >= minimum && Number(cell) <= maximum, where).toBe(true);
        if (field.type === "boolean") expect(["true", "false"], where).toContain(cell);
        if (allowed) expect(allowed, where).toContain(cell);
      });
    }
    const column = (wantedName: string) => rows.map((row) => row[head!.indexOf(wantedName)]!);
    for (const field of head!) values.set(`${name}.${field}`, new Set(column(field)));
    const keys = rows.map((row) => schema.primaryKey.map((key: string) => row[head!.indexOf(key)]).join("\0"));
    expect(new Set(keys).size, `primary key of ${name}`).toBe(keys.length);
    for (const {fields, reference} of schema.foreignKeys ?? []) wanted.push({from: `${name}.${fields}`, to: `${reference.resource}.${reference.fields}`, values: column(fields).filter(Boolean)});
  }
  expect(wanted.length).toBeGreaterThan(3);
  for (const {from, to, values: used} of wanted) for (const value of used) expect(values.get(to)!.has(value), `${from} → ${to}: ${value}`).toBe(true);
});

test("Parquet and JSON have the rows of the tables", async () => {
  for (const {name, rows} of packageTables) {
    const {columns, rows: expected} = rows(tables), parquet = files.get(`${name}.parquet`) as Uint8Array;
    const file = parquet.buffer.slice(parquet.byteOffset, parquet.byteOffset + parquet.byteLength) as ArrayBuffer;
    const read = await parquetReadObjects({file});
    expect(read.map((row) => columns.map((column) => row[column] ?? null)), name)
      .toEqual(expected.map((row) => row.map((cell) => Array.isArray(cell) ? cell.join("|") : cell)));
    const json = JSON.parse(files.get(`${name}.json`) as string) as Record<string, unknown>[];
    expect(json.map((row) => columns.map((column) => row[column]))).toEqual(expected);
  }
});

test("the words of every span stand in text.txt at its places", () => {
  const text = files.get("text.txt") as string;
  for (const {start, end, text: words} of JSON.parse(files.get("clauses.json") as string)) expect(text.slice(start, end)).toBe(words);
});

test("the ZIP holds every file of the package under one folder", async () => {
  const zip = await JSZip.loadAsync(files.get("synthetic.zip") as Uint8Array);
  expect(Object.keys(zip.files).sort()).toEqual([...files.keys()].filter((name) => name !== "synthetic.zip").map((name) => `synthetic/${name}`).sort());
  for (const [name, content] of files) if (name !== "synthetic.zip") expect(await zip.file(`synthetic/${name}`)!.async("nodebuffer"), name).toEqual(Buffer.from(content as Uint8Array));
});

test("the Frictionless validator passes the descriptor, every cell of every table, and every key", async () => {
  const folder = unpacked(), checked = await validate(descriptor, {basePath: folder});
  expect(checked).toEqual({valid: true, errors: []});
  const tabular = (await Package.load(join(folder, "datapackage.json"), {basePath: folder})).resources.filter((resource) => resource.tabular);
  expect(tabular.map(({name}) => name)).toEqual(packageTables.map(({name}) => name));
  for (const resource of tabular) {
    expect(await resource.read({keyed: true, relations: true})).toHaveLength(packageTables.find(({name}) => name === resource.name)!.rows(tables).rows.length);
    expect(await resource.checkRelations(), resource.name).toBe(true);
  }
});

test("the same validator refuses a table with a cell that breaks a rule", async () => {
  const folder = unpacked(), [first] = tables.clauses;
  writeFileSync(join(folder, "clauses.csv"), String(files.get("clauses.csv")).replace(`,${first!.stance},`, ",praise,"));
  const {resources} = await Package.load(join(folder, "datapackage.json"), {basePath: folder});
  await expect(resources.find(({name}) => name === "clauses")!.read({keyed: true})).rejects.toThrow();
});

/** What a program of some language prints, run where the package is unpacked; null where the language is not on this machine. */
function run(command: string, args: string[], folder: string): string | null {
  try {
    return execFileSync(command, args, {cwd: folder, encoding: "utf8", env: {...process.env, PYTHONIOENCODING: "utf-8", LC_ALL: "C.UTF-8"}}).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

const languages = {
  JavaScript: (folder: string) => run(process.execPath, ["--input-type=module", "-e", `${snippets.JavaScript("clauses")} console.log(clauses.length, clauses[0].text)`], folder),
  Python: (folder: string) => run("python3", ["-c", `${snippets.Python("clauses")}; print(len(clauses), clauses[0]["text"])`], folder),
  R: (folder: string) => run("Rscript", ["-e", `${snippets.R("clauses")}; cat(nrow(clauses), clauses$text[1])`], folder)
};

test.each(Object.keys(languages) as (keyof typeof languages)[])("the line that the README offers loads the clauses in %s, where the language is at hand", (language) => {
  expect(files.get("README.md") as string).toContain(snippets[language]("clauses"));
  const said = languages[language](unpacked());
  console.log(said === null ? `${language} is not on this machine: its line was not run` : `${language} ran its line`);
  if (said !== null) expect(said).toBe(`${tables.clauses.length} ${tables.clauses[0]!.text}`);
});
