import {readFileSync} from "node:fs";
import {create} from "fontkit";
import subsetFont from "subset-font";
import {expect, it} from "vitest";
import {measure, truncate, wrap} from "../../src/theme/measure.js";

const sample = "Commitment wording comes first, condemnation wording second: 4 of 20 clauses, 1945–1970 “the Charter” · ¶ 11 …";

async function advance(file: string, text: string, axes: Record<string, number>): Promise<number> {
  const font = create(await subsetFont(readFileSync(new URL(`../../node_modules/@fontsource-variable/${file}`, import.meta.url)), text, {targetFormat: "truetype"})).getVariation(axes);
  return [...text].reduce((sum, c) => sum + font.glyphForCodePoint(c.codePointAt(0)!).advanceWidth, 0) / font.unitsPerEm;
}

it.each([400, 500, 650, 750, 800])("the sans face at weight %i is measured as wide as the font itself", async (weight) => {
  const real = await advance("libre-franklin/files/libre-franklin-latin-wght-normal.woff2", sample, {wght: weight});
  expect(measure(sample, {size: 1, weight}) / real).toBeCloseTo(1, 2);
});

it.each([[11, 400], [15, 600], [19, 400], [25, 600], [44, 700]])("the serif face at %i px and weight %i is measured as wide as the font at that optical size", async (size, weight) => {
  const real = size * await advance("source-serif-4/files/source-serif-4-latin-opsz-normal.woff2", sample, {wght: weight, opsz: size});
  expect(Math.abs(measure(sample, {size, weight, face: "serif"}) / real - 1)).toBeLessThan(0.015);
});

const style = {size: 16};

it("keeps every word when it breaks lines, and no line is wider than asked", () => {
  for (const balanced of [false, true]) for (const width of [60, 150, 400]) {
    const lines = wrap(sample, width, style, Infinity, balanced);
    expect(lines.join("").replaceAll(" ", "")).toBe(sample.replaceAll(" ", ""));
    for (const line of lines) expect(measure(line, style)).toBeLessThanOrEqual(width);
  }
});

it("needs no more lines when they are balanced", () => {
  expect(wrap(sample, 400, style, Infinity, true).length).toBe(wrap(sample, 400, style).length);
});

it("cuts at a word and says so", () => {
  const cut = truncate(sample, 200, style);
  expect(cut).toMatch(/^Commitment wording.* …$/);
  expect(measure(cut, style)).toBeLessThanOrEqual(200);
  expect(truncate("short", 200, style)).toBe("short");
  expect(wrap(sample, 200, style, 2).at(-1)).toMatch(/…$/);
});

it("does not break at a no-break space", () => {
  expect(wrap("n\u00a0=\u00a020 clauses", 60, style)[0]).toBe("n\u00a0=\u00a020");
});
