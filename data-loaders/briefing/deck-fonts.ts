import subsetFont from "subset-font";
import {cached, digest} from "../exports/fonts/font-cache.js";
import {faces, type Family} from "../exports/fonts/faces.js";

const names: Record<Family, string> = {sans: "Libre Franklin", serif: "Source Serif 4"};
const printable = Array.from({length: 95}, (_, i) => String.fromCharCode(32 + i)).join("") + "–—…‘’“”·¶×→←";
const weights = {min: 400, max: 800};
const keepFeatures = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "lnum", "tnum"];

/**
 * `@font-face` rules with the fonts inside, cut to the text's characters; weights and optical sizes stay variable, so that lines come
 * out as wide as they were measured. A character that no face has is left to the machine that shows the deck.
 */
export async function deckFonts(text: string): Promise<string> {
  const rules: string[] = [], wanted = [...new Set(printable + text)].filter((c) => c >= " ").sort();
  for (const family of ["sans", "serif"] as const) {
    let left = wanted;
    for await (const face of faces(family)) {
      const own = left.filter((c) => face.has(c.codePointAt(0)!)), characters = own.join("");
      left = left.filter((c) => !face.has(c.codePointAt(0)!));
      if (own.length) {
        const options = {targetFormat: "woff2" as const, keepFeatures, ...(face.axes.wght && {variationAxes: {wght: {min: Math.max(weights.min, face.axes.wght[0]), max: Math.min(weights.max, face.axes.wght[1])}}})};
        const font = await cached(`${face.id}-${digest(face.hash + JSON.stringify(options) + characters)}.woff2`, () => subsetFont(face.sfnt, characters, options));
        const range = own.map((c) => `U+${c.codePointAt(0)!.toString(16)}`).join(",");
        rules.push(`@font-face{font-family:"${names[family]}";font-weight:400 800;src:url(data:font/woff2;base64,${font.toString("base64")}) format("woff2");unicode-range:${range}}`);
      }
      if (!left.length) break;
    }
  }
  return rules.join("");
}
