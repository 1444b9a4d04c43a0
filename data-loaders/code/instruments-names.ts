import type {InstrumentCodebook} from "./instruments-codebook.js";
import {datePattern} from "./instruments-dates.js";

const capital = "(?:(?:\\p{Lu}[\\p{L}\\p{N}]*-)?(?:[A-Z]\\.){2,}|\\p{Lu}[\\p{L}\\p{N}.'’&/+-]*(?<![.'’]))";
const linking = "(?:of|on|for|to|and|the|a|an|in|by|with|or|as|at|its|their|other|into|from|against|through|between|among|under|all|more|concerning|regarding|towards?|within)";
const opening = "(?:[Oo]f|[Oo]n|[Ff]or|[Tt]o|[Cc]oncerning|regarding|[Rr]elating\\s+to|relative\\s+to|[Aa]gainst|[Bb]etween|in|with|among|under|governing|establishing|towards?|by|—|–|:)";
const rightWords = new RegExp(`(?:\\s*\\([A-Z][\\w-]{1,8}\\))?\\s+${opening}(?:\\s+(?:the|a|an|all|its|their))?\\s+(?:${capital}|\\d{4})(?:(?:\\s+(?:${linking}\\s+){0,3}|,\\s+(?=(?:[\\p{Lu}\\s]{1,2}[\\p{L}-]+\\s?){1,3},?\\s+and\\s+\\p{Lu})|\\s+[—–]\\s+|-)(?:${capital}|\\d{4}(?:[-–]\\d{4})?)){0,24}`, "yu");
const trailingDate = new RegExp(`(?:\\s*\\([A-Z][\\w.-]{1,10}\\))?,?\\s+(?:of|dated|(?:issued|signed|adopted|concluded|reached|initialled|agreed)(?:\\s+in\\s+${capital})?(?:\\s+(?:on|in))?)\\s+(?:the\\s+)?(?:${datePattern}|(?:1[6-9]\\d\\d|20\\d\\d)(?!\\d))`, "yu");
const leadingDate = new RegExp(`(?:${datePattern}|(?<!\\d)(?:1[6-9]\\d\\d|20\\d\\d))\\s+$`);
const notOfName = /^(?:The|This|That|These|Those|All|Any|Its|Their|Our|Such|Each|Both|In|Under|On|By|For|With|As|And|We|He|She|It|They|If|When|While|Where|Whereas|Through|No|Not|Only|Per|See|Also|To|At|Of|But|Or|Since|After|Before|Following|Pursuant|Via|From|Draft)$/;

