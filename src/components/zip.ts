import {strToU8, zipSync} from "fflate";

// The first date that the format knows: the same files give the same bytes.
const mtime = new Date(1980, 0, 1);

/** Packs text files into a zip archive. */
export function zip(files: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {mtime});
}
