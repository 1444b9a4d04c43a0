import {isNarrowed, passing} from "../queries/selection.js";
import type {Tables} from "../schema.js";
import type {Store} from "./store.js";

/** The clause ids on an element or on the nearest one around it that has some. */
export function clausesOf(target: EventTarget | null): string[] {
  const holder = target instanceof Element ? target.closest("[data-clauses]") : null;
  return holder?.getAttribute("data-clauses")?.split(" ").filter(Boolean) ?? [];
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** A ring 3 px outside a mark's shape, whatever the shape: its outline in ink, and a narrower one in the ground's colour. */
function ring(mark: Element): SVGElement | null {
  const shape = mark.querySelector(".mark-shape");
  if (!shape) return null;
  const group = document.createElementNS(svgNamespace, "g");
  group.setAttribute("class", "mark-ring");
  for (const name of ["ring-ink", "ring-gap"]) {
    const copy = shape.cloneNode() as SVGElement;
    for (const attribute of ["fill", "stroke", "stroke-width", "stroke-dasharray"]) copy.removeAttribute(attribute);
    copy.setAttribute("class", name);
    group.append(copy);
  }
  const copy = mark.cloneNode(true) as SVGElement, inner = document.createElementNS(svgNamespace, "g");
  inner.append(...copy.childNodes);
  inner.setAttribute("class", "ring-inner");
  group.append(inner);
  const transform = mark.getAttribute("transform");
  if (transform) group.setAttribute("transform", transform);
  return group;
}

// A selection of more clauses than this is outlined without rings: they would hide the marks between.
const mostRinged = 20;

/** Lights, rings and dims whatever carries clauses in the page. Only what changes is touched. */
export function createHighlight(store: Store) {
  let carriers: {node: Element; ids: string[]}[] = [];
  /** Looked up when a clause is first asked for. */
  let byClause: Map<string, Element[]> | undefined;
  const rings = new Map<Element, Element>();
  let lit = new Set<Element>(), selected = new Set<Element>(), out = new Set<Element>(), picked = "";

  // Two of a figure's three drawings are out of sight; to light their marks too would cost the most of each change.
  const index = (all = false) => {
    const unseen = new Set([...document.querySelectorAll(".figure > div")].filter((drawing) => !all && !drawing.getClientRects().length));
    const counts = (node: Element) => !node.closest(".evidence") && !unseen.has(node.closest(".figure > div")!);
    carriers = [...document.querySelectorAll("[data-clauses]")].filter(counts).map((node) => ({node, ids: node.getAttribute("data-clauses")!.split(" ")}));
    const found = byClause = new Map<string, Element[]>();
    for (const {node, ids} of carriers) for (const id of ids) {
      const nodes = found.get(id);
      if (nodes) nodes.push(node);
      else found.set(id, [node]);
    }
    return found;
  };
  const nodesOf = (ids: readonly string[]) => new Set(ids.length ? ids.flatMap((id) => (byClause ?? index()).get(id) ?? []) : []);
  const swap = (name: string, before: Set<Element>, after: Set<Element>) => {
    for (const node of before) if (!after.has(node)) node.classList.remove(name);
    for (const node of after) if (!before.has(node)) node.classList.add(name);
    return after;
  };
  const dropRings = () => {
    for (const drawn of rings.values()) drawn.remove();
    rings.clear();
  };
  /** Lights these clauses everywhere. */
  const light = (ids: readonly string[]) => {
    lit = swap("is-lit", lit, nodesOf(ids));
  };
  /** Rings these clauses' marks and washes their words. */
  const select = (ids: readonly string[]) => {
    const asked = ids.join(" ");
    if (asked === picked) return;
    picked = asked;
    dropRings();
    selected = swap("is-selected", selected, nodesOf(ids));
    for (const mark of ids.length > mostRinged ? [] : selected) {
      const drawn = mark.matches("svg .mark") ? ring(mark) : null;
      if (!drawn) continue;
      mark.parentNode!.append(drawn);
      rings.set(mark, drawn);
    }
  };
  /** Dims what stands for no clause of the selection. */
  const dim = (tables: Tables) => {
    const {selection} = store, kept = isNarrowed(selection) ? new Set(passing(tables.clauses, selection).map((clause) => clause.id)) : null;
    if (kept && !byClause) index();
    out = swap("is-out", out, new Set(kept ? carriers.filter(({ids}) => !ids.some((id) => kept.has(id))).map(({node}) => node) : []));
  };
  return {
    light, select, dim,
    /** Looks anew at what is in the page and which drawings are seen (for print: all), after one was put in or the width changed. */
    refresh(tables: Tables, all = false) {
      dropRings();
      picked = "";
      byClause = undefined;
      if (all) index(all);
      select(store.selection.clause);
      dim(tables);
    }
  };
}

export type Highlight = ReturnType<typeof createHighlight>;
