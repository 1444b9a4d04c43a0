import {readdirSync} from "node:fs";
import {join} from "node:path";
import type {Statement} from "../../src/schema.js";
import {readStatement} from "./read-statement.js";
import {StatementError} from "./statement-error.js";

/** All statements of a folder, the newest first (then by id): the first one opens the site. Throws at the first that is wrong. */
export function readStatements(folder: string): Statement[] {
  const names = readdirSync(folder).sort();
  const ids = names.filter((name) => /\.txt$/i.test(name)).map((name) => name.slice(0, -".txt".length));
  for (const [i, id] of ids.entries()) {
    const twin = ids.findIndex((other) => other.toLowerCase() === id.toLowerCase());
    if (twin < i) throw new StatementError(`two statements with one id: "${ids[twin]}" and "${id}"`, {file: folder, statement: id}, "rename one");
  }
  for (const name of names) {
    const id = /^(.+?)(\.decisions\.tsv|\.briefing\.md|\.json)$/.exec(name)?.[1];
    if (id !== undefined && !ids.includes(id)) {
      throw new StatementError(`missing file: ${join(folder, `${id}.txt`)}`, {statement: id}, `${name} has no statement beside it`);
    }
  }
  if (ids.length === 0) throw new StatementError("no statement", {file: folder}, "add <id>.txt and <id>.json");
  const files = names.filter((name) => /\.txt$/i.test(name)).map((name) => join(folder, name));
  return files.map(readStatement).sort((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id));
}
