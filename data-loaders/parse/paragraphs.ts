import type {Paragraph, Span} from "../../src/schema.js";

/** A paragraph with what the coder needs to read it. */
export interface Block extends Paragraph {
  /** Where its running text begins: after the printed number, an opening quotation mark and a dateline. */
  contentStart: number;
}

const marker = /(?:[-–—•*·▪◦●○]\s+|\(?\d{1,3}[.)](?!\d)\s*|\(?(?:[a-z]{1,2}|[ivxlc]{1,5}|[A-Z])[.)](?=\s)\s*|\(\d{1,3}\)\s*)/y;
const dateline = /[A-Z][A-Z.'’ -]{2,40}(?:,[^\n–—]{1,40}?)?(?:\s\([^()\n]{1,30}\))?\s*(?:--|–|—|\s-)\s+/y;
const day = String.raw`,\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}`;
const newsDateline = new RegExp(String.raw`\p{L}[\p{L} .'’-]{1,40}(?:\s?\[[^\]\n]{1,30}\])?${day}(?:,?\s+\d{4})?(?:\s\([^()\n]{1,30}\))?\s*(?::|--|–|—|-)\s+`, "uy");
/** "MOSCOW, May 5. /TASS/.", "MOSCOW, May 5 (RIA Novosti)." */
const stopDateline = new RegExp(String.raw`\p{L}[\p{L} .'’-]{1,40}${day}\.?\s*(?:/[\p{L}-]{2,20}/[.,:]?|\([^()\n]{1,30}\)[.:])\s*`, "uy");
const signature = /(?:signed|done|adopted)\s+(?:at|in|on)\b|for the government of\b|\/s\/|in witness whereof\b/iy;
/** "Ann Lee in Lima contributed to this report." */
const credit = /^[^.;:]{3,120}\bcontributed (?:to this (?:report|story)|reporting)\.?$/;
const terminal = /[.;:!?,…][”"’'»)\]]*$|[.;:!?…][”"’'»)\]]*\s*(?:and|or)$/;

/**
 * The blocks of a text: paragraphs between blank lines, and list items that begin a line of their own.
 * Headings and signature lines are told from running text by their form, since plain text marks neither.
 */
export function readParagraphs(text: string): Block[] {
  const blocks: Block[] = [];
  let number = 0;
  const spans = rawBlocks(text);
  for (const [i, span] of spans.entries()) {
    const block = readBlock(text, span);
    if (number === 0 && i < spans.length - 1 && isHeadline(text, block)) block.role = "heading";
    if (block.role === "text" || block.role === "item") block.number = ++number;
    blocks.push(block);
  }
  return blocks;
}

/** Spans between blank lines, split again where a line begins with a list marker or follows a heading line. */
function rawBlocks(text: string): Span[] {
  const spans: Span[] = [];
  let start = -1, end = -1, lines = 0;
  const close = () => {
    if (start >= 0) spans.push({start, end});
    start = -1;
    lines = 0;
  };
  for (let at = 0; at <= text.length;) {
    const found = text.indexOf("\n", at);
    const stop = found < 0 ? text.length : found;
    const {start: from, end: to} = trim(text, at, stop);
    if (from >= to) close();
    else {
      if (start >= 0 && (startsItem(text, from) || (lines === 1 && titleLine(text, start, end, from)))) close();
      if (start < 0) start = from;
      end = to;
      lines++;
    }
    at = stop + 1;
  }
  close();
  return spans;
}

/** The first line of a text, before any paragraph, without closing punctuation: a headline, also where it is a sentence. */
function isHeadline(text: string, {role, marker, start, end}: Block): boolean {
  return role === "text" && marker === null && end - start < 160 && !text.slice(start, end).includes("\n") && !terminal.test(text.slice(Math.max(start, end - 12), end));
}

function startsItem(text: string, at: number): boolean {
  marker.lastIndex = at;
  return marker.test(text);
}

/** A short first line without closing punctuation, before a line that begins a sentence. */
function titleLine(text: string, start: number, end: number, next: number): boolean {
  return end - start < 60 && !terminal.test(text.slice(Math.max(start, end - 12), end)) && /[\p{Lu}“"]/u.test(text[next]!) && mostlyTitle(text.slice(start, end));
}

function readBlock(text: string, {start, end}: Span): Block {
  let at = start;
  let mark: string | null = null;
  // "5. (a)" is two: the inner one counts.
  for (let i = 0; i < 2; i++) {
    marker.lastIndex = at;
    const found = marker.exec(text);
    if (!found || at + found[0].length >= end) break;
    mark = found[0].trim();
    at += found[0].length;
  }
  while (at < end && /[“"«\s]/.test(text[at]!)) at++;
  const role = roleOf(text, at, end, mark);
  if (role === "text") {
    for (const pattern of [dateline, newsDateline, stopDateline]) {
      pattern.lastIndex = at;
      const line = pattern.exec(text);
      if (line && at + line[0].length < end) { at += line[0].length; break; }
    }
  }
  return {start, end, number: null, role, marker: mark, contentStart: at};
}

function roleOf(text: string, start: number, end: number, mark: string | null): Paragraph["role"] {
  const length = end - start;
  const whole = length < 400 ? text.slice(start, end) : "";
  signature.lastIndex = start;
  if (length < 200 && (signature.test(text) || credit.test(whole))) return "signature";
  if (whole && organLine.test(whole)) return "heading";
  if (length < 30 && mark === null && /^(?:\p{L}+[,:]?\s*){1,3}[,:]$/u.test(whole) && !/^(?:we|they|it)\b|\p{L}(?:ing|ed|s)\b/iu.test(whole)) return "heading";
  if (length >= 200 || terminal.test(text.slice(Math.max(start, end - 12), end))) return mark === null ? "text" : "item";
  const words = whole.split(/\s+/);
  if (mark !== null && !/^[\dA-Z]/.test(mark)) return words.length > 4 && mostlyTitle(whole) ? "heading" : "item";
  if (mark !== null) return words.length <= 8 && mostlyTitle(whole) ? "heading" : "item";
  if (words.length <= 4 || (words.length <= 9 && /^\p{Lu}\p{Ll}+ing\b/u.test(whole))) return "heading";
  return words.length <= 28 && mostlyTitle(whole) ? "heading" : "text";
}

/** "The Security Council," or "The General Assembly": the organ that speaks, on a line of its own. */
export const organLine = /^(?:The|THE)\s+(?:[\p{Lu}][\p{L}'’.-]*|of|and|the|for|on|in|to)(?:\s+(?:[\p{Lu}][\p{L}'’.-]*|of|and|the|for|on|in|to)){0,8},?$/u;

/** Whether the longer words begin with capitals or figures, as in titles. */
function mostlyTitle(line: string): boolean {
  let capital = 0, all = 0;
  for (const word of line.split(/[\s/–—-]+/)) {
    if (word.length < 4 && !/^[\p{Lu}\d]/u.test(word)) continue;
    all++;
    if (/^[“"(‘']*[\p{Lu}\d]/u.test(word)) capital++;
  }
  return all === 0 || capital / all >= 0.6;
}

function trim(text: string, start: number, end: number): Span {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return {start, end};
}

const isBlank = (code: number) => code <= 32 || code === 160 || code === 0xfeff || code === 0x3000 || code === 0x2028 || code === 0x2029;
