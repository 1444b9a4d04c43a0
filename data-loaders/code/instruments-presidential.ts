import {isoDate} from "./instruments-dates.js";
import type {Ledger} from "./instruments-ledger.js";
import {symbolAt} from "./instruments-numbers.js";
import {addGeneric} from "./instruments-references.js";

const name = "unsc-presidential-statement";
/** One item of a list: a date, a symbol, or both. */
const item = /(?:\s*(?:,|;|and|or|as well as|of|issued on|dated)\s*)*(?:(?:of|dated|on|issued on)\s+)?((?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:\d{1,2},?\s+)?\d{4})?\s*(?:\(?(S\/PRST\/\s?\d{4}\/\d+)\)?)?/uy;

/** Adds statements by the President of the Security Council: each by its symbol or date, or else as a class. */
export function takePresidential(ledger: Ledger, start: number, end: number): void {
  const {text} = ledger;
  const from = start - (/(?:UN\s+|United\s+Nations\s+)?Security\s+Council(?:[’']s)?\s+$/.exec(ledger.before(start))?.[0].length ?? 0);
  const close = end + (/^\s+of\s+the\s+(?:UN\s+|United\s+Nations\s+)?Security\s+Council/.exec(text.slice(end, end + 50))?.[0].length ?? 0);
  let at = close;
  for (let count = 0; count < 200; count++) {
    item.lastIndex = at;
    const match = item.exec(text);
    if (!match || (!match[1] && !match[2]) || /\n\s*\n/.test(match[0])) break;
    const symbol = match[2] ? at + match[0].indexOf("S/PRST") : null;
    addStatement(ledger, at === close ? from : at + match[0].search(/[\dJFMASOND(]/), at + match[0].trimEnd().length, symbol, match[1] ?? null);
    at = ledger.floor;
  }
  if (at === close && /statements/i.test(text.slice(start, end))) addGeneric(ledger, from, close, `${name}s`, "Security Council presidential statements");
}

function addStatement(ledger: Ledger, start: number, end: number, symbolPlace: number | null, date: string | null): void {
  const numbered = symbolPlace === null ? null : symbolAt(ledger.text, symbolPlace, ledger.codebook);
  const iso = date ? isoDate(date) : null, byDate = ledger.datesOf(name);
  const id = numbered?.id ?? byDate.get(iso ?? "") ?? `${name}-${iso}`, symbol = numbered?.symbol ?? null;
  if (iso) byDate.set(iso, id);
  ledger.register(id, {
    title: `Statement by the President of the Security Council${date ? ` of ${date}` : ` ${symbol}`}`, short: `Presidential statement ${symbol ?? date}`,
    kind: "presidential statement", adopted: iso ?? numbered?.adopted ?? null, body: "UN Security Council", symbol
  });
  ledger.add({start, end, instrument: id, kind: "explicit", heads: ["statement"]});
}
