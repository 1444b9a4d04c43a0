import {buffer} from "node:stream/consumers";
import Pdf from "pdfkit";
import svgToPdf from "svg-to-pdfkit";
import type {SetType} from "../fonts/set-type.js";
import {toXml} from "../xml.js";

export interface PdfOptions {
  title: string;
  alt: string;
  /** Language tag of the words. */
  lang: string;
  /** What the file's properties say of its making. */
  subject: string;
  date: Date;
}

const pointsPerPx = 0.75;

/** The ground behind a label is a stroke painted first; PDF's text knows no order of painting, so the stroke becomes a text of its own. */
export function partHalos(svg: Element): void {
  for (const text of svg.querySelectorAll("text[paint-order]")) {
    const halo = text.cloneNode(true) as Element;
    halo.setAttribute("fill", "none");
    for (const part of halo.querySelectorAll("[fill]")) part.removeAttribute("fill");
    for (const name of ["stroke", "stroke-width", "stroke-linejoin", "paint-order"]) text.removeAttribute(name);
    text.before(halo);
  }
}

// The converter's links stand outside the file's structure, where a screen reader finds them without a name; a picture in print has none.
function unlink(svg: Element): void {
  for (const link of svg.querySelectorAll("a")) {
    const group = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "g");
    group.append(...link.childNodes);
    link.replaceWith(group);
  }
}

/** A page of the drawing's size: vector, fonts embedded, tagged as one figure with its alternative text. The drawing is used up. */
export async function pdf(drawing: SetType, {title, alt, lang, subject, date}: PdfOptions): Promise<Buffer> {
  const {svg} = drawing;
  unlink(svg);
  partHalos(svg);
  const size = ["width", "height"].map((name) => Number(svg.getAttribute(name)) * pointsPerPx) as [number, number];
  const document = new Pdf({
    size, margin: 0, tagged: true, pdfVersion: "1.7", lang, displayTitle: true,
    info: {Title: title, Author: "Statement Atlas", Subject: subject, Creator: "Statement Atlas", CreationDate: date, ModDate: date}
  });
  const bytes = buffer(document);
  for (const {name, path} of drawing.faces) document.registerFont(name, path);
  const names = new Set(drawing.faces.map(({name}) => name)), [first = "Helvetica"] = names;
  const box = {bbox: [0, 0, ...size]};
  const picture = document.struct("Figure", {alt, title, ...box}, () => svgToPdf(document, toXml(svg), 0, 0, {
    width: size[0], height: size[1],
    // Asked for elements too that hold no text of their own, and so were given no face.
    fontCallback: (family) => names.has(family) ? family : first
  }));
  document.addStructure(document.struct("Document", {}, picture));
  document.end();
  return bytes;
}
