import type {Figure} from "../figures/figure.js";
import {loadFigure} from "../figures/index.js";
import {page as pageTheme} from "../theme/theme.js";
import {builder} from "./element.js";
import {figureActions} from "./figure-actions.js";
import {figureTable} from "./figure-table.js";
import {schemeSelect} from "./filters.js";
import type {Part, PartContext} from "./part.js";

// One drawing for each range of widths, so that no script has to draw again; style.css shows exactly one.
const widths = {wide: 1080, medium: 720, narrow: 350};

/**
 * Words drawn in a mark begin its name, so that who speaks them reaches it. What has a place of its own is kept apart by a space; where a
 * line only goes on in another setting, the drawing has set its spaces, and one more would show.
 */
function nameByWords(mark: Element): void {
  for (const placed of mark.querySelectorAll("text, tspan[x], tspan[dx]")) placed.before(" ");
  const words = [...mark.querySelectorAll("text")].map((text) => text.textContent).join(" ").replace(/\s+/g, " ").trim();
  if (/\p{L}{2}/u.test(words)) mark.setAttribute("aria-label", `${words}. ${mark.getAttribute("aria-label")}`);
}

/** The drawings of a figure for each range of widths; `full` draws the widest as wide as the page, `wide: false` leaves it out. */
export function figureDrawings(figure: Figure, rows: unknown, {document, tables, href}: Pick<PartContext, "document" | "tables" | "href">, {full = false, wide = true, heading = true, prefix = figure.id} = {}): HTMLElement {
  const h = builder(document);
  return h("div", {class: "figure"}, Object.entries(widths).filter(([name]) => wide || name !== "wide").map(([name, width]) => {
    const svg = figure.draw(rows, tables, {
      width: full && name === "wide" ? 1200 : width, theme: pageTheme, document, heading, idPrefix: `${prefix}-${name}`,
      href: (clause) => href("text", `#${clause}`)
    });
    for (const mark of svg.querySelectorAll(".mark[aria-label]")) {
      nameByWords(mark);
      // A page has words of its own beside a mark; the browser's would cover them.
      mark.querySelector("title")?.remove();
      // The style sheet shows focus on a shape; a mark of words alone is underlined.
      if (!mark.querySelector(".mark-shape")) mark.classList.add("is-words");
    }
    return h("div", {class: `figure-${name}`}, svg);
  }));
}

/** Chooses the scheme whose classes the figure shows; scripts draw it again. */
function schemeChoice({tables, document}: PartContext): HTMLElement | null {
  const h = builder(document);
  if (!tables.schemes.length) return null;
  return h("p", {class: "figure-scheme needs-scripts"}, h("label", {}, "Classes in this figure: ", schemeSelect(tables, document)));
}

/** A figure as it stands in a page (`data-figure` names it, `data-full` draws it as wide as the page): heading, drawing, table, actions. */
export const figureCard: Part = async (context, dataset) => {
  const {document, tables, selection} = context, h = builder(document), id = dataset.figure ?? "";
  const figure = await loadFigure(id), rows = figure.query(tables, selection);
  const full = dataset.full !== undefined, caption = figure.caption(rows, tables);
  return h("section", {class: full ? "figure-card is-full" : "figure-card", id, "data-figure": id, "data-schemes": figure.schemes && tables.schemes.length > 0, "aria-labelledby": `${id}-heading`},
    h("h2", {class: "visually-hidden", id: `${id}-heading`}, caption.title),
    figure.schemes ? schemeChoice(context) : null,
    figureDrawings(figure, rows, context, {full}),
    h("div", {class: "figure-below"}, figureTable(figure.table(rows, tables), context), figureActions(figure, context)));
};
