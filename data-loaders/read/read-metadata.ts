import type {Party, Statement} from "../../src/schema.js";
import {shown, StatementError, type Place} from "./statement-error.js";

/** What the file beside a statement says of it. */
export type Metadata = Omit<Statement, "id" | "text" | "words">;

type Check = (value: unknown) => string | null;

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const text: Check = (value) => isText(value) ? null : "must be a text that is not empty";
const textOrNull: Check = (value) => value === null || isText(value) ? null : "must be a text, or null";

const date: Check = (value) => {
  const wrong = "must be a day of the calendar, like \"2025-05-08\"";
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return wrong;
  const day = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value ? wrong : null;
};

const language: Check = (value) => typeof value === "string" && /^en(-[A-Za-z0-9]+)*$/.test(value)
  ? null : "must be \"en\" or a tag that begins with \"en-\": the vocabularies are English";

const parties: Check = (value) => {
  if (!Array.isArray(value) || value.length === 0) return "must be a list of at least one {\"name\", \"aliases\"}";
  for (const [i, party] of value.entries()) {
    const names = typeof party === "object" && party !== null ? Object.keys(party) : [];
    if (!names.includes("name") || !isText((party as Party).name)) return `must have a name for each party: none in number ${i + 1}`;
    const unknown = names.find((name) => name !== "name" && name !== "aliases");
    if (unknown) return `has an unknown name in party number ${i + 1}: "${unknown}"`;
    const {aliases = []} = party as Party;
    if (!Array.isArray(aliases) || !aliases.every(isText)) return `must have a list of texts as aliases of party number ${i + 1}`;
  }
  const all = (value as Party[]).map((party) => party.name);
  const twice = all.find((name, i) => all.indexOf(name) < i);
  return twice ? `names a party twice: "${twice}"` : null;
};

const fields: Record<keyof Metadata, {check: Check; optional?: true}> = {
  title: {check: text},
  short: {check: text},
  kind: {check: text},
  date: {check: date},
  place: {check: textOrNull, optional: true},
  parties: {check: parties},
  source: {check: text},
  language: {check: language},
  licence: {check: text},
  note: {check: textOrNull, optional: true}
};

const names = Object.keys(fields) as (keyof Metadata)[];

/** Checks the metadata of a statement; throws at the first field that is missing, unknown or wrong. `place` and `note` may be absent. */
export function readMetadata(input: unknown, place: Place = {}): Metadata {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new StatementError(`metadata must be one JSON object: ${shown(input)}`, place);
  }
  const values = input as Record<string, unknown>;
  for (const field of Object.keys(values)) {
    if (!(names as string[]).includes(field)) throw new StatementError(`unknown field: "${field}"`, {...place, field}, `known are ${names.join(", ")}`);
  }
  for (const field of names) {
    const value = values[field];
    if (value === undefined && fields[field].optional) continue;
    if (value === undefined) throw new StatementError(`missing field: "${field}"`, {...place, field});
    const wrong = fields[field].check(value);
    if (wrong) throw new StatementError(`${field} ${wrong}: ${shown(value)}`, {...place, field});
  }
  const given = input as Metadata;
  return {
    ...Object.fromEntries(names.map((name) => [name, given[name] ?? null])) as unknown as Metadata,
    parties: given.parties.map(({name, aliases = []}) => ({name, aliases}))
  };
}

/** Parses the JSON of a metadata file; throws with the line where it is not JSON. */
export function parseMetadata(json: string, place: Place = {}): Metadata {
  const plain = json.replace(/^\uFEFF/, "");
  let input: unknown;
  try {
    input = JSON.parse(plain);
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = at === undefined ? plain.split("\n").length : plain.slice(0, Number(at)).split("\n").length;
    throw new StatementError("not JSON", {...place, line});
  }
  return readMetadata(input, place);
}
