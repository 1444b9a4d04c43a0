import type {Clause} from "../schema.js";
import {element} from "./element.js";
import {oneLine, poleClass} from "./wording.js";

/** The numbered shape of a clause: disc, ring or diamond; a link where an address is given. */
export function numberMark(document: Document, clause: Clause, href?: string): HTMLElement {
  const number = String(clause.number);
  const classes = ["num", poleClass[clause.pole], number.length > 2 && "is-long", clause.doubts.length > 0 && "is-doubtful"].filter(Boolean).join(" ");
  if (href === undefined) return element(document, "span", {class: classes, "aria-hidden": "true"}, number);
  return element(document, "a", {
    class: classes, href, "data-clauses": clause.id,
    "aria-label": `Clause ${number}: ${clause.stance}, strength ${clause.strength}${clause.doubts.length ? ", doubtful" : ""}. ${oneLine(clause.text).split(" ").slice(0, 10).join(" ")}`
  }, number);
}
