import {parseHTML} from "linkedom";
import type {Tables} from "../../src/schema.js";
import {renderPart, type PartContext} from "../../src/components/parts.js";
import {emptySelection} from "../../src/queries/selection.js";

export interface PrerenderOptions {
  tables: Tables;
  statements: PartContext["statements"];
  evaluation?: unknown;
  /** Path of the page without `.html`: "index", "text". */
  page: string;
  /** Way from the page to the site's root: "./", "../../". */
  root: string;
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
  const {tables, statements, evaluation, page, root} = options;
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const href: PartContext["href"] = (target, query = "") => `./${target === "index" ? "" : target}${query}`;
  const context = {tables, statements, evaluation, document: document as unknown as Document, page, root, href, selection: emptySelection} satisfies PartContext;
  const filled: string[] = [];
  let from = 0;
  for (const match of html.matchAll(placeholder)) {
    const [whole, attributes, name] = match as unknown as [string, string, string];
    const part = await renderPart(name, dataset(attributes), context);
    filled.push(html.slice(from, match.index), `<div${attributes}>`, (part as Element).outerHTML, "</div>");
    from = match.index + whole.length;
  }
  filled.push(html.slice(from));
  return mendShell(filled.join(""), {tables, page, root});
}

/** The framework names files by their contents in links, but not in the head's style: gives its `url(…)` the names of the links. */
function nameFonts(html: string): string {
  const links = [...html.matchAll(/href="(\.\/_file\/theme\/fonts\/([\w-]+)\.[0-9a-f]+\.woff2)"/g)];
  return links.reduce((page, [, address, name]) => page.replaceAll(`url(./_file/theme/fonts/${name}.woff2)`, `url(${address})`), html);
}

/** Language, zoom, titles and the statement's id; in a page that stands deeper, the addresses of the framework's files. */
function mendShell(html: string, {tables, page, root}: {tables: Tables; page: string; root: string}): string {
  const {statement} = tables;
  const title = page === "index" ? `${statement.title} | Statement Atlas` : undefined;
  const description = `${statement.title}: ${tables.clauses.length} clauses coded by stance, strength, topic and instrument. Every mark leads back to the exact words.`;
  const mended = html
    .replace("<html>", `<html lang="en" data-statement="${escapeHtml(statement.id)}" data-root="${root}">`)
    .replace('content="width=device-width, initial-scale=1, maximum-scale=1"', 'content="width=device-width, initial-scale=1"')
    .replace("<title>", `<meta name="description" content="${escapeHtml(description)}">\n<title>`)
    .replace(/<title>([^<]*)<\/title>/, (whole) => title ? `<title>${escapeHtml(title)}</title>` : whole);
  const dressed = nameFonts(mended);
  return root === "./" ? dressed : dressed.replace(/(["'(])\.\/(_(?:observablehq|import|node|npm|file)\/)/g, `$1${root}$2`);
}
