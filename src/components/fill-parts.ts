import {emptySelection} from "../queries/selection.js";
import type {StatementSummary} from "./part.js";
import {renderPart} from "./parts.js";

// In the live preview the framework serves files that loaders make under this address.
const served = "./_file/";

/** Fills the placeholders of a page that no build has filled (the live preview), for the first statement or the one that `?statement=` names. */
export async function fillParts(): Promise<void> {
  const read = async (path: string) => (await fetch(served + path)).json();
  const statements: StatementSummary[] = await read("statements/index.json");
  const id = new URLSearchParams(location.search).get("statement") ?? statements[0]!.id;
  const tables = await read(`statements/${id}/tables.json`), {dataset} = document.documentElement;
  dataset.statement = id;
  dataset.root = served;
  document.documentElement.lang = "en";
  const page = location.pathname.split("/").at(-1)?.replace(/\.html$/, "") || "index";
  const href = (target: string, rest = "") => `./${target === "index" ? "" : target}${rest}`;
  const context = {tables, statements, document, page, root: "./", href, selection: emptySelection};
  for (const place of document.querySelectorAll<HTMLElement>("[data-part]:empty")) place.append(await renderPart(place.dataset.part!, place.dataset, context));
}
