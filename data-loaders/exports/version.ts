import {createHash} from "node:crypto";
import type {FileContent} from "./figure-files.js";

/** Raise when files change that a version is not made of (Word documents, embeds, data packages), so that new ones get a new name. */
const edition = 1;

/** Name of what is published of a statement: the coder's release and eight digits that change with any drawing or row. */
export function versionName(coding: string, files: Iterable<FileContent>): string {
  const hash = createHash("sha256").update(`${edition}`);
  for (const {name, content} of files) hash.update(`\0${name}\0`).update(content);
  return `${coding.replace(/\+.*/, "").replace(/[^\w.-]/g, "-")}-${hash.digest("hex").slice(0, 8)}`;
}
