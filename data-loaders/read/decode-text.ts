import {StatementError, type Place} from "./statement-error.js";

/**
 * The text of a file, exactly as it stands: a byte order mark and carriage returns stay, so that offsets hold.
 * Throws where the bytes are not UTF-8, hold control characters that no text has, or hold no word.
 */
export function decodeText(bytes: Uint8Array, place: Place = {}): string {
  const text = decodeUtf8(bytes, place);
  refuseBinary(text, place);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new StatementError(text.trim() ? "no words in the text" : "empty text", place);
  return text;
}

function decodeUtf8(bytes: Uint8Array, place: Place): string {
  try {
    return new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    throw new StatementError("not UTF-8 text", {...place, line: firstBadLine(bytes)}, "save the file as UTF-8");
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

/** Throws on a control character that printed text never has. */
export function refuseBinary(text: string, place: Place = {}): void {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const at = text.search(/[\u0000-\u0008\u000e-\u001f\u007f]/);
  if (at < 0) return;
  const code = text.charCodeAt(at).toString(16).padStart(4, "0");
  throw new StatementError(`not plain text: control character U+${code.toUpperCase()}`, {...place, line: text.slice(0, at).split("\n").length},
    "save the statement as plain text");
}
