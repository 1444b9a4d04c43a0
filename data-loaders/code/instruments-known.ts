import type {Trigger} from "./instruments-codebook.js";
import type {Ledger} from "./instruments-ledger.js";
import {capitalCount, growLeadingDate, growLeft, growRight} from "./instruments-names.js";
import {addExplicit} from "./instruments-short-forms.js";

export function takeName(ledger: Ledger, {id, phrase, exact}: Trigger & {type: "name"}, start: number, end: number): void {
  const words = ledger.text.slice(start, end);
  if (!printedAsName(ledger, words, phrase) || namesBody(ledger, end) || amongBodies(ledger, start, end)) return;
  const grown = growRight(ledger.text, end, ledger.codebook);
  const same = continuesTitle(ledger, id, ledger.text.slice(end, grown));
  if (exact && grown > end && !same) return;
  const left = growLeft(ledger.text, start, ledger.floor);
  const lead = ledger.text.slice(left, start);
  const from = /^(?:(?:\d{4}|UN|United Nations|International|ASEAN|AU|WTO|EU|APEC)[\s-]+)+$/.test(lead) ? left : growLeadingDate(ledger.text, start, ledger.floor);
  addExplicit(ledger, from, same ? grown : end, id, ledger.codebook.headsOf.get(id) ?? []);
}

/** Two capitals, or as many as the codebook's name has; a head noun after a capitalised first word may be small ("the Paris agreement"). */
function printedAsName(ledger: Ledger, words: string, phrase: string): boolean {
  if (capitalCount(words) >= Math.min(2, capitalCount(phrase)) || /[A-Z]{3}/.test(words)) return true;
  const [first = "", ...others] = words.split(/\s+/);
  return /^\p{Lu}/u.test(first) && others.length === 1 && ledger.codebook.heads.get(others[0] as string)?.title === "strong";
}

/** Whether words after a name go on with its official title, so that they belong to it. */
function continuesTitle(ledger: Ledger, id: string, words: string): boolean {
  const plain = (title: string) => title.toLowerCase().replaceAll("-", "");
  const title = plain(`${ledger.codebook.instruments.get(id)?.title} ${ledger.codebook.instruments.get(id)?.short}`);
  return plain(words).split(/[^\p{L}\p{N}]+/u).every((word) => word.length < 4 || title.includes(word));
}

/** A short form in a list of bodies ("WTO, UNCCD, UNCTAD") is the secretariat, not the convention. */
function amongBodies(ledger: Ledger, start: number, end: number): boolean {
  return /^[A-Z]{3,}$/.test(ledger.text.slice(start, end)) && /[A-Z]{2,},\s$/.test(ledger.before(start, 8)) && /^,\s[A-Z]{2,}/.test(ledger.text.slice(end, end + 5));
}

export function namesBody(ledger: Ledger, end: number): boolean {
  const next = /^[’']?s?\s+(\p{Lu}[\p{L}]+)/u.exec(ledger.text.slice(end, end + 40))?.[1];
  if (next === "COP") return true;
  return next !== undefined && ledger.codebook.marks.get("body")?.has(next.toLowerCase()) === true;
}
