import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type {Tagger, Tagged} from "./tagger.js";

let shared: Tagger | undefined;

/** The engine that the project uses: wink-nlp with its small English model; one instance serves all. */
export function winkTagger(): Tagger {
  return (shared ??= create());
}

function create(): Tagger {
  const nlp = winkNLP(model, ["sbd", "pos"]);
  const {its} = nlp;
  return {
    tag(text: string): Tagged {
      const document = nlp.readDoc(text);
      const tokens = document.tokens();
      const words = tokens.out(its.value) as string[];
      const pos = tokens.out(its.pos) as unknown as string[];
      const sentenceEnds = (document.sentences().out(its.span) as unknown as [number, number][]).map(([, last]) => last);
      return {words, pos, sentenceEnds, ...places(text, words)};
    }
  };
}

/** Tokens are verbatim, so that their places follow from reading on; a token that is not found keeps an empty place. */
function places(text: string, words: string[]): {starts: number[]; ends: number[]} {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    while (at < text.length && text.charCodeAt(at) !== word.charCodeAt(0) && isSpace(text.charCodeAt(at))) at++;
    if (!text.startsWith(word, at)) {
      const found = text.slice(at, at + word.length + 80).indexOf(word);
      if (found >= 0) at += found;
      else { starts.push(at); ends.push(at); continue; }
    }
    starts.push(at);
    at += word.length;
    ends.push(at);
  }
  return {starts, ends};
}

const isSpace = (code: number) => code <= 32 || code === 160 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000;