const nameWord = /^(?:1[6-9]\d\d|20\d\d|\p{Lu}[\p{L}\p{N}.'’&/+–-]*)$/u;
/** Nouns whose "of" stands inside a name ("Status of Forces Agreement"). */
const ofAction = /(?:Status|Cessation|Disengagement|Separation|Exchange|Transfer|Withdrawal|Prevention|Protection|Declaration|Prohibition)\s+$/;
const abbreviation = /(?:^|-)(?:[A-Z]\.){2,}$/;

/** Start of the name that ends in the head at `start`: capitalised words and years before it, not further back than `floor`. */
export function growLeft(text: string, start: number, floor: number): number {
  const words = wordsBefore(text, start, floor);
  let from = start, pending = start;
  for (const {word, at, paragraph} of words) {
    if (paragraph) break;
    if ((/^(?:and|&)$/.test(word) && from < start) || (word === "of" && ofAction.test(text.slice(Math.max(floor, at - 24), at)))) { pending = at; continue; }
    const joined = pending !== from;
    if (!nameWord.test(word) || (/[.’']$/.test(word) && !abbreviation.test(word) && !/s[’']$/.test(word)) || (joined && /^\d/.test(word))) break;
    from = pending = at;
  }
  return skipOpening(text, from, start);
}

/** The words before `start`, nearest first, at most ten. */
function wordsBefore(text: string, start: number, floor: number): {word: string; at: number; paragraph: boolean}[] {
  const words: {word: string; at: number; paragraph: boolean}[] = [];
  let end = start;
  while (words.length < 10) {
    let stop = end;
    while (stop > floor && /\s/.test(text.charAt(stop - 1))) stop--;
    if (stop === end && end === start && text.charAt(stop - 1) !== "-") break;
    let at = stop;
    while (at > floor && start - at < 160 && !/[\s(“"‘[]/.test(text.charAt(at - 1))) at--;
    if (at === stop) break;
    words.push({word: text.slice(at, stop), at, paragraph: /\n\s*\n/.test(text.slice(stop, end))});
    if (at === floor || /[(“"‘[]/.test(text.charAt(at - 1))) break;
    end = at;
  }
  return words;
}

/** Leaves out words that only open a sentence ("The", "Recalling"). */
function skipOpening(text: string, from: number, start: number): number {
  for (let first = /^(\S+?)[\s-]+/.exec(text.slice(from, start)); first; first = /^(\S+?)[\s-]+/.exec(text.slice(from, start))) {
    const word = first[1] as string;
    if (!notOfName.test(word) && !/^(?:and|&)$/.test(word) && !/^[A-Z][A-Za-z]*(?:ing|ING)$/.test(word)) break;
    from += first[0].length;
  }
  return from;
}

/** End of the name whose head ends at `end`: a phrase such as "on the Law of the Sea" in capitalised words. */
export function growRight(text: string, end: number, codebook: InstrumentCodebook): number {
  rightWords.lastIndex = end;
  // A name ends with its paragraph.
  const after = rightWords.exec(text)?.[0].split(/\s*\n\s*\n/)[0];
  if (!after) return end + (/^\s+(?:Towards?\s+)?20\d\d(?:[-–]20\d\d)?\b/.exec(text.slice(end, end + 24))?.[0].length ?? 0);
  return end + beforeNextName(after, codebook).length;
}

/** Cuts a name at "and" where a name of its own follows ("the Convention on Climate Change and the Paris Agreement"). */
function beforeNextName(words: string, codebook: InstrumentCodebook): string {
  for (const {index} of words.matchAll(/,?\s+(?:and|or|to|in|with|between|under|as)\s/g)) {
    if (/^\s+and\s/.test(words.slice(index)) && /\s(?:between|among)\s(?:(?!\sand\s)[\s\S])*$/i.test(words.slice(0, index))) continue;
    if (/^\s+in\s\p{Lu}/u.test(words.slice(index)) || /^\s+with\s/.test(words.slice(index)) && words.slice(0, index).endsWith("Accordance")) continue;
    const rest = words.slice(index).trim().split(/\s+/).slice(1, 7).map((word) => word.toLowerCase().replace(/[.,]$/, ""));
    const joined = /^,?\s+(?:and|or)\s+(?:the|its)\s/.test(words.slice(index));
    if (joined || rest.some((word, i) => codebook.heads.get(word)?.title === "strong" && rest.slice(0, i).every((w) => !/^(of|on|for)$/.test(w)))) return words.slice(0, index);
  }
  return words;
}

/** End of the date that follows a name ("of 30 June 2012"), or `end`. */
export function growDate(text: string, end: number): number {
  trailingDate.lastIndex = end;
  const after = trailingDate.exec(text);
  return after && !/\n\s*\n/.test(after[0]) ? end + after[0].length : end;
}

const smallContent = new RegExp(`\\s+(?:on|regarding|concerning)(?:\\s+(?!(?:and|or|that|which|adopted|signed|issued)\\s)[\\p{L}’'-]+){1,14}?(?=\\s+(?:of|dated)\\s+${datePattern})`, "yu");

/** End of what a name is about in small letters, where a date closes it ("Joint Statement on the outcome of the talks of 30 June 2012"), or `end`. */
export function growToDate(text: string, end: number): number {
  smallContent.lastIndex = end;
  const content = smallContent.exec(text);
  return content && !/\n\s*\n/.test(content[0]) ? end + content[0].length : end;
}

/** Start of the date or year that stands before a name ("19 September 2005 Joint Statement"), or `start`. */
export function growLeadingDate(text: string, start: number, floor: number): number {
  const day = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\s/.test(text.slice(start, start + 11)) ? /\d{1,2}\s+$/ : null;
  const before = (day ?? leadingDate).exec(text.slice(Math.max(floor, start - 30), start));
  return before ? start - before[0].length : start;
}

const dates = new RegExp(datePattern, "g");

/** An id from a name: small letters, no articles, no years ("the 1957 Treaty of Rome" → `treaty-of-rome`). */
export function nameToId(name: string): string {
  const words = name.replace(dates, " ").normalize("NFD").replace(/[\u0300-\u036f]/g, "")
    .replace(/['’]s\b/g, "").replace(/(?<=\p{Lu})\.(?=\p{Lu}|\s|-|$)/gu, "").toLowerCase()
    .replace(/\b(?:the|an?|of the year)\b/g, " ").replace(/\b(declaration|statement)\s+by\b/g, "$1 of").replace(/\b(opinion|award)\s+(?:(?:issued|delivered|rendered)\s+)?(?:by|from)\b/g, "$1 of").replace(/\b(?:issued|signed|adopted|concluded|reached|dated)\b.*$/, " ")
    .replace(/\b(?:1[6-9]\d\d|20\d\d)\b/g, (year, at, all) => (/(?:vision|agenda|towards|plan)[\s-]*$/.test(all.slice(0, at)) ? year : " "));
  return words.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").replace(/(?:-(?:of|on|in|to|for|and))+$/, "").slice(0, 90).replace(/-+$/, "");
}

/** How many words begin with a capital. */
export const capitalCount = (words: string): number => (words.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).length;
