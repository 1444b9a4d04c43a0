import subsetFont from "subset-font";
import {cached, digest} from "./font-cache.js";
import type {FaceUse} from "./set-type.js";

// What the drawings use of the fonts' features; the others would bring glyphs along that no text asks for.
const keepFeatures = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "lnum", "tnum"];

async function rule({name, face, characters, weights, opticalSize}: FaceUse): Promise<string> {
  const text = [...characters].sort().join(""), min = Math.min(...weights), max = Math.max(...weights);
  const variationAxes = {
    ...(face.axes.wght && {wght: min === max ? min : {min, max}}),
    ...(face.axes.opsz && {opsz: opticalSize})
  };
  const options = {targetFormat: "woff2" as const, variationAxes, keepFeatures};
  const font = await cached(`${face.id}-${digest(face.hash + JSON.stringify(options) + text)}.woff2`, () => subsetFont(face.sfnt, text, options));
  const range = [...characters].map((c) => `U+${c.codePointAt(0)!.toString(16)}`).sort().join(",");
  const weight = min === max ? min : `${min} ${max}`;
  return `@font-face{font-family:'${name}';font-weight:${weight};src:url(data:font/woff2;base64,${font.toString("base64")}) format('woff2');unicode-range:${range}}`;
}

/** `@font-face` rules that hold the faces, cut to the characters and weights in use. */
export async function fontRules(uses: readonly FaceUse[]): Promise<string> {
  const rules: string[] = [];
  for (const use of uses) rules.push(await rule(use));
  return rules.join("");
}
