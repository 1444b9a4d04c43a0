import type {InstrumentCodebook} from "./instruments-codebook.js";
import type {Ledger} from "./instruments-ledger.js";
import {growDate} from "./instruments-names.js";

/** Adds an explicit mention, with the date and the short form in brackets that follow it. */
export function addExplicit(ledger: Ledger, start: number, end: number, instrument: string, heads: Iterable<string>, doubt?: string): void {
  const name = ledger.text.slice(start, end), dated = growDate(ledger.text, end);
  const close = Math.max(dated, defineShort(ledger, end, instrument, name), defineShort(ledger, dated, instrument, name));
  ledger.register(instrument);
  ledger.add({start, end: close, instrument, kind: "explicit", heads, ...(doubt ? {doubt} : {})});
}

const inBrackets = /^[”"’]?\s*\(\s*(?:(?:hereinafter|hereafter|henceforth)(?:\s+referred\s+to\s+as)?[,:]?\s*)?(?:the\s+)?["“‘']?((?:\d{4}\s)?[A-Z][\p{L}\p{N}+&/.-]{1,14}(?:\s[A-Z][\p{L}]{2,14}){0,3})["”’']?\s*\)/u;
/** More short forms than any statement has: a bound on memory for what is no statement. */
const mostShortForms = 500;

/** Keeps the short form in brackets after a name ("(UNFCCC)", "(the “Accord”)"); returns the end of the brackets or `end`. */
function defineShort({text, codebook, short}: Ledger, end: number, instrument: string, name: string): number {
  const match = inBrackets.exec(text.slice(end, end + 90));
  if (!match || /^(?:Annex|Article|Chapter|Part|Section|No)\b/.test(match[1] as string)) return end;
  const form = match[1] as string, quoted = /["“‘]/.test(match[0]) || (/\(\s*the\s/.test(match[0]) && codebook.heads.has(form.toLowerCase()));
  if ((quoted || shortens(form, name, codebook)) && short.size < mostShortForms) short.set(form, instrument);
  return end + match[0].length;
}

/** Whether letters in brackets abbreviate the name before them, and not a body at its end ("the Statement of the Support Group (ISSG)"). */
function shortens(letters: string, name: string, {heads}: InstrumentCodebook): boolean {
  if (!/^[A-Z0-9][A-Za-z0-9+&/.-]*[A-Z0-9][A-Za-z0-9]*$/.test(letters)) return false;
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean), first = words[0] ?? "";
  return heads.has((words.at(-1) ?? "").toLowerCase()) || first.charAt(0) === letters.charAt(0) || /^(?:UN|United|Declaration|ASEAN)$/.test(first);
}

const shortForm = /[A-Z][\p{L}\p{N}+&/-]*(?:\.[A-Z])*/uy;

/** Adds a mention by a short form that the text defined before; returns its end, or 0. */
export function takeShortName(ledger: Ledger, position: number): number {
  shortForm.lastIndex = position;
  const form = shortForm.exec(ledger.text)?.[0] ?? "", instrument = ledger.short.get(form);
  if (!instrument || position < ledger.floor) return 0;
  ledger.add({start: position, end: position + form.length, instrument, kind: "explicit", heads: []});
  return ledger.floor;
}
