// Writes the fonts that the pages use, cut to the characters and axes that they need: src/theme/fonts/*.woff2 and src/theme/sans.css.
// Run it by hand when a font is updated:
//   node --import tsx data-loaders/site/font-files.ts
import {readFileSync, writeFileSync} from "node:fs";
import subsetFont from "subset-font";

const root = new URL("../../", import.meta.url);
const characters = (from: number, to: number) => Array.from({length: to - from + 1}, (_, i) => String.fromCodePoint(from + i)).join("");
const latin = `${characters(0x20, 0xff)}–—…‘’“”•·¶×€−′″‹›™←→`;
const extended = `${characters(0x100, 0x24f)}ẀẁẂẃẄẅẞ`;
const sans = {wght: {min: 400, max: 800}}, serif = {wght: {min: 400, max: 700}, opsz: {min: 12, max: 24}};

const fonts = [
  {name: "libre-franklin", file: "libre-franklin/files/libre-franklin-latin-wght-normal", text: latin, axes: sans},
  {name: "libre-franklin-ext", file: "libre-franklin/files/libre-franklin-latin-ext-wght-normal", text: extended, axes: sans},
  {name: "source-serif-4", file: "source-serif-4/files/source-serif-4-latin-opsz-normal", text: latin, axes: serif},
  {name: "source-serif-4-ext", file: "source-serif-4/files/source-serif-4-latin-ext-opsz-normal", text: extended, axes: serif}
];

for (const {name, file, text, axes} of fonts) {
  const source = readFileSync(new URL(`node_modules/@fontsource-variable/${file}.woff2`, root));
  const font = await subsetFont(source, text, {targetFormat: "woff2", variationAxes: axes});
  console.log(`${name}: ${font.length} bytes`);
  if (name !== "libre-franklin") {
    writeFileSync(new URL(`src/theme/fonts/${name}.woff2`, root), font);
    continue;
  }
  writeFileSync(new URL("src/theme/sans.css", root), `/* Written by data-loaders/site/font-files.ts. The face of titles and figures comes with the style sheet, so that nothing moves when it arrives. */
@font-face {font-family: "Libre Franklin"; font-weight: 400 800; src: url(data:font/woff2;base64,${font.toString("base64")}) format("woff2"); unicode-range: U+0000-00FF, U+2010-2027, U+2030-203A, U+20AC, U+2122, U+2190-2193, U+2212}
`);
}
