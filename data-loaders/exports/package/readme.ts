import type {Tables} from "../../../src/schema.js";
import {citePlain, type Cited} from "../cite.js";
import {longDate} from "../dates.js";
import {packageTables} from "./package-tables.js";
import {snippets} from "./snippets.js";

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** What the package holds, how to load it, what it does not say, how to cite it. */
export function packageReadme(tables: Tables, cited: Cited): string {
  const {statement, coding} = tables, doubtful = tables.clauses.filter(({doubts}) => doubts.length).length;
  const outdated = coding.staleDecisions.length ? `\n\nCorrections that no longer fit the text: ${coding.staleDecisions.map(oneLine).join(" ")}` : "";
  return `# ${oneLine(statement.title)}: coded tables

${oneLine(statement.kind)}, ${longDate(statement.date)}${statement.place ? `, ${oneLine(statement.place)}` : ""}. Source: ${oneLine(statement.source)}.${statement.note ? ` ${oneLine(statement.note)}` : ""}

${packageTables.map(({name, description, rows}) => `- \`${name}.csv\`, \`.json\`, \`.parquet\`: ${description} ${count(rows(tables).rows.length, "row")}.`).join("\n")}
- \`text.txt\`: the statement's text; \`start\` and \`end\` in the tables count its UTF-16 code units from 0.
- \`datapackage.json\`: the tables described for programs (Frictionless Data Package).
- \`codebook.md\`, \`codebook.csv\`: what each field and each class means.
- \`CITATION.cff\`, \`citation.bib\`, \`citation.ris\`: how to cite the tables.

## Load

${Object.entries(snippets).map(([language, line]) => `${language}:\n\n\`\`\`${language.toLowerCase()}\n${line("clauses")}\n\`\`\``).join("\n\n")}

## Read with care

Codes describe wording, not merit. They were made by rules (${coding.version}); ${doubtful ? `${doubtful} of ${count(tables.clauses.length, "clause")} carry a doubt that the rules leave (see the site)` : "the rules left no doubt on any clause"}. Counts of so few clauses are counts, not rates.${outdated}

## Licence

Tables and documentation: MIT. The text is not ours: ${oneLine(statement.licence)}.

## Cite

${citePlain(cited)}
`;
}
