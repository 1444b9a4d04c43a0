import {builder} from "../components/element.js";
import {oneLine} from "../components/wording.js";
import type {Figure} from "../figures/figure.js";
import type {Tables} from "../schema.js";
import {sans, serif, type Theme} from "../theme/theme.js";
import {layout, type Box, type Shape, type TextBox} from "./layout.js";
import {drawInBox} from "./slide-figure.js";
import type {Outline, Slide} from "./slide.js";

export interface SlideContext {
  outline: Outline;
  tables: Tables;
  figures: ReadonlyMap<string, Figure>;
  shape: Shape;
  theme: Theme;
  document: Document;
}

const tags = {title: "h2", paragraph: "p", point: "p", quote: "blockquote", place: "p", source: "p"} as const;

function textElement(box: TextBox, {document, theme}: SlideContext): HTMLElement {
  const h = builder(document), {x, y, width, style, leading, colour} = box;
  const css = [
    `left:${x}px`, `top:${y}px`, `width:${width}px`, `font:${style.weight ?? 400} ${style.size}px/${leading}px ${style.face === "serif" ? serif : sans}`,
    style.tracking ? `letter-spacing:${style.tracking}em` : "", `color:${theme[colour]}`
  ];
  // A blank between the lines keeps their words apart where they are read or copied.
  return h(tags[box.role], {class: `box ${box.role}`, style: css.filter(Boolean).join(";"), "data-clauses": box.clauses?.length ? box.clauses.join(" ") : null},
    box.lines.map((line, i) => [i ? " " : "", h("span", {class: "line"}, line)]));
}

function boxElement(box: Box, slide: Slide, context: SlideContext): Element {
  const {document, theme, figures, tables} = context;
  if (box.kind === "text") return textElement(box, context);
  const place = `left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px`;
  const h = builder(document);
  if (box.kind === "rule") return h("div", {class: "box rule", "aria-hidden": "true", style: `${place};background:${theme[box.colour]}`});
  const svg = drawInBox(figures.get(box.figure)!, tables, box, {theme, document, idPrefix: `${slide.id}-${box.figure}`});
  for (const mark of svg.querySelectorAll(".mark")) {
    mark.setAttribute("tabindex", "0");
    mark.setAttribute("role", "button");
  }
  return h("div", {class: "box figure", style: place}, svg);
}

/** A slide as reveal.js takes it: every line where the layout has set it, words as text, notes for the speaker. */
export function slideElement(slide: Slide, context: SlideContext): HTMLElement {
  const {document, outline, shape} = context, h = builder(document);
  // The figure comes first, so that words over its free head can be picked.
  const boxes = layout(slide, outline, shape).sort((a, b) => Number(b.kind === "figure") - Number(a.kind === "figure"));
  return h("section", {id: slide.id, "data-kind": slide.kind, "aria-label": oneLine(slide.title)},
    h("div", {class: "slide", style: `width:${shape.width}px;height:${shape.height}px`}, boxes.map((box) => boxElement(box, slide, context))),
    h("aside", {class: "notes"}, slide.notes.map((note) => h("p", {}, note))));
}
