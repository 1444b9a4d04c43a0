import {figureFolder, statementFolder, versionFolder} from "../../src/embed/addresses.js";
import type {Statement} from "../../src/schema.js";
import {longDate} from "./dates.js";

/** What is cited: one figure of a statement, or its tables where `figure` is absent. */
export interface Cited {
  statement: Statement;
  /** Name of the kept version, whose files never change. */
  version: string;
  /** Address of the site, with a slash at the end. */
  site: string;
  figure?: {id: string; title: string};
}

/** The address that a citation names: the kept copy, not the live one. */
export function citedAddress({statement, version, site, figure}: Cited): string {
  return `${site}${versionFolder(version)}${figure ? `${figureFolder(statement.id, figure.id)}embed.html` : `${statementFolder(statement.id)}README.md`}`;
}

const workTitle = ({statement, figure}: Cited) => figure ? figure.title : `Coded tables of: ${statement.title}`;
const kind = ({figure}: Cited) => figure ? "Figure" : "Data set";
const statementDated = ({statement}: Cited) => `${statement.title}, ${longDate(statement.date)}`;

/** Key of the BibTeX entry. */
export const citeKey = ({statement, figure}: Cited): string => ["statement-atlas", statement.id, figure?.id].filter(Boolean).join(":");

/** One line for a footnote. It names no year of its own: the figure has a version, and the statement has a date. */
export function citePlain(cited: Cited): string {
  const sentences = ["Statement Atlas", workTitle(cited), statementDated(cited), `Version ${cited.version}`];
  return [...sentences.map((text) => /[.!?]$/.test(text) ? text : `${text}.`), citedAddress(cited)].join(" ");
}

const bibtexEscapes: Record<string, string> = {
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%", "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}"
};

/** Words as LaTeX and BibTeX print them. */
export const escapeTex = (text: string): string => text.replace(/\s+/g, " ").replace(/[\\{}$&#%_^~]/g, (c) => bibtexEscapes[c]!);

export function citeBibtex(cited: Cited): string {
  const fields = [
    `author = {{Statement Atlas}}`,
    `title = {{${escapeTex(workTitle(cited))}}}`,
    // The styles that come with BibTeX print no url; reference managers read nothing else.
    `howpublished = {${kind(cited)}, version ${escapeTex(cited.version)}, \\url{${citedAddress(cited)}}}`,
    `note = {Coded from: ${escapeTex(statementDated(cited))}}`,
    `url = {${citedAddress(cited)}}`
  ];
  return `@misc{${citeKey(cited)},\n${fields.map((field) => `  ${field}`).join(",\n")}\n}\n`;
}

export function citeRis(cited: Cited): string {
  const line = (text: string) => text.replace(/\s+/g, " ");
  return [
    ["TY", cited.figure ? "FIGURE" : "DATA"], ["AU", "Statement Atlas"], ["TI", line(workTitle(cited))], ["T2", line(statementDated(cited))],
    ["PB", "Statement Atlas"], ["ET", cited.version], ["UR", citedAddress(cited)], ["ER", ""]
  ].map(([tag, value]) => `${tag}  - ${value}\r\n`).join("");
}

/** A CITATION.cff (format 1.2.0) for the tables of a statement. */
export function citeCff(cited: Cited): string {
  const quoted = (text: string) => JSON.stringify(text.replace(/\s+/g, " "));
  return `cff-version: 1.2.0
message: Please cite these tables as below, with their version.
type: dataset
title: ${quoted(workTitle(cited))}
version: ${quoted(cited.version)}
authors:
  - name: Statement Atlas
url: ${quoted(citedAddress(cited))}
references:
  - type: generic
    title: ${quoted(cited.statement.title)}
    authors:
${(cited.statement.parties.length ? cited.statement.parties.map(({name}) => name) : ["not stated"]).map((name) => `      - name: ${quoted(name)}`).join("\n")}
    date-released: ${cited.statement.date}
    notes: ${quoted(cited.statement.source)}
`;
}
