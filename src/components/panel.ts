import type {Clause, Tables} from "../schema.js";
import {isNarrowed, passing, type Selection} from "../queries/selection.js";
import {count} from "../figures/words.js";
import {clausePanel, listPanel, type PanelContext} from "./evidence-panel.js";
import type {Child} from "./element.js";
import type {Store} from "./store.js";

/** Where the panel stands: in the text beside its clause, or at the side of the window. */
export type Place = "text" | "side";

/** Whether a selection has clauses to list where none is picked: filters narrow it, or a scheme groups it. */
export const hasList = (selection: Selection): boolean => isNarrowed(selection) || selection.scheme !== "stance";

const isWide = () => matchMedia("(min-width: 1120px)").matches;

function append(node: Element, children: Child[]): void {
  for (const child of children) if (Array.isArray(child)) append(node, child);
  else if (child) node.append(child as Node | string);
}

/** The one evidence panel of a page. */
export function createPanel(store: Store, context: Omit<PanelContext, "tables">) {
  const box = document.createElement("section"), reading = document.querySelector<HTMLElement>(".reading");
  box.className = "evidence";
  box.hidden = true;
  box.tabIndex = -1;
  box.setAttribute("aria-label", "Evidence");
  let place: Place = reading && !document.querySelector(".figure") ? "text" : "side";
  /** Whether the clauses that pass the filters are listed where none is picked. */
  let listing = false;
  let origin: Element | undefined;

  const chosen = (tables: Tables): {clauses: readonly Clause[]; heading: string} => {
    const {selection} = store;
    const picked = tables.clauses.filter((clause) => selection.clause.includes(clause.id));
    if (picked.length) return {clauses: picked, heading: count(picked.length, "clause")};
    if (!listing || !hasList(selection)) return {clauses: [], heading: ""};
    const kept = passing(tables.clauses, selection);
    return {clauses: kept, heading: kept.length === tables.clauses.length ? count(kept.length, "clause") : kept.length ? `${kept.length} of ${count(tables.clauses.length, "clause")}` : "No clause passes the filters"};
  };

  /** The panel beside its clause; it never reaches below the end of the text. */
  const standBeside = (clause: Clause) => {
    const words = document.getElementById(clause.id), paragraph = words?.closest(".para");
    if (!reading || !words || !paragraph) return false;
    if (paragraph.nextElementSibling !== box) paragraph.after(box);
    box.className = "evidence is-flow is-beside";
    reading.style.minHeight = "";
    box.style.top = "";
    if (isWide()) {
      const wanted = words.getBoundingClientRect().top - reading.getBoundingClientRect().top - 24;
      reading.style.minHeight = `${box.offsetHeight}px`;
      box.style.top = `${Math.max(0, Math.min(wanted, reading.offsetHeight - box.offsetHeight))}px`;
    }
    return true;
  };
  const standAside = () => {
    if (reading) reading.style.minHeight = "";
    box.style.top = "";
    box.classList.remove("is-flow", "is-beside");
    box.classList.add("is-side");
    if (box.parentElement !== document.body) document.body.append(box);
    keepInSight();
  };
  /** Where the panel lies along the lower edge, the mark that opened it is scrolled above it. */
  const keepInSight = () => {
    if (innerWidth >= 900 || !origin) return;
    const {bottom} = origin.getBoundingClientRect(), edge = box.getBoundingClientRect().top - 16;
    if (bottom > edge) scrollBy({top: bottom - edge, behavior: "instant"});
    origin = undefined;
  };

  return {
    box,
    /** Chooses where the next panel stands; a mark under the side panel sends it to the other side. */
    at(next: Place, mark?: Element) {
      place = next === "text" && !reading ? "side" : next;
      origin = mark;
      const rect = mark?.getBoundingClientRect();
      if (rect) box.classList.toggle("is-left", rect.right > innerWidth - 470 && rect.left > 470);
    },
    get place() {
      return place;
    },
    list(on: boolean) {
      listing = on;
    },
    render(tables: Tables, whole = false) {
      const {clauses, heading} = chosen(tables), {selection} = store;
      const options = {pinned: selection.pin, scheme: tables.schemes.find((scheme) => scheme.id === selection.scheme), whole};
      const all: PanelContext = {...context, tables};
      box.replaceChildren();
      box.hidden = !heading;
      if (!heading) {
        if (reading) reading.style.minHeight = "";
        return;
      }
      append(box, clauses.length === 1 && selection.clause.length ? clausePanel(clauses[0]!, all, options) : listPanel(heading, clauses, all, options));
      if (place !== "text" || !clauses[0] || !standBeside(clauses[0])) standAside();
      if (!whole) box.scrollTop = 0;
    },
    /** The clauses that the panel shows. */
    shown: (tables: Tables) => chosen(tables).clauses
  };
}

export type Panel = ReturnType<typeof createPanel>;
