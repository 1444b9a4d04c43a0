import {crc32, deflateSync} from "node:zlib";

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]), frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A picture in the form that PNG has for it: rows that each begin with a byte for "not filtered". */
interface Rows {
  /** 2: RGB; 3: places in the palette. */
  colourType: 2 | 3;
  rows: Buffer;
  palette?: Buffer;
}

// Room for the rows of one picture after the other: new memory costs more than what is written in it.
let room = Buffer.alloc(0);

function roomFor(length: number): Buffer {
  if (room.length < length) room = Buffer.alloc(length);
  return room.subarray(0, length);
}

const most = 256;
// The share of pixels that may take the nearest colour of the palette: edges of letters in a rare hue.
const rare = 0.001;

const channel = (colour: number, k: number) => (colour >>> (8 * k)) & 255;

function distance(a: number, b: number): number {
  let sum = 0;
  for (let k = 0; k < 3; k++) sum += (channel(a, k) - channel(b, k)) ** 2;
  return sum;
}

/** How many pixels have each colour. */
function countColours(pixels: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0, from = 0; i < pixels.length; from = i) {
    const colour = pixels[i]!;
    while (i < pixels.length && pixels[i] === colour) i++;
    counts.set(colour, (counts.get(colour) ?? 0) + i - from);
  }
  return counts;
}

/** Places of all colours in a palette of the most frequent ones; null where too many pixels would change. */
function choosePalette(pixels: Int32Array): {palette: number[]; places: Map<number, number>} | null {
  const counted = [...countColours(pixels)].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const others = counted.slice(most), palette = counted.slice(0, most).map(([colour]) => colour);
  if (others.reduce((sum, [, n]) => sum + n, 0) > pixels.length * rare) return null;
  const places = new Map(palette.map((colour, i) => [colour, i]));
  for (const [colour] of others) places.set(colour, palette.reduce((best, other, i) => distance(other, colour) < distance(palette[best]!, colour) ? i : best, 0));
  return {palette, places};
}

function indexedRows(pixels: Int32Array, width: number, height: number): Rows | null {
  const chosen = choosePalette(pixels);
  if (!chosen) return null;
  const {palette, places} = chosen, rows = roomFor(height * (1 + width));
  let last = pixels[0]!, place = places.get(last)!;
  for (let from = 0, to = 0, y = 0; y < height; y++) {
    rows[to++] = 0;
    for (let x = 0; x < width; x++, from++) {
      const colour = pixels[from]!;
      if (colour !== last) place = places.get(last = colour)!;
      rows[to++] = place;
    }
  }
  return {colourType: 3, rows, palette: Buffer.from(palette.flatMap((colour) => [0, 1, 2].map((k) => channel(colour, k))))};
}

function rgbRows(pixels: Int32Array, width: number, height: number): Rows {
  const rows = roomFor(height * (1 + width * 3));
  for (let from = 0, to = 0, y = 0; y < height; y++) {
    rows[to++] = 0;
    for (let x = 0; x < width; x++, from++) for (let k = 0; k < 3; k++) rows[to++] = channel(pixels[from]!, k);
  }
  return {colourType: 2, rows};
}

/**
 * A PNG (8 bits, no transparency) of opaque RGBA pixels. Drawings are flat: a palette of their colours and rows without a filter make
 * the files smaller, and sooner.
 */
export function encodePng(pixels: Uint8Array, width: number, height: number): Buffer {
  // Signed, as the engine keeps such numbers as they are, and larger ones in boxes.
  const words = new Int32Array(pixels.byteOffset % 4 ? pixels.slice().buffer : pixels.buffer, pixels.byteOffset % 4 ? 0 : pixels.byteOffset, width * height);
  const {colourType, rows, palette} = indexedRows(words, width, height) ?? rgbRows(words, width, height);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, colourType, 0, 0, 0], 8);
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature, chunk("IHDR", head), ...palette ? [chunk("PLTE", palette)] : [], chunk("IDAT", deflateSync(rows, {level: 6})), chunk("IEND", Buffer.alloc(0))
  ]);
}
