import type {Code, Paragraph, Party, Reason, Span, Stance, Strength, Verb} from "../../src/schema.js";
import {organLine, readParagraphs, type Block} from "../parse/paragraphs.js";
import {readSentences} from "../parse/sentences.js";
import type {Tagger} from "../parse/tagger.js";
import {winkTagger} from "../parse/wink-tagger.js";
import {wordClass, type Codebook} from "./codebook.js";
import {defaultCodebook} from "./codebook-files.js";
import {chunks, type Piece} from "./chunks.js";
import {draftSentence, type LeadIn} from "./drafts.js";
import {Speakers} from "./speakers.js";
import {Lexicon, type Tokens} from "./words.js";

export type VerbDraft = Omit<Verb, "clause">;

/** A clause as the rules code it, before topics, instruments and ids are added. */
export interface ClauseDraft extends Span {
  /** Index into `paragraphs`. */
  paragraph: number;
  /** 1-based within its paragraph. */
  sentence: number;
  stance: Stance;
  strength: Strength;
  speakers: string[];
  verbs: VerbDraft[];
  modality: string | null;
  negated: boolean;
  doubts: string[];
  reasons: Pick<Record<Code, Reason[]>, "extent" | "stance" | "strength" | "speakers">;
}

export interface CodeOptions {
  /** Those who make the statement; gathered from the text where absent. */
  parties?: Party[];
  /** The one organ or government that speaks, where there are no parties. */
  issuer?: string;
  /** Vocabularies; the project's own by default. */
  codebook?: Codebook;
  /** Language engine; wink-nlp by default. */
  tagger?: Tagger;
}

/** Codes the clauses of an English statement; offsets are UTF-16 code units into `text`. Never throws on strange text: it marks what it doubts. */
export function codeClauses(text: string, options: CodeOptions = {}): {paragraphs: Paragraph[]; clauses: ClauseDraft[]; issuers: string[]} {
  const codebook = options.codebook ?? defaultCodebook();
  const speakers = new Speakers(codebook, options);
  speakers.text = text;
  const lexicon = lexiconFor(codebook, options.tagger ?? winkTagger());
  const blocks = readParagraphs(text);
  const clauses: ClauseDraft[] = [];
  const reading: Reading = {text, codebook, speakers, clauses, leads: [], preamble: false};
  const stretches = blocks.map((block) => stretchesOf(text, block)), tokens = lexicon.read(text, stretches.flat());
  let read = 0;
  blocks.forEach((block, index) => readBlock(reading, block, index, stretches[index]!.map(({cut}) => ({cut, t: tokens[read++]!}))));
  return {paragraphs: blocks.map(({start, end, number, role, marker}) => ({start, end, number, role, marker})), clauses, issuers: speakers.issuers};
}

interface Reading {
  text: string;
  codebook: Codebook;
  speakers: Speakers;
  clauses: ClauseDraft[];
  /** Open lead-ins, outermost first. */
  leads: LeadIn[];
  preamble: boolean;
}

const lexicons = new WeakMap<Codebook, {tagger: Tagger; lexicon: Lexicon}>();

function lexiconFor(codebook: Codebook, tagger: Tagger): Lexicon {
  const known = lexicons.get(codebook);
  if (known?.tagger === tagger) return known.lexicon;
  const lexicon = new Lexicon(codebook, tagger);
  lexicons.set(codebook, {tagger, lexicon});
  return lexicon;
}

/** What is read of a block: its running text in pieces, or a heading's line; nothing of a signature, or of a line too long for a heading. */
function stretchesOf(text: string, {role, contentStart, end}: Block): Piece[] {
  if (role === "text" || role === "item") return chunks(text, contentStart, end);
  return role === "signature" || end - contentStart > 400 ? [] : [{start: contentStart, end, cut: false}];
}

function readBlock(reading: Reading, block: Block, index: number, pieces: {cut: boolean; t: Tokens}[]): void {
  const {text, speakers, codebook} = reading;
  if (block.role === "signature") return;
  if (block.role === "heading") {
    for (const {t} of pieces) hearHeading(reading, text.slice(block.contentStart, block.end), t);
    return;
  }
  closeLeads(reading, block);
  let sentence = 0;
  for (const {t, cut} of pieces) {
    const foreign = isForeign(t);
    for (const [first, last] of readSentences(t.words, t.sentenceEnds, codebook.abbreviations, (i) => t.pos[i] !== "PROPN" && t.words[i]!.capital)) {
      sentence++;
      const lead = sentence === 1 ? reading.leads.at(-1) ?? null : null;
      const drafted = draftSentence({t, text, first, last, codebook: speakers.names, speakers, lead, block, preamble: isPreamble(text, block), framed: false});
      for (const clause of drafted.clauses) {
        if (foreign) clause.doubts.push("The paragraph has hardly any English words of grammar, so that it may not be English running text.");
        if (cut) clause.doubts.push("The paragraph is so long that it was read in pieces; a clause may be cut at their edge.");
        reading.clauses.push(Object.assign(clause, {paragraph: index, sentence}));
      }
      if (sentence === 1 && lead && !drafted.usedLead && block.role === "text") reading.leads.length = 0;
      if (drafted.lead) reading.leads.push({...drafted.lead, marker: block.marker});
    }
  }
}

function hearHeading(reading: Reading, line: string, t: Tokens): void {
  // Without a comma a line on its own is the title of a section ("The Committee") once it is known who speaks.
  const organ = organLine.test(line) && (line.endsWith(",") || !reading.speakers.issuers.length) ? line.replace(/^the\s+/i, "").replace(/,$/, "") : null;
  const isOrgan = organ !== null && reading.codebook.entries.get(organ.toLowerCase().split(/\s+/).at(-1)!)?.speaker?.kind === "organ";
  if (isOrgan) reading.preamble = true;
  reading.speakers.hearHeading(t, isOrgan ? organ : null);
}

/** Fewer than one word in eight is an English word of grammar; running English text has about two in five. */
function isForeign(t: Tokens): boolean {
  let words = 0, grammar = 0;
  for (const w of t.words) {
    if (w.mark || !w.letters) continue;
    words++;
    if (w.classes & ~wordClass.adverb) grammar++;
  }
  return words > 8 && grammar * 8 < words;
}

/** A block that ends like a preamble paragraph, so that a participle at its beginning is a stance. */
const isPreamble = (text: string, block: Block) => /[,;]\s*(?:and)?$/.test(text.slice(Math.max(block.start, block.end - 6), block.end));

/** A lead-in ends where a block comes that has its own kind of number again; running text ends numbered ones. */
function closeLeads(reading: Reading, block: Block): void {
  const {leads} = reading;
  const kind = block.marker === null ? null : markerKind(block.marker);
  const own = leads.findIndex((lead) => (kind === null ? lead.marker !== null : lead.marker !== null && markerKind(lead.marker) === kind));
  if (own >= 0) leads.length = own;
}

/** "12." and "13." are of a kind, "(a)" and "(b)" too. */
function markerKind(marker: string): string {
  return marker.replace(/\d+/, "1").replace(/\b[ivx]+\b/, "i").replace(/\b[a-z]{1,2}\b/, (m) => (m === "i" ? "i" : "a")).replace(/\b[A-Z]\b/, "A");
}
