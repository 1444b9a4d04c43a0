import {isNarrowed, matches} from "../queries/selection.js";
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

/** Lights, rings and dims whatever carries clauses in the page as served. Only what changes is touched. */
export function createHighlight(store: Store) {
  const carriers = [...document.querySelectorAll("[data-clauses]")].map((node) => ({node, ids: node.getAttribute("data-clauses")!.split(" ")}));
  const byClause = new Map<string, Element[]>();
  for (const {node, ids} of carriers) for (const id of ids) {
    const nodes = byClause.get(id);
    if (nodes) nodes.push(node);
    else byClause.set(id, [node]);
  }
  const nodesOf = (ids: readonly string[]) => new Set(ids.flatMap((id) => byClause.get(id) ?? []));
  const rings = new Map<Element, Element>();
  let lit = new Set<Element>(), selected = new Set<Element>(), out = new Set<Element>();

  const swap = (name: string, before: Set<Element>, after: Set<Element>) => {
    for (const node of before) if (!after.has(node)) node.classList.remove(name);
    for (const node of after) if (!before.has(node)) node.classList.add(name);
    return after;
  };
  return {
    /** Lights these clauses everywhere. */
    light(ids: readonly string[]) {
      lit = swap("is-lit", lit, nodesOf(ids));
    },
    /** Rings these clauses' marks and washes their words. */
    select(ids: readonly string[]) {
      selected = swap("is-selected", selected, nodesOf(ids));
      for (const [mark, drawn] of rings) if (!selected.has(mark)) {
        drawn.remove();
        rings.delete(mark);
      }
      const ringed = ids.length > mostRinged ? [] : [...selected].filter((mark) => !rings.has(mark) && mark.matches("svg .mark") && mark.getBoundingClientRect().width > 0);
      for (const mark of ringed) {
        const drawn = ring(mark);
        if (!drawn) continue;
        mark.parentNode!.append(drawn);
        rings.set(mark, drawn);
      }
    },
    /** Dims what stands for no clause of the selection. */
    dim(tables: Tables) {
      const {selection} = store;
      if (!isNarrowed(selection)) {
        out = swap("is-out", out, new Set());
        return;
      }
      const kept = new Set(tables.clauses.filter((clause) => matches(clause, selection)).map((clause) => clause.id));
      out = swap("is-out", out, new Set(carriers.filter(({ids}) => !ids.some((id) => kept.has(id))).map(({node}) => node)));
    }
  };
}

export type Highlight = ReturnType<typeof createHighlight>;
