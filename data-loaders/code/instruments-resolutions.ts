import type {Body} from "./instruments-codebook.js";
import type {Ledger} from "./instruments-ledger.js";
import {numbersAfter, type Numbered} from "./instruments-numbers.js";
import {addGeneric} from "./instruments-references.js";

export function takeResolution(ledger: Ledger, plural: boolean, start: number, end: number): void {
  const {from, body} = bodyBefore(ledger, start);
  const issuer = body ?? bodyAfter(ledger, end);
  const numbers = numbersAfter(ledger.text, end, issuer, ledger.codebook);
  if (numbers.length) {
    numbers.forEach((found, i) => takeNumbered(ledger, found, i === 0 ? from : undefined));
    return;
  }
  if (plural) takeResolutionClass(ledger, start, end, from, issuer);
  else takeResolutionReference(ledger, start, end);
}

export function takeNumbered(ledger: Ledger, found: Numbered | null, start?: number): void {
  if (!found || found.start < ledger.floor || ledger.self.symbolLine(ledger.text, found.start, found.end)) return;
  if (!ledger.registry.has(found.id)) ledger.registry.set(found.id, ledger.codebook.instruments.get(found.id) ?? {
    id: found.id, title: found.title, short: found.title.replace("Security Council resolution", "Resolution").replace(/^.*statement.*$/i, found.title).replace("General Assembly resolution", "GA resolution"),
    kind: /resolution/.test(found.id) ? "resolution" : /presidential/.test(found.id) ? "presidential statement" : "document", adopted: found.adopted, body: found.body, symbol: found.symbol, status: null, source: "the text"
  });
  const heads = /resolution/.test(found.title) ? ["resolution"] : /Statement/.test(found.title) ? ["statement"] : [];
  ledger.add({start: start ?? found.start, end: found.end, instrument: found.id, kind: "explicit", heads});
}

export function takeLooseNumber(ledger: Ledger, position: number): number {
  if (position < ledger.floor) return 0;
  const ahead = /^(\d{1,4})\s?\(((?:19|20)\d\d)\)/.exec(ledger.text.slice(position, position + 14));
  if (!ahead || ledger.codebook.resolutionYear(Number(ahead[1])) !== Number(ahead[2])) return 0;
  for (const found of numbersAfter(ledger.text, position, null, ledger.codebook)) takeNumbered(ledger, found);
  return ledger.floor > position ? ledger.floor : 0;
}

/** The body named right before "resolution(s)", and where its words begin. */
function bodyBefore(ledger: Ledger, start: number): {from: number; body: Body | null} {
  const match = ledger.codebook.bodies.before.exec(ledger.before(start));
  if (match) return {from: start - match[0].length, body: ledger.codebook.bodies.byName.get((match[1] as string).replace(/\s+/g, " ")) ?? null};
  const letters = /(?<![\p{L}-])(?![IVXLC]+\s)([A-Z]{3,10})\s+$/u.exec(ledger.before(start));
  return letters ? {from: start - letters[0].length, body: {id: (letters[1] as string).toLowerCase(), label: letters[1] as string}} : {from: start, body: null};
}

function bodyAfter(ledger: Ledger, end: number): Body | null {
  const after = /^\s+(?:\([^)]*\)\s+)?(?:(?:adopted|passed)\s+)?(?:of|by)\s+(?:the\s+)?((?:\p{Lu}[\p{L}]*\s*){1,5})/u.exec(ledger.text.slice(end, end + 70))?.[1];
  const name = after === undefined ? undefined : ledger.codebook.bodies.after.exec(after)?.[1];
  return name === undefined ? null : ledger.codebook.bodies.byName.get(name.replace(/\s+/g, " ")) ?? null;
}

function takeResolutionClass(ledger: Ledger, start: number, end: number, from: number, body: Body | null): void {
  const before = ledger.before(from, 50);
  const lead = /(?:(?:all|its|their|the|these|those|his|of|other|relevant|previous|subsequent|applicable|existing|pertinent|related|above-?mentioned|aforementioned|earlier|prior|past|recent|successive|UN|such)\s+)+$/i.exec(before)?.[0] ?? "";
  const issuer = body ?? (/\bits\b/i.test(lead) && ledger.council ? {id: "unsc", label: "UN Security Council"} : null);
  if (!issuer && !/relevant|previous|UN|applicable|pertinent|mentioned|these|those|its|subsequent/i.test(lead)) return;
  const trimmed = lead.replace(/^(?:(?:of|the|all|such|these|those)\s+)+/i, "");
  const of = /^\s+(?:(?:adopted|passed)\s+)?(?:of|by)\s+(?:the\s+)?(?:UN\s+|United\s+Nations\s+)?(?:Security\s+Council|General\s+Assembly|Human\s+Rights\s+Council|Council)/.exec(ledger.text.slice(end, end + 80))?.[0].length ?? 0;
  const on = of ? 0 : /^\s+(?:on\s+the\s+situation\s+in|on|concerning|regarding|relating\s+to)\s+(?:the\s+)?(?:\p{Lu}[\p{L}]*(?:\s+|(?=[,.;)]|$))|(?:and|of|the)\s+(?=\p{Lu})){1,5}/u.exec(ledger.text.slice(end, end + 90))?.[0].trimEnd().length ?? 0;
  const last = ledger.council ? {id: "unsc", label: "UN Security Council"} : lastResolutionBody(ledger);
  const chosen = issuer && issuer.id !== "un" ? issuer : issuer ?? last ?? {id: "un", label: "UN"};
  addGeneric(ledger, from - trimmed.length, end + (of || on), `${chosen.id}-resolutions`, `${chosen.label} resolutions`);
}

function lastResolutionBody(ledger: Ledger): Body | null {
  const last = ledger.lastByHead.get("resolution")?.instrument;
  return last ? [...ledger.codebook.bodies.byName.values()].find(({id}) => last.startsWith(`${id}-`)) ?? null : null;
}

function takeResolutionReference(ledger: Ledger, start: number, end: number): void {
  const match = /(?:^|[\s(])((?:that|the|said|the same|the said|the aforementioned|the above-?mentioned)\s+)$/i.exec(ledger.before(start, 30));
  const antecedent = ledger.lastByHead.get("resolution");
  if (!match || !antecedent || ledger.self.resolution && /^the\s/i.test(match[1] as string) || /^\s+(?:of|to|through|on)\b/.test(ledger.text.slice(end, end + 10))) return;
  ledger.add({start: start - (match[1] as string).length, end, instrument: antecedent.instrument, kind: "anaphor", heads: ["resolution"]});
}
