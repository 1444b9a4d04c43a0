import {poles, stances, type Tables} from "../schema.js";
import {count} from "../figures/words.js";
import {builder} from "./element.js";
import type {Part} from "./part.js";
import {strengthNames} from "./wording.js";

/** One way to narrow the clauses: name in the address, heading, and every value with its number of clauses. */
export interface Facet {
  name: "pole" | "stance" | "strength" | "topic" | "verb" | "speaker" | "instrument" | "doubtful";
  label: string;
  values: {value: string; label: string; n: number}[];
}

/** The facets of a statement; fixed lists keep their zeros, lists from the text come by number of clauses. */
export function facets(tables: Tables): Facet[] {
  const {clauses} = tables;
  const n = (test: (clause: Tables["clauses"][number]) => boolean) => clauses.filter(test).length;
  const found = (lists: string[][], label = (value: string) => value) => {
    const counts = new Map<string, number>();
    for (const list of lists) for (const value of new Set(list)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].map(([value, n]) => ({value, label: label(value), n})).sort((a, b) => b.n - a.n || a.label.localeCompare(b.label));
  };
  const short = new Map(tables.instruments.map((instrument) => [instrument.id, instrument.short]));
  const doubtful = n((clause) => clause.doubts.length > 0);
  return [
    {name: "pole", label: "Pole", values: poles.map((value) => ({value, label: value, n: n((clause) => clause.pole === value)}))},
    {name: "stance", label: "Class", values: stances.map((value) => ({value, label: value, n: n((clause) => clause.stance === value)}))},
    {name: "strength", label: "Strength", values: ([3, 2, 1] as const).map((value) => ({value: String(value), label: `${value} ${strengthNames[value]}`, n: n((clause) => clause.strength === value)}))},
    {name: "topic", label: "Topic", values: tables.topicList.map(({id, label}) => ({value: id, label, n: n((clause) => clause.topics.includes(id))}))},
    {name: "verb", label: "Verb", values: found(clauses.map((clause) => clause.verbs))},
    {name: "speaker", label: "Speaker", values: found(clauses.map((clause) => clause.speakers))},
    {name: "instrument", label: "Instrument", values: found(clauses.map((clause) => clause.instruments), (id) => short.get(id) ?? id)},
    {name: "doubtful", label: "Doubt", values: [{value: "yes", label: "doubtful", n: doubtful}, {value: "no", label: "not doubtful", n: clauses.length - doubtful}]}
  ];
}

/** The stance classes and the other schemes, to choose from; every such box on a page shows the same. */
export function schemeSelect(tables: Tables, document: Document): HTMLElement {
  const h = builder(document);
  return h("select", {name: "scheme"}, [{id: "stance", label: "Stance"}, ...tables.schemes.filter(({id}) => id !== "stance")].map(({id, label}) => h("option", {value: id}, label)));
}

/** The filter bar; scripts bring it to life (selection-controls.ts), without them it is not shown. */
export const filters: Part = ({document, tables}) => {
  const h = builder(document);
  const option = (facet: Facet, {value, label, n}: Facet["values"][number]) => h("label", {class: n ? null : "is-zero"},
    h("input", {type: "checkbox", name: facet.name, value}), h("span", {}, label), h("span", {class: "n"}, n));
  return h("form", {class: "filters needs-scripts", "aria-label": "Filter clauses", "data-filters": true},
    h("div", {class: "filters-bar"},
      h("button", {class: "text-button", type: "button", "aria-expanded": "false", "aria-controls": "filters-panel", "data-toggle": "filters"}, "Filter clauses"),
      tables.schemes.length ? h("label", {}, "Classes: ", schemeSelect(tables, document)) : null,
      h("span", {class: "filters-count", role: "status"}, count(tables.clauses.length, "clause")),
      h("span", {class: "filters-chips"}),
      h("button", {class: "text-button", type: "button", "data-act": "list", hidden: true}, "List"),
      h("button", {class: "text-button", type: "button", "data-act": "clear", hidden: true}, "Clear all")),
    h("div", {class: "filters-panel", id: "filters-panel", hidden: true},
      h("fieldset", {}, h("legend", {}, "Words"), h("input", {type: "search", name: "q", "aria-label": "Words in the clause", autocomplete: "off"})),
      facets(tables).filter((facet) => facet.values.length).map((facet) => h("fieldset", {}, h("legend", {}, facet.label),
        h("div", {class: "filters-options"}, facet.values.map((value) => option(facet, value)))))));
};
