import type {Clause, Tables} from "../schema.js";
import {oneLine} from "./wording.js";
import {zip} from "./zip.js";

/** Address of a clause, for citations. */
export type Address = (clause: string) => string;

const kept = (tables: Tables, pins: readonly string[]): Clause[] => pins.flatMap((id) => tables.clauses.find((clause) => clause.id === id) ?? []);

const citation = (clause: Clause, {statement}: Tables) => `${statement.short.replace(/\.$/, "")}, paragraph ${clause.paragraph}, clause ${clause.id}`;
const codes = (clause: Clause) => `${clause.stance}, strength ${clause.strength}${clause.speakers.length ? `; ${clause.speakers.join(", ")}` : ""}`;

/** Kept clauses as Markdown: each quoted, coded and cited. */
export function pinsMarkdown(tables: Tables, pins: readonly string[], address: Address): string {
  const escape = (text: string) => text.replace(/([\\`*_[\]<>#|])/g, "\\$1");
  return [`# ${escape(tables.statement.title)}`, ...kept(tables, pins).map((clause) =>
    `> ${escape(oneLine(clause.text))}\n\nCoded ${codes(clause)}. ${escape(citation(clause, tables))}: <${address(clause.id)}>`)].join("\n\n") + "\n";
}

/** Kept clauses as CSV (RFC 4180); cells that a spreadsheet would take for a formula get an apostrophe. */
export function pinsCsv(tables: Tables, pins: readonly string[], address: Address): string {
  const cell = (value: string | number) => {
    const text = String(value), safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = kept(tables, pins).map((clause) => [clause.id, clause.paragraph, oneLine(clause.text), clause.stance, clause.pole, clause.strength, clause.speakers.join("; "), citation(clause, tables), address(clause.id)]);
  return [["clause", "paragraph", "text", "stance", "pole", "strength", "speakers", "citation", "address"], ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

// XML allows no control characters but tab and line ends.
const xml = (text: string) => text.replace(/(?![\t\n\r])\p{Cc}/gu, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const run = (text: string, properties = "") => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
const paragraph = (runs: string, properties = "") => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Kept clauses as a Word document: each quoted, then coded and cited. */
export function pinsWord(tables: Tables, pins: readonly string[], address: Address): Uint8Array {
  const body = kept(tables, pins).map((clause) =>
    paragraph(run(`“${oneLine(clause.text)}”`), '<w:spacing w:before="240" w:after="60"/><w:ind w:left="360"/>')
    + paragraph(run(`Coded ${codes(clause)}. ${citation(clause, tables)}. ${address(clause.id)}`, '<w:color w:val="48515E"/><w:sz w:val="19"/>'), '<w:ind w:left="360"/>')).join("");
  return zip({
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${head}<w:document xmlns:w="${word}"><w:body>${paragraph(run(tables.statement.title, '<w:b/><w:sz w:val="32"/>'))}${body}</w:body></w:document>`
  });
}
