import {readFileSync} from "node:fs";
import {parseHTML} from "linkedom";
import type {Page} from "playwright-core";
import {readCodebook} from "../../data-loaders/read/read-codebook.js";
import {makeTables} from "../../data-loaders/tables/make-tables.js";
import {renderPart} from "../../src/components/parts.js";
import {emptySelection} from "../../src/queries/selection.js";
import type {Tables} from "../../src/schema.js";

const shared = new URL("../../../shared/corpus/long/", import.meta.url);

/** A long statement for tests, coded on the fly: both long communiques, one after the other, some 900 clauses. */
export function longTables(): Tables {
  const text = ["multilateral-g7-carbis-bay-2021", "multilateral-g20-bali-2022"].map((name) => readFileSync(new URL(`${name}.txt`, shared), "utf8").trim()).join("\n\n");
  return makeTables({
    id: "long", title: "Two communiques as one", short: "two communiques as one", kind: "communique", date: "2022-11-16", place: null,
    parties: [], source: "shared corpus", language: "en", licence: "see the corpus", note: null, text, words: text.split(/\s+/).length
  }, readCodebook(), {version: "test"});
}

/** A page of the built site, its parts drawn anew for another statement. */
export async function pageOf(tables: Tables, name: string): Promise<string> {
  const {document} = parseHTML(readFileSync(`dist/${name}.html`, "utf8"));
  const href = (page: string, rest = "") => `./${page === "index" ? "" : page}${rest}`;
  const statements = [{id: tables.statement.id, title: tables.statement.title, date: tables.statement.date}];
  const context = {tables, statements, document: document as unknown as Document, page: name, root: "./", href, selection: emptySelection};
  for (const place of document.querySelectorAll("[data-part]") as unknown as HTMLElement[]) {
    place.replaceChildren(await renderPart(place.dataset.part!, place.dataset, context));
  }
  document.documentElement.dataset.statement = tables.statement.id;
  return document.toString();
}

// Several tests open the same page.
const drawn = new Map<string, Promise<string>>();

/** Answers a window's requests for pages of the site, and for their tables, with another statement's. */
export async function showStatement(page: Page, site: string, tables: Tables): Promise<void> {
  const json = JSON.stringify(tables);
  await page.route(`${site}statements/${tables.statement.id}/tables.json`, (route) => route.fulfill({contentType: "application/json", body: json}));
  await page.route((url) => url.href.startsWith(site) && /^[a-z]*$/.test(url.href.slice(site.length).replace(/[?#].*/, "")), async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) || "index";
    const key = `${tables.statement.id} ${name}`, body = drawn.get(key) ?? pageOf(tables, name);
    drawn.set(key, body);
    await route.fulfill({contentType: "text/html; charset=utf-8", body: await body});
  });
}
