import {builder} from "../components/element.js";
import {capital} from "../figures/words.js";
import type {Figure} from "../figures/figure.js";
import type {Tables} from "../schema.js";
import {page as pageTheme} from "../theme/theme.js";
import {paginate, shapes} from "./layout.js";
import {slideElement} from "./slide-element.js";
import type {Outline, Slide} from "./slide.js";

/** What slides are drawn from on the page. */
export interface BuildContext {
  outline: Outline;
  tables: Tables;
  figures: ReadonlyMap<string, Figure>;
}

// The page's own theme draws figures without the margins that they have on a slide.
const theme = {...pageTheme, name: "light" as const};

/** What the page calls a computed slide: its figure's name with the scheme that it is drawn by, or its id in words. */
export function slideName(id: string, {outline, figures, tables}: BuildContext): string {
  const slide = outline.slides.find((each) => each.id === id);
  if (slide?.kind !== "figure") return capital(id.replaceAll("-", " "));
  const scheme = slide.scheme && tables.schemes.find((each) => each.id === slide.scheme)?.label;
  return `Figure: ${figures.get(slide.figure)!.label}${scheme ? `, by ${scheme}` : ""}`;
}

/** A slide small, as the deck shows it; who reads by ear has its words beside it. `slides` says how many it takes. */
export function smallSlide(slide: Slide, {outline, tables, figures}: BuildContext): {element: HTMLElement; slides: number} {
  const h = builder(document), cut = paginate({...outline, slides: [slide]}).slides;
  const drawn = slideElement(cut[0]!, {outline, tables, figures, shape: shapes["16:9"], theme, document});
  const picture = drawn.querySelector(".slide")!;
  for (const mark of picture.querySelectorAll(".mark")) {
    mark.removeAttribute("tabindex");
    mark.removeAttribute("role");
  }
  for (const carrier of picture.querySelectorAll("[data-clauses]")) carrier.removeAttribute("data-clauses");
  for (const title of picture.querySelectorAll("svg title")) title.remove();
  return {element: h("div", {class: "small-slide", "aria-hidden": "true", inert: true}, picture), slides: cut.length};
}
