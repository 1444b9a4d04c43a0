import {closeSync, openSync, readFileSync, readSync} from "node:fs";
import {StatementError} from "./statement-error.js";

/**
 * Reads a text file piece by piece, exactly as it stands: a byte order mark and carriage returns stay, so that offsets hold.
 * Throws where the file is missing, is not UTF-8, holds control characters that no text has, or holds no word.
 */
export function* readTextFile(file: string, size = 1 << 18): Generator<string> {
  const decoder = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});
  const bytes = new Uint8Array(size);
  let line = 1, empty = true, words = false;
  const check = (piece: string) => {
    refuseBinary(piece, file, line);
    for (let at = -1; (at = piece.indexOf("\n", at + 1)) >= 0;) line++;
    empty &&= piece.trim() === "";
    words ||= /[\p{L}\p{N}]/u.test(piece);
    return piece;
  };
  const decode = (part?: Uint8Array) => {
    try {
      return part ? decoder.decode(part, {stream: true}) : decoder.decode();
    } catch {
      throw new StatementError("not UTF-8 text", {file, line: firstBadLine(readFileSync(file))}, "save the file as UTF-8");
    }
  };
  const handle = openFile(file);
  try {
    for (let read; (read = readSync(handle, bytes)) > 0;) yield check(decode(bytes.subarray(0, read)));
    yield check(decode());
  } finally {
    closeSync(handle);
  }
  if (!words) throw new StatementError(empty ? "empty text" : "no words in the text", {file});
}

function openFile(file: string): number {
  try {
    const handle = openSync(file, "r");
    readSync(handle, new Uint8Array(1), 0, 1, 0);
    return handle;
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    const problem = code === "ENOENT" ? "missing file" : code === "EISDIR" ? "a folder, not a file" : `unreadable file (${code})`;
    throw new StatementError(`${problem}: ${file}`, {});
  }
}

/** The line of the first byte that is not UTF-8. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

function refuseBinary(piece: string, file: string, line: number): void {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const at = piece.search(/[\u0000-\u0008\u000e-\u001f\u007f]/);
  if (at < 0) return;
  const code = piece.charCodeAt(at).toString(16).padStart(4, "0").toUpperCase();
  throw new StatementError(`not plain text: control character U+${code}`, {file, line: line + piece.slice(0, at).split("\n").length - 1}, "save the statement as plain text");
}
