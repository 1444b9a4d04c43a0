import {builder} from "../components/element.js";
import {oneLine, poleClass, strengthNames} from "../components/wording.js";
import {count} from "../figures/words.js";
import type {Clause, Tables} from "../schema.js";
import {find} from "./find.js";

const spaced = (text: string) => text.replace(/\s+/g, " ");

export interface Questions {
  readonly open: boolean;
  /** Shows the clauses, each in its paragraph; focus goes to the list. */
  show(clauses: readonly Clause[], heading: string): void;
  /** Shows the search box. */
  search(): void;
  /** One step back: to the search that led here, or to the slide. */
  back(): void;
  close(): void;
}

/** The layer over the slides that answers "where does it say that?": clauses in context, and a search. */
export function createQuestions(tables: Tables, document: Document, closed: () => void): Questions {
  const h = builder(document);
  const heading = h("h2", {id: "answer-heading"}), list = h("div", {class: "answer-list"});
  const input = h("input", {type: "search", id: "answer-search", autocomplete: "off", spellcheck: "false"});
  const field = h("label", {class: "answer-field", for: "answer-search"}, "Find a clause, a topic or an instrument ", input);
  const back = h("button", {type: "button"}, "Back to the slide ", h("kbd", {}, "Esc"));
  const box = h("div", {class: "answers", role: "dialog", "aria-modal": "true", "aria-labelledby": "answer-heading", tabindex: -1, hidden: true},
    h("div", {class: "answer-head"}, heading, back), field, list);
  document.body.append(box);
  let from: Element | null = null, searching = false, found = false;

  const inContext = (clause: Clause) => {
    const {text} = tables.statement, around = tables.paragraphs.find(({start, end}) => clause.start >= start && clause.start < end) ?? clause;
    const end = Math.max(around.end, clause.end), colour = poleClass[clause.pole];
    return h("article", {class: "answer", "data-clause": clause.id},
      h("h3", {}, `Paragraph ${clause.paragraph}, clause ${clause.number}`),
      h("p", {class: "answer-code"}, h("span", {class: `code ${colour}`}, clause.stance), `, strength ${clause.strength} (${strengthNames[clause.strength]})${clause.speakers.length ? `, ${clause.speakers.join(", ")}` : ""}`),
      h("p", {class: "answer-text"}, spaced(text.slice(around.start, clause.start)), h("mark", {class: colour}, oneLine(text.slice(clause.start, clause.end))), spaced(text.slice(clause.end, end))));
  };

  const open = (words: string) => {
    if (box.hidden) from = document.activeElement;
    heading.textContent = words;
    box.hidden = false;
    box.scrollTop = 0;
  };

  const show = (clauses: readonly Clause[], words: string) => {
    searching = false;
    field.hidden = true;
    open(`${words}: ${count(clauses.length, "clause")}`);
    // The first answers at once; a room reads no more than these, and the rest stays in order below.
    list.replaceChildren(...clauses.slice(0, 60).map(inContext), ...(clauses.length > 60 ? [h("p", {}, `and ${clauses.length - 60} more`)] : []));
    box.focus();
  };

  const results = () => {
    const answers = find(tables, input.value);
    list.replaceChildren(...answers.map(({label, kind, clauses}) => {
      const button = h("button", {type: "button", class: "found"}, h("strong", {}, label), " ",
        kind === "clause" ? oneLine(clauses[0]!.text).slice(0, 160) : count(clauses.length, "clause"));
      button.addEventListener("click", () => {
        found = true;
        show(clauses, label);
      });
      return button;
    }), ...(input.value.trim() && !answers.length ? [h("p", {}, "Nothing in the statement.")] : []));
  };
  input.addEventListener("input", results);

  const search = () => {
    searching = true;
    found = false;
    field.hidden = false;
    open("Find");
    results();
    input.focus();
    input.select();
  };

  const close = () => {
    box.hidden = true;
    found = false;
    (from as HTMLElement | null)?.focus?.();
    closed();
  };
  const step = () => found && !searching ? search() : close();
  back.addEventListener("click", close);

  box.addEventListener("keydown", (event) => {
    const buttons = [...list.querySelectorAll<HTMLElement>(".found")], at = buttons.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Enter" && event.target === input) buttons[0]?.click();
    else if (searching && event.key === "ArrowDown") buttons[Math.min(at + 1, buttons.length - 1)]?.focus();
    else if (searching && event.key === "ArrowUp") (buttons[at - 1] ?? input).focus();
    else if (!searching && event.key === "ArrowDown") box.scrollBy(0, 120);
    else if (!searching && event.key === "ArrowUp") box.scrollBy(0, -120);
    else if (event.key === "Tab") {
      const stops = [back, ...(field.hidden ? [] : [input]), ...buttons], next = stops.indexOf(document.activeElement as HTMLElement) + (event.shiftKey ? -1 : 1);
      stops.at(next % stops.length)!.focus();
    } else return;
    event.preventDefault();
  });
  return {get open() { return !box.hidden; }, show, search, back: step, close};
}
