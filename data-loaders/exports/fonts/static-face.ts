import {readFileSync} from "node:fs";
import {create, type Font} from "fontkit";
import subsetFont from "subset-font";
import {cached, cachePath} from "./font-cache.js";
import type {Face} from "./faces.js";
import {renameFont} from "./rename-font.js";

/** One face at one weight (and optical size), under a family name of its own. */
export interface StaticFace {
  /** `libre-franklin-latin-450`; the renderers are given exactly this as font-family. */
  name: string;
  /** A TrueType file. */
  path: string;
  /** Width of a text in em, with kerning. */
  advance(text: string): number;
}

/** Measures with a font that is opened when it is first needed. */
function measureWith(path: string): StaticFace["advance"] {
  let font: Font | undefined;
  return (text) => {
    font ??= create(readFileSync(path));
    return font.layout(text).advanceWidth / font.unitsPerEm;
  };
}

// Source Serif changes its shape with its size; between these steps widths differ by some 2 %.
const opticalSteps = [8, 10, 12, 14, 16, 20, 24, 32, 44, 60];

const clamp = (value: number, [from, to]: [number, number]) => Math.min(to, Math.max(from, value));

/** The optical size in steps that stands for a font size in px. */
export const opticalSize = (size: number): number => opticalSteps.reduce((best, step) => Math.abs(step - size) < Math.abs(best - size) ? step : best);

const made = new Map<string, Promise<StaticFace>>();

/** The static TrueType file for a face, weight and font size in px; made once and kept in the cache. */
export function staticFace(face: Face, weight: number, size: number): Promise<StaticFace> {
  const wght = face.axes.wght && clamp(weight, face.axes.wght), opsz = face.axes.opsz && clamp(opticalSize(size), face.axes.opsz);
  const name = [face.id, wght, opsz && `o${opsz}`].filter(Boolean).join("-");
  const known = made.get(name);
  if (known) return known;
  const file = `${name}-${face.hash}.ttf`;
  const promise = cached(file, async () => {
    const variationAxes = {...(wght && {wght}), ...(opsz && {opsz})};
    return renameFont(await subsetFont(face.sfnt, null, {targetFormat: "sfnt", variationAxes, keepAllGlyphs: true}), name);
  }).then(() => ({name, path: cachePath(file), advance: measureWith(cachePath(file))}));
  made.set(name, promise);
  return promise;
}
