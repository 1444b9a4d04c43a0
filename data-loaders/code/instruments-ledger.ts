import type {Instrument, MentionKind, Span} from "../../src/schema.js";
import type {Head, InstrumentCodebook} from "./instruments-codebook.js";
import type {SelfNames} from "./instruments-self.js";

/** A mention before it is numbered, with the nouns by which it can be referred back to. */
export interface Draft extends Span {
  instrument: string;
  kind: MentionKind;
  heads: Iterable<string>;
  doubt?: string;
}

/** Among more names than this, short ones are no longer looked for in longer ones: a bound on time for what is no statement. */
const mostNames = 2000;

/** Nouns that are said of one another. */
const accords = new Set(["accord", "agreement", "pact", "treaty"]);

/** What is known so far in one reading of a text: its mentions in order, their instruments, and what later words can refer back to. */
export class Ledger {
  readonly drafts: Draft[] = [];
  /** End of the last mention: no mention begins before it. */
  floor = 0;
  readonly registry = new Map<string, Instrument>();
  /** The last mention that can be called by a head noun. */
  readonly lastByHead = new Map<string, {instrument: string; at: number}>();
  private readonly byName = new Map<string, Map<string, string>>();
  /** Short forms that the text defines. */
  readonly short = new Map<string, string>();

  /** `council`: whether the Security Council speaks, so that "its resolutions" are its own. */
  constructor(readonly text: string, readonly codebook: InstrumentCodebook, readonly self: SelfNames, readonly council: boolean) {}

  /** The words before a place, back to the last mention at most. */
  before(start: number, length = 60): string {
    return this.text.slice(Math.max(this.floor, start - length), start);
  }

  /** Adds a mention. */
  add(draft: Draft): void {
    this.floor = Math.max(this.floor, draft.end);
    if (draft.kind !== "generic") for (const head of draft.heads) this.lastByHead.set(head, {instrument: draft.instrument, at: draft.end});
    this.drafts.push(draft);
  }

  /** Enters an instrument at its first mention: the codebook's row, else what the text itself says of it. */
  register(id: string, said: Partial<Instrument> = {}): void {
    if (this.registry.has(id)) return;
    const title = said.title ?? id, short = title.length > 48 ? `${title.slice(0, 47).replace(/\s+\S*$/, "")}…` : title;
    const row = {id, title, short, kind: "document", adopted: null, body: null, symbol: null, status: null, source: "the text"};
    this.registry.set(id, this.codebook.instruments.get(id) ?? {...row, ...said});
  }

  /** The one instrument of that year mentioned so far that a head noun can be said of ("the 1960 accord"), or null. */
  mentionedOf(year: string, {singular}: Head): string | null {
    const ids = new Set(this.drafts.map(({instrument}) => instrument));
    const fitting = [...ids].filter((id) => {
      const {adopted, kind} = this.registry.get(id)!;
      return adopted?.startsWith(year) && (kind === singular || (accords.has(kind) && accords.has(singular)));
    });
    return fitting.length === 1 ? fitting[0]! : null;
  }

  /** One id for a name in all its mentions; a date tells two instruments of one name apart. */
  idOf(name: string, date: string | null): string {
    const dates = this.datesOf(this.longerName(name) ?? name), year = date?.slice(0, 4) ?? "";
    const known = date ? dates.get(date) ?? [...dates].find(([other]) => other === "" || other === year || (date === year && other.startsWith(year)))?.[1] : [...dates.values()].at(-1);
    const sameYear = year !== "" && [...dates.keys()].some((other) => other.startsWith(year));
    const id = known ?? (year && !name.includes(year) ? `${name}-${sameYear ? date : year}` : name);
    if (date) dates.delete("");
    if (date || !known) dates.set(date ?? "", id);
    return id;
  }

  /** A name given before that this one shortens ("the Nature Compact" after "the G7 2030 Nature Compact"). */
  private longerName(name: string): string | null {
    const parts = name.split("-").length;
    if (this.byName.has(name) || parts < 2 || this.byName.size > mostNames) return null;
    let found: string | null = null;
    for (const known of this.byName.keys()) if (known.endsWith(`-${name}`) || (parts > 3 && known.startsWith(`${name}-`))) found = known;
    return found;
  }

  /** Ids of the instruments of one name, by their dates ("" for none). */
  datesOf(name: string): Map<string, string> {
    let dates = this.byName.get(name);
    if (!dates) this.byName.set(name, dates = new Map());
    return dates;
  }
}
