import type {Instrument, MentionKind, Span} from "../../src/schema.js";
import type {InstrumentCodebook} from "./instruments-codebook.js";
import type {SelfNames} from "./instruments-self.js";

/** A mention before it is numbered, with the nouns by which it can be referred back to. */
export interface Draft extends Span {
  instrument: string;
  kind: MentionKind;
  heads: Iterable<string>;
  doubt?: string;
}

/** What is known so far in one reading of a text: its mentions in order, their instruments, and what later words can refer back to. */
export class Ledger {
  readonly drafts: Draft[] = [];
  /** End of the last mention: no mention begins before it. */
  floor = 0;
  readonly registry = new Map<string, Instrument>();
  /** The last mention that can be called by a head noun. */
  readonly lastByHead = new Map<string, {instrument: string; at: number}>();
  /** Ids of the instruments of one name, by their dates ("" for none). */
  private readonly byName = new Map<string, Map<string, string>>();
  /** Short forms that the text defines. */
  readonly short = new Map<string, string>();

  constructor(readonly text: string, readonly codebook: InstrumentCodebook, readonly self: SelfNames, readonly council: boolean) {}

  before(start: number, length = 60): string {
    return this.text.slice(Math.max(this.floor, start - length), start);
  }

  add(draft: Draft): void {
    this.floor = Math.max(this.floor, draft.end);
    if (draft.kind !== "generic") for (const head of draft.heads) this.lastByHead.set(head, {instrument: draft.instrument, at: draft.end});
    this.drafts.push(draft);
  }

  know(id: string): void {
    const known = this.codebook.instruments.get(id);
    if (known && !this.registry.has(id)) this.registry.set(id, known);
  }

  /** One id for a name in all its mentions; a date tells two instruments of one name apart. */
  idOf(name: string, date: string | null): string {
    const year = date?.slice(0, 4) ?? "";
    const variants = this.variants(this.longerName(name) ?? name);
    const known = year ? variants.get(date as string) ?? [...variants].find(([when]) => when === "" || when === year || (when.startsWith(year) && date === year))?.[1] : [...variants.values()].at(-1);
    if (known !== undefined) {
      if (date) { variants.delete(""); variants.set(date, known); }
      return known;
    }
    const taken = [...variants.keys()].some((when) => when.startsWith(year) && year);
    const id = year && !name.includes(year) ? `${name}-${taken ? date : year}` : name;
    variants.set(date ?? "", id);
    return id;
  }

  /** A name given before that this one shortens ("the Nature Compact" after "the G7 2030 Nature Compact"). */
  longerName(name: string): string | null {
    if (this.byName.has(name)) return null;
    const parts = name.split("-").length;
    if (parts < 2 || this.byName.size > 2000) return null;
    let found: string | null = null;
    for (const known of this.byName.keys()) if (known.endsWith(`-${name}`) || (parts > 3 && known.startsWith(`${name}-`))) found = known;
    return found;
  }

  variants(name: string): Map<string, string> {
    let variants = this.byName.get(name);
    if (!variants) this.byName.set(name, variants = new Map());
    return variants;
  }
}
