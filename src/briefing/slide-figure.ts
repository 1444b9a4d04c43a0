import type {Figure} from "../figures/figure.js";
import {emptySelection} from "../queries/selection.js";
import type {Tables} from "../schema.js";
import type {Theme} from "../theme/theme.js";
import {measure} from "../theme/measure.js";
import {smallest, type FigureBox} from "./layout.js";

/** Scales of a slide's type. At the first, labels of 12.5 px and up come to 24 px; the others keep words apart where a figure cannot be drawn so large. */
const typeScales = [1.92, 1.6, 1.3];

export interface SlideFigureOptions {
  theme: Theme;
  document: Document;
  idPrefix?: string;
}

const moveOf = (element: Element) => Number(/translate\([-\d.]+[ ,]+([-\d.]+)\)/.exec(element.getAttribute("transform") ?? "")?.[1] ?? 0);
const number = (element: Element, name: string) => Number(element.getAttribute(name) ?? 0);

/** The lowest y that anything inside reaches, in px from the top of the element's parent; paths and turned texts are left out. */
function lowest(element: Element, top = 0): number {
  const y = top + moveOf(element);
  if (/rotate/.test(element.getAttribute("transform") ?? "")) return -Infinity;
  switch (element.localName) {
    case "rect": return y + number(element, "y") + number(element, "height");
    case "circle": return y + number(element, "cy") + number(element, "r");
    case "text": return Math.max(y + number(element, "y"), ...[...element.children].map((line) => y + number(line, "y")));
    case "defs": case "title": case "pattern": return -Infinity;
    default: return Math.max(-Infinity, ...[...element.children].map((child) => lowest(child, y)));
  }
}

/** Whether the body ends above the source line. */
function holds(svg: Element): boolean {
  const body = svg.querySelector(".figure-body"), foot = svg.querySelector(".figure-foot");
  return !body || !foot || lowest(body) <= moveOf(foot) + 2;
}

const sized = {weight: 700, size: smallest};

/** Whether a number of the smallest legible size stands inside its mark's disc, diamond or bar. */
function holdsNumber(mark: Element, label: string): boolean {
  const shape = mark.querySelector(".mark-shape"), width = measure(label, sized) / 2, height = smallest * 0.36;
  if (!shape || shape.localName === "rect") return !shape || number(shape, "width") >= 2 * width;
  if (shape.localName === "circle") return Math.hypot(width, height) <= number(shape, "r");
  // A diamond begins at its upper corner, above its centre.
  const [top, side] = [...shape.getAttribute("d")!.matchAll(/[ML]\s*[-\d.]+,([-\d.]+)/g)].map(([, y]) => Number(y));
  return width + height <= Math.abs(side! - top!);
}

/** Numbers in marks at the smallest legible size; where one of them does not fit its mark, the figure goes without: the marks lead to their clauses. */
function enlargeNumbers(svg: Element): void {
  const small = [...svg.querySelectorAll(".mark > .mark-number")].filter((text) => number(text, "font-size") < smallest);
  const fits = small.every((text) => holdsNumber(text.parentElement!, text.textContent!));
  for (const text of small) {
    if (!fits) {
      text.remove();
      continue;
    }
    text.setAttribute("y", String(Math.round((number(text, "y") + (smallest - number(text, "font-size")) * 0.36) * 10) / 10));
    text.setAttribute("font-size", String(smallest));
  }
}

/** A figure as large as its box, without its heading and without a ground, so that the slide's words may stand over its free head. */
export function drawInBox(figure: Figure, tables: Tables, {width, height, scheme = "stance"}: FigureBox, {theme, document, idPrefix = figure.id}: SlideFigureOptions): SVGSVGElement {
  const rows = figure.query(tables, {...emptySelection, scheme});
  const at = (typeScale: number) => figure.draw(rows, tables, {width, height: Math.round(height), theme, document, idPrefix, typeScale, heading: false, href: null});
  let svg = at(typeScales[0]!);
  for (const scale of typeScales.slice(1)) {
    if (holds(svg)) break;
    svg = at(scale);
  }
  svg.querySelector(":scope > rect")?.remove();
  enlargeNumbers(svg);
  return svg;
}
