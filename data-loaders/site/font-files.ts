// Writes the fonts that the pages use, cut to the characters and axes that they need: src/theme/fonts/*.woff2 and src/theme/sans.css.
// Run it by hand when a font is updated:
//   node --import tsx data-loaders/site/font-files.ts
// The ranges that it prints stand in src/components/head.html.
import {readFileSync, writeFileSync} from "node:fs";
import subsetFont from "subset-font";

const root = new URL("../../", import.meta.url);
const characters = (from: number, to: number) => Array.from({length: to - from + 1}, (_, i) => String.fromCodePoint(from + i)).join("");
const ascii = `${characters(0x20, 0x7e)}\u00a0–—…‘’“”•·¶×§°−`;
// Titles are set in the sans face, which comes with the page: the letters of Western names are in it, so that no title moves.
const western = `${ascii}áàâãäåçèéêëíîïñóôõöøúüÉÖÜß«»€←→`;
const latin = `${characters(0xa1, 0xff)}€′″‹›™←→`, extended = `${characters(0x100, 0x24f)}ẀẁẂẃẄẅẞ`;
const without = (text: string, other: string) => [...text].filter((character) => !other.includes(character)).join("");
// Beyond these sizes the letters of the serif face keep the shape that they have there.
const sans = {wght: {min: 400, max: 800}}, serif = {wght: {min: 400, max: 700}, opsz: {min: 14, max: 20}};
const keepFeatures = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "rvrn", "tnum"];

const fonts = [
  {name: "libre-franklin", file: "libre-franklin/files/libre-franklin-latin-wght-normal", text: western, axes: sans},
  {name: "libre-franklin-latin", file: "libre-franklin/files/libre-franklin-latin-wght-normal", text: without(latin, western), axes: sans},
  {name: "libre-franklin-ext", file: "libre-franklin/files/libre-franklin-latin-ext-wght-normal", text: extended, axes: sans},
  {name: "source-serif-4", file: "source-serif-4/files/source-serif-4-latin-opsz-normal", text: ascii, axes: serif},
  {name: "source-serif-4-latin", file: "source-serif-4/files/source-serif-4-latin-opsz-normal", text: without(latin, ascii), axes: serif},
  {name: "source-serif-4-ext", file: "source-serif-4/files/source-serif-4-latin-ext-opsz-normal", text: extended, axes: serif}
];

/** The characters of a font as CSS has them: "U+20-7E, U+A7". */
function unicodeRange(text: string): string {
  const runs: [number, number][] = [];
  for (const point of [...text].map((character) => character.codePointAt(0)!).sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([from, to]) => `U+${from.toString(16).toUpperCase()}${to > from ? `-${to.toString(16).toUpperCase()}` : ""}`).join(", ");
}

for (const {name, file, text, axes} of fonts) {
  const source = readFileSync(new URL(`node_modules/@fontsource-variable/${file}.woff2`, root));
  const font = await subsetFont(source, text, {targetFormat: "woff2", variationAxes: axes, keepFeatures});
  console.log(`${name}: ${font.length} bytes, ${unicodeRange(text)}`);
  if (name !== "libre-franklin") {
    writeFileSync(new URL(`src/theme/fonts/${name}.woff2`, root), font);
    continue;
  }
  writeFileSync(new URL("src/theme/sans.css", root), `/* Written by data-loaders/site/font-files.ts. The face of titles and figures comes with the style sheet, so that nothing moves when it arrives. */
@font-face {font-family: "Libre Franklin"; font-weight: 400 800; src: url(data:font/woff2;base64,${font.toString("base64")}) format("woff2"); unicode-range: ${unicodeRange(text)}}
`);
}
