import {createHash} from "node:crypto";
import type {Tables} from "../../../src/schema.js";
import {writeCsv} from "../../tables/csv.js";
import {citeBibtex, citeCff, citeRis, type Cited} from "../cite.js";
import {zipDate} from "../dates.js";
import {zip} from "../zip.js";
import {codebookCsv, codebookMarkdown} from "./codebook.js";
import {packageTables, type PackageTable} from "./package-tables.js";
import {writeParquet} from "./parquet.js";
import {packageReadme} from "./readme.js";

const mediaTypes: Record<string, string> = {csv: "text/csv", json: "application/json", parquet: "application/vnd.apache.parquet", txt: "text/plain", md: "text/markdown"};

const bytesOf = (content: string | Uint8Array) => typeof content === "string" ? Buffer.from(content) : Buffer.from(content);

function resource(path: string, content: string | Uint8Array, more: object) {
  const bytes = bytesOf(content), format = path.slice(path.lastIndexOf(".") + 1);
  return {
    name: path.endsWith(".csv") ? path.slice(0, -4) : path.replace(".", "-"), path, ...more, format, mediatype: mediaTypes[format],
    ...(format !== "parquet" && {encoding: "utf-8"}), bytes: bytes.length, hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`
  };
}

/** The Table Schema of a table. */
function schema({fields, primaryKey, foreignKeys}: PackageTable) {
  return {
    fields: Object.entries(fields).map(([name, {type, description, list, required, unique, minimum, maximum, enum: allowed}]) => {
      const constraints = {...(required && {required}), ...(unique && {unique}), ...(minimum !== undefined && {minimum}), ...(maximum !== undefined && {maximum}), ...(allowed && {enum: allowed})};
      return {
        name, type, ...(type === "boolean" && {trueValues: ["true"], falseValues: ["false"]}),
        description: list ? `${description} Several values are joined by "|".` : description, ...(Object.keys(constraints).length && {constraints})
      };
    }),
    missingValues: [""], primaryKey,
    ...(Object.keys(foreignKeys).length && {foreignKeys: Object.entries(foreignKeys).map(([fields, [resource, column]]) => ({fields, reference: {resource, fields: column}}))})
  };
}

function tableFiles(tables: Tables): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  for (const {name, rows, fields} of packageTables) {
    const table = rows(tables);
    const objects = table.rows.map((row) => Object.fromEntries(table.columns.map((column, k) => [column, row[k]])));
    files.set(`${name}.csv`, writeCsv(table));
    files.set(`${name}.json`, `[\n${objects.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
    files.set(`${name}.parquet`, writeParquet(table, fields));
  }
  return files.set("text.txt", tables.statement.text);
}

/** Describes the tables after the Data Package standard, version 1. */
function descriptor({statement, coding}: Tables, files: Map<string, string | Uint8Array>, {version, site}: Cited): string {
  const resources = packageTables.flatMap((table) => {
    const {name, title, description} = table;
    const [csv, json, parquet] = ["csv", "json", "parquet"].map((format) => `${name}.${format}`) as [string, string, string];
    return [
      resource(csv, files.get(csv)!, {profile: "tabular-data-resource", title, description, dialect: {delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true}, schema: schema(table)}),
      resource(json, files.get(json)!, {profile: "data-resource", title: `${title}, as JSON`, description: "The rows of the CSV as a list of objects; several values are lists."}),
      resource(parquet, files.get(parquet)!, {profile: "data-resource", title: `${title}, as Parquet`, description: "The rows of the CSV as Parquet."})
    ];
  });
  resources.push(resource("text.txt", files.get("text.txt")!, {profile: "data-resource", title: "The statement's text", description: `Licence of the text: ${statement.licence}`}));
  return `${JSON.stringify({
    profile: "data-package", name: statement.id, id: `${site}statements/${statement.id}`, title: `${statement.title}: coded tables`,
    description: `Clauses, verbs, topics and instruments of "${statement.title}" (${statement.date}), coded by rules (${coding.version}). Codes describe wording, not merit.`,
    version,
    licenses: [{name: "MIT", path: "https://opensource.org/license/mit", title: "MIT License"}],
    sources: [{title: statement.source}], contributors: [{title: "Statement Atlas", role: "author"}], resources
  }, null, 1)}\n`;
}

/** All files of a statement's data package by name, with `<id>.zip` that holds the others. */
export function packageFiles(tables: Tables, cited: Cited): Map<string, string | Uint8Array> {
  const files = tableFiles(tables), id = tables.statement.id;
  files.set("datapackage.json", descriptor(tables, files, cited));
  files.set("README.md", packageReadme(tables, cited));
  files.set("codebook.csv", codebookCsv()).set("codebook.md", codebookMarkdown(tables));
  files.set("CITATION.cff", citeCff(cited)).set("citation.bib", citeBibtex(cited)).set("citation.ris", citeRis(cited));
  const inside = [...files].map(([name, content]) => [`${id}/${name}`, content] as const);
  return files.set(`${id}.zip`, zip(inside, zipDate(tables.statement.date)));
}
