import {strToU8, zipSync, type Zippable} from "fflate";

// Files that are packed already; packing them again takes its time and saves nothing.
const packed = /\.(png|parquet|zip|docx|pptx|woff2)$/;

/** A ZIP archive of these files, all of one date (at midnight; the format knows no time zone, so the clock's zone does not show). */
export function zip(files: Iterable<readonly [name: string, content: string | Uint8Array]>, date: Date): Buffer {
  const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  const entries: Zippable = {};
  for (const [name, content] of files) entries[name] = [typeof content === "string" ? strToU8(content) : content, {mtime, level: packed.test(name) ? 0 : 4}];
  return Buffer.from(zipSync(entries));
}
