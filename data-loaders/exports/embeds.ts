import {mkdir, readFile, readdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseHTML} from "linkedom";
import {figureFolder, statementFolder} from "../../src/embed/addresses.js";
import {fontFiles} from "../../src/embed/fonts.js";
import {figures as register, type FigureEntry} from "../../src/figures/index.js";
import type {Tables} from "../../src/schema.js";
import {embeddedFonts, readFontFile} from "./embed-fonts.js";
import {drawEmbed, embedPage, type EmbedDrawing} from "./embed-page.js";
import {writeExamples, type ExampleFigure} from "./embed-examples.js";
import {embedModules, frameScript} from "./embed-scripts.js";
import {discoveryLink, oembed} from "./oembed.js";

export interface WriteEmbedsOptions {
  /** Folder of the built site; for a kept version its own folder, `<dist>/v/<version>`. */
  folder: string;
  tables: Tables;
  /** Address at which the site will stand, with a slash at the end. */
  site: string;
  /** Name of the version that the embeds show. */
  version: string;
  /** True for a kept version: its embeds say so, and their links lead out of `v/<version>/` to the live pages. */
  frozen?: boolean;
  /** Name of the kept version whose content is the present one, so that the share dialog can offer it; default none. */
  kept?: string | null;
  figures?: readonly FigureEntry[];
  /** The figures as `drawEmbeds` drew them, where several versions show the same; default drawn now. */
  drawings?: EmbedDrawing[];
  /** True for the statement that opens the site. */
  opens?: boolean;
}

const examplesFolder = "example-pages";

const pagesFolder = fileURLToPath(new URL("../../src/", import.meta.url));

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path, content);
}

/** The page that shows each figure, by figure id, read off the pages themselves; "" is the statement's first page. */
export async function figurePages(folder = pagesFolder): Promise<Record<string, string>> {
  const pages: Record<string, string> = {};
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  for (const name of names) {
    const page = name === "index.md" ? "" : name.slice(0, -".md".length);
    for (const [, figure] of (await readFile(join(folder, name), "utf8")).matchAll(/data-figure="([\w-]+)"/g)) {
      // A figure that also opens the statement is at home on the page of its own.
      if (!pages[figure!]) pages[figure!] = page;
    }
  }
  return pages;
}

/** The `<link>` to the oEmbed answer of the first figure on a page of the site ("index", "verbs"); "" where it shows none. */
export async function pageDiscovery(page: string, tables: Tables, site: string): Promise<string> {
  const pages = await figurePages(), place = page === "index" ? "" : page;
  const entry = register.find(({id}) => pages[id] === place);
  if (!entry) return "";
  const figure = await entry.load(), {title} = figure.caption(figure.query(tables), tables);
  return discoveryLink({site, statement: tables.statement.id, figure: entry.id, title, frozen: null});
}

async function writeModules(folder: string, figures: readonly FigureEntry[]): Promise<void> {
  for (const [path, code] of await embedModules(figures, await figurePages())) await write(join(folder, path), code);
}

/** What all statements share, below the site's root: `embed.mjs`, one module a figure, the fonts. */
export async function writeEmbedModules({folder, figures = register}: Pick<WriteEmbedsOptions, "folder" | "figures">): Promise<void> {
  await writeModules(folder, figures);
  for (const file of fontFiles) await write(join(folder, "embed/fonts", file.file), await readFontFile(file));
}

/** Draws figures for `writeEmbeds`. */
export function drawEmbeds(tables: Tables, figures: readonly FigureEntry[] = register): Promise<EmbedDrawing[]> {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  return Promise.all(figures.map(async (entry) => drawEmbed(await entry.load(), tables, document as unknown as Document)));
}

/** Every word that an embed may show. */
const textOf = ({statement, topicList, instruments}: Tables) =>
  [statement.text, ...topicList.map(({label}) => label), ...instruments.map(({title, short}) => title + short)].join("");

/** Writes `embed.html` and `oembed.json` of every figure of one statement; a kept version gets its own modules and `tables.json` as well, so that it draws as it did. */
export async function writeEmbeds(options: WriteEmbedsOptions): Promise<void> {
  const {folder, tables, site, version, frozen = false, kept = null, figures = register} = options;
  const {drawings = await drawEmbeds(tables, figures)} = options;
  const id = tables.statement.id, pages = await figurePages(), script = await frameScript(), fonts = await embeddedFonts(textOf(tables));
  const root = frozen ? "../../../../../../" : "../../../../", statement = `${root}${statementFolder(id)}`;
  if (frozen) {
    await writeModules(folder, figures);
    await write(join(folder, statementFolder(id), "tables.json"), JSON.stringify(tables));
  }
  const shown: ExampleFigure[] = [];
  for (const drawing of drawings) {
    const {figure, caption: {title, alt}} = drawing, own = join(folder, figureFolder(id, figure.id));
    const place = `${pages[figure.id] ?? ""}#${figure.id}`;
    const named = {site, statement: id, figure: figure.id, title, alt, shown: version, frozen: frozen ? version : null, kept: frozen ? version : kept};
    const {html, heights} = embedPage({
      drawing, tables, version, frozen, root, page: `${statement}${place}`, clauseHref: (clause) => `${statement}text#${clause}`, fonts, script, discovery: discoveryLink(named)
    });
    const answer = oembed({...named, heights});
    await write(join(own, "embed.html"), html);
    await write(join(own, "oembed.json"), `${JSON.stringify(answer, null, 2)}\n`);
    shown.push({figure: figure.id, page: place, answer});
  }
  if (!frozen) await writeExamplePages(options, shown);
}

/** Examples for the pages of this statement, and for the first page of a site that is opened by it. */
async function writeExamplePages({folder, tables, opens}: WriteEmbedsOptions, figures: ExampleFigure[]): Promise<void> {
  const clause = tables.clauses.find(({pole}) => pole !== "neutral") ?? tables.clauses[0];
  if (!clause) return;
  const topic = tables.clauses.find(({topics}) => topics.length)?.topics[0] ?? "";
  const common = {statement: tables.statement.id, figures, topic, clause: clause.id};
  await writeExamples(join(folder, statementFolder(tables.statement.id), examplesFolder), {...common, root: "../../../"});
  if (opens) await writeExamples(join(folder, examplesFolder), {...common, root: "../"});
}
