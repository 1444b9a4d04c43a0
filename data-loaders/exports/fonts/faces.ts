import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {create, type Font} from "fontkit";
import subsetFont from "subset-font";
import {cached, digest} from "./font-cache.js";

/** A font file of one script; several make a family. */
export interface Face {
  /** `libre-franklin-latin`: names instances and error lines. */
  id: string;
  /** Variation axes that the file has. */
  axes: {wght?: [from: number, to: number]; opsz?: [from: number, to: number]};
  /** The whole face, unpacked. */
  sfnt: Buffer;
  /** Hash of `sfnt`; keys everything that is made from the face. */
  hash: string;
  has(codePoint: number): boolean;
}

export type Family = "sans" | "serif";

const franklin = (script: string) => `@fontsource-variable/libre-franklin/files/libre-franklin-${script}-wght-normal.woff2`;
const sourceSerif = (script: string) => `@fontsource-variable/source-serif-4/files/source-serif-4-${script}-opsz-normal.woff2`;
const noto = (script: string) => `@fontsource-variable/noto-sans/files/noto-sans-${script}-wght-normal.woff2`;

// Libre Franklin has no Greek and neither family has arrows or signs; these stand in, in this order.
const standIns = [
  ...["greek", "greek-ext", "latin-ext", "cyrillic-ext", "vietnamese"].map(noto),
  "@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2"
];

/** Font files by family, in order of preference. */
const files: Record<Family, string[]> = {
  sans: [...["latin", "latin-ext", "cyrillic", "cyrillic-ext", "vietnamese"].map(franklin), ...standIns],
  serif: [...["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"].map(sourceSerif), ...standIns]
};

const require = createRequire(import.meta.url);
const opened = new Map<string, Promise<Face>>();

async function open(file: string): Promise<Face> {
  const packed = readFileSync(require.resolve(file));
  const sfnt = await cached(`${digest(packed)}.ttf`, () => subsetFont(packed, null, {targetFormat: "sfnt", keepAllGlyphs: true}));
  const font: Font = create(sfnt);
  const axis = (tag: string): [number, number] | undefined => {
    const found = font.variationAxes[tag];
    return found && [found.min, found.max];
  };
  const known = new Set(font.characterSet);
  return {
    id: file.slice(file.lastIndexOf("/") + 1).replace(/-(wght|opsz|400)-normal\.woff2$/, ""),
    axes: {wght: axis("wght"), opsz: axis("opsz")}, sfnt, hash: digest(sfnt), has: (codePoint) => known.has(codePoint)
  };
}

/** The faces of a family in order of preference, opened one by one as they are asked for. */
export async function* faces(family: Family): AsyncGenerator<Face> {
  for (const file of files[family]) {
    const face = opened.get(file) ?? open(file);
    opened.set(file, face);
    yield await face;
  }
}
