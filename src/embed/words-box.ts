import type {ShownClause} from "./shown-clause.js";

const gap = 8, shownOnHover = 3;

function element<K extends keyof HTMLElementTagNameMap>(parent: Element, name: K, text = "", attributes: Record<string, string> = {}): HTMLElementTagNameMap[K] {
  const made = parent.ownerDocument.createElement(name);
  made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  parent.append(made);
  return made;
}

/** The box with the words behind a mark. It stands inside the stage, so that it needs no room that a frame does not have. */
export class WordsBox {
  readonly #box: HTMLElement;
  readonly #stage: HTMLElement;
  readonly #closed: () => void;

  /** `closed` is called when the reader shuts the box. */
  constructor(stage: HTMLElement, closed: () => void) {
    this.#stage = stage;
    this.#closed = closed;
    this.#box = element(stage, "div", "", {class: "words", role: "group", "aria-label": "The words behind the mark", "aria-live": "polite", hidden: ""});
  }

  contains(node: EventTarget | null): boolean {
    return this.#box.contains(node as Node | null);
  }

  /** Shows clauses beside a mark. An open box takes clicks, lists all and has links; a passing one lists the first three. */
  show(clauses: ShownClause[], mark: Element, open: boolean): void {
    const box = this.#box;
    box.replaceChildren();
    box.classList.toggle("is-open", open);
    // A passing box repeats what the mark's name has already said to a screen reader.
    box.ariaHidden = open ? null : "true";
    if (open) element(box, "button", "×", {type: "button", "aria-label": "Close"}).addEventListener("click", () => this.#closed());
    for (const clause of open ? clauses : clauses.slice(0, shownOnHover)) {
      const section = element(box, "section");
      element(section, "h2", clause.heading);
      element(section, "blockquote", clause.text);
      if (open && clause.href) element(section, "a", "In the text", {href: clause.href, target: "_blank", rel: "noopener"});
    }
    if (!open && clauses.length > shownOnHover) element(box, "p", `and ${clauses.length - shownOnHover} more`, {class: "more"});
    box.hidden = false;
    this.#place(mark);
  }

  hide(): void {
    this.#box.hidden = true;
    this.#box.replaceChildren();
  }

  /** Below the mark, or above it, or where it fits: never outside the stage, which a frame would answer with a scroll bar. */
  #place(mark: Element): void {
    const box = this.#box, stage = this.#stage.getBoundingClientRect(), at = mark.getBoundingClientRect();
    box.style.maxHeight = `${Math.max(80, stage.height - gap)}px`;
    box.style.left = box.style.top = "0";
    const {width, height} = box.getBoundingClientRect();
    const left = Math.min(Math.max(0, (at.left + at.right - width) / 2 - stage.left), stage.width - width);
    const below = at.bottom - stage.top + gap, above = at.top - stage.top - gap - height;
    const top = below + height <= stage.height ? below : above >= 0 ? above : Math.max(0, stage.height - height);
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
  }
}
