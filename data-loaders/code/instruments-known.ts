import type {Trigger} from "./instruments-codebook.js";
import type {Ledger} from "./instruments-ledger.js";
import {capitalCount, growLeadingDate, growLeft, growRight} from "./instruments-names.js";
import {addExplicit} from "./instruments-short-forms.js";

const partOfTitle = /^(?:(?:\d{4}|UN|United Nations|International|ASEAN|AU|WTO|EU|APEC)[\s-]+)+$/;

/** Adds a name that the codebook knows, with the year before it and the words of its title after it. */
export function takeName(ledger: Ledger, {id, phrase, exact}: Trigger & {type: "name"}, start: number, end: number): void {
  const {text, codebook, floor} = ledger;
  if (!printedAsName(ledger, text.slice(start, end), phrase) || namesBody(ledger, end) || amongBodies(ledger, start, end)) return;
  const grown = growRight(text, end, codebook), goesOn = continuesTitle(ledger, id, text.slice(end, grown));
  if (exact && grown > end && !goesOn) return;
  const left = growLeft(text, start, floor);
  const from = partOfTitle.test(text.slice(left, start)) ? left : growLeadingDate(text, start, floor);
  addExplicit(ledger, from, goesOn ? grown : end, id, codebook.headsOf.get(id) ?? []);
}

/** Two capitals, or as many as the codebook's name has; a head noun after a capitalised first word may be small ("the Paris agreement"). */
function printedAsName({codebook}: Ledger, words: string, phrase: string): boolean {
  if (capitalCount(words) >= Math.min(2, capitalCount(phrase)) || /[A-Z]{3}/.test(words)) return true;
  const [first = "", ...others] = words.split(/\s+/);
  return /^\p{Lu}/u.test(first) && others.length === 1 && codebook.heads.get(others[0] as string)?.title === "strong";
}

/** Whether words after a name go on with its official title, so that they belong to it. */
function continuesTitle({codebook}: Ledger, id: string, words: string): boolean {
  const plain = (title: string) => title.toLowerCase().replaceAll("-", "");
  const known = codebook.instruments.get(id), title = plain(`${known?.title} ${known?.short}`);
  return plain(words).split(/[^\p{L}\p{N}]+/u).every((word) => word.length < 4 || title.includes(word));
}

/** Whether a short form stands in a list of bodies ("WTO, UNCCD, UNCTAD"), where it is the secretariat. */
function amongBodies(ledger: Ledger, start: number, end: number): boolean {
  return /^[A-Z]{3,}$/.test(ledger.text.slice(start, end)) && /[A-Z]{2,},\s$/.test(ledger.before(start, 8)) && /^,\s[A-Z]{2,}/.test(ledger.text.slice(end, end + 5));
}

/** Whether the next word makes a name the name of a body or a meeting ("North Atlantic Treaty Organization"). */
export function namesBody({text, codebook}: Ledger, end: number): boolean {
  const next = /^[’']?s?\s+(\p{Lu}[\p{L}]+)/u.exec(text.slice(end, end + 40))?.[1]?.toLowerCase();
  return next !== undefined && codebook.marks.get("body")?.has(next) === true;
}
