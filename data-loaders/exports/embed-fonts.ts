import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import subsetFont from "subset-font";
import {fontFiles, inRange, type FontFile} from "../../src/embed/fonts.js";

const resolve = createRequire(import.meta.url).resolve;
const printable = Array.from({length: 95}, (_, i) => String.fromCharCode(32 + i)).join("") + "–—…‘’“”·¶×";
const made = new Map<string, Promise<string>>();

/** Bytes of a font file as its package ships it. */
export function readFontFile({file}: FontFile): Promise<Buffer> {
  const name = file.startsWith("libre") ? "libre-franklin" : "source-serif-4";
  return readFile(resolve(`@fontsource-variable/${name}/files/${file}`));
}

async function fontFace(face: FontFile, characters: string): Promise<string> {
  const font = await subsetFont(await readFontFile(face), characters, {targetFormat: "woff2"});
  return `@font-face{font-family:"${face.family}";font-weight:${face.weight};src:url(data:font/woff2;base64,${Buffer.from(font).toString("base64")}) format("woff2");unicode-range:${face.range}}`;
}

/**
 * The faces of the visual language as `@font-face` rules with the font inside, cut to the text's characters: a frame that may load
 * nothing from anywhere has its letters all the same. Made once for each set of characters.
 */
export function embeddedFonts(text: string): Promise<string> {
  const characters = [...new Set(printable + text)].filter((c) => c >= " ").sort().join("");
  let rules = made.get(characters);
  if (!rules) {
    const cut = fontFiles.map((face) => ({face, some: [...characters].filter((c) => inRange(face.range, c)).join("")}));
    rules = Promise.all(cut.filter(({some}) => some).map(({face, some}) => fontFace(face, some))).then((all) => all.join(""));
    made.set(characters, rules);
  }
  return rules;
}
