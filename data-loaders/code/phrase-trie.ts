// Phrases are found by walking a tree of characters, not by splitting the text into words:
// most words of a statement begin no phrase and are left after two or three characters.
// Case, accents, hyphens and line breaks make no difference; a phrase in capitals ("WHO") is asked for in capitals.

const separator = 32, apostrophe = 39, otherLetter = 123;

/**
 * The symbol of every UTF-16 code unit, so that a character costs one look-up: the ASCII code of the small letter, digit or mark
 * that it stands for, so that a phrase in plain small letters is its own row of symbols; 0 for what is no part of words.
 */
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
  return /[a-z0-9./&(),+:]/.test(base) ? base.charCodeAt(0) : /\p{L}/u.test(base) ? otherLetter : 0;
}

const symbolOf = (code: number): number => symbols[code] as number;
const isWordSymbol = (symbol: number) => (symbol >= 97 && symbol <= otherLetter) || (symbol >= 48 && symbol <= 57);

function symbolsOf(words: string): string {
  const codes: number[] = [];
  for (let i = 0; i < words.length; i++) codes.push(symbolOf(words.charCodeAt(i)));
  return String.fromCharCode(...codes);
}

/** Whether the character at `position` belongs to a word (letter or digit). */
export const isWordAt = (text: string, position: number): boolean => position < text.length && isWordSymbol(symbolOf(text.charCodeAt(position)));

/** The phrases of one spelling that ask for the same around it. */
interface Phrase<Value> {
  values: Value[];
  /** Its last word may go on. */
  open: boolean;
  /** A capitalised word has to follow. */
  beforeName: boolean;
  /** Capitals that have to stand as they are. */
  exact: string | null;
  /** Those of the same spelling that ask for something else. */
  next: Phrase<Value> | null;
}

/** The phrases as a tree in flat arrays: nodes level by level, the children of a node side by side, so that a search touches little memory. */
interface Tree<Value> {
  /** The symbols that lead to each node, one node after the other. */
  labels: Uint8Array;
  /** Of each node, and one more at the end: where its label begins, and its first child. */
  labelStart: Uint32Array;
  firstChild: Uint32Array;
  /** First symbol of each node's label. */
  heads: Uint8Array;
  /** The child of the root for each symbol, since most words end the search there; 0 where it has none. */
  roots: Uint32Array;
  phrases: (Phrase<Value> | null)[];
}

/** Finds the longest of many phrases that begins at a word. */
export class PhraseTrie<Value> {
  private readonly phrases = new Map<string, Phrase<Value>>();
  private tree: Tree<Value> | null = null;
  /** End of the last match, exclusive. */
  end = 0;

  /** Adds a phrase: `*` at its end stands for any rest of the word, ` ^` for a capitalised word to follow; a phrase of capitals only matches capitals. */
  add(phrase: string, value: Value): void {
    const open = phrase.endsWith("*"), beforeName = phrase.endsWith(" ^");
    const words = open ? phrase.slice(0, -1) : beforeName ? phrase.slice(0, -2) : phrase;
    const key = /^[a-z0-9 ]*$/.test(words) ? words : symbolsOf(words);
    if (key.includes("\0")) throw new Error(`phrase with a character that is no part of words: "${phrase}"`);
    if (key === "") throw new Error(`empty phrase: "${phrase}"`);
    const exact = /^[^a-z]*[A-Z][^a-z]*[A-Z0-9][^a-z]*$/.test(words) ? words : null;
    let alike = this.phrases.get(key) ?? null;
    while (alike && (alike.open !== open || alike.beforeName !== beforeName || alike.exact !== exact)) alike = alike.next;
    if (alike) alike.values.push(value);
    else this.phrases.set(key, {values: [value], open, beforeName, exact, next: this.phrases.get(key) ?? null});
    this.tree = null;
  }

