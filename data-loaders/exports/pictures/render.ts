import {renderAsync, Resvg, type ResvgRenderOptions} from "@resvg/resvg-js";
import type {StaticFace} from "../fonts/static-face.js";
import {textId} from "../fonts/set-type.js";
import {escapeXml} from "../xml.js";
import {encodePng} from "./png.js";
import {shortPath} from "./short-path.js";

const font = (faces: readonly StaticFace[]): ResvgRenderOptions["font"] => ({
  loadSystemFonts: false, fontFiles: faces.map(({path}) => path), defaultFontFamily: faces[0]?.name
});

/** A PNG of a drawing that was set by `setType` and has a ground; renders outside this thread. */
export async function renderPng(svg: string, faces: readonly StaticFace[], zoom: number): Promise<Buffer> {
  const image = await renderAsync(svg, {font: font(faces), fitTo: {mode: "zoom", value: zoom}, logLevel: "off"});
  return encodePng(image.pixels, image.width, image.height);
}

const idsOfTexts = new RegExp(` id="${textId}\\d+"`, "g");

/** A drawing set by `setType` with its letters as outlines, for programs that have not the fonts; names and alternative text are kept. Throws where a text is lost. */
export function outline(svg: string, faces: readonly StaticFace[], {title, alt, lang}: {title: string; alt: string; lang: string}): string {
  const drawn = new Resvg(svg, {font: font(faces), logLevel: "off"}).toString();
  const wanted = svg.match(idsOfTexts) ?? [], there = new Set(drawn.match(idsOfTexts));
  const missing = wanted.find((id) => !there.has(id));
  if (missing) throw new Error(`a text of "${title}" was not drawn:${missing} of the drawing as it was set`);
  const short = drawn.replace(idsOfTexts, "").replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${shortPath(path)}"`)
    .replace(/\d*\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))).replace(/>\s+</g, "><");
  const said = `<title id="outlined-title">${escapeXml(title)}</title><desc id="outlined-desc">${escapeXml(alt)}</desc>`;
  return short.replace(/<svg([^>]*)>/, (_, attributes: string) =>
    `<svg${attributes} role="img" aria-labelledby="outlined-title" aria-describedby="outlined-desc" lang="${lang}">${said}`);
}
