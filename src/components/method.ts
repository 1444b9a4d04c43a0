import {count} from "../figures/words.js";
import {builder} from "./element.js";
import type {Part, PartContext} from "./part.js";
import {oneLine} from "./wording.js";

/** The ten classes with pole, definition, number of clauses here and the first of them as an example. */
export const methodStances: Part = ({document, tables, href}) => {
  const h = builder(document);
  return h("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Stance classes"}, h("table", {},
    h("thead", {}, h("tr", {}, ["Class", "Pole", "The words say that the speaker …", "Clauses here", "Verbs here"].map((name) => h("th", {scope: "col", class: name === "Clauses here" ? "is-number" : null}, name)))),
    h("tbody", {}, tables.stanceList.map((stance) => {
      const clauses = tables.clauses.filter((clause) => clause.stance === stance.id);
      const verbs = [...new Set(clauses.flatMap((clause) => clause.verbs))].slice(0, 6);
      return h("tr", {},
        h("th", {scope: "row"}, stance.id), h("td", {}, stance.pole === "neutral" ? "neither" : stance.pole), h("td", {}, stance.definition),
        h("td", {class: "is-number"}, clauses.length ? h("a", {href: href("text", `?stance=${stance.id}`), "data-clauses": clauses.map((clause) => clause.id).join(" ")}, clauses.length) : "0"),
        h("td", {class: "verbatim"}, verbs.join(", ")));
    }))));
};

/** The topic list with what each topic covers and its number of clauses here; folded. */
export const methodTopics: Part = ({document, tables, href}) => {
  const h = builder(document), covers = tables.topicList.some((topic) => topic.covers);
  return h("details", {class: "fold"}, h("summary", {}, `The ${count(tables.topicList.length, "topic")}${covers ? ", and what each covers" : ""}`), h("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Topics"}, h("table", {},
    h("thead", {}, h("tr", {}, ["Topic", ...(covers ? ["Covers"] : []), "Clauses here"].map((name) => h("th", {scope: "col", class: name === "Clauses here" ? "is-number" : null}, name)))),
    h("tbody", {}, tables.topicList.map((topic) => {
      const clauses = tables.clauses.filter((clause) => clause.topics.includes(topic.id));
      return h("tr", {}, h("th", {scope: "row"}, topic.label), covers ? h("td", {}, topic.covers) : null,
        h("td", {class: "is-number"}, clauses.length ? h("a", {href: href("text", `?topic=${topic.id}`), "data-clauses": clauses.map((clause) => clause.id).join(" ")}, clauses.length) : "0"));
    })))));
};

interface RuleUse {codes: Set<string>; clauses: Set<string>; words: string}

function ruleTable(name: string, ids: string[], {document, tables, href}: Pick<PartContext, "document" | "tables" | "href">, used?: ReadonlyMap<string, RuleUse>): HTMLElement {
  const h = builder(document), says = new Map((tables.rules ?? []).map((rule) => [rule.id, rule.says]));
  return h("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": name}, h("table", {},
    h("thead", {}, h("tr", {}, ["Rule", "Says", ...used ? ["Gives", "Clauses here", "Example"] : []].map((column) => h("th", {scope: "col", class: column === "Clauses here" ? "is-number" : null}, column)))),
    h("tbody", {}, ids.map((id) => {
      const use = used?.get(id), clauses = [...use?.clauses ?? []];
      return h("tr", {id: `rule-${id}`}, h("th", {scope: "row"}, id), h("td", {class: "is-prose"}, says.get(id) ?? ""), use ? [
        h("td", {}, [...use.codes].join(", ")),
        h("td", {class: "is-number"}, h("a", {href: href("text", `?clause=${clauses.slice(0, 60).join("~")}`), "data-clauses": clauses.join(" ")}, clauses.length)),
        h("td", {class: "verbatim"}, use.words ? `“${use.words.slice(0, 80)}”` : "")] : null);
    }))));
}

/** The rules that gave a code in this statement, with how often and an example; the codebook's other rules folded below. */
export const methodRules: Part = (context) => {
  const {document, tables} = context, h = builder(document), used = new Map<string, RuleUse>();
  for (const clause of tables.clauses) for (const [code, reasons] of Object.entries(clause.reasons)) for (const reason of reasons) {
    const use = used.get(reason.rule) ?? {codes: new Set(), clauses: new Set(), words: ""};
    use.codes.add(code);
    use.clauses.add(clause.id);
    use.words ||= oneLine(reason.words);
    used.set(reason.rule, use);
  }
  const known = (tables.rules ?? []).map(({id}) => id), others = known.filter((id) => !used.has(id));
  const atWork = [...known.filter((id) => used.has(id)), ...[...used.keys()].filter((id) => !known.includes(id))];
  return h("div", {},
    atWork.length ? ruleTable("Rules at work in this statement", atWork, context, used) : h("p", {class: "empty"}, "No rule gave a code in this statement."),
    others.length ? h("details", {class: "fold"}, h("summary", {}, `${count(others.length, "rule")} that gave no code here`), ruleTable("Other rules", others, context)) : null);
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
