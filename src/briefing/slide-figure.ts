import type {Figure} from "../figures/figure.js";
import type {Tables} from "../schema.js";
import type {Theme} from "../theme/theme.js";
import type {FigureBox} from "./layout.js";

/** The scale of a slide's type: the smallest letters of a figure come to 24 px. */
export const slideTypeScale = 1.85;

export interface SlideFigureOptions {
  theme: Theme;
  document: Document;
  idPrefix?: string;
}

/** A figure as large as its box, without its heading and without a ground, so that the slide's words may stand over its free head. */
export function drawInBox(figure: Figure, tables: Tables, {width, height}: FigureBox, {theme, document, idPrefix = figure.id}: SlideFigureOptions): SVGSVGElement {
  const svg = figure.draw(figure.query(tables), tables, {
    width, height: Math.round(height), theme, document, idPrefix, typeScale: slideTypeScale, heading: false, href: null
  });
  svg.querySelector(":scope > rect")?.remove();
  return svg;
}
