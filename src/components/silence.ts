import {stances} from "../schema.js";
import {builder} from "./element.js";
import type {Part} from "./part.js";

/** What the fixed lists hold and the statement does not: topics, classes and principles with no clause. */
export const silence: Part = ({document, tables}) => {
  const h = builder(document);
  const groups = [
    {name: "Topics", of: tables.topicList.length, none: tables.topicList.filter((topic) => !tables.clauses.some((clause) => clause.topics.includes(topic.id))).map((topic) => topic.label)},
    {name: "Stance classes", of: stances.length, none: stances.filter((stance) => !tables.clauses.some((clause) => clause.stance === stance)) as string[]},
    ...(tables.principles?.length ? [{name: "Principles of the 1970 Declaration", of: tables.principles.length,
      none: tables.principles.filter((principle) => !tables.principleCodings?.some((row) => row.principle === principle.id)).map((principle) => principle.label)}] : [])
  ];
  return h("div", {}, groups.map(({name, of, none}) => [
    h("h3", {class: "silence-head"}, none.length ? `${name}: ${none.length} of ${of} without a clause` : `${name}: each of the ${of} has a clause`),
    none.length ? h("ul", {class: "silence"}, none.map((label) => h("li", {}, label, h("span", {class: "n"}, "0")))) : null
  ]));
};
