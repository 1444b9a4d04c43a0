import {headNouns, type Head} from "./instruments-codebook.js";
import {isoDate} from "./instruments-dates.js";
import {namesBody} from "./instruments-known.js";
import type {Ledger} from "./instruments-ledger.js";
import {capitalCount, growDate, growLeadingDate, growLeft, growRight, nameToId} from "./instruments-names.js";
import {numberAt} from "./instruments-numbers.js";
import {addExplicit} from "./instruments-short-forms.js";

/** A capitalised name that the codebook does not know ("the Kuala Lumpur Declaration"). */
export function takeFormed(ledger: Ledger, head: Head, start: number, end: number): boolean {
  if (head.title === "never" || namesBody(ledger, end)) return false;
  const left = growLeadingDate(ledger.text, growLeft(ledger.text, start, ledger.floor), ledger.floor);
  const tail = /^\s+of\s+(?:Understanding|Cooperation|Intent|Agreement)\b/.exec(ledger.text.slice(end, end + 30))?.[0].length ?? 0;
  const right = growRight(ledger.text, end + tail, ledger.codebook);
  const lead = ledger.text.slice(left, start).trim(), follow = ledger.text.slice(end, right).trim();
  const year = isoDate(ledger.text.slice(left, growDate(ledger.text, right)));
  const named = lead.replace(/^(?:\d{4}|Final|Joint|New)$/, "") || follow;
  const titled = head.title === "strong" && (head.noun.includes(" ") || lead) && /^\s+(?:on|of|regarding|concerning|issued|signed|adopted|concluded|reached)\s/.test(ledger.text.slice(end, end + 14));
  if (!named && !year && !titled) return false;
  const ownOfState = /\p{Lu}[\p{L}.]*(?:[’']s|s[’'])\s+$/u.test(ledger.before(left, 30)) || (/[’']s?(?:\s|$)/.test(lead) && !marked(ledger, lead, "international"));
  if (marked(ledger, lead, "national") || (head.title !== "strong" && (ownOfState || !isInternational(ledger, head, lead, follow)))) return false;
  const classWord = (word: string) => /^[A-Z]{2,}$/.test(word) || ledger.codebook.marks.get("class")?.has(word.toLowerCase()) === true;
  if (head.plural && head.class && !follow && (lead === "United Nations" || lead.split(/\s+/).every(classWord))) return false;
  if (/\b(?:this|present)\s+$/i.test(ledger.before(left, 12))) { ledger.floor = right; return true; }
  addByForm(ledger, left, right, head, capitalCount(lead + follow) < 2 && !year ? "recognized as an instrument by one capitalised word alone" : undefined);
  return true;
}

function marked(ledger: Ledger, lead: string, mark: string): boolean {
  return lead.toLowerCase().split(/\s+/).some((word) => ledger.codebook.marks.get(mark)?.has(word.replace(/['’]s?$/, "")));
}

/** Whether a noun that heads plans of one government too ("strategy") stands in the name of an international instrument. */
function isInternational(ledger: Ledger, head: Head, lead: string, follow: string): boolean {
  if (/\bJoint\b|\bPeace\b/.test(lead)) return true;
  if (head.noun === "statement" && /^(?:of|by)\s+the\s+(?!President|Minist|Government|Secretary)/.test(follow)) return true;
  return head.title === "phrase" ? /^(?:on|for|concerning|regarding)\s/.test(follow) : marked(ledger, lead, "international");
}

/** A name in small letters that a date, a draft or two sides make one instrument ("its declaration of October 1970"). */
export function takeLowerNamed(ledger: Ledger, head: Head, start: number, end: number): boolean {
  if (head.plural || head.title !== "strong") return false;
  const after = ledger.text.slice(end, end + 40);
  const sides = head.anaphor && /^\s+(?:between|among)\s+(?:the\s+)?(?:\p{Lu}[\p{L}.-]*\s+){1,4}and\s+(?:the\s+)?\p{Lu}/u.test(ledger.text.slice(end, end + 120));
  const dated = growDate(ledger.text, end) > end;
  const draft = head.noun.startsWith("draft ") && !/\bthis\s+$/i.test(ledger.before(start));
  if (!sides && !dated && !draft) return false;
  const modifier = /(?:(?:\p{Lu}[\p{L}.-]*|peace|ceasefire|truce|compact|trade|framework|political|joint)\s+)+$/u.exec(ledger.before(start));
  const from = modifier ? start - modifier[0].length : start;
  const right = sides ? Math.max(end, growRight(ledger.text, end, ledger.codebook)) : draft ? end + (/^\s+(?:of|on)\s+(?:its|their|the)?\s*[\p{L}-]+/u.exec(after)?.[0].length ?? 0) : end;
  addByForm(ledger, from, right, head, "named in small letters");
  return true;
}

function addByForm(ledger: Ledger, start: number, end: number, head: Head, doubt?: string): void {
  const close = growDate(ledger.text, end);
  const words = ledger.text.slice(start, close);
  const following = /^\s*\(/.test(ledger.text.slice(close, close + 3)) ? identified(ledger, close) : null;
  const instrument = following ?? ledger.idOf(nameToId(ledger.text.slice(start, end)), isoDate(words));
  if (!ledger.registry.has(instrument)) {
    const title = ledger.text.slice(start, end).replace(/\s+/g, " ");
    ledger.registry.set(instrument, ledger.codebook.instruments.get(instrument) ?? {
      id: instrument, title, short: title.length > 48 ? `${title.slice(0, 47).replace(/\s+\S*$/, "")}…` : title, kind: head.singular.replace("communiqué", "communique"),
      adopted: isoDate(words), body: null, symbol: null, status: null, source: "the text"
    });
  }
  addExplicit(ledger, start, end, instrument, headNouns(ledger.text.slice(start, end), ledger.codebook.heads).slice(0, 3), doubt);
}

/** The instrument that brackets after a name give its number for ("its declaration of October 1970 (resolution 2625 (XXV))"). */
function identified(ledger: Ledger, position: number): string | null {
  const opening = /^\s*\((?:General\s+Assembly\s+|Security\s+Council\s+)?(?:resolution\s+(?=[\dAS])|(?=[AS]\/RES))/.exec(ledger.text.slice(position, position + 60));
  return opening ? numberAt(ledger.text, position + opening[0].length, null, ledger.codebook)?.id ?? null : null;
}
