// The United Nations tags the documents that its resolutions and presidential statements cite. This yardstick
// derives from each tag's address and words which instrument is cited, without the coder's own reading of numbers.

/** A document of the marked set; `refs` are [address, words] pairs in reading order. */
export interface MarkedDocument {
  id: string;
  paragraphs: string[];
  marks: {para: number; refs?: [string, string][]}[];
}

/** A mention as the finder gives it, with places in the text it was given. */
export interface FoundMention {
  start: number;
  end: number;
  instrument: string;
}

/** The finder to be measured: mentions of a text, with the symbol of each instrument where it is known. */
export type FindReferences = (text: string) => {mentions: FoundMention[]; instruments: {id: string; symbol: string | null}[]};

export interface MissedReference {
  document: string;
  address: string;
  words: string;
  expected: string;
  /** Ids of the mentions that do cover the words. */
  found: string[];
  context: string;
}

export interface ReferenceScore {
  /** Tagged references whose words and address name one document. */
  asked: number;
  found: number;
  recall: number;
  /** Tags left out: words that are a torn piece, or another document than the address. */
  unusable: number;
  misses: MissedReference[];
}

/** Measures which tagged references a mention with the right id covers; keeps at most `sample` misses. */
export function scoreReferences(documents: Iterable<MarkedDocument>, find: FindReferences, sample = 200): ReferenceScore {
  const score: ReferenceScore = {asked: 0, found: 0, recall: 1, unusable: 0, misses: []};
  for (const document of documents) scoreDocument(document, find, score, sample);
  score.recall = score.asked ? score.found / score.asked : 1;
  return score;
}

function scoreDocument(document: MarkedDocument, find: FindReferences, score: ReferenceScore, sample: number): void {
  const text = document.paragraphs.join("\n\n");
  const starts = document.paragraphs.map((_, i) => document.paragraphs.slice(0, i).reduce((sum, paragraph) => sum + paragraph.length + 2, 0));
  const {mentions, instruments} = find(text);
  const symbols = new Map(instruments.map(({id, symbol}) => [id, symbol?.replace(/\s/g, "") ?? null]));
  for (const {para, refs = []} of document.marks) {
    const paragraph = document.paragraphs[para] ?? "", offset = starts[para] ?? 0;
    const places = placesOf(paragraph, refs.map(([, words]) => words));
    refs.forEach(([address, words], i) => {
      const cited = citedDocument(address, words);
      if (!cited) { score.unusable++; return; }
      const start = offset + (places[i] as number), end = start + words.length;
      const covering = mentions.filter((mention) => mention.start < end && mention.end > start && mention.start <= start && mention.end >= end - 1);
      score.asked++;
      if (covering.some(({instrument}) => instrument === cited.id || symbols.get(instrument) === cited.symbol)) score.found++;
      else if (score.misses.length < sample) score.misses.push({document: document.id, address, words, expected: cited.id, found: covering.map(({instrument}) => instrument), context: paragraph.slice(Math.max(0, start - offset - 60), end - offset + 40)});
    });
  }
}

/** Where each tag's words stand: in reading order where they can, else at their first place. */
function placesOf(paragraph: string, words: string[]): number[] {
  let from = 0;
  return words.map((each) => {
    const next = paragraph.indexOf(each, from);
    if (next < 0) return Math.max(0, paragraph.indexOf(each));
    from = next + each.length;
    return next;
  });
}

/**
 * The document that a tag cites: its symbol from the address, and the id that the codebook's rule gives such a document.
 * Null where the words do not print the address's own number (torn tags such as "(2", and tags on the wrong words).
 */
export function citedDocument(address: string, words: string): {id: string; symbol: string} | null {
  const symbol = decodeURIComponent(address).replace(/^.*?(?:symbol=|\/(?:en\/)?)(?=[AS]\/|PBC\/|ST\/)/, "").replace(/[\s;]/g, "");
  const printed = words.replace(/\s/g, "");
  const resolution = /^S\/RES\/(\d+)\((\d{4})\)?$/.exec(symbol);
  if (resolution) return new RegExp(`^(?:S/RES/)?${resolution[1]}(?:\\(${resolution[2]}\\)?)?$`).test(printed) ? {id: `unsc-resolution-${resolution[1]}-${resolution[2]}`, symbol: `S/RES/${resolution[1]}(${resolution[2]})`} : null;
  const statement = /^S\/PRST\/(\d{4})\/(\d+)$/.exec(symbol);
  if (statement) return printed === symbol ? {id: `unsc-presidential-statement-${statement[1]}-${statement[2]}`, symbol} : null;
  const assembly = /^A\/(HRC\/)?RES\/(\d+)\/(\d+)$/.exec(symbol);
  if (assembly) return new RegExp(`^(?:A/(?:HRC/)?RES/)?${assembly[2]}/${assembly[3]}$`).test(printed) ? {id: `${assembly[1] ? "hrc" : "unga"}-resolution-${assembly[2]}-${assembly[3]}`, symbol} : null;
  if (!/^(?:A|S|ST|PBC)\/[\w/.]+$/.test(symbol)) return null;
  return printed === symbol || printed.startsWith(`${symbol}-`) ? {id: `un-document-${symbol.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`, symbol} : null;
}
