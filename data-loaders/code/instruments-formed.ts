import {headNouns, type Head} from "./instruments-codebook.js";
import {datePattern, isoDate} from "./instruments-dates.js";
import {namesBody} from "./instruments-known.js";
import type {Ledger} from "./instruments-ledger.js";
import {capitalCount, growDate, growLeadingDate, growLeft, growRight, growToDate, nameToId} from "./instruments-names.js";
import {numberAt} from "./instruments-numbers.js";
import {addExplicit} from "./instruments-short-forms.js";

const ofUnderstanding = /^\s+of\s+(?:Understanding|Cooperation|Intent|Agreement)\b/;
const contentOrSigning = /^(?:\s*\([A-Z][\w-]{1,8}\))?\s+(?:on|of|regarding|concerning|issued|signed|adopted|concluded|reached|delivered|rendered)\s/;

/** Adds a capitalised name that the codebook does not know ("the Kuala Lumpur Declaration"); false where the words name none. */
export function takeFormed(ledger: Ledger, head: Head, start: number, end: number): boolean {
  const {text, codebook, floor} = ledger;
  if (head.title === "never" || namesBody(ledger, end)) return false;
  const left = growLeadingDate(text, growLeft(text, start, floor), floor);
  const named = growRight(text, end + (ofUnderstanding.exec(text.slice(end, end + 30))?.[0].length ?? 0), codebook);
  const right = named === end && head.title === "strong" ? Math.max(growToDate(text, end), end + issuing(text, end)) : named;
  const lead = text.slice(left, start).trim(), follow = text.slice(end, right).trim();
  const date = isoDate(text.slice(left, growDate(text, right)));
  if (!follow && /^\d{4}$/.test(lead) && takeOfYear(ledger, head, lead, left, end)) return true;
  const ownName = lead.replace(/^(?:\d{4}|Final|Joint|New)$/, "") || follow;
  const titled = head.title === "strong" && (head.noun.includes(" ") || lead) && contentOrSigning.test(text.slice(end, end + 26));
  if (!ownName && !date && !titled) return false;
  if (isNational(ledger, head, left, lead, follow) || isClassName(ledger, head, lead, follow)) return false;
  if (/\b(?:this|present)\s+$/i.test(ledger.before(left, 12))) {
    ledger.floor = right;
    return true;
  }
  // The statement's own title may name others ("Statement on the Anniversary of the Lake Treaty").
  if (ledger.self.is(nameToId(text.slice(left, right).replace(/\s+/g, " ")))) {
    ledger.floor = end;
    return true;
  }
  addByForm(ledger, left, right, head, capitalCount(lead + follow) < 2 && !date ? "recognized as an instrument by one capitalised word alone" : undefined);
  return true;
}

