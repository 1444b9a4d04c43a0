import {builder} from "../components/element.js";
import {deckAddress, presentedKey, withOutline} from "./deck-file.js";
import type {Outline} from "./slide.js";

const h = builder(document);
const address = (statement: string) => `${document.documentElement.dataset.root ?? "./"}${deckAddress(statement)}`;

/** Gives the briefing as a file: the built deck, which opens without a network, with this outline in it. */
export async function downloadDeck(outline: Outline): Promise<void> {
  const from = address(outline.statement), response = await fetch(from);
  if (!response.ok) throw new Error(`no deck: ${response.status} ${from}`);
  const link = h("a", {href: URL.createObjectURL(new Blob([withOutline(await response.text(), outline)], {type: "text/html"})), download: "deck.html"});
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Shows the briefing over the page, on the full screen where the browser lets it, at the first slide. */
export function presentDeck(outline: Outline): void {
  localStorage.setItem(presentedKey(outline.statement), JSON.stringify(outline));
  const frame = h("iframe", {src: `${address(outline.statement)}?own`, title: "The slides", allow: "fullscreen"});
  const close = h("button", {class: "text-button", type: "button"}, "Close the slides");
  const dialog = h("dialog", {class: "presenting", "aria-label": "The slides"}, close, frame);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  frame.addEventListener("load", () => frame.focus());
  document.body.append(dialog);
  dialog.showModal();
  // Without leave the slides fill the window.
  void frame.requestFullscreen?.().catch(() => undefined);
}
