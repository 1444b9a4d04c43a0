import {parseHTML} from "linkedom";
import {figureMargin, layout, shapes, type FigureBox} from "../../src/briefing/layout.js";
import {drawInBox} from "../../src/briefing/slide-figure.js";
import type {FigureSlide, Outline} from "../../src/briefing/slide.js";
import {loadFigure} from "../../src/figures/index.js";
import type {Tables} from "../../src/schema.js";
import {light} from "../../src/theme/theme.js";
import {setType, type SetType} from "../exports/fonts/set-type.js";

/** A slide's figure with every letter in a face of its own, and its place on the slide in px. */
export interface SlidePicture extends SetType {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Draws the figure of a slide as it stands on 16:9, without the free head that the slide's words lie over. */
export async function slidePicture(slide: FigureSlide, outline: Outline, tables: Tables): Promise<SlidePicture> {
  const figure = await loadFigure(slide.figure), {document} = parseHTML("<!doctype html><html><body></body></html>");
  const box = layout(slide, outline, shapes["16:9"]).find((each): each is FigureBox => each.kind === "figure")!;
  const svg = drawInBox(figure, tables, box, {theme: light, document: document as unknown as Document, idPrefix: slide.id});
  const head = Math.round(box.width * figureMargin), height = Number(svg.getAttribute("height")) - head;
  svg.setAttribute("viewBox", `0 ${head} ${box.width} ${height}`);
  svg.setAttribute("height", String(height));
  const ground = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({y: head, width: box.width, height, fill: light.bg})) ground.setAttribute(name, String(value));
  svg.prepend(ground);
  return {...await setType(svg, {statement: outline.statement, figure: slide.figure}), x: box.x, y: box.y + head, width: box.width, height};
}
