import {count} from "../figures/words.js";
import {builder} from "./element.js";
import type {Part, PartContext} from "./part.js";
import {dateInWords} from "./wording.js";

/** The pages in the order of the menu. */
export const pages = [
  {id: "index", label: "Statement"}, {id: "text", label: "Text"}, {id: "topics", label: "Topics"}, {id: "verbs", label: "Verbs"},
  {id: "instruments", label: "Instruments"}, {id: "briefing", label: "Briefing"}, {id: "data", label: "Data"}, {id: "method", label: "Method"}
] as const;

function chooser({document, statements, tables, page, root}: PartContext): HTMLElement | null {
  if (statements.length < 2) return null;
  const h = builder(document);
  return h("details", {class: "chooser"}, h("summary", {}, count(statements.length, "statement")),
    h("ul", {}, statements.map((statement) => h("li", {}, h("a", {
      href: `${root}statements/${statement.id}/${page === "index" || page === "404" ? "" : page}`,
      "aria-current": statement.id === tables.statement.id ? "true" : null
    }, statement.title, h("small", {}, [dateInWords(statement.date), statement.clauses && count(statement.clauses, "clause")].filter(Boolean).join(" · ")))))));
}

/** Skip link, name, menu, search, theme. */
export const siteHeader: Part = (context) => {
  const {document, page, href} = context, h = builder(document);
  return h("div", {},
    h("a", {class: "skip", href: "#observablehq-main"}, "Skip to content"),
    h("div", {class: "site-head"},
      h("a", {class: "brand", href: href("index")}, "Statement Atlas"),
      h("nav", {"aria-label": "Pages"}, h("ul", {}, pages.map(({id, label}) =>
        h("li", {}, h("a", {href: href(id), "aria-current": id === page ? "page" : null, "data-page": id}, label))))),
      h("div", {class: "site-tools"},
        chooser(context),
        h("button", {class: "text-button needs-scripts", type: "button", "data-open": "search"}, "Search words ", h("kbd", {"aria-hidden": "true"}, "/")),
        h("button", {class: "text-button needs-scripts", type: "button", "data-toggle": "theme"}, h("span", {class: "to-dark"}, "Dark"), h("span", {class: "to-light"}, "Light")))));
};

/** Source, licence, coding version, what the classes mean. */
export const siteFooter: Part = ({document, tables, page, site, href}) => {
  const h = builder(document), {statement, coding} = tables;
  return h("div", {class: "site-foot"},
    h("div", {},
      h("p", {}, `Text: ${statement.source.replace(/\.$/, "")}. ${statement.licence.replace(/\.$/, "")}.`),
      h("p", {}, statement.note ?? "", statement.note ? " " : "", `Coded by rules (${coding.version}). Classes describe wording, not merit.`),
      site && page !== "404" ? h("p", {class: "print-only"}, `${site}statements/${statement.id}/${page === "index" ? "" : page}`) : null),
    h("ul", {},
      h("li", {}, h("a", {href: href("method")}, "Method and limits")),
      h("li", {}, h("a", {href: href("data")}, "Data and files")),
      h("li", {}, h("a", {href: href("examples")}, "Figures in other pages")),
      h("li", {class: "needs-scripts"}, h("button", {type: "button", "data-open": "keys"}, "Keys ", h("kbd", {"aria-hidden": "true"}, "?")))));
};
