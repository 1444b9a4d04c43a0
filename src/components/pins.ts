import type {Tables} from "../schema.js";
import type {Store} from "./store.js";

const key = () => `statement-atlas-pins:${document.documentElement.dataset.statement}`;

function stored(): string[] {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? "[]");
  } catch {
    return [];
  }
}

/** The tray of kept clauses: survives a reload, travels in the link. Pins of an opened link come first and leave the own ones alone until they are changed. */
export function startPins(store: Store, tables: Promise<Tables>) {
  const tray = document.createElement("button");
  tray.type = "button";
  tray.className = "text-button pin-tray";
  tray.hidden = true;
  document.body.append(tray);
  tray.addEventListener("click", async () => (await import("./pins-dialog.js")).openPins(store, await tables));
  const render = () => {
    const n = store.selection.pin.length;
    tray.hidden = n === 0;
    tray.textContent = `${n} pinned`;
  };
  store.subscribe((selection, previous) => {
    render();
    if (selection.pin === previous.pin || selection.pin.join() === previous.pin.join()) return;
    try {
      localStorage.setItem(key(), JSON.stringify(selection.pin));
    } catch {
      // Pins then live in the address alone.
    }
  });
  if (!store.selection.pin.length) {
    const kept = stored();
    if (kept.length) store.set({pin: kept}, "replace");
  }
  return {render};
}
