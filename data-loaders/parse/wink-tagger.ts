import winkNLP from "wink-nlp";
import type {Span} from "../../src/schema.js";
import type {Tagger, Tagged} from "./tagger.js";
import {winkModel} from "./wink-model.js";

let shared: Tagger | undefined;

/** The engine that the project uses: wink-nlp with its small English model; one instance serves all. */
export function winkTagger(): Tagger {
  return (shared ??= new WinkTagger());
}

// The engine takes an eighth to a fifth less time for some thousand characters at once than for their paragraphs one by one (medians of 25 runs
// on 944 paragraphs); a blank line ends whatever it reads, so that the tags are the same.
const separator = "\n\n", portionLength = 8_000;

class WinkTagger implements Tagger {
  readonly spellings: string[] = [];
  private readonly nlp = winkNLP(winkModel(), ["sbd", "pos"]);
  /** By the engine's own numbers, which are many: 1 more than the place in `spellings`; 0 for what was not met. */
  private order = new Int32Array(1 << 17);

  tag(text: string, stretches: readonly Span[]): Tagged[] {
    return portions(text, stretches).flatMap((portion) => this.read(text, portion) ?? portion.flatMap((stretch) => this.read(text, [stretch])!));
  }

  /** The stretches of a portion; null where they have to be read one by one. */
  private read(text: string, portion: readonly Span[]): Tagged[] | null {
    const {nlp: {readDoc, its}, spellings} = this;
    // A comma that stands apart is found at once, one at a word's end by trying patterns; ");" would be one token of no known kind.
    const document = readDoc(portion.map(({start, end}) => text.slice(start, end)).join(separator).replaceAll(", ", " , ").replaceAll(");", ") ;").replaceAll("):", ") :"));
    const tokens = document.tokens();
    const ids = tokens.out(its.uniqueId) as unknown as number[];
    const pos = tokens.out(its.pos) as unknown as string[];
    const sentenceEnds = (document.sentences().out(its.span) as unknown as [number, number][]).map(([, last]) => last);
    for (let i = 0; i < ids.length; i++) ids[i] = (this.order[ids[i]!] || this.learn(ids[i]!, tokens.itemAt(i).out())) - 1;
    return apart(text, portion, {ids, pos, sentenceEnds}, spellings);
  }

  private learn(number: number, spelling: string): number {
    if (number >= this.order.length) {
      const {order} = this;
      (this.order = new Int32Array(2 * number)).set(order);
    }
    return (this.order[number] = this.spellings.push(spelling));
  }
}

/** Neighbours that are read at once; an empty one, or one with blanks at an edge, stays alone, since it would run into the blank line. */
function portions(text: string, stretches: readonly Span[]): Span[][] {
  const all: Span[][] = [];
  let room = 0;
  for (const stretch of stretches) {
    const {start, end} = stretch, alone = start === end || isSpace(text.charCodeAt(start)) || isSpace(text.charCodeAt(end - 1));
    if (alone || end - start > room) {
      all.push([stretch]);
      room = alone ? 0 : portionLength - (end - start);
    } else {
      all.at(-1)!.push(stretch);
      room -= end - start;
    }
  }
  return all;
}

/** The stretches of a portion, each with its own numbers and places; null where a token of several stretches is not found in the text. */
function apart(text: string, portion: readonly Span[], {ids, pos, sentenceEnds}: Omit<Tagged, "starts" | "ends">, spellings: readonly string[]): Tagged[] | null {
  const all: Tagged[] = [];
  let first = 0, sentence = 0;
  for (const stretch of portion) {
    const {starts, ends, lost} = places(text, stretch, ids, first, spellings), next = first + starts.length, own: number[] = [];
    if (lost && portion.length > 1) return null;
    while (sentence < sentenceEnds.length && sentenceEnds[sentence]! < next - 1) own.push(sentenceEnds[sentence++]! - first);
    if (next > first) own.push(next - 1 - first);
    // The blank line between is a token of its own, and may end a sentence.
    while (sentence < sentenceEnds.length && sentenceEnds[sentence]! <= next) sentence++;
    all.push({ids: ids.slice(first, next), pos: pos.slice(first, next), starts, ends, sentenceEnds: own});
    first = next + 1;
  }
  return all;
}

/** Tokens are verbatim, so that their places follow from reading on to the stretch's end; a token that is not found keeps an empty place and is `lost`. */
function places(text: string, {start, end}: Span, ids: readonly number[], first: number, spellings: readonly string[]): {starts: number[]; ends: number[]; lost: boolean} {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = start, lost = false;
  for (let i = first; i < ids.length; i++) {
    const word = spellings[ids[i]!]!, letter = word.charCodeAt(0);
    while (at < end && text.charCodeAt(at) !== letter && isSpace(text.charCodeAt(at))) at++;
    if (at >= end) break;
    // The first letter and the last tell enough: a place that is wrong would be found out at the next token.
    const last = word.length - 1;
    if (text.charCodeAt(at) !== letter || text.charCodeAt(at + last) !== word.charCodeAt(last)) {
      const found = text.slice(at, Math.min(end, at + word.length + 80)).indexOf(word);
      if (found >= 0) at += found;
      else { starts.push(at); ends.push(at); lost = true; continue; }
    }
    starts.push(at);
    at += word.length;
    ends.push(at);
  }
  return {starts, ends, lost};
}

const isSpace = (code: number) => code <= 32 || code === 160 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000;
