import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type {Span} from "../../src/schema.js";
import type {Tagger, Tagged} from "./tagger.js";

let shared: Tagger | undefined;

/** The engine that the project uses: wink-nlp with its small English model; one instance serves all. */
export function winkTagger(): Tagger {
  return (shared ??= create());
}

// The engine is a third faster on some thousand characters than on a paragraph; a blank line ends whatever it reads, so that the tags are the same.
const separator = "\n\n", portionLength = 8_000;

function create(): Tagger {
  const nlp = winkNLP(model, ["sbd", "pos"]);
  const {its} = nlp;
  const read = (text: string): Read => {
    const document = nlp.readDoc(text);
    const tokens = document.tokens();
    const words = tokens.out(its.value) as string[];
    const pos = tokens.out(its.pos) as unknown as string[];
    const sentenceEnds = (document.sentences().out(its.span) as unknown as [number, number][]).map(([, last]) => last);
    return {words, pos, sentenceEnds, ...places(text, words)};
  };
  return {tag: (text, stretches) => portions(text, stretches).flatMap((portion) => {
    const texts = portion.map(({start, end}) => text.slice(start, end)), joined = read(texts.join(separator));
    return portion.length > 1 && joined.lost ? portion.flatMap((one, i) => apart(read(texts[i]!), [one])) : apart(joined, portion);
  })};
}

interface Read extends Tagged {
  /** A token was not found in the text, so that places may be wrong. */
  lost: boolean;
}

/** Neighbours that are read at once; one with blanks at an edge stays alone, since they would run into the blank line. */
function portions(text: string, stretches: readonly Span[]): Span[][] {
  const all: Span[][] = [];
  let length = portionLength;
  for (const stretch of stretches) {
    const {start, end} = stretch, alone = start < end && (isSpace(text.charCodeAt(start)) || isSpace(text.charCodeAt(end - 1)));
    if (alone || length + end - start > portionLength) {
      all.push([]);
      length = 0;
    }
    all.at(-1)!.push(stretch);
    length += alone ? portionLength : end - start;
  }
  return all;
}

/** The stretches of a portion, each with its own numbers, and places in the whole text. */
function apart({words, pos, starts, ends, sentenceEnds}: Tagged, portion: readonly Span[]): Tagged[] {
  let token = 0, sentence = 0, from = 0;
  return portion.map(({start, end}) => {
    const first = token, until = from + end - start, offset = start - from, own: number[] = [];
    while (token < words.length && (starts[token]! < until || portion.length === 1)) token++;
    const last = token - 1;
    while (sentence < sentenceEnds.length && sentenceEnds[sentence]! < last) own.push(sentenceEnds[sentence++]! - first);
    if (last >= first) own.push(last - first);
    while (sentence < sentenceEnds.length && sentenceEnds[sentence]! <= token) sentence++;
    const inText = (places: number[]) => places.slice(first, token).map((place) => place + offset);
    const part = {words: words.slice(first, token), pos: pos.slice(first, token), starts: inText(starts), ends: inText(ends), sentenceEnds: own};
    // The blank line between is a token of its own.
    token++;
    from = until + separator.length;
    return part;
  });
}

/** Tokens are verbatim, so that their places follow from reading on; a token that is not found keeps an empty place and is `lost`. */
function places(text: string, words: string[]): {starts: number[]; ends: number[]; lost: boolean} {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0, lost = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    while (at < text.length && text.charCodeAt(at) !== word.charCodeAt(0) && isSpace(text.charCodeAt(at))) at++;
    if (!text.startsWith(word, at)) {
      const found = text.slice(at, at + word.length + 80).indexOf(word);
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
