import {findings as findingsOf} from "../queries/findings.js";
import {builder} from "./element.js";
import {evidenceStrip} from "./evidence-strip.js";
import type {Part} from "./part.js";
import {poleClass} from "./wording.js";

/** Four sentences with their key numbers; the strip under each is its footnote. */
export const findings: Part = ({document, tables, href}) => {
  const h = builder(document);
  return h("ul", {class: "findings", "aria-label": "Findings"}, findingsOf(tables).map((finding) => {
    const lit = new Set(finding.clauses);
    const rests = `Marked: ${finding.rests}`;
    return h("li", {class: "finding"},
      h("p", {class: "key"}, finding.key),
      h("p", {}, finding.runs.map((run) => typeof run === "string" ? run : h("span", {class: `${poleClass[run.pole]}-text`}, run.text))),
      evidenceStrip(document, tables.clauses, lit, `${rests} (${lit.size} of ${tables.clauses.length} clauses)`),
      lit.size
        ? h("a", {class: "rests", href: href("text", `?clause=${finding.clauses.join("~")}`), "data-clauses": finding.clauses.join(" ")}, rests)
        : h("span", {class: "rests"}, rests));
  }));
};
