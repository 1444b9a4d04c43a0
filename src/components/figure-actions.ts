import type {Figure} from "../figures/figure.js";
import {builder} from "./element.js";
import type {PartContext} from "./part.js";

/**
 * What can be done with a figure, as links that work without scripts. Others may hook in: scripts find the row as
 * `.figure-actions[data-figure]` and may add to it or take over its links by their `data-action`.
 */
export function figureActions(figure: Pick<Figure, "id" | "label">, {document, page, href}: PartContext): HTMLElement {
  const h = builder(document);
  return h("div", {class: "figure-actions", "data-figure": figure.id, "data-label": figure.label, role: "group", "aria-label": `${figure.label}: actions`},
    h("a", {href: href(page, `#${figure.id}`), "data-action": "link"}, "Link to figure"),
    h("a", {href: href("data"), "data-action": "data"}, "Data"),
    h("button", {class: "text-button needs-scripts", type: "button", "data-action": "add"}, "Add to briefing"),
    h("a", {href: href("build"), "data-action": "added", hidden: true}, "In your briefing"),
    h("button", {class: "text-button needs-scripts", type: "button", "data-action": "share", "aria-haspopup": "dialog"}, "Share, embed, download, cite"));
}
