import type {Tables} from "../schema.js";
import type {Panel} from "./panel.js";
import type {Store} from "./store.js";

const key = "statement-atlas-keys";

/** Whether single keys are on; the list of keys has a switch for them. */
export function singleKeys(on?: boolean): boolean {
  try {
    if (on !== undefined) localStorage.setItem(key, on ? "on" : "off");
    return localStorage.getItem(key) !== "off";
  } catch {
    return true;
  }
}

export interface ShortcutParts {
  store: Store;
  tables: Promise<Tables>;
  panel: Panel;
  controls: {toggle(open?: boolean): void};
  tooltip: {hide(): void};
}

const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest("input, select, textarea, [contenteditable]") !== null;

/** Keys that work anywhere, and the buttons that do the same. */
export function startShortcuts({store, tables, panel, controls, tooltip}: ShortcutParts): void {
  // What is typed while the search is on its way is meant for it.
  let typed: string | null = null;
  const open: Record<string, () => Promise<void>> = {
    search: async () => {
      typed = "";
      try {
        const [{openSearch}, known] = await Promise.all([import("./search-dialog.js"), tables]);
        openSearch({store, tables: known, panel}, typed);
      } finally {
        typed = null;
      }
    },
    keys: async () => (await import("./keys-dialog.js")).openKeys()
  };
  document.addEventListener("click", (event) => {
    const name = (event.target as Element).closest<HTMLElement>("[data-open]")?.dataset.open;
    if (name) void open[name]?.();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") tooltip.hide();
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (typed !== null && event.key.length === 1) {
      typed += event.key;
      return event.preventDefault();
    }
    if (!singleKeys()) return;
    const action = {"/": open.search, "?": open.keys, f: document.querySelector("[data-filters]") ? () => controls.toggle() : undefined}[event.key];
    if (!action) return;
    event.preventDefault();
    void action();
  });
}
