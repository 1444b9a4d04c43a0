import type {FigureTable} from "../figures/figure.js";
import {count} from "../figures/words.js";
import {builder} from "./element.js";
import type {PartContext} from "./part.js";

const shown = 3;

/** The rows behind a figure; the last column links to the clauses of each. */
export function figureTable(table: FigureTable, {document, tables, href}: Pick<PartContext, "document" | "tables" | "href">): HTMLElement {
  const h = builder(document), numbers = new Map(tables.clauses.map((clause) => [clause.id, clause.number]));
  const links = (ids: string[]) => ids.length === 0 ? "none" : [
    ids.slice(0, shown).flatMap((id, i) => [i ? ", " : "", h("a", {href: href("text", `#${id}`), "data-clauses": id}, String(numbers.get(id) ?? id))]),
    ids.length > shown ? [", ", h("a", {href: href("text", `?clause=${ids.join("~")}`), "data-clauses": ids.join(" ")}, `all ${ids.length}`)] : null
  ];
  return h("details", {class: "figure-table"},
    h("summary", {}, `Table, ${count(table.rows.length, "row")}`),
    h("div", {class: "table-scroll is-tall", tabindex: 0, role: "region", "aria-label": "Table of the figure"},
      h("table", {},
        h("thead", {}, h("tr", {}, table.columns.map((name) => h("th", {scope: "col"}, name)), h("th", {scope: "col"}, "Clauses"))),
        h("tbody", {}, table.rows.map((row, i) => h("tr", {},
          row.map((cell) => h("td", {class: typeof cell === "number" ? "is-number" : null}, String(cell))),
          h("td", {class: "is-id"}, links(table.clauses[i] ?? []))))))));
}
