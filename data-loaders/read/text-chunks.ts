/** A part of a text and where it begins. */
export interface TextChunk {
  start: number;
  text: string;
}

/** Characters of a part: no statement that was ever issued is as long. */
export const partLength = 1 << 18;

/**
 * Joins pieces of a text and cuts it anew into parts of at most `size` characters, between paragraphs where it can, else between
 * lines, sentences or words. Parts keep memory flat on longer input.
 */
export function* textChunks(pieces: Iterable<string>, size = partLength): Generator<TextChunk> {
  let start = 0, rest = "";
  for (const piece of pieces) {
    rest += piece;
    while (rest.length > size) {
      const cut = cutPlace(rest, size);
      yield {start, text: rest.slice(0, cut)};
      start += cut;
      rest = rest.slice(cut);
    }
  }
  if (rest || start === 0) yield {start, text: rest};
}

function cutPlace(text: string, size: number): number {
  for (const mark of ["\n\n", "\n\r\n", "\n", ". ", " "]) {
    const at = text.lastIndexOf(mark, size - mark.length);
    if (at > size / 2) return at + mark.length;
  }
  const last = text.charCodeAt(size - 1);
  return last >= 0xd800 && last < 0xdc00 ? size - 1 : size;
}
