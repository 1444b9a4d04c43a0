import {isoDate} from "./instruments-dates.js";
import type {Ledger} from "./instruments-ledger.js";
import {symbolAt, type Numbered} from "./instruments-numbers.js";
import {addGeneric} from "./instruments-references.js";

/** Statements by the President of the Security Council: by symbol, by date, or as a class. */
export function takePresidential(ledger: Ledger, start: number, end: number): void {
  const lead = /(?:UN\s+|United\s+Nations\s+)?(?:Security\s+Council(?:[’']s)?\s+)$/.exec(ledger.before(start))?.[0].length ?? 0;
  const of = /^\s+of\s+the\s+(?:UN\s+|United\s+Nations\s+)?Security\s+Council/.exec(ledger.text.slice(end, end + 50))?.[0].length ?? 0;
  const from = start - lead;
  let at = end + of, first = true;
  const piece = /(?:\s*(?:,|;|and|or|as well as|of|issued on|dated)\s*)*(?:(?:of|dated|on|issued on)\s+)?((?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:\d{1,2},?\s+)?\d{4})?\s*(?:\(?(S\/PRST\/\s?\d{4}\/\d+)\)?)?/uy;
  for (let count = 0; count < 200; count++) {
    piece.lastIndex = at;
    const match = piece.exec(ledger.text);
    if (!match || (!match[1] && !match[2]) || /\n\s*\n/.test(match[0])) break;
    const close = at + match[0].trimEnd().length, inner = at + match[0].search(/[\dJFMASOND(]/);
    const symbol = match[2] ? symbolAt(ledger.text, at + match[0].indexOf("S/PRST"), ledger.codebook) : null;
    addStatement(ledger, first ? from : inner, close, symbol, match[1] ?? null);
    at = close;
    first = false;
  }
  if (first && /statements/i.test(ledger.text.slice(start, end))) addGeneric(ledger, from, end + of, "unsc-presidential-statements", "Security Council presidential statements");
}

function addStatement(ledger: Ledger, start: number, end: number, symbol: Numbered | null, date: string | null): void {
  const iso = date ? isoDate(date) : null;
  const byDate = iso ? ledger.variants("unsc-presidential-statement").get(iso) : undefined;
  const id = symbol?.id ?? byDate ?? `unsc-presidential-statement-${iso}`;
  if (iso) ledger.variants("unsc-presidential-statement").set(iso, id);
  if (!ledger.registry.has(id)) ledger.registry.set(id, {id, title: `Statement by the President of the Security Council${date ? ` of ${date}` : ` ${symbol?.symbol}`}`, short: `Presidential statement ${symbol?.symbol ?? date}`, kind: "presidential statement", adopted: iso ?? symbol?.adopted ?? null, body: "UN Security Council", symbol: symbol?.symbol ?? null, status: null, source: "the text"});
  ledger.add({start, end, instrument: id, kind: "explicit", heads: ["statement"]});
}
