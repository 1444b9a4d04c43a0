import {inflateSync} from "node:zlib";
import {expect, test} from "vitest";
import {encodePng} from "../../data-loaders/exports/pictures/png.js";
import {shortPath} from "../../data-loaders/exports/pictures/short-path.js";

/** Colours of an unfiltered PNG, [red, green, blue] for each pixel, with the kind that its head names. */
function readPng(png: Buffer): {kind: number; pixels: number[][]} {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) chunks.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const head = chunks.get("IHDR")!, [width, height, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9]!], palette = chunks.get("PLTE");
  const rows = inflateSync(chunks.get("IDAT")!), size = kind === 3 ? 1 : 3, pixels: number[][] = [];
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    const at = y * (1 + width * size) + 1 + x * size;
    pixels.push(kind === 3 ? [...palette!.subarray(rows[at]! * 3, rows[at]! * 3 + 3)] : [...rows.subarray(at, at + 3)]);
  }
  return {kind, pixels};
}

const rgba = (colours: number[][]) => Uint8Array.from(colours.flatMap((colour) => [...colour, 255]));

test("a PNG of few colours has a palette, and every pixel is as it was", async () => {
  const colours = Array.from({length: 60}, (_, i) => [i * 4, 255 - i, (i * 37) % 256]);
  const pixels = Array.from({length: 64 * 30}, (_, i) => colours[(i * 7) % 60]!);
  expect(readPng(encodePng(rgba(pixels), 64, 30))).toEqual({kind: 3, pixels});
});

test("a PNG of more colours than a palette holds has every pixel too", async () => {
  const pixels = Array.from({length: 40 * 30}, (_, i) => [i % 256, Math.floor(i / 256) * 50, 9]);
  expect(readPng(encodePng(rgba(pixels), 40, 30))).toEqual({kind: 2, pixels});
});

test("one pixel in a thousand at most takes the nearest colour of the palette", async () => {
  const pixels = Array.from({length: 400 * 300}, (_, i) => [(i % 256), 0, 0]);
  pixels[5_000] = [100, 3, 0];
  const read = readPng(encodePng(rgba(pixels), 400, 300));
  expect(read.kind).toBe(3);
  expect(read.pixels[5_000]).toEqual([100, 0, 0]);
  expect(read.pixels.filter((colour, i) => colour.join() !== pixels[i]!.join())).toHaveLength(1);
});

test("a short path goes where the long one went, to a hundredth of a px", () => {
  const long = "M 10.005 -2 L 14.129 3.5 Q 1 2 3 -4.126 C 1 1 2 2 3.339 3 Z M 1 1 L 2 1";
  expect(shortPath(long)).toBe("M10.01-2l4.12 5.5q-13.13-1.5-11.13-7.63c-2 5.13-1 6.13 .34 7.13zm-9.01 3l1 0");
});

test("a path of other commands stays as it is", () => {
  expect(shortPath("M 0 0 A 5 5 0 0 1 9 9")).toBe("M 0 0 A 5 5 0 0 1 9 9");
});
