import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {setType} from "../../data-loaders/exports/fonts/set-type.js";
import {outline, outlinedFile} from "../../data-loaders/exports/pictures/render.js";

/** Contours of the letters of a text, once drawn as outlines. */
async function contours(markup: string): Promise<number> {
  const {document} = parseHTML(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="100">${markup}</svg>`);
  const {svg, faces} = await setType(document.querySelector("svg") as unknown as Element, {statement: "s", figure: "f"});
  return (outlinedFile(outline({svg, faces}), {title: "t", alt: "a", lang: "en"}).match(/[Mm](?=[\d.-])/g) ?? []).length;
}

const words = ["Україна", "→", "Türkiye", "Ελλάδα", "ffi", "Đà", "Łódź", "½", "ї"];

test.each([["sans", ""], ["serif", ` font-family="'Source Serif 4', serif"`]])("a line in several scripts loses no letter (%s)", async (_, family) => {
  const apart = await contours(words.map((word, i) => `<text x="${i * 90}" y="20"${family}>${word}</text>`).join(""));
  for (const anchor of ["start", "middle", "end"]) {
    expect(await contours(`<text text-anchor="${anchor}" y="20"${family}><tspan x="450" y="20">${words.join(" ")}</tspan></text>`)).toBe(apart);
  }
  expect(await contours(`<text x="9" y="20"${family}>${words.map((word) => `<tspan font-weight="700">${word}</tspan>`).join(" ")}</text>`)).toBeGreaterThan(apart * 0.9);
});

test("a line under some words of a text is drawn", async () => {
  const plain = await contours(`<text y="20">to <tspan>firmly</tspan> uphold</text>`);
  expect(await contours(`<text y="20">to <tspan text-decoration="underline">firmly</tspan> uphold</text>`)).toBe(plain + 1);
});
