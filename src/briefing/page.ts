import {builder} from "../components/element.js";
import {figureDrawings} from "../components/figure-card.js";
import type {Part, PartContext} from "../components/part.js";
import {poleClass} from "../components/wording.js";
import {loadFigure} from "../figures/index.js";
import {composeOutline} from "./compose.js";
import type {Outline, Slide} from "./slide.js";

const linked = (clauses: readonly string[], {href}: PartContext) => ({href: href("text", `?clause=${clauses.slice(0, 60).join("~")}`), "data-clauses": clauses.join(" ")});

async function content(slide: Slide, context: PartContext): Promise<(Node | null)[]> {
  const {document, tables, href} = context, h = builder(document);
  switch (slide.kind) {
    case "title": return [h("p", {class: "eyebrow"}, slide.eyebrow), ...slide.lines.map((line) => h("p", {class: "lead"}, line))];
    case "summary": return [h("ul", {class: "briefing-fields"}, slide.fields.map(({label, key, words, pole, clauses}) => h("li", {},
      h("h3", {class: poleClass[pole] && `${poleClass[pole]}-text`}, label),
      h("p", {}, clauses.length ? h("a", {class: "briefing-key", ...linked(clauses, context)}, key) : h("strong", {class: "briefing-key"}, key), ` ${words}`))))];
    case "figure": {
      const figure = await loadFigure(slide.figure), rows = figure.query(tables);
      return [h("p", {class: "briefing-subtitle"}, slide.subtitle), figureDrawings(figure, rows, context, {wide: false, heading: false, prefix: slide.id})];
    }
    case "quotes": return slide.quotes.map(({clause, pole, words, place}) => h("figure", {class: `briefing-quote ${poleClass[pole]}`},
      h("blockquote", {class: "verbatim"}, `“${words}”`), h("figcaption", {}, h("a", {href: href("text", `#${clause}`), "data-clauses": clause}, place))));
    case "text": return [h("ul", {class: "briefing-points"}, slide.points.map((point) => h("li", {}, point)))];
  }
}

const files = [
  ["deck.html", "Slides for the browser", "one file, works without a network; S opens the speaker window"], ["deck.pptx", "Slides for PowerPoint", "charts can be edited, notes inside"],
  ["deck.pdf", "Slides as PDF", "a page a slide"], ["briefing.zip", "All of them", "in one archive"]
] as const;

function takeAway({document, tables, root, href}: PartContext, outline: Outline): HTMLElement {
  const h = builder(document), folder = `${root}statements/${tables.statement.id}/briefing/`;
  return h("div", {class: "briefing-files"},
    h("ul", {}, files.map(([file, label, says]) => h("li", {}, h("a", {href: `${folder}${file}`, download: file === "deck.html" ? null : true}, label), `, ${says}`)),
      h("li", {class: "needs-scripts"}, h("a", {href: href("build")}, "Your own briefing"), ", slides in your order under your headlines, as a link and as a file")),
    outline.address ? h("p", {class: "briefing-address"}, h("img", {src: `${folder}qr.svg`, width: 132, height: 132, alt: "QR code of the address beside it"}), h("span", {}, "This briefing, live:", h("br"), h("a", {href: outline.address}, outline.address))) : null);
}

/** The briefing to read and to print: one slide after the other with the speaker's notes, and the files to take away. */
export const briefing: Part = async (context) => {
  const {document, tables} = context, h = builder(document), outline = context.briefing ?? await composeOutline(tables);
  const sections = await Promise.all(outline.slides.map(async (slide, i) => h("section", {class: "briefing-slide", id: slide.id, "aria-labelledby": `${slide.id}-headline`},
    h("h2", {id: `${slide.id}-headline`}, slide.title),
    await content(slide, context),
    h("aside", {class: "briefing-notes", "aria-label": `Notes on slide ${i + 1}`}, slide.notes.map((note) => h("p", {}, note))),
    h("p", {class: "briefing-number"}, `${i + 1} of ${outline.slides.length}`))));
  return h("div", {class: "briefing"}, takeAway(context, outline), sections);
};
