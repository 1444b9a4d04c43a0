import {builder, type Child} from "../components/element.js";
import {count} from "../figures/words.js";
import {slideName, smallSlide, type BuildContext} from "./build-slide.js";
import {headlineOf, pointsOf, type Item} from "./items.js";
import {computedHeadline, itemSlide} from "./own-outline.js";

export type Move = "up" | "down";

export interface ItemActions {
  /** The item's words have changed. */
  changed(): void;
  move(item: Item, way: Move): void;
  remove(item: Item): void;
}

/** One line of the list: the slide small, its words to edit, and what can be done with it. */
export interface ItemRow {
  item: Item;
  element: HTMLElement;
  /** Says where the item stands among `of`, both from 1. */
  place(n: number, of: number): void;
  focus(act: Move): void;
}

const kindOf = (item: Item, context: BuildContext): string => item.kind === "slide" ? slideName(item.id, context)
  : item.kind === "clauses" ? `${count(item.clauses.length, "clause")}, word for word` : "Slide of words";

const wait = 180;

class Row implements ItemRow {
  readonly element: HTMLElement;
  private n = 1;
  private timer = 0;
  private readonly h = builder(document);
  private readonly number = this.h("span", {class: "build-number"});
  private readonly small = this.h("div", {class: "build-small"});
  private readonly said = this.h("p", {class: "build-said"});
  private readonly buttons: Record<Move | "remove" | "reset", HTMLButtonElement>;

  constructor(readonly item: Item, private readonly context: BuildContext, private readonly actions: ItemActions) {
    this.buttons = {
      up: this.button("Up", () => actions.move(item, "up")), down: this.button("Down", () => actions.move(item, "down")),
      remove: this.button("Remove", () => actions.remove(item)), reset: this.button("Computed headline", () => this.reset())
    };
    const {up, down, remove, reset} = this.buttons;
    this.element = this.h("li", {class: "build-item"}, this.small, this.h("div", {class: "build-words"},
      this.h("p", {class: "build-kind"}, this.number, kindOf(item, context)), this.fields(), this.said,
      this.h("p", {class: "build-acts"}, up, down, remove, item.kind === "text" ? null : reset)));
    this.element.addEventListener("keydown", (event) => {
      const way = event.altKey && !event.ctrlKey && !event.metaKey ? {ArrowUp: "up" as const, ArrowDown: "down" as const}[event.key] : undefined;
      if (!way) return;
      event.preventDefault();
      actions.move(item, way);
    });
  }

  private button(label: string, act: () => void): HTMLButtonElement {
    const node = this.h("button", {class: "text-button", type: "button"}, label);
    node.addEventListener("click", act);
    return node;
  }

  private get computed(): string {
    return computedHeadline(this.item, this.context.outline) ?? "";
  }

  private field(label: string, value: string, rows: number, take: (text: string) => void): HTMLElement {
    const area = this.h("textarea", {rows, spellcheck: "true"}, value);
    area.addEventListener("input", () => {
      take(area.value);
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.draw(), wait);
      this.actions.changed();
    });
    return this.h("label", {}, this.h("span", {}, label), area);
  }

  private fields(): Child {
    const {item} = this;
    if (item.kind === "text") return [
      this.field("Headline", item.headline, 2, (text) => item.headline = headlineOf(text)),
      this.field("Lines, each a point", item.points, 4, (text) => item.points = pointsOf(text))
    ];
    return this.field("Headline", item.headline ?? this.computed, 2, (text) => {
      const words = headlineOf(text);
      if (words && words !== this.computed) item.headline = words;
      else delete item.headline;
    });
  }

  private reset(): void {
    const {item} = this, area = this.element.querySelector("textarea")!;
    if (item.kind !== "text") delete item.headline;
    area.value = this.computed;
    area.focus();
    this.draw();
    this.actions.changed();
  }

  private draw(): void {
    const {item, buttons} = this, slide = itemSlide(item, this.n, this.context.outline, this.context.tables)!;
    const {element, slides} = smallSlide(slide, this.context);
    this.small.replaceChildren(element);
    const own = item.kind === "text" ? "Your own words; the slide says so." : item.headline ? "Headline: your own words; the slide says so." : "Headline computed from the tables.";
    this.said.textContent = slides > 1 ? `${own} Takes ${slides} slides.` : own;
    buttons.reset.hidden = item.kind === "text" || !item.headline;
  }

  place(n: number, of: number): void {
    const {up, down, remove} = this.buttons, name = `slide ${n}`;
    this.n = n;
    this.number.textContent = String(n);
    for (const [button, does] of [[up, "Move up"], [down, "Move down"], [remove, "Remove"]] as const) button.setAttribute("aria-label", `${button.textContent}: ${does === "Remove" ? does.toLowerCase() : does.toLowerCase()} ${name}`);
    up.disabled = n === 1;
    down.disabled = n === of;
    this.element.querySelector("textarea")!.setAttribute("aria-label", `Headline of ${name}`);
    if (!this.small.firstChild) this.draw();
  }

  focus(act: Move): void {
    const {up, down} = this.buttons, wanted = this.buttons[act];
    (wanted.disabled ? (act === "up" ? down : up) : wanted).focus();
  }
}

export const itemRow = (item: Item, context: BuildContext, actions: ItemActions): ItemRow => new Row(item, context, actions);
