import {readItems, writeItems, type Item} from "./items.js";

const key = () => `statement-atlas-briefing:${document.documentElement.dataset.statement}`;

/** The reader's own briefing of this page's statement, as kept on this machine. */
export function keptItems(): Item[] {
  try {
    return readItems(localStorage.getItem(key()) ?? "");
  } catch {
    return [];
  }
}

/** Keeps the briefing on this machine; false where the browser keeps nothing. */
export function keepItems(items: readonly Item[]): boolean {
  try {
    localStorage.setItem(key(), writeItems(items));
  } catch {
    return false;
  }
  dispatchEvent(new Event("own-briefing"));
  return true;
}

/** Hears of each change of the kept briefing, by this window or by another. */
export function onKept(heard: () => void): void {
  addEventListener("own-briefing", heard);
  addEventListener("storage", (event) => (event.key === null || event.key === key()) && heard());
  addEventListener("pageshow", (event) => event.persisted && heard());
}
