/** A part of a text and where it begins. */
export interface TextChunk {
  start: number;
  text: string;
}

/** Characters up to which a text is one part: more than twice the longest communique that we know. */
export const wholeLength = 1 << 18;
const partLength = 1 << 16;

/**
 * Joins pieces of a text and cuts it anew into parts, between paragraphs where it can, else between lines, sentences or words.
 * A text of up to `whole` characters stays one part; the parts of a longer one have at most `size`, but for the last.
 */
export function* textChunks(pieces: Iterable<string>, {whole = wholeLength, size = partLength} = {}): Generator<TextChunk> {
  let start = 0, rest = "";
  for (const piece of pieces) {
    rest += piece;
    while (rest.length > whole) {
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
