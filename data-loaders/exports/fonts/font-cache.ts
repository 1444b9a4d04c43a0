import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {threadId} from "node:worker_threads";

/** Raise when the code that makes fonts changes what it makes; old entries are then never met again. */
const generation = 1;

const folder = resolve(".cache/fonts");

/** Short hash of bytes or words, for names. */
export const digest = (content: Uint8Array | string): string => createHash("sha256").update(content).digest("hex").slice(0, 16);

/** Where the cache keeps `name`. */
export const cachePath = (name: string): string => join(folder, `${generation}-${name}`);

/** The cached bytes under a name that is made from everything they depend on; made now where they are not there. */
export async function cached(name: string, make: () => Promise<Uint8Array> | Uint8Array): Promise<Buffer> {
  const path = cachePath(name);
  if (existsSync(path)) return readFileSync(path);
  const made = Buffer.from(await make());
  mkdirSync(folder, {recursive: true});
  // Renamed into place, so that another process or thread never reads half a font.
  const draft = `${path}.${process.pid}-${threadId}`;
  writeFileSync(draft, made);
  renameSync(draft, path);
  return made;
}
