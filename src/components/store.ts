import {readSelection, writeSelection, type Selection} from "../queries/selection.js";

export type Change = "push" | "replace" | "none";
export type Listener = (selection: Selection, previous: Selection) => void;

/** The page's one selection; it lives in the address and every view reads it from here. */
export interface Store {
  readonly selection: Selection;
  /** Changes the selection; "push" adds a step to the history, "replace" does not, "none" leaves the address alone. */
  set(patch: Partial<Selection>, change?: Change): void;
  subscribe(listener: Listener): void;
}

const own = ["clause", "topic", "stance", "pole", "strength", "speaker", "verb", "instrument", "pin", "doubtful", "q", "scheme"];
const clauseHash = /^#(p\d+\.s\d+\.c\d+|c\d+)$/;

/** The clause that a hash names: `#p6.s1.c2`, or `#c14` for the fourteenth; null for any other hash. */
export const hashClause = (hash: string): string | null => clauseHash.exec(hash)?.[1] ?? null;

/** The selection that an address holds, the clause of its hash included. */
export function selectionOf(location: Pick<Location, "search" | "hash">): Selection {
  const selection = readSelection(location.search), clause = hashClause(location.hash);
  return clause && !selection.clause.includes(clause) ? {...selection, clause: [clause]} : selection;
}

/** The address of a selection: names of others stay, a hash that names a clause goes into the query. */
export function addressOf(selection: Selection, location: Pick<Location, "pathname" | "search" | "hash">): string {
  const others = new URLSearchParams(location.search);
  for (const name of own) others.delete(name);
  const query = [writeSelection(selection), others.toString()].filter(Boolean).join("&");
  return `${location.pathname}${query ? `?${query}` : ""}${hashClause(location.hash) ? "" : location.hash}`;
}

/** A store over the window's address; Back and Forward change it as any view does. */
export function createStore(window: Window): Store {
  let selection = selectionOf(window.location);
  const listeners: Listener[] = [];
  const tell = (next: Selection) => {
    const previous = selection;
    selection = next;
    for (const listener of listeners) listener(next, previous);
  };
  window.addEventListener("popstate", () => tell(selectionOf(window.location)));
  return {
    get selection() {
      return selection;
    },
    set(patch, change = "push") {
      const next = {...selection, ...patch};
      const address = addressOf(next, window.location), {pathname, search, hash} = window.location;
      if (change !== "none" && address !== pathname + search + hash) window.history[`${change}State`](null, "", address);
      tell(next);
    },
    subscribe: (listener) => void listeners.push(listener)
  };
}
