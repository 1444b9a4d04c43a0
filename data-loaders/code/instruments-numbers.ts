import type {Body, InstrumentCodebook} from "./instruments-codebook.js";
import {datePattern} from "./instruments-dates.js";

/** One number in a list of resolutions, with the instrument that it names. */
export interface Numbered {
  start: number;
  end: number;
  id: string;
  title: string;
  kind: "resolution" | "presidential statement" | "document";
  body: string;
  adopted: string | null;
  /** Only where the text prints the symbol itself. */
  symbol: string | null;
}

const item = new RegExp([
  "S/RES/(?<symbolNumber>\\d{1,4})(?:\\s?\\((?<symbolYear>\\d{4})\\))?",
  "A/(?<council>HRC/)?RES/(?<assemblySymbol>\\d{1,4}(?:/\\d{1,3}(?:\\s?[A-Z](?![\\w-]))?|\\s?(?:[A-Z]\\s?)?\\([IVXLC]+\\)(?:\\s?[A-Z](?![\\w-]))?))",
  "(?<emergency>ES-\\d+/\\d+)",
  "(?<session>\\d{1,3}/\\d{1,3}(?:\\s?[A-Z](?![\\w-]))?)",
  "(?<roman>\\d{1,4}\\s?(?:[A-Z]\\s?)?\\([IVXLC]+\\)(?:\\s?[A-Z](?![\\w-]))?)",
  "(?<number>\\d{1,4})\\s?\\((?<year>\\d{4})\\)?",
  "(?<bare>\\d{2,4})(?![\\d(%]|/(?!\\d{4}(?!\\d))|,\\d{3}|\\s?\\(\\d|\\.\\d|\\s+(?:Committee|Sanctions|sanctions|regime|Group|Panel|Monitoring|per|percent|days|months|years|people|January|February|March|April|May|June|July|August|September|October|November|December)\\b)"
].join("|"), "yu");
const gap = new RegExp(`(?:\\s+(?:of|adopted on|dated)\\s+${datePattern})?(?:\\s*\\((?:the\\s+)?["“]?[A-Z][\\w\\s]{2,30}["”]?\\))?(?:/(?=\\d{4})|\\s*[,;]\\s*(?:and\\s+|or\\s+|as well as\\s+)?|\\s+(?:and|or|&|as well as|to|through)\\s+)(?:(?:its|in|of|by|under|also|the|most recently|in particular|including|UN|Security Council|General Assembly)\\s+)*(?:resolutions?\\s+)?`, "yu");
const opening = /\s*(?:No\.?|Nos\.?|nos\.?|numbers?|#)?\s*/yu;

/** Reads the list of numbers that follows "resolution(s)" at `position`; empty where none follows. */
export function numbersAfter(text: string, position: number, body: Body | null, codebook: InstrumentCodebook): Numbered[] {
  const found: Numbered[] = [];
  opening.lastIndex = position;
  opening.exec(text);
  let at = opening.lastIndex;
  for (let count = 0; count < 400; count++) {
    const numbered = numberAt(text, at, body, codebook, found.length > 0);
    if (!numbered) break;
    found.push(numbered);
    gap.lastIndex = numbered.end;
    const between = gap.exec(text);
    if (!between || /\n\s*\n/.test(between[0])) break;
    at = gap.lastIndex;
    const named = /(?:UN )?(?:Security Council|General Assembly)/.exec(between[0])?.[0];
    if (named) body = codebook.bodies.byName.get(named) ?? body;
  }
  return found;
}

/** The resolution or document whose number or symbol stands at `position`. */
export function numberAt(text: string, position: number, body: Body | null, codebook: InstrumentCodebook, listed = false): Numbered | null {
  item.lastIndex = position;
  const match = item.exec(text);
  if (!match) return null;
  const start = position, end = position + match[0].length;
  const {symbolNumber, symbolYear, council, assemblySymbol, emergency, session, roman, number, year, bare} = match.groups as Record<string, string | undefined>;
  const symbol = symbolNumber || assemblySymbol ? match[0].replace(/\s/g, "") : null;
  if (council || (session && body?.id === "hrc")) return other("hrc", "UN Human Rights Council", assemblySymbol ?? session as string);
  if (symbolNumber) return security(symbolNumber, symbolYear);
  if (assemblySymbol || emergency || roman || (session && (!body || body.id === "un" || body.id === "unga"))) return assembly((assemblySymbol ?? emergency ?? roman ?? session) as string);
  if (session) return other(body?.id as string, body?.label as string, session);
  if (bare && body && body.id !== "unsc" && body.id !== "un") return body.id === "unga" ? assembly(bare) : other(body.id, body.label, bare);
  if (bare && /^(1[89]\d\d|20\d\d)$/.test(bare) && listed && (codebook.resolutionYear(Number(bare)) === null || /^\s+\p{Lu}/u.test(text.slice(end, end + 4)))) return null;
  return security((number ?? bare) as string, year);

  function security(digits: string, printed: string | undefined): Numbered {
    const known = printed ?? codebook.resolutionYear(Number(digits))?.toString();
    const name = known ? `${digits} (${known})` : digits;
    return {start, end, id: `unsc-resolution-${digits}${known ? `-${known}` : ""}`, title: `Security Council resolution ${name}`, kind: "resolution", body: "UN Security Council", adopted: known ?? null, symbol: symbol && known ? `S/RES/${name}` : null};
  }
  function assembly(words: string): Numbered {
    const key = words.toLowerCase().replace(/\s?([a-z])?\s?\(([ivxlc]+)\)\s?([a-z])?/, (_, a, s, b) => `${a ?? ""}-${s}${b ?? ""}`).replace(/[\s/]+/g, "-").replace(/(\d)-([a-z])$/, "$1-$2");
    const id = codebook.assemblyResolutions.get(key) ?? (/^\d+$/.test(key) ? byNumberAlone(key, codebook) : null) ?? `unga-resolution-${key}`;
    return {start, end, id, title: `General Assembly resolution ${words}`, kind: "resolution", body: "UN General Assembly", adopted: null, symbol};
  }
  function other(id: string, label: string, words: string): Numbered {
    return {start, end, id: `${id}-resolution-${words.toLowerCase().replace(/[\s/]+/g, "-")}`, title: `${label} resolution ${words}`, kind: "resolution", body: label, adopted: null, symbol};
  }
}

function byNumberAlone(number: string, codebook: InstrumentCodebook): string | null {
  for (const [key, id] of codebook.assemblyResolutions) if (key.startsWith(`${number}-`) && !/^\d+-\d+$/.test(key)) return id;
  return null;
}

// "A/SP.1/12/01" numbers a protocol of the Economic Community of West African States.
const documentSymbol = /(?!A\/S?P\.)(?:S\/PRST\/\s?\d{4}\/\d+|(?:A|S|ST|PBC|E)(?:\/[A-Z0-9][A-Za-z0-9.]*)+(?:\s?\((?:\d{4}|[IVXLC]+)\)(?:\s?[A-Z](?![\w-]))?)?)/yu;

/** The United Nations document whose symbol stands at `position` ("S/PRST/2013/15", "A/74/845"). */
export function symbolAt(text: string, position: number, codebook: InstrumentCodebook): Numbered | null {
  const resolution = /^(?:S\/RES\/\d|A\/(?:HRC\/)?RES\/\d)/.test(text.slice(position, position + 12)) ? numberAt(text, position, null, codebook) : null;
  if (resolution) return resolution;
  documentSymbol.lastIndex = position;
  const match = documentSymbol.exec(text);
  if (!match || !/\d/.test(match[0])) return null;
  const symbol = match[0].replace(/\.+$/, "").replace(/\s/g, "");
  const twin = /^[-–][AS](?:\/[\w.]*\w)+/.exec(text.slice(position + match[0].length, position + match[0].length + 40))?.[0].length ?? 0;
  const end = position + match[0].replace(/\.+$/, "").length + twin;
  const statement = /^S\/PRST\/\s?(\d{4})\/(\d+)$/.exec(symbol);
  if (statement) return {start: position, end, id: `unsc-presidential-statement-${statement[1]}-${statement[2]}`, title: `Statement by the President of the Security Council ${symbol}`, kind: "presidential statement", body: "UN Security Council", adopted: statement[1] as string, symbol};
  return {start: position, end, id: `un-document-${symbol.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`, title: `United Nations document ${symbol}`, kind: "document", body: "United Nations", adopted: /\/((?:19|20)\d\d)\//.exec(symbol)?.[1] ?? null, symbol};
}
