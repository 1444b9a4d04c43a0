import type {Span} from "../../src/schema.js";
import {headNouns, type InstrumentCodebook} from "./instruments-codebook.js";
import {numberAt, symbolAt} from "./instruments-numbers.js";
import {growLeft, growRight, nameToId} from "./instruments-names.js";

/** What a statement is called by itself: its mention of itself is no mention of an instrument. */
export interface SelfNames {
  /** Head nouns of its own title ("declaration"). */
  heads: Set<string>;
  /** Whether it is a resolution, so that "the resolution" may be itself. */
  resolution: boolean;
  is(instrument: string): boolean;
  /** Whether a name that begins at `start` begins a title at the top of the text, or its second part ("Lake Summit: Suva Declaration"). */
  titles(text: string, start: number): boolean;
  /** Whether the words are a line of their own, as the symbol in a document's head is. */
  symbolLine(text: string, start: number, end: number): boolean;
}

/** Reads the statement's own names from its title and from the headings at its top. */
export function selfNames(text: string, codebook: InstrumentCodebook, title: string | undefined, paragraphs: (Span & {role?: string})[] | undefined): SelfNames {
  const top = topLines(text, paragraphs), lines = [...(title ? [title] : []), ...top.lines];
  const heads = new Set<string>(), ids = new Set<string>();
  let resolution = false;
  for (const line of lines) {
    const number = /^(?:resolution\s+|S\/RES\/)(?=\d)/i.exec(line)?.[0].length;
    if (number) {
      resolution = true;
      const id = numberAt(line, number, null, codebook)?.id;
      if (id) ids.add(id);
    }
    const at = line.length < 60 ? line.search(/\b[AS]\/(?:HRC\/)?(?:RES|PRST)\/\d/) : -1;
    const symbol = at >= 0 || /^[AS]\/[A-Z\d]/.test(line) ? symbolAt(line, Math.max(0, at), codebook)?.id : null;
    if (symbol) ids.add(symbol);
    const start = /^[“"]?(?:The\s+|Final\s+|Draft\s+|Annex\s+)?/.exec(line)?.[0].length ?? 0;
    const own = ownName(line, start, codebook);
    for (const head of headNouns(line.slice(0, 120), codebook.heads)) heads.add(head);
    if (own) ids.add(own);
  }
  return {
    heads, resolution,
    titles: (whole, start) => start < top.end && /(?:^|[\n:–—-])\s*(?:the\s+)?$/i.test(whole.slice(Math.max(0, start - 20), start)),
    is: (instrument) => ids.has(instrument) || [...ids].some((id) => instrument.startsWith(`${id}-`) && /^\d{4}/.test(instrument.slice(id.length + 1))),
    symbolLine: (whole, start, end) => start < 3000 && (start === 0 || whole.charAt(start - 1) === "\n") && (end === whole.length || /^\s*(?:\r?\n|\(Part)/.test(whole.slice(end, end + 3)))
  };
}

/** The lines before the running text, and where they end. */
function topLines(text: string, paragraphs: (Span & {role?: string})[] | undefined): {lines: string[]; end: number} {
  if (paragraphs?.some(({role}) => role)) {
    const running = paragraphs.findIndex(({role}) => role === "text" || role === "item");
    const top = paragraphs.slice(0, Math.min(running < 0 ? 0 : running, 12));
    return {lines: top.map(({start, end}) => text.slice(start, end)), end: top.at(-1)?.end ?? 0};
  }
  const lines = text.slice(0, 3000).split("\n").map((line) => line.trim()).filter(Boolean);
  const running = lines.findIndex((line) => line.length > 220 || /[.,;:][”"’]?$/.test(line));
  return running <= 0 ? {lines: [], end: 0} : {lines: lines.slice(0, Math.min(running, 12)), end: text.indexOf(lines[running]!)};
}

/** Id of the instrument whose name begins the line, by the codebook or by form. */
function ownName(line: string, start: number, codebook: InstrumentCodebook): string | null {
  const known = codebook.triggers.match(line, start, line.length);
  const whole = /^\s*(?:[(,].*)?$/.test(line.slice(codebook.triggers.end));
  for (const trigger of known ?? []) if (trigger.type === "name") return whole ? trigger.id : null;
  const word = /\p{L}[\p{L}’'-]*/gu;
  word.lastIndex = start;
  for (let match = word.exec(line); match && match.index < 100; match = word.exec(line)) {
    const triggers = codebook.triggers.match(line, match.index, line.length);
    const end = codebook.triggers.end;
    if (!triggers?.some((trigger) => trigger.type === "head" && trigger.head.title !== "never")) continue;
    if (growLeft(line, match.index, 0) > start + 4) return null;
    return nameToId(line.slice(start, growRight(line, end, codebook)));
  }
  return null;
}
