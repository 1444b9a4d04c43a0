import type {Tables} from "../../../src/schema.js";
import {writeCsv} from "../../tables/csv.js";
import {packageTables} from "./package-tables.js";

/** One row a field: table, name, type, meaning, allowed values. */
export function codebookCsv(): string {
  const rows = packageTables.flatMap(({name, fields}) => Object.entries(fields).map(([field, {type, list, required, description, enum: allowed}]) =>
    [name, field, list ? `${type}, several` : type, required ? "yes" : "no", description, allowed ?? null]));
  return writeCsv({columns: ["table", "field", "type", "always filled", "description", "values"], rows});
}

const cell = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ");
const markdownTable = (head: string[], rows: string[][]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

/** The codebook for people: fields of each table, stance classes, topics, how the codes were made. */
export function codebookMarkdown({statement, coding, stanceList, topicList}: Tables): string {
  const alpha = coding.stanceAlpha;
  const fields = packageTables.map(({name, title, description, fields}) => `## ${title} (${name})\n\n${description}\n\n${markdownTable(["field", "type", "meaning"],
    Object.entries(fields).map(([field, {type, list, description}]) => [field, list ? `${type}, several` : type, description]))}`);
  return `# Codebook

Codes of "${cell(statement.title)}". Codes describe wording: they say what a clause does with words, not whether it is right.

The codes were made by rules (${coding.version})${alpha ? `; their stance classes agree with reference annotations at Krippendorff's alpha ${alpha.value.toFixed(2)} (${alpha.clauses} clauses of ${alpha.texts} texts, which the rules were made with)` : "; their agreement with reference annotations was not measured"}. ${coding.decisions.length ? `${coding.decisions.length} were corrected by people.` : "None was corrected by people."}

Several values in one field are joined by "|". Places count UTF-16 code units in text.txt, from 0; \`text.slice(start, end)\` in JavaScript gives the words, and so does \`text[start:end]\` in Python unless characters beyond U+FFFF stand before them.

${fields.join("\n\n")}

## Stance classes

${markdownTable(["class", "pole", "definition"], stanceList.map(({id, pole, definition}) => [id, pole, definition]))}

Strength is 1 for hedged, 2 for plain, 3 for strong wording.

## Topics

${markdownTable(["topic", "label", "covers"], topicList.map(({id, label, covers}) => [id, label, covers]))}
`;
}
