import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {readScheme, type SchemeTable} from "./read-scheme.js";

/** All scheme tables of a folder, by file name. */
export function readSchemes(folder: string): SchemeTable[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".tsv")).sort();
  return names.map((name) => readScheme(readFileSync(join(folder, name), "utf8"), name.slice(0, -".tsv".length)));
}
