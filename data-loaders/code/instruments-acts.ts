import type {Ledger} from "./instruments-ledger.js";

/** Kinds of acts that the European Union numbers. */
export const actNouns = ["regulation", "directive", "decision", "common position", "joint action"];

const numbered = /^(?:Regulation|Directive|Decision|Common\s+Position|Joint\s+Action)\s+(?:\((?:EU|EC|EEC|CFSP|Euratom|EU,\s*Euratom)\)\s*)?(?:No\.?\s*)?(?<number>\d{2,4}\/\d{1,4}(?:\/[A-Z][A-Za-z]{1,6})?)/;
const bodyBefore = /(?:(?:EU|European Union|Council|Commission|European Parliament and Council)\s+)?(?:(?:Framework|Implementing|Delegated)\s+)?$/;

/** Adds an act of the European Union by its number ("Council Decision 2014/512/CFSP", "Regulation (EU) 2023/956"). */
export function takeAct(ledger: Ledger, start: number): void {
  const capital = ledger.text.charCodeAt(start) <= 90;
  const match = !capital ? null : numbered.exec(ledger.text.slice(start, start + 60));
  if (!match) return;
  const from = start - (bodyBefore.exec(ledger.before(start, 50))?.[0].length ?? 0), end = start + match[0].length;
  const noun = /^[A-Za-z\s]+?(?=\s+[\d(N])/.exec(match[0])![0].toLowerCase().replace(/\s+/g, "-"), number = match.groups!.number!;
  const instrument = `eu-${noun}-${number.toLowerCase().replaceAll("/", "-")}`;
  ledger.register(instrument, {title: match[0].replace(/\s+/g, " "), kind: noun.replaceAll("-", " "), body: "European Union", adopted: /^(?:19|20)\d\d(?=\/)/.exec(number)?.[0] ?? null});
  ledger.add({start: from, end, instrument, kind: "explicit", heads: [noun.replaceAll("-", " ")]});
}
