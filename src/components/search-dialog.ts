import type {Clause, Tables} from "../schema.js";
import type {Selection} from "../queries/selection.js";
import {count} from "../figures/words.js";
import {openDialog} from "./dialog.js";
import {builder} from "./element.js";
import type {Panel} from "./panel.js";
import {cleared} from "./selection-controls.js";
import type {Store} from "./store.js";
import {oneLine} from "./wording.js";

export interface Suggestion {
  label: string;
  kind: "topic" | "instrument" | "verb" | "speaker";
  value: string;
  n: number;
}

/** Topics, instruments, verbs and parties whose name holds the words, those that begin with them first. */
export function suggestions(tables: Tables, query: string, limit = 8): Suggestion[] {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return [];
  const {clauses} = tables;
  const verbs = [...new Set(clauses.flatMap((clause) => clause.verbs))], speakers = [...new Set(clauses.flatMap((clause) => clause.speakers))];
  const all: (Suggestion & {names: string[]})[] = [
    ...tables.topicList.map(({id, label}) => ({kind: "topic" as const, value: id, label, names: [label, id], n: clauses.filter((clause) => clause.topics.includes(id)).length})),
    ...tables.instruments.map(({id, short, title}) => ({kind: "instrument" as const, value: id, label: short, names: [short, title, id], n: clauses.filter((clause) => clause.instruments.includes(id)).length})),
    ...verbs.map((verb) => ({kind: "verb" as const, value: verb, label: verb, names: [verb], n: clauses.filter((clause) => clause.verbs.includes(verb)).length})),
    ...speakers.map((name) => ({kind: "speaker" as const, value: name, label: name, names: [name, ...tables.statement.parties.find((party) => party.name === name)?.aliases ?? []], n: clauses.filter((clause) => clause.speakers.includes(name)).length}))
  ];
  const rank = (names: string[]) => Math.min(...names.map((name) => {
    const at = name.toLowerCase().indexOf(wanted);
    return at < 0 ? 9 : at === 0 ? 0 : /\W/.test(name[at - 1]!) ? 1 : 2;
  }));
  return all.map((item) => ({item, rank: rank(item.names)})).filter(({rank}) => rank < 9)
    .sort((a, b) => a.rank - b.rank || b.item.n - a.item.n).slice(0, limit)
    .map(({item: {kind, value, label, n}}) => ({kind, value, label, n}));
}

export interface Hit {
  clause: Clause;
  before: string;
  match: string;
  after: string;
}

const around = 42;

/** Every occurrence of the words in a clause, with what stands around them. */
export function keywordInContext(tables: Tables, query: string): Hit[] {
  const wanted = query.trim().toLowerCase().replace(/\s+/g, " ");
  if (!wanted) return [];
  return tables.clauses.flatMap((clause) => {
    const text = oneLine(clause.text), lower = text.toLowerCase(), hits: Hit[] = [];
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      hits.push({
        clause, match: text.slice(at, end),
        before: at > around ? `… ${text.slice(text.indexOf(" ", at - around) + 1, at)}` : text.slice(0, at),
        after: text.length - end > around ? `${text.slice(end, Math.max(end, text.lastIndexOf(" ", end + around)))} …` : text.slice(end)
      });
    }
    return hits;
  });
}

/** Search box: suggestions as you type, then the words in context; begins with what was `typed` before it was there. */
export function openSearch({store, tables, panel}: {store: Store; tables: Tables; panel: Panel}, typed = ""): void {
  const h = builder(document), results = h("div", {});
  const input = h("input", {type: "search", "aria-label": "Search words", autocomplete: "off", value: typed || store.selection.q});
  const status = h("p", {class: "quiet", role: "status"});
  const dialog = openDialog("Search", h("div", {class: "search"}, input), status, results);
  const choose = (patch: Partial<Selection>) => {
    dialog.close();
    const picked = patch.clause?.length;
    panel.list(true);
    panel.at(picked && document.querySelector(".reading") ? "text" : "side");
    store.set(patch);
    if (picked && panel.place === "text") document.getElementById(patch.clause![0]!)?.scrollIntoView({block: "center"});
    panel.box.focus({preventScroll: true});
  };
  const row = (onClick: () => void, ...children: Parameters<typeof h>[2][]) => {
    const button = h("button", {type: "button"}, ...children);
    button.addEventListener("click", onClick);
    return h("li", {}, button);
  };
  const render = () => {
    const query = input.value, found = suggestions(tables, query), hits = keywordInContext(tables, query);
    const held = new Set(hits.map((hit) => hit.clause.id)).size;
    status.textContent = query.trim() ? hits.length ? `${count(hits.length, "occurrence")} in ${count(held, "clause")}` : `No clause has the words “${query.trim()}”` : `Topics, instruments, verbs, parties, or any words of the ${count(tables.clauses.length, "clause")}`;
    results.replaceChildren(...[
      found.length ? h("ul", {class: "search-list", "aria-label": "Suggestions"}, found.map((item) =>
        row(() => choose({...cleared(), [item.kind]: [item.value], clause: []}), h("span", {}, item.label), h("small", {}, `${item.kind} · ${count(item.n, "clause")}`)))) : null,
      hits.length ? h("h3", {}, "Words in context") : null,
      hits.length ? h("ul", {class: "search-list", "aria-label": "Words in context"}, [
        row(() => choose({...cleared(), q: query.trim(), clause: []}), h("span", {}, `All clauses with “${query.trim()}”`), h("small", {}, count(held, "clause"))),
        hits.slice(0, 60).map((hit) => row(() => choose({clause: [hit.clause.id]}),
          h("span", {class: "kwic"}, hit.before, h("b", {}, hit.match), hit.after), h("small", {}, `${hit.clause.number} · ${hit.clause.stance}`)))]) : null
    ].filter((node) => node !== null));
  };
  input.addEventListener("input", render);
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" && !(event.key === "Enter" && event.target === input)) return;
    const buttons = [...results.querySelectorAll("button")];
    if (event.key === "Enter") return buttons[0]?.click();
    event.preventDefault();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    (event.key === "ArrowDown" ? buttons[at + 1] : at > 0 ? buttons[at - 1] : input)?.focus();
  });
  render();
  input.focus();
  input.setSelectionRange(typed.length, input.value.length);
}
