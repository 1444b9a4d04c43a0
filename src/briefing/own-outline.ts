import {count} from "../figures/words.js";
import type {Tables} from "../schema.js";
import type {Item} from "./items.js";
import {quote, spokenQuote} from "./quotes.js";
import type {Outline, Slide} from "./slide.js";

/** The headline of clauses that someone has picked, where they give none. */
export const pickedHeadline = (clauses: number): string => clauses === 1 ? "One clause, word for word" : `${count(clauses, "clause")}, word for word`;

/** The headline that an item has without the reader's words; null where the statement has no such slide. */
export function computedHeadline(item: Item, outline: Outline): string | null {
  if (item.kind === "slide") return outline.slides.find(({id}) => id === item.id)?.title ?? null;
  return item.kind === "clauses" ? pickedHeadline(item.clauses.length) : "";
}

/** The slide of an item, from the statement's computed slides and clauses; null where the statement does not have what it names. */
export function itemSlide(item: Item, n: number, outline: Outline, tables: Tables): Slide | null {
  if (item.kind === "text") {
    const points = item.points.split("\n").map((line) => line.trim()).filter(Boolean);
    return {kind: "text", id: `own-${n}`, title: item.headline || "A slide of words", points, notes: [], editor: "slide"};
  }
  const edited = item.headline ? {title: item.headline, editor: "headline" as const} : {};
  if (item.kind === "slide") {
    const slide = outline.slides.find(({id}) => id === item.id);
    return slide ? {...slide, ...edited, notes: item.headline ? [...slide.notes, `Computed headline: ${slide.title}`] : slide.notes} : null;
  }
  const clauses = item.clauses.flatMap((id) => tables.clauses.find((clause) => clause.id === id) ?? []);
  if (!clauses.length) return null;
  return {kind: "quotes", id: `own-${n}`, title: pickedHeadline(clauses.length), notes: clauses.map(spokenQuote), quotes: clauses.map((clause) => quote(clause)), ...edited};
}

/** The outline of a reader's own briefing; items that name nothing in the statement are left out. */
export const ownOutline = (items: readonly Item[], outline: Outline, tables: Tables): Outline =>
  ({...outline, slides: items.flatMap((item, i) => itemSlide(item, i + 1, outline, tables) ?? [])});

/** Items as far as the statement has what they name: unknown slides and clauses are left out. */
export function knownItems(items: readonly Item[], outline: Outline, tables: Tables): Item[] {
  const ids = new Set(tables.clauses.map(({id}) => id));
  return items.flatMap((item): Item[] => {
    if (item.kind === "slide") return computedHeadline(item, outline) === null ? [] : [item];
    if (item.kind === "text") return [item];
    const clauses = item.clauses.filter((id) => ids.has(id));
    return clauses.length ? [{...item, clauses}] : [];
  });
}
