import type {Tables} from "../schema.js";
import type {Outline} from "./slide.js";

/** What a deck draws from; it stands as JSON in its file. */
export interface DeckData {
  outline: Outline;
  tables: Tables;
}

/** JSON that cannot end the script element that it stands in. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The headlines, for those whose browser runs no scripts. */
export const headlineList = ({slides}: Outline): string => slides.map(({title}) => `<li>${escape(title)}</li>`).join("");

/** Where the built deck of a statement stands below the site's root. */
export const deckAddress = (statement: string): string => `statements/${statement}/briefing/deck.html`;

/** Name under which a briefing waits on this machine for the deck that shows it (`deck.html?own`). */
export const presentedKey = (statement: string): string => `statement-atlas-presented:${statement}`;

const between = (html: string, from: string, to: string): [start: number, end: number] => {
  const start = html.indexOf(from) + from.length, end = html.indexOf(to, start);
  if (start < from.length || end < 0) throw new Error(`no deck: "${from}" is missing (briefing/deck.html of the site's build holds it)`);
  return [start, end];
};

/** The built deck with another outline of the same statement in it. */
export function withOutline(html: string, outline: Outline): string {
  const [start, end] = between(html, '<script type="application/json" id="briefing-data">', "</script>");
  const data = JSON.parse(html.slice(start, end)) as DeckData;
  const changed = html.slice(0, start) + scriptJson({...data, outline}) + html.slice(end);
  const [first, last] = between(changed, "<ol>", "</ol></noscript>");
  return changed.slice(0, first) + headlineList(outline) + changed.slice(last);
}
