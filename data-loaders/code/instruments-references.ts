import type {Head} from "./instruments-codebook.js";
import type {Ledger} from "./instruments-ledger.js";
import {nameToId} from "./instruments-names.js";

const pointerBefore = /(?:^|[\s(“"])((the|that|this|said|these|those|both|such|present)\s+(?:(?:above-?mentioned|aforementioned|aforesaid|said|same|latter|present|former|two|three|landmark|historic|joint)\s+)*)$/i;
const ownContent = /^\s+(?:by|to|on|between|among|reached|of|for|with|that|in\s+principle)\b/;
/** "the declaration said": the one that a report is about. */
const speaks = /^\s+(?:also\s+|further\s+)?(?:said|added|stressed|noted)\b/;
const ownTitle = /^\s+(?:[Oo]n|[Aa]gainst|[Cc]oncerning|[Rr]egarding)\s/;
/** Farther back than this many characters, "the agreement" in small letters is taken for another. */
const reach = 6000;
const reachOfThis = 800;

/** Adds "the Charter", "that agreement", "this draft statement" as the last one named before that is called so; false where it is none. */
export function takeReference(ledger: Ledger, head: Head, start: number, end: number, capital: boolean): boolean {
  const match = pointerBefore.exec(ledger.before(start));
  if (!match || (!head.anaphor && !capital)) return false;
  const pointer = (match[2] as string).toLowerCase(), from = start - (match[1] as string).length;
  const antecedent = ledger.lastByHead.get(head.singular), own = ledger.self.heads.has(head.singular);
  const distance = antecedent ? start - antecedent.at : Infinity, follows = ledger.text.slice(end, end + 24);
  if (capital ? ownTitle.test(follows) : pointer === "the" && (ownContent.test(follows) || speaks.test(follows) || distance > reach)) return false;
  if ((pointer === "this" || pointer === "present") && (own || distance > reachOfThis)) return false;
  if (!antecedent) return !own && capital && !head.plural && head.title === "strong" && pointer === "the" && takeUnnamed(ledger, head, from, end);
  const several = /(?:treaties|conventions|protocols|agreements|accords|covenants|declarations)(?:-\d+)?$/.test(antecedent.instrument);
  if (several !== head.plural && !(head.plural && capital)) return false;
  ledger.add({start: from, end, instrument: antecedent.instrument, kind: "anaphor", heads: [head.singular]});
  return true;
}

/** "the Agreement" where none was named before: the Charter is the United Nations', any other is one of its own. */
function takeUnnamed(ledger: Ledger, head: Head, start: number, end: number): boolean {
  if (head.noun.includes(" ")) return false;
  const charter = head.singular === "charter";
  const instrument = charter ? "un-charter" : nameToId(head.singular);
  ledger.register(instrument, {title: ledger.text.slice(end - head.noun.length, end), kind: head.singular.replace("é", "e")});
  const doubt = charter ? "no charter is named before; taken for the Charter of the United Nations" : `no ${head.singular} is named before`;
  ledger.add({start, end, instrument, kind: "anaphor", heads: [head.singular], doubt});
  return true;
}

const anyQualifier = /^(?:relevant|applicable|existing|previous)$/;
const qualifierBeforeClass = /^(?:all|other|its|their|core|key|such|various|respective)$/;
const pluralHead = /^(?:arrangements|conventions|treaties|protocols|agreements)$/;

/** Adds "UN treaties", "relevant international conventions": a class of instruments, named by the words before its plural. */
export function takeClass(ledger: Ledger, head: Head, start: number, end: number): void {
  const {text} = ledger, last = ledger.drafts.at(-1);
  if (last?.kind === "generic" && /^\s+and\s+$/.test(text.slice(last.end, start))) {
    last.end = ledger.floor = end;
    return;
  }
  const {from, words} = classWords(ledger, start);
  if (from === start && !/^(?:treaties|conventions|memoranda)$/.test(head.class ?? "")) return;
  const ofUnderstanding = /^\s+of\s+(?:understanding|cooperation)\b/.exec(text.slice(end, end + 20))?.[0].length ?? 0;
  addGeneric(ledger, from, end + ofUnderstanding, nameToId([...words, head.class].join(" ")), [...words, head.class?.replaceAll("-", " ")].join(" "));
}

/** The words before a plural that say which class it is, and where they and their qualifiers begin. */
function classWords(ledger: Ledger, start: number): {from: number; words: string[]} {
  const classes = ledger.codebook.marks.get("class") as Set<string>;
  const before = [...(/(?:[\p{L}.-]+\s+){1,6}$/u.exec(ledger.before(start, 80))?.[0] ?? "").matchAll(/\S+\s+/g)].map(([word]) => word);
  const plain = (i: number) => (before[i] ?? "").trim().toLowerCase();
  const joined = /^(?:and|or)$/.test(plain(before.length - 1));
  const words: string[] = [];
  let from = start, at = start;
  for (let i = before.length - 1; i >= 0; i--) {
    const word = plain(i), pair = `${plain(i - 1)} ${word}`;
    at -= (before[i] as string).length;
    if (classes.has(pair)) {
      at -= (before[--i] as string).length;
      words.unshift(pair === "united nations" ? "un" : pair);
    } else if (classes.has(word)) words.unshift(word);
    else if (/^(?:and|or)$/.test(word) ? words.length || joined : joined && pluralHead.test(word)) continue;
    else if (!anyQualifier.test(word) && !(words.length && qualifierBeforeClass.test(word))) break;
    from = at;
  }
  return {from, words};
}

/** Adds a mention of a class of instruments. */
export function addGeneric(ledger: Ledger, start: number, end: number, id: string, title: string): void {
  const label = title.replace(/^un\b/, "UN").replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  ledger.register(id, {title: label, kind: "class of instruments"});
  ledger.add({start, end, instrument: id, kind: "generic", heads: []});
}
