import type {Clause} from "../schema.js";
import {poleClass} from "./wording.js";

const svgNamespace = "http://www.w3.org/2000/svg";
const width = 540, line = 12, gap = 2;

const colours = {com: "var(--com)", con: "var(--con)", "": "var(--ink-2)"} as const;

/** The statement at a glance: all clauses faint, those that a sentence rests on in full colour and double height. Above 150 clauses, neighbours of one kind are merged. */
export function evidenceStrip(document: Document, clauses: readonly Clause[], lit: ReadonlySet<string>, label: string): SVGElement {
  const make = (name: string, attributes: Record<string, string | number>) => {
    const node = document.createElementNS(svgNamespace, name) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    return node;
  };
  const svg = make("svg", {class: "strip", viewBox: `0 0 ${width} 24`, preserveAspectRatio: "none", role: "img", "aria-label": label});
  const words = clauses.reduce((sum, clause) => sum + clause.words, 0) || 1;
  const space = clauses.length > 150 ? 0 : gap, scale = (width - space * Math.max(0, clauses.length - 1)) / words;
  let x = 0;
  for (const group of merge(clauses, lit, clauses.length > 150)) {
    const first = group[0]!, isLit = lit.has(first.id);
    const length = group.reduce((sum, clause) => sum + clause.words, 0) * scale;
    const height = isLit ? 11 : 5, pole = poleClass[first.pole];
    const y = pole === "com" ? line - height : pole === "con" ? line : line - height / 2;
    svg.append(make("rect", {
      class: "strip-bar", "data-clauses": group.map((clause) => clause.id).join(" "),
      x: x.toFixed(1), y, width: Math.max(0.5, length).toFixed(1), height, fill: isLit ? colours[pole] : "var(--faint)"
    }));
    x += length + space;
  }
  return svg;
}

function merge(clauses: readonly Clause[], lit: ReadonlySet<string>, merging: boolean): Clause[][] {
  const groups: Clause[][] = [];
  for (const clause of clauses) {
    const last = groups.at(-1);
    if (merging && last && last[0]!.pole === clause.pole && lit.has(last[0]!.id) === lit.has(clause.id)) last.push(clause);
    else groups.push([clause]);
  }
  return groups;
}
