// Phrases are found by walking a table of characters, not by splitting the text into words:
// most words of a statement begin no phrase and are left after two or three characters.
// Case, accents, hyphens and line breaks make no difference; a phrase in capitals ("WHO") is asked for in capitals.

const separator = 1, apostrophe = 38, otherLetter = 46;
const punctuation: Record<string, number> = {".": 39, "/": 40, "&": 41, "(": 42, ")": 43, ",": 44, "+": 45, ":": 47};
const alphabet = 48;

/** The symbol of every UTF-16 code unit, so that a character costs one look-up. */
const symbols = symbolTable();

function symbolTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < 0x250; code++) table[code] = latinSymbol(String.fromCharCode(code).normalize("NFD").charAt(0).toLowerCase());
  table.fill(otherLetter, 0x370, 0x2000);
  table.fill(otherLetter, 0x2c00);
  for (const code of [9, 10, 13, 32, 45, 0xa0, 0x202f]) table[code] = separator;
  table.fill(separator, 0x2000, 0x2014);
  table[39] = table[0x2018] = table[0x2019] = apostrophe;
  return table;
}

function latinSymbol(base: string): number {
  if (base >= "a" && base <= "z") return base.charCodeAt(0) - 95;
  if (base >= "0" && base <= "9") return base.charCodeAt(0) - 20;
  return punctuation[base] ?? (/\p{L}/u.test(base) ? otherLetter : 0);
}

const symbolOf = (code: number): number => symbols[code] as number;
const isWordSymbol = (symbol: number) => (symbol >= 2 && symbol <= 37) || symbol === otherLetter;

/** Whether the character at `position` belongs to a word (letter or digit). */
export const isWordAt = (text: string, position: number): boolean => position < text.length && isWordSymbol(symbolOf(text.charCodeAt(position)));

/** Finds the longest of many phrases that begins at a word. */
export class PhraseTrie<Value> {
  // Room for a vocabulary of some thousand phrases, so that it is not copied time and again while it is filled.
  private next = new Int32Array(32_768 * alphabet);
  private values: (Value[] | undefined)[] = [undefined];
  private exact: (string | undefined)[] = [undefined];
  private open: boolean[] = [false];
  private beforeName: boolean[] = [false];
  /** End of the last match, exclusive. */
  end = 0;

  /** Adds a phrase: `*` at its end stands for any rest of the word, ` ^` for a capitalised word to follow; a phrase of capitals only matches capitals. */
  add(phrase: string, value: Value): void {
    const open = phrase.endsWith("*"), beforeName = phrase.endsWith(" ^");
    const words = phrase.replace(/\*$| \^$/, "");
    let node = 0;
    for (let i = 0; i < words.length; i++) {
      const symbol = symbolOf(words.charCodeAt(i));
      if (symbol === 0) throw new Error(`phrase with a character that is no part of words: "${phrase}"`);
      node = this.step(node, symbol);
    }
    if (node === 0) throw new Error(`empty phrase: "${phrase}"`);
    (this.values[node] ??= []).push(value);
    if (open) this.open[node] = true;
    if (beforeName) this.beforeName[node] = true;
    if (/^[^a-z]*[A-Z][^a-z]*[A-Z0-9][^a-z]*$/.test(words)) this.exact[node] = words;
  }

  private step(node: number, symbol: number): number {
    const known = this.next[node * alphabet + symbol] as number;
    if (known) return known;
    const fresh = this.values.length;
    this.values.push(undefined);
    if ((fresh + 1) * alphabet > this.next.length) {
      const larger = new Int32Array(this.next.length * 2);
      larger.set(this.next);
      this.next = larger;
    }
    this.next[node * alphabet + symbol] = fresh;
    return fresh;
  }

  /** The values of the longest phrase that begins at `start` and ends by `limit`, or null; sets `end`. */
  match(text: string, start: number, limit: number): Value[] | null {
    const next = this.next;
    let node = 0, position = start, found: Value[] | null = null;
    while (position < limit) {
      const symbol = symbolOf(text.charCodeAt(position));
      if (symbol === 0) break;
      node = next[node * alphabet + symbol] as number;
      if (node === 0) break;
      position++;
      if (symbol === separator) {
        position = this.skipBlanks(text, position, limit);
        if (position < 0) break;
      } else if (this.values[node] !== undefined) {
        const end = this.endOf(text, node, start, position, limit);
        if (end === 0) continue;
        const values = this.values[node] as Value[];
        found = found !== null && end === this.end ? [...found, ...values] : values;
        this.end = end;
      }
    }
    return found;
  }

  /** Goes over the rest of a blank; -1 where a paragraph ends in it. */
  private skipBlanks(text: string, position: number, limit: number): number {
    let breaks = text.charCodeAt(position - 1) === 10 ? 1 : 0;
    for (; position < limit; position++) {
      const code = text.charCodeAt(position);
      if (code === 10) breaks++;
      else if (code !== 32 && code !== 13 && code !== 9 && code !== 0xa0) break;
    }
    return breaks > 1 ? -1 : position;
  }

  /** End of a phrase that is complete at `position`, with the rest of its word where it is open; 0 where it is none. */
  private endOf(text: string, node: number, start: number, position: number, limit: number): number {
    let end = position;
    if (this.open[node]) while (end < limit && isWordAt(text, end)) end++;
    else if (isWordAt(text, position)) return 0;
    if (this.beforeName[node] && !/^\s(?:the\s)?\p{Lu}/u.test(text.slice(end, end + 6))) return 0;
    const exact = this.exact[node];
    return exact === undefined || text.slice(start, position) === exact ? end : 0;
  }
}

/** Calls `visit` at the first character of every word in the range; the number it returns is where the search goes on (0: at the next word). */
export function eachWord(text: string, start: number, end: number, visit: (position: number) => number): void {
  let inWord = start > 0 && isWordAt(text, start - 1);
  for (let position = start; position < end; position++) {
    if (!isWordSymbol(symbols[text.charCodeAt(position)] as number)) {
      inWord = false;
      continue;
    }
    if (inWord) continue;
    inWord = true;
    const resume = visit(position);
    if (resume > position) {
      position = resume - 1;
      inWord = isWordAt(text, position);
    }
  }
}
