import "./large-pages.js";
import {Resvg} from "@resvg/resvg-js";
import type {StaticFace} from "../fonts/static-face.js";
import {textId, type SetType} from "../fonts/set-type.js";
import {escapeXml, toXml} from "../xml.js";
import {encodePng} from "./png.js";
import {shortPath} from "./short-path.js";

const idsOfTexts = new RegExp(` id="${textId}\\d+"`, "g");

/** A drawing with its letters as outlines. */
export interface Outlined {
  /** As the renderer writes it. */
  svg: string;
  /** As the renderer has read it, with its fonts; at `zoom` pixels a px. */
  tree: Resvg;
}

/** A drawing set by `setType` with its letters as outlines. Throws where a text is lost. */
export function outline({svg, faces}: SetType, zoom = 1): Outlined {
  const xml = toXml(svg), fontFiles = faces.map(({path}: StaticFace) => path);
  const tree = new Resvg(xml, {font: {loadSystemFonts: false, fontFiles, defaultFontFamily: faces[0]?.name}, fitTo: {mode: "zoom", value: zoom}, logLevel: "off"});
  const drawn = tree.toString();
  const there = new Set(drawn.match(idsOfTexts)), missing = (xml.match(idsOfTexts) ?? []).find((id) => !there.has(id));
  if (missing) throw new Error(`a text was not drawn:${missing} of the drawing as it was set`);
  return {svg: drawn, tree};
}

/** A PNG of an outlined drawing that has a ground. */
export function renderPng({tree}: Outlined): Buffer {
  const {pixels, width, height} = tree.render();
  return encodePng(pixels, width, height);
}

// Paths, numbers elsewhere, ids that have done their work, blanks between tags.
const lengthy = new RegExp(` d="([^"]*)"|(\\d*\\.\\d{3,})|${idsOfTexts.source}|(?<=>)\\s+(?=<)`, "g");

/** An outlined drawing as a file for programs that have not the fonts: short, with title and alternative text. */
export function outlinedFile({svg}: Outlined, {title, alt, lang}: {title: string; alt: string; lang: string}): string {
  const short = svg.replace(lengthy, (found, path?: string, number?: string) =>
    path !== undefined ? ` d="${shortPath(path)}"` : number ? String(Number(Number(number).toFixed(2))) : "");
  const said = `<title id="outlined-title">${escapeXml(title)}</title><desc id="outlined-desc">${escapeXml(alt)}</desc>`;
  return short.replace(/<svg([^>]*)>/, (_, attributes: string) =>
    `<svg${attributes} role="img" aria-labelledby="outlined-title" aria-describedby="outlined-desc" lang="${lang}">${said}`);
}
