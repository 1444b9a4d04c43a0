import {count, list} from "../figures/words.js";
import {builder, type Child} from "./element.js";
import type {Part, PartContext} from "./part.js";
import {dateInWords} from "./wording.js";

/** Kind, parties, place and date in one line. */
export function eyebrowText({tables: {statement}}: Pick<PartContext, "tables">): string {
  const kind = statement.kind.charAt(0).toUpperCase() + statement.kind.slice(1);
  const when = [statement.place, dateInWords(statement.date)].filter(Boolean).join(", ");
  return [kind, list(statement.parties.map((party) => party.name)), when].filter(Boolean).join(" · ");
}

/** Who, when, what text, how coded. */
export const facts: Part = ({document, tables, href}) => {
  const h = builder(document), {statement, clauses, paragraphs, coding} = tables;
  const numbered = paragraphs.filter((paragraph) => paragraph.number !== null).length;
  const rows: [string, ...Child[]][] = [
    ["Who", statement.parties.map((party) => party.name).join(", ") || "not stated"],
    ["When", [dateInWords(statement.date), statement.place].filter(Boolean).join(", ")],
    ["Text", `${statement.kind.charAt(0).toUpperCase()}${statement.kind.slice(1)}, ${count(statement.words, "word")}, ${count(numbered, "paragraph")}`],
    ["Coded", `${count(clauses.length, "clause")}, by rules (${coding.version}); `, h("a", {href: href("method", "#how-well-the-coder-does")}, "how\u00a0well")]
  ];
  return h("dl", {class: "facts"}, rows.map(([name, ...value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
};

/** Title of the statement with its facts: the head of the overview. */
export const titleBlock: Part = (context, dataset) => {
  const {document, tables} = context, h = builder(document);
  return h("div", {class: "title-block"},
    h("div", {},
      h("p", {class: "eyebrow"}, eyebrowText(context)),
      h("h1", {}, tables.statement.title),
      h("p", {class: "standfirst"}, "How the wording divides, clause by clause. Every mark below leads to the exact words.")),
    facts(context, dataset) as Element);
};

/** The line above a page's heading: which statement it is about. */
export const pageHead: Part = ({document, tables, href}) => {
  const h = builder(document);
  return h("p", {class: "eyebrow page-head"}, h("a", {href: href("index")}, tables.statement.title), ` · ${dateInWords(tables.statement.date)}`);
};
