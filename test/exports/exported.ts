import {mkdtempSync, readFileSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll} from "vitest";
import {writeExports, type WriteExportsOptions} from "../../data-loaders/exports/write-exports.js";
import {figures} from "../../src/figures/index.js";
import type {Tables} from "../../src/schema.js";
import {syntheticTables} from "../figures/synthetic-tables.js";

export const site = "https://atlas.example.org/";

/** Invented tables with names that only some faces have letters for, and with what markup would trip over. */
export function namedTables(): Tables {
  const tables = syntheticTables({clauses: 14, seed: 3});
  const renamed = new Map([["Northland", "Ελλάδα & Čeština"], ["Southland", "Україна → <Türkiye>"]]);
  const name = (known: string) => renamed.get(known) ?? known;
  tables.statement.parties = tables.statement.parties.map((party) => ({...party, name: name(party.name)}));
  tables.clauses = tables.clauses.map((clause) => ({...clause, speakers: clause.speakers.map(name)}));
  tables.topicList = tables.topicList.map((topic, i) => i === 0 ? {...topic, label: "“Şişli” ↔ Łódź, \u2011 ½ & <b>"} : topic);
  return tables;
}

const folders: string[] = [];
/** A new empty folder that is removed after the tests of the file. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "atlas-exports-"));
  folders.push(folder);
  return folder;
}
afterAll(() => folders.forEach((folder) => rmSync(folder, {recursive: true, force: true})));

/** Figures that have between them both faces, halos, patterns and numbers in marks. */
export const some = figures.filter(({id}) => ["stance-score", "topic-coverage", "speakers"].includes(id));

export async function exported(options: Partial<WriteExportsOptions> = {}) {
  const folder = newFolder(), tables = options.tables ?? namedTables();
  const manifest = await writeExports({folder, tables, site, figures: some, frozen: join(folder, "no-frozen"), ...options});
  const home = join(folder, "statements", tables.statement.id);
  return {folder, home, tables, manifest, read: (path: string) => readFileSync(join(home, path)), text: (path: string) => readFileSync(join(home, path), "utf8")};
}

/** Contents of all files under a folder by their path. */
export function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((path) => [path.slice(folder.length), readFileSync(path).toString("latin1")]));
}
