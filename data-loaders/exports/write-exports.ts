import {existsSync} from "node:fs";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {figureFolder, statementFolder, versionFolder} from "../../src/embed/addresses.js";
import type {Caption} from "../../src/figures/figure.js";
import {figures as register, type FigureEntry} from "../../src/figures/index.js";
import type {Tables} from "../../src/schema.js";
import {csvFiles} from "../tables/csv-files.js";
import {drawEmbeds, figurePages, writeEmbeds} from "./embeds.js";
import type {FigureJob, FileContent} from "./figure-files.js";
import {frozenFolder} from "./freeze.js";
import {listFile, type ExportManifest, type ListedFigure, type ListedFile} from "./manifest.js";
import {packageFiles} from "./package/write-package.js";
import {renderers, startRenderThreads} from "./render-threads.js";
import {versionName} from "./version.js";

export interface WriteExportsOptions {
  /** Folder of the built site. */
  folder: string;
  tables: Tables;
  /** Address at which the site will stand, with a slash at the end. */
  site: string;
  /** True for the statement that opens the site. */
  opens?: boolean;
  /** Where kept versions are; default `frozen`. */
  frozen?: string;
  /** Default: all. */
  figures?: readonly FigureEntry[];
  log?(line: string): void;
}

interface Work {
  job: FigureJob;
  /** Title and alternative text. */
  caption: Caption;
  /** The files that name the version. */
  live: FileContent[];
  /** All files but the embeds, as the manifest lists them. */
  listed: ListedFile[];
}

/** Writes files into each of these folders. */
async function writeFiles(folders: readonly string[], files: Iterable<readonly [name: string, content: string | Uint8Array]>): Promise<void> {
  for (const folder of folders) {
    await mkdir(folder, {recursive: true});
    for (const [name, content] of files) await writeFile(join(folder, name), content);
  }
}

/** Files by others that stand in a figure's folder, read back so that they are listed too. */
const embedFiles = ["embed.html", "oembed.json"];

const folderOf = ({tables, figure}: FigureJob) => figureFolder(tables.statement.id, figure);

async function listFigure(root: string, {job, caption: {title, alt}, listed}: Work): Promise<ListedFigure> {
  const folder = folderOf(job);
  const others = await Promise.all(embedFiles.map(async (name) => listFile(name, await readFile(join(root, folder, name)))));
  return {figure: job.figure, title, alt, folder, files: [...listed, ...others].sort((a, b) => a.name < b.name ? -1 : 1)};
}

/** Every figure with its words; no file is made yet. */
async function planAll({tables, site, figures = register}: WriteExportsOptions): Promise<Work[]> {
  const pages = await figurePages();
  return Promise.all(figures.map(async ({id, load}) => {
    const figure = await load(), job: FigureJob = {figure: id, tables, site, page: pages[id] ?? ""};
    return {job, caption: figure.caption(figure.query(tables), tables), live: [], listed: []};
  }));
}

/** Renders all figures: each thread takes the next one as it gets free. */
async function renderAll(work: readonly Work[], version: string | undefined, done: (work: Work, files: FileContent[], seconds: number) => unknown): Promise<void> {
  const waiting = [...work];
  await Promise.all(renderers().map(async (render) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const began = performance.now();
      await done(next, await render({job: next.job, version}), (performance.now() - began) / 1000);
    }
  }));
}

function nameVersion(tables: Tables, work: readonly Work[]): string {
  const drawn = work.flatMap(({job, live}) => live.map((file) => ({...file, name: `${job.figure}/${file.name}`})));
  const rows = Object.entries(csvFiles).map(([name, write]) => ({name, content: write(tables)}));
  return versionName(tables.coding.version, [...drawn, ...rows]);
}

/**
 * Writes all that leaves the site of one statement: each figure's files and embeds, `figures.json`, the data package. The same stands
 * under `v/<version>/`, where it stays once `npm run freeze` has kept it.
 */
export async function writeExports(options: WriteExportsOptions): Promise<ExportManifest> {
  const {folder, tables, site, opens, frozen = frozenFolder, figures = register, log} = options, {statement, coding} = tables;
  const started = performance.now();
  startRenderThreads();
  const work = await planAll(options);
  await renderAll(work, undefined, (each, files) => each.live = files);
  const version = nameVersion(tables, work);
  const kept = existsSync(join(frozen, version)) ? version : null;
  const keptRoot = join(folder, versionFolder(version)), roots = [folder, keptRoot], homes = roots.map((root) => join(root, statementFolder(statement.id)));

  const rendered = renderAll(work, version, async ({job, live, listed}, others, seconds) => {
    const files = [...live, ...others];
    listed.push(...files.map(({name, content, width, height}) => listFile(name, Buffer.from(content as Uint8Array), {width, height})));
    await writeFiles(roots.map((root) => join(root, folderOf(job))), files.map(({name, content}) => [name, content]));
    log?.(`${statement.id}: ${job.figure}, ${files.length} files in ${seconds.toFixed(1)} s`);
  });
  const writeOthers = async () => {
    const embeds = {tables, site, version, figures, drawings: await drawEmbeds(tables, figures)};
    await writeEmbeds({...embeds, folder, kept, opens});
    await writeEmbeds({...embeds, folder: keptRoot, frozen: true});
    await writeFiles(homes, packageFiles(tables, {statement, version, site}));
  };
  await Promise.all([rendered, writeOthers()]);

  const manifest: ExportManifest = {statement: statement.id, date: statement.date, coding: coding.version, version, figures: []};
  for (const [i, root] of [...roots.entries()].reverse()) {
    manifest.figures = await Promise.all(work.map((each) => listFigure(root, each)));
    await writeFile(join(homes[i]!, "figures.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  }
  log?.(`${statement.id}: all files of ${work.length} figures in ${((performance.now() - started) / 1000).toFixed(1)} s, version ${version}`);
  return manifest;
}
