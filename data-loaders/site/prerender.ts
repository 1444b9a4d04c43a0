import {parseHTML} from "linkedom";
import type {Tables} from "../../src/schema.js";
import {renderPart, type PartContext} from "../../src/components/parts.js";
import {count} from "../../src/figures/words.js";
import {emptySelection} from "../../src/queries/selection.js";

export interface PrerenderOptions {
  tables: Tables;
  statements: PartContext["statements"];
  evaluation?: unknown;
  briefing?: PartContext["briefing"];
  /** Path of the page without `.html`: "index", "text". */
  page: string;
  /** Way from the page to the site's root: "./", "../../". */
  root: string;
  /** Address at which the site will stand, with a slash at the end. */
  site: string;
  /** A `<link>` to the oEmbed answer of the page's first figure, or "". */
  discovery: string;
}

const placeholder = /<div((?:\s+data-[\w-]+="[^"]*")*\s+data-part="([\w-]+)"(?:\s+data-[\w-]+="[^"]*")*)><\/div>/g;

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** `data-figure="x"` … as the `dataset` of an element: `{figure: "x"}`. */
function dataset(attributes: string): Record<string, string> {
  return Object.fromEntries([...attributes.matchAll(/data-([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [
    name!.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value!.replaceAll("&quot;", '"').replaceAll("&amp;", "&")
  ]));
}

/** Fills every placeholder `<div data-part="…"></div>` of a built page with the part drawn from the tables, and mends what the framework's page shell lacks. */
export async function prerender(html: string, options: PrerenderOptions): Promise<string> {
  const {tables, statements, evaluation, briefing, page, root, site} = options;
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const href: PartContext["href"] = (target, query = "") => `./${target === "index" ? "" : target}${query}`;
  const context = {tables, statements, evaluation, briefing, document: document as unknown as Document, page, root, site, href, selection: emptySelection} satisfies PartContext;
  const filled: string[] = [];
  let from = 0;
  for (const match of html.matchAll(placeholder)) {
    const [whole, attributes, name] = match as unknown as [string, string, string];
    const part = await renderPart(name, dataset(attributes), context);
    filled.push(html.slice(from, match.index), `<div${attributes}>`, (part as Element).outerHTML, "</div>");
    from = match.index + whole.length;
  }
  filled.push(html.slice(from));
  return eightBit(mendShell(filled.join(""), options));
}

/**
 * The framework names files by their contents in links, but not in the head's style: gives its `url(…)` the names of the links.
 * The prefetch links stand there for their names alone; a browser would load every one, whatever its `media`, so they go.
 */
function nameFonts(html: string): string {
  const links = [...html.matchAll(/href="(\.\/_file\/theme\/fonts\/([\w-]+)\.[0-9a-f]+\.woff2)"/g)];
  return links.reduce((page, [, address, name]) => page.replaceAll(`url(./_file/theme/fonts/${name}.woff2)`, `url(${address})`), html)
    .replace(/<link rel="prefetch" as="font"[^>]*>\n?/g, "");
}

/** What a page is about, in a sentence for search engines and message programs. */
function describe(page: string, {statement, clauses, topicList, instruments}: Tables): string {
  const of = statement.title, coded = count(clauses.length, "clause");
  const sentences: Record<string, string> = {
    index: `${of}: what it covers, commits to, condemns, leans on and leaves out, in ${coded}. Every mark leads back to the exact words.`,
    text: `The text of ${of}, its ${coded} marked by stance, with the words and the reasons behind each code.`,
    topics: `What ${of} covers, clause by clause, on a fixed list of ${count(topicList.length, "topic")}, and what it does not say.`,
    verbs: `Where ${of} commits and where it condemns, how strongly, and in which words.`,
    instruments: `The law that ${of} leans on: ${count(instruments.length, "instrument")}, with every mention in its own words.`,
    briefing: `A briefing on ${of}: slides with figures, quotations and notes for the speaker.`,
    build: `Figures and clauses of ${of}, put together to a briefing of your own.`,
    data: `The tables behind the figures on ${of}, to read and to download.`,
    method: `How ${of} is coded clause by clause, how well the coder does, and what the counts cannot show.`,
    examples: `Figures on ${of} in other people's pages: frames, elements, pictures.`
  };
  return sentences[page] ?? `${of}: ${coded} coded by stance, strength, topic and instrument.`;
}

const pictures: Record<string, string> = {topics: "topic-coverage", verbs: "verb-ladder", instruments: "instrument-timeline"};

/** Title, description, picture and the one address by which a page goes; a site that stands on this machine alone has none. */
function headTags(name: string, {tables, page, site, discovery}: PrerenderOptions): string {
  const {statement} = tables, home = `${site}statements/${statement.id}/`, address = `${home}${page === "index" ? "" : page}`;
  const title = page === "index" ? `${statement.title} | Statement Atlas` : page === "404" ? `${name} | Statement Atlas` : `${name}: ${statement.title} | Statement Atlas`;
  const description = describe(page, tables);
  const meta = (kind: string, key: string, content: string) => `<meta ${kind}="${key}" content="${escapeHtml(content)}">`;
  const property = (key: string, content: string) => meta("property", `og:${key}`, content);
  if (page === "404") return [`<title>${escapeHtml(title)}</title>`, meta("name", "robots", "noindex")].join("\n");
  return [
    `<title>${escapeHtml(title)}</title>`, meta("name", "description", description),
    new URL(site).hostname === "127.0.0.1" ? "" : `<link rel="canonical" href="${escapeHtml(address)}">`,
    property("site_name", "Statement Atlas"), property("type", "article"), property("locale", "en"), property("title", title), property("description", description), property("url", address),
    property("image", `${home}figures/${pictures[page] ?? "stance-score"}/og.png`), property("image:width", "1200"), property("image:height", "630"), property("image:alt", `A figure on ${statement.title}`),
    meta("name", "twitter:card", "summary_large_image"), discovery
  ].filter(Boolean).join("\n");
}

/** The page with its letters beyond Latin-1 as references: a browser reads a page of eight-bit letters in half the time. Styles and scripts, which know no references, stay as they are. */
function eightBit(html: string): string {
  return html.split(/(<(?:style|script)\b[^>]*>[\s\S]*?<\/(?:style|script)>)/).map((part, i) => i % 2 ? part : part.replace(/[^\0-\xff]/gu, (letter) => `&#${letter.codePointAt(0)};`)).join("");
}

/** Language, zoom, titles and the statement's id; in a page that stands deeper, the addresses of the framework's files. */
function mendShell(html: string, options: PrerenderOptions): string {
  const {tables: {statement}, root} = options;
  const mended = nameFonts(html
    .replace("<html>", `<html lang="en" data-statement="${escapeHtml(statement.id)}" data-root="${root}">`)
    .replace('content="width=device-width, initial-scale=1, maximum-scale=1"', 'content="width=device-width, initial-scale=1"')
    .replace(/<title>([^<|]*?)(?: \|[^<]*)?<\/title>/, (_, name: string) => headTags(name, options)));
  return root === "./" ? mended : mended.replace(/(["'(])\.\/(_(?:observablehq|import|node|npm|file)\/)/g, `$1${root}$2`);
}
