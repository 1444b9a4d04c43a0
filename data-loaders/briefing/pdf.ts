import {buffer} from "node:stream/consumers";
import {parseHTML} from "linkedom";
import Pdf from "pdfkit";
import svgToPdf from "svg-to-pdfkit";
import {layout, shapes, type RuleBox, type TextBox} from "../../src/briefing/layout.js";
import type {Outline, Slide} from "../../src/briefing/slide.js";
import type {Tables} from "../../src/schema.js";
import {light, sans, serif} from "../../src/theme/theme.js";
import {fixedDate, longDate} from "../exports/dates.js";
import {setType, type SetType} from "../exports/fonts/set-type.js";
import {partHalos} from "../exports/pictures/pdf.js";
import {toXml} from "../exports/xml.js";
import {slidePicture} from "./slide-picture.js";

const shape = shapes["16:9"];
/** A page is 13⅓ × 7½ inches, as the slides of office programs are. */
const pointsPerPx = 0.5;
const size = [shape.width * pointsPerPx, shape.height * pointsPerPx] as [number, number];

const tags = {title: "H1", paragraph: "P", point: "P", quote: "BlockQuote", place: "P", source: "P"} as const;

/** A drawing of the whole slide that holds one box's lines. */
function drawLines({x, y, lines, style, leading, colour}: TextBox): Element {
  const {document} = parseHTML("<svg></svg>"), namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  for (const [name, value] of Object.entries({xmlns: namespace, viewBox: `0 0 ${shape.width} ${shape.height}`})) svg.setAttribute(name, String(value));
  lines.forEach((line, i) => {
    const text = document.createElementNS(namespace, "text");
    const attributes = {
      x, y: y + i * leading + leading / 2 + style.size * 0.35, "font-size": style.size, "font-weight": style.weight ?? 400,
      "font-family": style.face === "serif" ? serif : sans, fill: light[colour], ...(style.tracking && {"letter-spacing": style.tracking * style.size})
    };
    for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, String(value));
    // The blank parts the lines' words for who copies or hears them.
    text.textContent = i < lines.length - 1 ? `${line} ` : line;
    svg.append(text);
  });
  return svg as unknown as Element;
}

class Pages {
  readonly bytes: Promise<Buffer>;
  private readonly document: PDFKit.PDFDocument;
  private readonly whole: PDFKit.PDFStructureElement;
  private readonly fonts = new Set<string>();

  constructor(private outline: Outline, private tables: Tables, version: string) {
    const {statement, coding} = tables, date = fixedDate(statement.date);
    this.document = new Pdf({
      size, margin: 0, tagged: true, pdfVersion: "1.7", lang: "en", displayTitle: true, autoFirstPage: false,
      info: {
        Title: outline.title, Author: "Statement Atlas", Creator: "Statement Atlas", CreationDate: date, ModDate: date,
        Subject: `Briefing on ${statement.short}, ${longDate(statement.date)}. Coding ${coding.version}, version ${version}`
      }
    });
    this.bytes = buffer(this.document);
    this.whole = this.document.struct("Document");
    this.document.addStructure(this.whole);
  }

  private place({svg, faces}: SetType, [x, y, width, height]: [number, number, number, number]): void {
    for (const {name, path} of faces) if (!this.fonts.has(name)) {
      this.fonts.add(name);
      this.document.registerFont(name, path);
    }
    // Without a size of its own the drawing fills the place that it is given.
    for (const name of ["width", "height"]) svg.removeAttribute(name);
    const [first = "Helvetica"] = faces.map(({name}) => name), names = new Set(faces.map(({name}) => name));
    svgToPdf(this.document, toXml(svg), x, y, {width, height, fontCallback: (family) => names.has(family) ? family : first});
  }

  private rule({x, y, width, height, colour}: RuleBox): void {
    this.document.markContent("Artifact", {type: "Layout"});
    this.document.rect(x * pointsPerPx, y * pointsPerPx, width * pointsPerPx, height * pointsPerPx).fill(light[colour]);
    this.document.endMarkedContent();
  }

  async add(slide: Slide): Promise<void> {
    const {document, outline, tables} = this, place = {statement: outline.statement, figure: slide.id};
    document.addPage({size, margin: 0});
    const section = document.struct("Sect", {title: slide.title});
    this.whole.add(section);
    for (const box of layout(slide, outline, shape)) {
      if (box.kind === "rule") this.rule(box);
      else if (box.kind === "text") {
        const set = await setType(drawLines(box), place);
        section.add(document.struct(tags[box.role], {}, () => this.place(set, [0, 0, ...size])));
      } else if (slide.kind === "figure") {
        const picture = await slidePicture(slide, outline, tables);
        partHalos(picture.svg);
        picture.svg.querySelector(":scope > rect")?.remove();
        const bounds: [number, number, number, number] = [picture.x, picture.y, picture.width, picture.height].map((px) => px * pointsPerPx) as [number, number, number, number];
        const [x, y, width, height] = bounds;
        section.add(document.struct("Figure", {alt: slide.alt, title: slide.title, bbox: [x, y, x + width, y + height]} as PDFKit.Mixins.StructureElementOptions, () => this.place(picture, bounds)));
      }
    }
    section.end();
  }

  end(): Promise<Buffer> {
    this.whole.end();
    this.document.end();
    return this.bytes;
  }
}

/** The briefing as a tagged PDF of as many pages as slides, its fonts inside; needs no browser. */
export async function briefingPdf(outline: Outline, tables: Tables, version: string): Promise<Buffer> {
  const pages = new Pages(outline, tables, version);
  for (const slide of outline.slides) await pages.add(slide);
  return pages.end();
}
