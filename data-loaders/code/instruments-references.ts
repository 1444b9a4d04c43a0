import type {Head} from "./instruments-codebook.js";
import type {Ledger} from "./instruments-ledger.js";
import {nameToId} from "./instruments-names.js";

/** "the Charter", "that agreement", "this draft statement": the last one named before that is called so. */
export function takeReference(ledger: Ledger, head: Head, start: number, end: number, capital: boolean): boolean {
  const match = /(?:^|[\s(“"])((the|that|this|said|these|those|both|such|present)\s+(?:(?:above-?mentioned|aforementioned|aforesaid|said|same|latter|present|former|two|three|landmark|historic|joint|Joint)\s+)*)$/i.exec(ledger.before(start));
  if (!match || !head.anaphor && !capital) return false;
  const pointer = (match[2] as string).toLowerCase(), from = start - (match[1] as string).length;
  const antecedent = ledger.lastByHead.get(head.singular);
  const own = ledger.self.heads.has(head.singular);
  const follows = ledger.text.slice(end, end + 24);
  if (capital ? /^\s+(?:[Oo]n|[Aa]gainst|[Cc]oncerning|[Rr]egarding)\s/.test(follows) : pointer === "the" && (/^\s+(?:by|to|on|between|among|reached|of|for|with|that|in\s+principle)\b/.test(follows) || start - (antecedent?.at ?? 0) > 6000)) return false;
  if ((pointer === "this" || pointer === "present") && (own || !antecedent || start - antecedent.at > 800)) return false;
  if (own && !antecedent) return false;
  if (antecedent) {
    const several = /(?:treaties|conventions|protocols|agreements|accords|covenants|declarations)(?:-\d+)?$/.test(antecedent.instrument);
    if (several !== head.plural && !(head.plural && capital)) return false;
    ledger.know(antecedent.instrument);
    ledger.add({start: from, end, instrument: antecedent.instrument, kind: "anaphor", heads: [head.singular]});
    return true;
  }
  if (!capital || head.plural || head.title !== "strong" || pointer !== "the") return false;
  return withoutAntecedent(ledger, head, from, end);
}

function withoutAntecedent(ledger: Ledger, head: Head, start: number, end: number): boolean {
  if (head.singular === "charter") {
    ledger.know("un-charter");
    ledger.add({start, end, instrument: "un-charter", kind: "anaphor", heads: ["charter"], doubt: "no charter is named before; taken for the Charter of the United Nations"});
    return true;
  }
  if (!/^(?:treaty|convention|covenant|protocol|agreement|accord|pact|declaration|statute|communiqué|communique|roadmap)$/.test(head.singular)) return false;
  const id = nameToId(head.singular);
  if (!ledger.registry.has(id)) ledger.registry.set(id, {id, title: ledger.text.slice(start, end).replace(/^the\s+/i, ""), short: ledger.text.slice(start, end).replace(/^the\s+/i, ""), kind: head.singular, adopted: null, body: null, symbol: null, status: null, source: "the text"});
  ledger.add({start, end, instrument: id, kind: "anaphor", heads: [head.singular], doubt: `no ${head.singular} is named before`});
  return true;
}

/** "UN treaties", "relevant international conventions": a class of instruments. */
export function takeClass(ledger: Ledger, head: Head, start: number, end: number): void {
  const match = /((?:[\p{L}.-]+\s+){1,6})$/u.exec(ledger.before(start, 80));
  const words = match ? (match[1] as string).trim().split(/\s+/) : [];
  const kept: string[] = [];
  let extent = 0;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = (words[i] as string).toLowerCase(), pair = `${(words[i - 1] ?? "").toLowerCase()} ${word}`;
    if (ledger.codebook.marks.get("class")?.has(pair)) { kept.unshift(pair); i--; extent = words.length - i; continue; }
    if (ledger.codebook.marks.get("class")?.has(word)) { kept.unshift(word); extent = words.length - i; continue; }
    if (/^(?:relevant|applicable|existing|previous)$/.test(word) || (kept.length && /^(?:all|other|its|their|core|key|such|various|respective)$/.test(word))) { extent = words.length - i; continue; }
    if (!(kept.length && /^(?:and|or)$/.test(word)) && !(/^(?:and|or|arrangements|conventions|treaties|protocols|agreements)$/.test(word) && /^(?:and|or)$/.test(words.at(-1) ?? ""))) break;
  }
  const last = ledger.drafts.at(-1);
  if (last?.kind === "generic" && /^\s+and\s+$/.test(ledger.text.slice(last.end, start))) { last.end = end; ledger.floor = end; return; }
  if (!extent && !/^(?:treaties|conventions|memoranda)$/.test(head.class ?? "")) return;
  const from = extent && match ? start - tail(match[1] as string, extent) : start;
  const modifiers = kept.map((word) => (word === "united nations" ? "un" : word));
  const id = nameToId([...modifiers, head.class].join(" "));
  const whole = end + (/^\s+of\s+(?:understanding|cooperation)\b/.exec(ledger.text.slice(end, end + 20))?.[0].length ?? 0);
  addGeneric(ledger, from, whole, id, [...modifiers, head.class?.replaceAll("-", " ")].join(" "));
}

export function addGeneric(ledger: Ledger, start: number, end: number, id: string, title: string): void {
  const label = title.replace(/^un\b/, "UN").replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  if (!ledger.registry.has(id)) ledger.registry.set(id, {id, title: label, short: label, kind: "class of instruments", adopted: null, body: null, symbol: null, status: null, source: "the text"});
  ledger.add({start, end, instrument: id, kind: "generic", heads: []});
}

/** Length of the last `count` words of a phrase with the blanks that follow them. */
function tail(phrase: string, count: number): number {
  return new RegExp(`(?:\\S+\\s+){${count}}$`).exec(phrase)?.[0].length ?? 0;
}