/** Whether the name is of a plan or law of one government, which is no instrument. */
function isNational(ledger: Ledger, head: Head, left: number, lead: string, follow: string): boolean {
  if (marked(ledger, lead, "national")) return true;
  if (head.title === "strong") return false;
  const ofState = /\p{Lu}[\p{L}.]*(?:[’']s|s[’'])\s+$/u.test(ledger.before(left, 30)) || (/[’']s?(?:\s|$)/.test(lead) && !marked(ledger, lead, "international"));
  return ofState || !isInternational(ledger, head, lead, follow);
}

/** Whether a noun that heads plans of one government too ("strategy") stands in the name of an international instrument. */
function isInternational(ledger: Ledger, head: Head, lead: string, follow: string): boolean {
  if (/\bJoint\b|\bPeace\b/.test(lead)) return true;
  if (head.noun === "statement" && /^(?:of|by)\s+the\s+(?!President|Minist|Government|Secretary)/.test(follow)) return true;
  const withContent = /^(?:on|for|concerning|regarding)\s/.test(follow), byMark = () => marked(ledger, lead, "international") || lead.split(/\s+/).some((word) => ledger.short.has(word));
  return head.title === "phrase" ? withContent : head.title === "either" ? withContent || byMark() : byMark();
}

/** Whether capitals only print a class ("UNESCO Conventions", "Multilateral Environmental Agreements"). */
function isClassName({codebook}: Ledger, head: Head, lead: string, follow: string): boolean {
  if (!head.plural || !head.class || follow) return false;
  return lead === "United Nations" || lead.split(/\s+/).every((word) => /^[A-Z]{2,}$/.test(word) || codebook.marks.get("class")?.has(word.toLowerCase()));
}

function marked({codebook}: Ledger, lead: string, mark: string): boolean {
  return lead.toLowerCase().split(/\s+/).some((word) => codebook.marks.get(mark)?.has(word.replace(/['’]s?$/, "")));
}

const betweenSides = /^\s+(?:between|among)\s+(?:the\s+)?(?:\p{Lu}[\p{L}.-]*\s+){1,4}and\s+(?:the\s+)?\p{Lu}/u;
/** Who issued it, and when: " issued by the International Court of Justice on 19 July 2024". */
const issuedOn = new RegExp(`^\\s+(?:issued\\s+|adopted\\s+|delivered\\s+|rendered\\s+)?(?:of|by)\\s+the\\s+(?:(?!and\\s+(?:in|on|the|of)\\s)[\\p{L}-]+\\s+){1,8}?(?:of|on|dated)\\s+${datePattern}`, "u");
const subjectOfTreaty = /^\s+(?:of|on)\s+(?:good[ -]neighbo|friendship|alliance|cooperation|mutual)[\p{L}-]*(?:(?:,\s+|,?\s+and\s+)[\p{L}-]+)*/u;
const smallModifiers = /(?:(?:\p{Lu}[\p{L}.-]*|peace|ceasefire|truce|compact|trade|framework|political|joint)\s+)+$/u;

/** Length of the words that say who issued it, and when, or that a court did. */
const issuing = (text: string, end: number): number => (issuedOn.exec(text.slice(end, end + 140)) ?? byCourt.exec(text.slice(end, end + 100)))?.[0].length ?? 0;
const byCourt = /^\s+(?:issued\s+|delivered\s+|rendered\s+)?(?:of|by|from)\s+the\s+(?:\p{Lu}[\p{L}-]+\s+){0,3}(?:Court|Tribunal)(?:\s+(?:of|for)\s+(?:the\s+)?\p{Lu}[\p{L}]+(?:\s+of\s+the\s+\p{Lu}[\p{L}]+)?(?:\s+Rights)?)?/u;
/** The year that an instrument is called by: "its 2001 protocol on democracy". */
const yearBefore = /(?<=\b(?:the|its|their|our|an?)\s+|[’']s\s+)(((?:1[89]|20)\d\d)\s+(?:[\p{L}-]+\s+){0,2})$/iu;
const topic = "(?:the\\s+)?[\\p{L}-]+(?:\\s+(?!(?:and|of|for|in)\\s)[\\p{L}-]+(?=[,.;:”\"’)]|\\s+(?:and|of|for|in|which)\\s))?";
const smallContent = new RegExp(`^\\s+(?:on|concerning|relating\\s+to)\\s+${topic}(?:\\s+(?:and|of|for|in)\\s+(?!(?:said|called|urged|that|its|their)\\s)${topic}){0,2}`, "u");

/** Adds a name in small letters that a date, a draft, a court or two sides make one instrument ("its declaration of October 1970", "the 1998 accord"); false where nothing does. */
export function takeLowerNamed(ledger: Ledger, head: Head, start: number, end: number): boolean {
  if (head.plural || head.title !== "strong") return false;
  const {text, codebook} = ledger;
  const sides = head.anaphor && betweenSides.test(text.slice(end, end + 120));
  const draft = head.noun.startsWith("draft ") && !/\bthis\s+$/i.test(ledger.before(start));
  const issued = issuing(text, end);
  const subject = head.singular === "treaty" ? subjectOfTreaty.exec(text.slice(end, end + 100))?.[0].length ?? 0 : 0;
  const year = head.class ? yearBefore.exec(ledger.before(start)) : null;
  if (year && !marked(ledger, year[1]!, "national")) {
    const from = start - year[1]!.length;
    if (!takeOfYear(ledger, head, year[2]!, from, end))
      addByForm(ledger, from, sides ? growRight(text, end, codebook) : end + (smallContent.exec(text.slice(end, end + 100))?.[0].length ?? 0), head, "named in small letters");
    return true;
  }
  if (!sides && !draft && !issued && !subject && growDate(text, end) === end) return false;
  const from = start - (smallModifiers.exec(ledger.before(start))?.[0].length ?? 0);
  const content = draft ? /^\s+(?:of|on)\s+(?:its|their|the)?\s*[\p{L}-]+/u.exec(text.slice(end, end + 40))?.[0].length ?? 0 : 0;
  addByForm(ledger, from, sides ? growRight(text, end, codebook) : end + (content || issued || subject), head, "named in small letters");
  return true;
}

/** Adds "the 2011 Agreement" as the one of that year named before; false where there is none, or more. */
function takeOfYear(ledger: Ledger, head: Head, year: string, start: number, end: number): boolean {
  const instrument = ledger.mentionedOf(year, head);
  if (instrument) ledger.add({start, end, instrument, kind: "anaphor", heads: [head.singular]});
  return instrument !== null;
}

function addByForm(ledger: Ledger, start: number, end: number, head: Head, doubt?: string): void {
  const {text} = ledger, title = text.slice(start, end).replace(/\s+/g, " ");
  const close = growDate(text, end), date = isoDate(text.slice(start, close));
  const instrument = numberInBrackets(ledger, close) ?? ledger.idOf(nameToId(title), date);
  ledger.register(instrument, {title, kind: head.singular.replace("é", "e"), adopted: date});
  addExplicit(ledger, start, end, instrument, headNouns(title, ledger.codebook.heads).slice(0, 3), doubt);
}

/** The instrument that brackets after a name give its number for ("its declaration of October 1970 (resolution 2625 (XXV))"). */
function numberInBrackets({text, codebook}: Ledger, position: number): string | null {
  const opening = /^\s*\((?:General\s+Assembly\s+|Security\s+Council\s+)?(?:resolution\s+(?=[\dAS])|(?=[AS]\/RES))/.exec(text.slice(position, position + 60));
  return opening ? numberAt(text, position + opening[0].length, null, codebook)?.id ?? null : null;
}
