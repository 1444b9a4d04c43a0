/** What stands in a briefing of the reader's own: a computed slide, clauses word for word, or words of the reader. */
export type Item =
  | {kind: "slide"; id: string; headline?: string}
  | {kind: "clauses"; clauses: string[]; headline?: string}
  | {kind: "text"; headline: string; points: string};

/** What a briefing takes at most, so that no link can make a page that nobody gets through: items, clauses of an item, and characters. */
export const limits = {items: 80, clauses: 60, headline: 240, points: 2400, source: 60_000};

const slideId = /^[a-z][a-z0-9-]{0,63}$/, clauseId = /^p\d{1,5}\.s\d{1,5}\.c\d{1,5}$/;

// Signs that steer a terminal or turn the order of letters have no place in a headline.
const steering = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const clean = (text: string, most: number) => text.replace(/\r\n?/g, "\n").replace(steering, " ").slice(0, most).trim();

/** Words of one line, as long as a headline may be. */
export const headlineOf = (text: string): string => clean(text.replace(/\s+/g, " "), limits.headline);

/** Lines of a slide of words. */
export const pointsOf = (text: string): string => clean(text, limits.points);

/**
 * A briefing as it stands in a link after the "#", in order: `s` a computed slide, `c` clauses, `t` and `p` headline and lines of a slide of
 * words, `h` a headline for the one before.
 */
export function writeItems(items: readonly Item[]): string {
  const params = new URLSearchParams();
  for (const item of items) {
    if (item.kind === "slide") params.append("s", item.id);
    else if (item.kind === "clauses") params.append("c", item.clauses.join("~"));
    else {
      params.append("t", item.headline);
      if (item.points) params.append("p", item.points);
    }
    if (item.kind !== "text" && item.headline) params.append("h", item.headline);
  }
  return params.toString().replaceAll("%7E", "~");
}

/** The inverse of `writeItems` for any text: what is not of this form is left out, what is too long is cut, a computed slide stands once. */
export function readItems(source: string): Item[] {
  const items: Item[] = [], seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(source.replace(/^#/, "").slice(0, limits.source))) {
    const last = items.at(-1);
    if (name === "h" && last && last.kind !== "text" && headlineOf(value)) last.headline = headlineOf(value);
    else if (name === "p" && last?.kind === "text") last.points = pointsOf(value);
    if (items.length === limits.items) continue;
    if (name === "s" && slideId.test(value) && !seen.has(value)) {
      seen.add(value);
      items.push({kind: "slide", id: value});
    } else if (name === "t") items.push({kind: "text", headline: headlineOf(value), points: ""});
    else if (name === "c") {
      const clauses = [...new Set(value.split("~"))].filter((id) => clauseId.test(id)).slice(0, limits.clauses);
      if (clauses.length) items.push({kind: "clauses", clauses});
    }
  }
  return items;
}
