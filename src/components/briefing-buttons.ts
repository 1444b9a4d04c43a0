import {writeItems, type Item} from "../briefing/items.js";
import {keepItems, keptItems, onKept} from "../briefing/own-store.js";
import {figureSlideId} from "../briefing/slide.js";
import {builder} from "./element.js";
import type {Store} from "./store.js";

const page = "./build";

/** Puts an item at the end of the reader's own briefing; where the browser keeps nothing, the briefing's page takes it by its address. */
function add(item: Item): void {
  const items = [...keptItems(), item];
  if (!keepItems(items)) location.assign(`${page}#${writeItems(items)}`);
}

const isIn = (item: Item) => keptItems().some((kept) => writeItems([{...kept, headline: ""}]) === writeItems([item]));

/** Shows the button, or the link to the briefing where the item stands in it. */
function show(button: HTMLElement, link: HTMLElement, inside: boolean): void {
  const focused = document.activeElement === button;
  button.hidden = inside;
  link.hidden = !inside;
  if (focused && inside) link.focus();
}

/** A button that puts an item into the reader's own briefing, and the link that stands in its place from then on. */
export function briefingAction(item: () => Item): [HTMLElement, HTMLElement] {
  const h = builder(document);
  const button = h("button", {class: "text-button", type: "button"}, "Add to briefing"), link = h("a", {href: page}, "In your briefing");
  button.addEventListener("click", () => {
    add(item());
    show(button, link, isIn(item()));
  });
  show(button, link, isIn(item()));
  return [button, link];
}

/** Brings the buttons of the page's figures to life that put a figure into the reader's own briefing, under the scheme that it is drawn by. */
export function startBriefing(store: Store): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".figure-actions[data-figure]")].flatMap((row) => {
    const button = row.querySelector<HTMLElement>('[data-action="add"]'), link = row.querySelector<HTMLElement>('[data-action="added"]');
    const follows = row.closest("[data-schemes]") !== null;
    const item = (): Item => ({kind: "slide", id: figureSlideId(row.dataset.figure!, follows ? store.selection.scheme : "stance")});
    return button && link ? [{item, button, link}] : [];
  });
  const render = () => {
    for (const {item, button, link} of rows) show(button, link, isIn(item()));
  };
  for (const {item, button} of rows) button.addEventListener("click", () => add(item()));
  onKept(render);
  store.subscribe(render);
  if (rows.length) render();
}
