import {atAGlance, type Answer} from "../queries/at-a-glance.js";
import {joined, type Occurrence} from "../queries/verb-ladder.js";
import {builder} from "./element.js";
import {evidenceStrip} from "./evidence-strip.js";
import {numberMark} from "./number-mark.js";
import type {Part, PartContext} from "./part.js";
import {poleClass} from "./wording.js";

/** The first words of a text, cut at a word, with "…" beside the last where it goes on. */
function firstWords(text: string, length: number): string {
  const words = text.split(" ").slice(0, length).join(" ");
  return words === text ? text : `${words.replace(/[,;:]$/, "")}\u00a0…`;
}

function quote({clause, lead, object}: Occurrence, {document, href}: PartContext): HTMLElement {
  const h = builder(document);
  return h("li", {"data-clauses": clause.id}, numberMark(document, clause, href("text", `#${clause.id}`)),
    h("span", {class: "verbatim"}, lead.length ? [h("b", {class: `${poleClass[clause.pole]}-text`}, joined(lead)), object[0]?.glued ? "" : " "] : null, firstWords(joined(object), 11)));
}

function answer(given: Answer, context: PartContext): HTMLElement {
  const {document, tables, href} = context, h = builder(document), {question, key, note, rows, quotes, clauses, more} = given;
  const pole = given.pole && clauses.length ? `${poleClass[given.pole]}-text` : null;
  return h("li", {},
    h("h3", {}, h("span", {class: "question"}, question), " ", h("span", {class: pole}, key)),
    h("div", {class: "answer"},
      h("p", {}, `${note}.`),
      rows.length ? h("ul", {class: "glance-rows"}, rows.map((row) => h("li", {},
        row.clauses.length ? h("a", {href: href("text", `?clause=${row.clauses.join("~")}`), "data-clauses": row.clauses.join(" ")}, row.label) : h("span", {}, row.label),
        h("span", {class: "n"}, row.n)))) : null,
      quotes.length ? h("ul", {class: "glance-quotes"}, quotes.map((occurrence) => quote(occurrence, context))) : null),
    h("div", {class: "glance-foot"},
      clauses.length ? evidenceStrip(document, tables.clauses, new Set(clauses), `${question}: ${clauses.length} of ${tables.clauses.length} clauses`) : null,
      h("a", {href: href(more.page, more.rest)}, more.label)));
}

/** The statement in five answers, each with its clauses and the way to more. */
export const glance: Part = (context) => {
  const {document, tables} = context, h = builder(document), answers = atAGlance(tables);
  if (!answers.length) return h("p", {class: "empty"}, "No clause was coded.");
  return h("section", {"aria-labelledby": "at-a-glance"},
    h("h2", {class: "visually-hidden", id: "at-a-glance"}, "At a glance"),
    h("ul", {class: "glance"}, answers.map((given) => answer(given, context))));
};
