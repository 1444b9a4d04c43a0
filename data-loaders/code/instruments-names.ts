import type {InstrumentCodebook} from "./instruments-codebook.js";
import {datePattern} from "./instruments-dates.js";

const capital = "\\p{Lu}[\\p{L}\\p{N}.'’&/+-]*(?<![.'’])";
const linking = "(?:of|on|for|to|and|the|a|an|in|by|with|or|as|at|its|their|other|into|from|against|through|between|among|under|all|more|concerning|regarding|towards?|within)";
const leftWords = new RegExp(`(?:(?:1[6-9]\\d\\d|20\\d\\d|${capital}|[A-Z]\\.(?:[A-Z]\\.)+(?:-${capital})?|#)(?:\\s+(?:and|&)\\s+(?=\\p{Lu})|[\\s-]+))+$`, "u");
const opening = "(?:of|on|for|to|concerning|regarding|relating\\s+to|relative\\s+to|against|between|in|with|among|under|governing|establishing|towards?|by|—|–|:)";
const rightWords = new RegExp(`\\s+${opening}(?:\\s+(?:the|a|an|all|its|their))?\\s+(?:${capital}|\\d{4})(?:(?:\\s+(?:${linking}\\s+){0,3}|,\\s+(?=(?:[\\p{Lu}\\s]{1,2}[\\p{L}-]+\\s?){1,3},?\\s+and\\s+\\p{Lu})|\\s+[—–]\\s+|-)(?:${capital}|\\d{4}(?:[-–]\\d{4})?)){0,24}`, "yu");
const trailingDate = new RegExp(`,?\\s+(?:of|dated|(?:issued|signed|adopted|concluded|reached|initialled|agreed)(?:\\s+in\\s+${capital})?(?:\\s+(?:on|in))?)\\s+(?:the\\s+)?${datePattern}`, "yu");
const leadingDate = new RegExp(`(?:${datePattern}|(?<!\\d)(?:1[6-9]\\d\\d|20\\d\\d))\\s+$`);
const notOfName = /^(?:The|This|That|These|Those|All|Any|Its|Their|Our|Such|Each|Both|In|Under|On|By|For|With|As|And|We|He|She|It|They|If|When|While|Where|Whereas|Through|No|Not|Only|Per|See|Also|To|At|Of|But|Or|Since|After|Before|Following|Pursuant|Via|From|Draft|New)$/;

/** Start of the name that ends in the head at `start`: capitalised words and years before it, not further back than `floor`. */
export function growLeft(text: string, start: number, floor: number): number {
  const from = Math.max(floor, start - 120);
  const before = leftWords.exec(text.slice(from, start).replace(/\n\s*\n/g, (gap) => "\u0000".repeat(gap.length)));
  if (!before) return start;
  let words = before[0];
  for (let first = /^(\S+?)[\s-]+/.exec(words); first; first = /^(\S+?)[\s-]+/.exec(words)) {
    const word = first[1] as string;
    if (!notOfName.test(word) && !/^(and|&)$/.test(word) && !/^[A-Z][A-Za-z]*(?:ing|ING)$/.test(word)) break;
    words = words.slice(first[0].length);
  }
  return start - words.length;
}

/** End of the name whose head ends at `end`: a phrase such as "on the Law of the Sea" in capitalised words. */
export function growRight(text: string, end: number, codebook: InstrumentCodebook): number {
  rightWords.lastIndex = end;
  const after = rightWords.exec(text);
  if (!after || /\n\s*\n/.test(after[0])) return end;
  return end + beforeNextName(after[0], codebook).length;
}

/** Cuts a name at "and" where a name of its own follows ("the Convention on Climate Change and the Paris Agreement"). */
function beforeNextName(words: string, codebook: InstrumentCodebook): string {
  for (const {index} of words.matchAll(/,?\s+(?:and|or|to|in|with|between|under|as)\s/g)) {
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

/** Start of the date or year that stands before a name ("19 September 2005 Joint Statement"), or `start`. */
export function growLeadingDate(text: string, start: number, floor: number): number {
  const before = leadingDate.exec(text.slice(Math.max(floor, start - 30), start));
  return before ? start - before[0].length : start;
}

/** An id from a name: small letters, no articles, no years ("the 1957 Treaty of Rome" → `treaty-of-rome`). */
export function nameToId(name: string): string {
  const words = name.replace(new RegExp(datePattern, "g"), " ").normalize("NFD").replace(/[\u0300-\u036f]/g, "")
    .replace(/['’]s\b/g, "").replace(/(?<=\p{Lu})\.(?=\p{Lu}|\s|-|$)/gu, "").toLowerCase()
    .replace(/\b(?:the|an?|of the year)\b/g, " ").replace(/\b(?:issued|signed|adopted|concluded|reached|dated)\b.*$/, " ")
    .replace(/\b(?:1[6-9]\d\d|20\d\d)\b/g, (year, at, all) => (/(?:vision|agenda|towards|plan)[\s-]*$/.test(all.slice(0, at)) ? year : " "));
  return words.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").replace(/(?:-(?:of|on|in|to|for|and))+$/, "").slice(0, 90).replace(/-+$/, "");
}
