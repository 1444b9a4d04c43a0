import type {Body} from "./instruments-codebook.js";
import type {Ledger} from "./instruments-ledger.js";
import {numbersAfter, type Numbered} from "./instruments-numbers.js";
import {addGeneric} from "./instruments-references.js";

const securityCouncil: Body = {id: "unsc", label: "UN Security Council"};
const humanRightsCouncil: Body = {id: "hrc", label: "UN Human Rights Council"};
const unitedNations: Body = {id: "un", label: "UN"};

/** Adds the resolutions that follow "resolution(s)" by number, or else the class or the one referred back to. */
export function takeResolution(ledger: Ledger, plural: boolean, start: number, end: number): void {
  const {from, body} = bodyBefore(ledger, start);
  const short = ledger.text.charAt(end - 1) === ".";
  if (short && !body) return;
  const issuer = body ?? bodyAfter(ledger, end) ?? sessionBody(ledger, start, end);
  const numbers = numbersAfter(ledger.text, end, issuer, ledger.codebook);
  numbers.forEach((found, i) => takeNumbered(ledger, found, i === 0 ? from : undefined));
  if (numbers.length) return;
  if (plural) takeResolutionClass(ledger, from, end, issuer);
  else takeResolutionReference(ledger, start, end);
}

/** "Council resolutions 31/32": numbers by session are the Human Rights Council's. */
const sessionBody = (ledger: Ledger, start: number, end: number): Body | null =>
  /(?<!Security\s)\bCouncil\s+$/.test(ledger.before(start, 30)) && /^\s*\d{1,3}\/\d/.test(ledger.text.slice(end, end + 8)) ? humanRightsCouncil : null;

/** Adds a resolution or document with its number; `start` is where the words that belong to it begin, if before the number. */
export function takeNumbered(ledger: Ledger, found: Numbered | null, start?: number): void {
  if (!found || found.start < ledger.floor || ledger.self.symbolLine(ledger.text, found.start, found.end)) return;
  const {id, title, kind, body, adopted, symbol} = found;
  ledger.register(id, {title, short: title.replace("Security Council resolution", "Resolution").replace("General Assembly resolution", "GA resolution"), kind, adopted, body, symbol});
  const heads = kind === "resolution" ? ["resolution"] : kind === "presidential statement" ? ["statement"] : [];
  ledger.add({start: start ?? found.start, end: found.end, instrument: id, kind: "explicit", heads});
}

/** Adds the resolutions of a list such as "2664 (2022)" that no "resolution" precedes, where number and year agree; whether there were any. */
export function takeLooseNumber(ledger: Ledger, position: number): boolean {
  if (position < ledger.floor) return false;
  const ahead = /^(\d{1,4})\s?\(((?:19|20)\d\d)\)/.exec(ledger.text.slice(position, position + 14));
  if (!ahead || ledger.codebook.resolutionYear(Number(ahead[1])) !== Number(ahead[2])) return false;
  for (const found of numbersAfter(ledger.text, position, null, ledger.codebook)) takeNumbered(ledger, found);
  return ledger.floor > position;
}

/** The body named right before "resolution(s)", by the codebook or by its capitals, and where its words begin. */
function bodyBefore(ledger: Ledger, start: number): {from: number; body: Body | null} {
  const before = ledger.before(start), known = ledger.codebook.bodies.before.exec(before);
  if (known) return {from: start - known[0].length, body: bodyOf(ledger, known[1])};
  const letters = /(?<![\p{L}-])(?![IVXLC]+\s)([A-Z]{3,10})\s+$/u.exec(before);
  return letters ? {from: start - letters[0].length, body: {id: (letters[1] as string).toLowerCase(), label: letters[1] as string}} : {from: start, body: null};
}

const issuerAfter = /^\s+(?:\([^)]*\)\s+)?(?:(?:adopted|passed)\s+)?(?:of|by)\s+(?:the\s+)?((?:\p{Lu}[\p{L}]*\s*){1,5})/u;

function bodyAfter(ledger: Ledger, end: number): Body | null {
  const words = issuerAfter.exec(ledger.text.slice(end, end + 70))?.[1];
  return words === undefined ? null : bodyOf(ledger, ledger.codebook.bodies.after.exec(words)?.[1]);
}

const bodyOf = ({codebook}: Ledger, words: string | undefined): Body | null => codebook.bodies.byName.get(words?.replace(/\s+/g, " ") ?? "") ?? null;

const classQualifiers = /(?:(?:all|its|their|the|these|those|his|of|other|relevant|previous|subsequent|applicable|existing|pertinent|related|above-?mentioned|aforementioned|earlier|prior|past|recent|successive|UN|such)\s+)+$/i;
const pointsToClass = /relevant|previous|UN|applicable|pertinent|mentioned|these|those|its|subsequent/i;
const ofBody = /^\s+(?:(?:adopted|passed)\s+)?(?:of|by)\s+(?:the\s+)?(?:UN\s+|United\s+Nations\s+)?(?:Security\s+Council|General\s+Assembly|Human\s+Rights\s+Council|Council)/;
const onSubject = /^\s+(?:on\s+the\s+situation\s+in|on|concerning|regarding|relating\s+to)\s+(?:the\s+)?(?:\p{Lu}[\p{L}]*(?:\s+|(?=[,.;)]|$))|(?:and|of|the)\s+(?=\p{Lu})){1,5}/u;

/** "its relevant resolutions", "Security Council resolutions on Norland": a class, of the body that is named or the last one cited. */
function takeResolutionClass(ledger: Ledger, from: number, end: number, body: Body | null): void {
  const qualifiers = classQualifiers.exec(ledger.before(from, 50))?.[0] ?? "";
  if (!body && !pointsToClass.test(qualifiers)) return;
  const issuer = body ?? (ledger.council ? securityCouncil : lastBody(ledger) ?? unitedNations);
  const lead = qualifiers.replace(/^(?:(?:of|the|all|such|these|those)\s+)+/i, "");
  const after = ledger.text.slice(end, end + 90);
  const tail = (ofBody.exec(after) ?? onSubject.exec(after))?.[0].trimEnd().length ?? 0;
  addGeneric(ledger, from - lead.length, end + tail, `${issuer.id}-resolutions`, `${issuer.label} resolutions`);
}

function lastBody({codebook, lastByHead}: Ledger): Body | null {
  const last = lastByHead.get("resolution")?.instrument;
  return last ? [...codebook.bodies.byName.values()].find(({id}) => last.startsWith(`${id}-`)) ?? null : null;
}

/** "that resolution": the last one cited; not "the resolution of disputes", nor "the resolution" in a resolution. */
function takeResolutionReference(ledger: Ledger, start: number, end: number): void {
  const pointer = /(?:^|[\s(])((?:that|the|said|the same|the said|the aforementioned|the above-?mentioned)\s+)$/i.exec(ledger.before(start, 30))?.[1];
  const antecedent = ledger.lastByHead.get("resolution");
  if (!pointer || !antecedent || (ledger.self.resolution && /^the\s/i.test(pointer)) || /^\s+(?:of|to|through|on|adopted|passed)\b/.test(ledger.text.slice(end, end + 10))) return;
  ledger.add({start: start - pointer.length, end, instrument: antecedent.instrument, kind: "anaphor", heads: ["resolution"]});
}
