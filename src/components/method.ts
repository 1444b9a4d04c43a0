import {count} from "../figures/words.js";
import {builder} from "./element.js";
import type {Part} from "./part.js";
import {oneLine} from "./wording.js";

/** The ten classes with pole, definition, number of clauses here and the first of them as an example. */
export const methodStances: Part = ({document, tables, href}) => {
  const h = builder(document);
  return h("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Stance classes"}, h("table", {},
    h("thead", {}, h("tr", {}, ["Class", "Pole", "The words say that the speaker …", "Clauses here", "Verbs here"].map((name) => h("th", {scope: "col"}, name)))),
    h("tbody", {}, tables.stanceList.map((stance) => {
      const clauses = tables.clauses.filter((clause) => clause.stance === stance.id);
      const verbs = [...new Set(clauses.flatMap((clause) => clause.verbs))].slice(0, 6);
      return h("tr", {},
        h("th", {scope: "row"}, stance.id), h("td", {}, stance.pole === "neutral" ? "neither" : stance.pole), h("td", {}, stance.definition),
        h("td", {class: "is-number"}, clauses.length ? h("a", {href: href("text", `?stance=${stance.id}`), "data-clauses": clauses.map((clause) => clause.id).join(" ")}, clauses.length) : "0"),
        h("td", {class: "verbatim"}, verbs.join(", ")));
    }))));
};

/** The topic list with what each topic covers and its number of clauses here. */
export const methodTopics: Part = ({document, tables, href}) => {
  const h = builder(document), covers = tables.topicList.some((topic) => topic.covers);
  return h("div", {class: "table-scroll is-tall", tabindex: 0, role: "region", "aria-label": "Topics"}, h("table", {},
    h("thead", {}, h("tr", {}, ["Topic", ...(covers ? ["Covers"] : []), "Clauses here"].map((name) => h("th", {scope: "col"}, name)))),
    h("tbody", {}, tables.topicList.map((topic) => {
      const clauses = tables.clauses.filter((clause) => clause.topics.includes(topic.id));
      return h("tr", {}, h("th", {scope: "row"}, topic.label), covers ? h("td", {}, topic.covers) : null,
        h("td", {class: "is-number"}, clauses.length ? h("a", {href: href("text", `?topic=${topic.id}`), "data-clauses": clauses.map((clause) => clause.id).join(" ")}, clauses.length) : "0"));
    }))));
};

/** Every rule that gave a code in this statement, with its sentence where the codebook has one, how often it spoke and an example. */
export const methodRules: Part = ({document, tables, href}) => {
  const h = builder(document), says = new Map((tables.rules ?? []).map((rule) => [rule.id, rule.says]));
  const used = new Map<string, {codes: Set<string>; clauses: Set<string>; words: string}>();
  for (const clause of tables.clauses) for (const [code, reasons] of Object.entries(clause.reasons)) for (const reason of reasons) {
    const row = used.get(reason.rule) ?? {codes: new Set(), clauses: new Set(), words: ""};
    row.codes.add(code);
    row.clauses.add(clause.id);
    row.words ||= oneLine(reason.words);
    used.set(reason.rule, row);
  }
  const ids = [...new Set([...says.keys(), ...used.keys()])];
  if (!ids.length) return h("p", {class: "empty"}, "No rule gave a code in this statement.");
  return h("div", {class: "table-scroll is-tall", tabindex: 0, role: "region", "aria-label": "Rules"}, h("table", {},
    h("thead", {}, h("tr", {}, ["Rule", "Code", "Says", "Clauses here", "Example"].map((name) => h("th", {scope: "col"}, name)))),
    h("tbody", {}, ids.map((id) => {
      const row = used.get(id), clauses = [...row?.clauses ?? []];
      return h("tr", {id: `rule-${id}`}, h("th", {scope: "row"}, id), h("td", {}, [...row?.codes ?? []].join(", ")), h("td", {}, says.get(id) ?? ""),
        h("td", {class: "is-number"}, clauses.length ? h("a", {href: href("text", `?clause=${clauses.slice(0, 60).join("~")}`), "data-clauses": clauses.join(" ")}, clauses.length) : "0"),
        h("td", {class: "verbatim"}, row?.words ? `“${row.words.slice(0, 80)}”` : ""));
    }))));
};

/** Human corrections with who, when and why, and those that no longer fit the text. */
export const methodDecisions: Part = ({document, tables, href}) => {
  const h = builder(document), {decisions, staleDecisions} = tables.coding;
  if (!decisions.length && !staleDecisions.length) return h("p", {class: "empty"}, "No code of this statement was corrected by hand.");
  return h("div", {}, h("ul", {}, decisions.map((row) => h("li", {}, h("a", {href: href("text", `#${row.clause}`), "data-clauses": row.clause}, row.clause),
    ` ${row.code}: ${row.was} changed to ${row.now} by ${row.by}, ${row.date}. ${row.why}`))),
  staleDecisions.length ? h("p", {}, `${count(staleDecisions.length, "decision")} no longer fit the text:`) : null,
  staleDecisions.length ? h("ul", {}, staleDecisions.map((sentence) => h("li", {}, sentence))) : null);
};

/** Clauses that the coder marks as doubtful, with the doubt in words. */
export const methodDoubts: Part = ({document, tables, href}) => {
  const h = builder(document), doubtful = tables.clauses.filter((clause) => clause.doubts.length);
  if (!doubtful.length) return h("p", {class: "empty"}, "No code of this statement is marked as doubtful.");
  return h("ul", {}, doubtful.slice(0, 60).map((clause) => h("li", {}, h("a", {href: href("text", `#${clause.id}`), "data-clauses": clause.id}, clause.id), `: ${clause.doubts.join(" ")}`)),
    doubtful.length > 60 ? h("li", {}, `and ${doubtful.length - 60} more`) : null);
};
