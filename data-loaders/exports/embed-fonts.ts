import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import subsetFont from "subset-font";
import {fontFiles, inRange, type FontFile} from "../../src/embed/fonts.js";
import {cached, digest} from "./fonts/font-cache.js";

const resolve = createRequire(import.meta.url).resolve;

// What nearly every text has, so that this part of the faces is cut once for all statements.
const common = new Set(Array.from({length: 95}, (_, i) => String.fromCharCode(32 + i)).join("") + "–—…‘’“”·¶×");

/** Bytes of a font file as its package ships it. */
export function readFontFile({file}: FontFile): Promise<Buffer> {
  const name = file.startsWith("libre") ? "libre-franklin" : "source-serif-4";
  return readFile(resolve(`@fontsource-variable/${name}/files/${file}`));
}

async function fontFace(face: FontFile, characters: string): Promise<string> {
  const packed = await readFontFile(face), [min, max] = face.weight.split(" ").map(Number) as [number, number];
  const options = {targetFormat: "woff2" as const, variationAxes: {wght: {min, max}}};
  const font = await cached(`embed-${digest(digest(packed) + JSON.stringify(options) + characters)}.woff2`, () => subsetFont(packed, characters, options));
  const range = [...characters].map((c) => `U+${c.codePointAt(0)!.toString(16)}`).join(",");
  return `@font-face{font-family:"${face.family}";font-weight:${face.weight};src:url(data:font/woff2;base64,${font.toString("base64")}) format("woff2");unicode-range:${range}}`;
}

/**
 * The faces of the visual language as `@font-face` rules with the font inside, cut to the common characters and, apart from those, to
 * what else the text has: a frame that may load nothing from anywhere has its letters all the same.
 */
export async function embeddedFonts(text: string): Promise<string> {
  const others = new Set([...text].filter((c) => c > " " && !common.has(c)));
  const parts = [common, others].map((set) => [...set].sort()).flatMap((set) => fontFiles.map((face) => ({face, characters: set.filter((c) => inRange(face.range, c)).join("")})));
  return (await Promise.all(parts.filter(({characters}) => characters).map(({face, characters}) => fontFace(face, characters)))).join("");
}
