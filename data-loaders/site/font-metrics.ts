// Writes src/theme/metrics.ts: the advance widths that src/theme/measure.ts adds up. Run it by hand when a font is updated:
//   node --import tsx data-loaders/site/font-metrics.ts
import {readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {create, type Font} from "fontkit";
import subsetFont from "subset-font";

const root = new URL("../../", import.meta.url);
const faces = {
  sans: {file: "@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2", weights: [400, 800], axes: {}},
  // Widths shrink with the optical size, in two straight stretches that meet at 20; measure.ts scales from there.
  serif: {file: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2", weights: [400, 700], axes: {opsz: 20}}
};
const characters = [
  ...Array.from({length: 95}, (_, i) => String.fromCharCode(32 + i)),
  ..."–—…‘’“”·¶×°§€£½«»ÀÁÂÃÄÅÇÈÉÊËÍÎÏÑÓÔÕÖØÚÛÜàáâãäåçèéêëìíîïñóôõöøùúûüýÿß"
].join("");

const advances = (font: Font) => [...characters].map((c) => Math.round((1000 * font.glyphForCodePoint(c.codePointAt(0)!).advanceWidth) / font.unitsPerEm));

const tables: string[] = [];
for (const [face, {file, weights, axes}] of Object.entries(faces)) {
  // fontkit cannot vary a compressed font, so it is unpacked first.
  const font = create(await subsetFont(readFileSync(new URL(`node_modules/${file}`, root)), characters, {targetFormat: "truetype"}));
  for (const wght of weights) tables.push(`  ${face}${wght}: "${advances(font.getVariation({wght, ...axes})).join(" ")}"`);
}
writeFileSync(fileURLToPath(new URL("src/theme/metrics.ts", root)), `// Advance widths in thousandths of an em, one for each of \`characters\`. Written by data-loaders/site/font-metrics.ts.
export const characters = ${JSON.stringify(characters)};

export const advances = {
${tables.join(",\n")}
};
`);