  /** The values of the longest phrase that begins at `start` and ends by `limit`, or null; sets `end`. */
  match(text: string, start: number, limit: number): Value[] | null {
    const {labels, labelStart, firstChild, heads, roots, phrases} = (this.tree ??= grow(this.phrases));
    let symbol = symbolOf(text.charCodeAt(start)), node = roots[symbol] as number, position = start, found: Value[] | null = null;
    if (node === 0 || start >= limit) return null;
    for (;;) {
      for (let k = labelStart[node] as number, end = labelStart[node + 1] as number; ;) {
        position++;
        if (symbol === separator) {
          position = skipBlanks(text, position, limit);
          if (position < 0) return found;
        }
        if (++k === end) break;
        if (position >= limit) return found;
        symbol = symbolOf(text.charCodeAt(position));
        if (symbol !== labels[k]) return found;
      }
      for (let phrase = symbol === separator ? null : phrases[node] as Phrase<Value> | null; phrase !== null; phrase = phrase.next) {
        const end = endOf(phrase, text, start, position, limit);
        if (end === 0 || (found !== null && end < this.end)) continue;
        found = found !== null && end === this.end ? [...found, ...phrase.values] : phrase.values;
        this.end = end;
      }
      if (position >= limit) return found;
      symbol = symbolOf(text.charCodeAt(position));
      let child = firstChild[node] as number;
      const stop = firstChild[node + 1] as number;
      while (child < stop && heads[child] !== symbol) child++;
      if (child === stop) return found;
      node = child;
    }
  }
}

function grow<Value>(phrases: ReadonlyMap<string, Phrase<Value>>): Tree<Value> {
  const keys = [...phrases.keys()].sort();
  // Each node stands for the keys from `from` to `to` that share their first `depth` symbols.
  const nodes = [{from: 0, to: keys.length, depth: 0}], labels: string[] = [""], firstChild: number[] = [];
  for (let node = 0; node < nodes.length; node++) {
    const {from, to, depth} = nodes[node]!;
    firstChild.push(nodes.length);
    for (let first = from + (keys[from]?.length === depth ? 1 : 0), next = first; first < to; first = next) {
      const one = keys[first]!, symbol = one.charCodeAt(depth);
      while (next < to && keys[next]!.charCodeAt(depth) === symbol) next++;
      const other = keys[next - 1]!;
      let shared = depth + 1;
      while (shared < one.length && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
      nodes.push({from: first, to: next, depth: shared});
      labels.push(one.slice(depth, shared));
    }
  }
  firstChild.push(nodes.length);
  const labelStart = new Uint32Array(nodes.length + 1), heads = new Uint8Array(nodes.length), roots = new Uint32Array(256);
  labels.forEach((label, node) => {
    labelStart[node + 1] = labelStart[node]! + label.length;
    heads[node] = label.charCodeAt(0);
  });
  for (let child = firstChild[0]!; child < firstChild[1]!; child++) roots[heads[child]!] = child;
  return {
    labels: Buffer.from(labels.join(""), "latin1"), labelStart, heads, roots, firstChild: new Uint32Array(firstChild),
    phrases: nodes.map(({from, depth}) => (keys[from]?.length === depth ? phrases.get(keys[from]!) ?? null : null))
  };
}

/** Goes over the rest of a blank; -1 where a paragraph ends in it. */
function skipBlanks(text: string, position: number, limit: number): number {
  let breaks = text.charCodeAt(position - 1) === 10 ? 1 : 0;
  for (; position < limit; position++) {
    const code = text.charCodeAt(position);
    if (code === 10) breaks++;
    else if (code !== 32 && code !== 13 && code !== 9 && code !== 0xa0) break;
  }
  return breaks > 1 ? -1 : position;
}

/** End of a phrase that is complete at `position`, with the rest of its word where it is open; 0 where it is none. */
function endOf({open, beforeName, exact}: Phrase<unknown>, text: string, start: number, position: number, limit: number): number {
  let end = position;
  if (open) while (end < limit && isWordAt(text, end)) end++;
  else if (isWordAt(text, position)) return 0;
  if (beforeName && !/^\s(?:the\s)?\p{Lu}/u.test(text.slice(end, end + 6))) return 0;
  return exact === null || text.slice(start, position) === exact ? end : 0;
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
