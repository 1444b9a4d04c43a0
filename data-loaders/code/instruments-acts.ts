import type {Ledger} from "./instruments-ledger.js";

/** Kinds of acts that the European Union numbers. */
export const actNouns = ["Regulation", "Directive", "Decision", "Common Position", "Joint Action"];

const numbered = new RegExp(`^(?<noun>${actNouns.join("|").replaceAll(" ", "\\s+")})\\s+(?:\\((?:EU|EC|EEC|CFSP|Euratom|EU,\\s*Euratom)\\)\\s*)?(?:No\\.?\\s*)?(?<number>\\d{2,4}/\\d{1,4}(?:/[A-Z][A-Za-z]{1,6})?)`);
const wordsBefore = /(?:(?:EU|European Union|Council|Commission|European Parliament and Council)\s+)?(?:(?:Framework|Implementing|Delegated)\s+)?$/;

/** Adds an act of the European Union by its number ("Council Decision 2014/512/CFSP", "Regulation (EU) 2023/956"). */
export function takeAct(ledger: Ledger, start: number): void {
  if (ledger.text.charCodeAt(start) > 90) return;
  const match = numbered.exec(ledger.text.slice(start, start + 60));
  if (!match) return;
  const {noun = "", number = ""} = match.groups!, kind = noun.toLowerCase().replace(/\s+/g, " ");
  const instrument = `eu-${kind.replaceAll(" ", "-")}-${number.toLowerCase().replaceAll("/", "-")}`;
  ledger.register(instrument, {title: match[0].replace(/\s+/g, " "), kind, body: "European Union", adopted: /^(?:19|20)\d\d(?=\/)/.exec(number)?.[0] ?? null});
  ledger.add({start: start - (wordsBefore.exec(ledger.before(start, 50))?.[0].length ?? 0), end: start + match[0].length, instrument, kind: "explicit", heads: [kind]});
}
