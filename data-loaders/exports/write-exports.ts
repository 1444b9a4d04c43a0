import {existsSync} from "node:fs";
import {cp, mkdir, readFile, writeFile} from "node:fs/promises";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {statementFolder, versionFolder} from "../../src/embed/addresses.js";
import {figures as register, type FigureEntry} from "../../src/figures/index.js";
import type {Tables} from "../../src/schema.js";
import {csvFiles} from "../tables/csv-files.js";
import {figurePages, writeEmbeds} from "./embeds.js";
import {folderOf, liveFiles, prepare, renderedFiles, type FigureJob, type FileContent, type Prepared} from "./figure-files.js";
import {frozenFolder} from "./freeze.js";
import {listFile, type ExportManifest, type ListedFigure} from "./manifest.js";
import {packageFiles} from "./package/write-package.js";
import {renderInThread} from "./second-thread.js";
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
  prepared: Prepared;
  files: FileContent[];
}

async function writeFiles(folder: string, files: Iterable<[name: string, content: string | Uint8Array]>): Promise<void> {
  await mkdir(folder, {recursive: true});
  for (const [name, content] of files) await writeFile(join(folder, name), content);
}

/** Files by others that stand in a figure's folder, read back so that they are listed too. */
const embedFiles = ["embed.html", "oembed.json"];

async function listFigure(root: string, {job, prepared, files}: Work): Promise<ListedFigure> {
  const folder = folderOf(job), {title, alt} = prepared.caption;
  const own = files.map(({name, content, width, height}) => listFile(name, Buffer.from(content as Uint8Array), {width, height}));
  const others = await Promise.all(embedFiles.map(async (name) => listFile(name, await readFile(join(root, folder, name)))));
  return {figure: job.figure, title, alt, folder, files: [...own, ...others].sort((a, b) => a.name < b.name ? -1 : 1)};
}

/** Draws every figure once and names the version by what was drawn. */
async function drawAll({tables, site, figures = register}: WriteExportsOptions): Promise<Work[]> {
  const pages = await figurePages(), work: Work[] = [];
  for (const {id} of figures) {
    const job: FigureJob = {figure: id, tables, site, page: pages[id] ?? ""};
    const prepared = await prepare(job);
    work.push({job, prepared, files: await liveFiles(prepared, job)});
  }
  return work;
}

/** Makes the files of all figures on two threads that take the next one as they get free. */
async function renderAll(work: readonly Work[], version: string, done: (work: Work, seconds: number) => Promise<void>): Promise<void> {
  const waiting = [...work];
  const run = async (render: (work: Work) => Promise<FileContent[]>) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const began = performance.now();
      next.files.push(...await render(next));
      await done(next, (performance.now() - began) / 1000);
    }
  };
  const here = run(({prepared, job}) => renderedFiles(prepared, job, version));
  const there = availableParallelism() > 1 ? run(({job}) => renderInThread({job, version})) : undefined;
  await Promise.all([here, there]);
}

/**
 * Writes all that leaves the site of one statement: each figure's files and embeds, `figures.json`, the data package. The same stands
 * under `v/<version>/`, where it stays once `npm run freeze` has kept it.
 */
export async function writeExports(options: WriteExportsOptions): Promise<ExportManifest> {
  const {folder, tables, site, opens, frozen = frozenFolder, figures = register, log} = options, {statement, coding} = tables;
  const started = performance.now();
  const work = await drawAll(options);
  const rows = Object.entries(csvFiles).map(([name, write]) => ({name, content: write(tables)}));
  const version = versionName(coding.version, [...work.flatMap(({job, files}) => files.map((file) => ({...file, name: `${job.figure}/${file.name}`}))), ...rows]);
  const kept = existsSync(join(frozen, version));

  await renderAll(work, version, async ({job, files}, seconds) => {
    await writeFiles(join(folder, folderOf(job)), files.map(({name, content}) => [name, content]));
    log?.(`${statement.id}: ${job.figure}, ${files.length} files in ${seconds.toFixed(1)} s`);
  });
  const data = packageFiles(tables, {statement, version, site});
  const home = join(folder, statementFolder(statement.id)), keptRoot = join(folder, versionFolder(version)), keptHome = join(keptRoot, statementFolder(statement.id));
  await writeFiles(home, data);
  // The copy is made before the embeds, which are not the same under v/.
  await cp(join(home, "figures"), join(keptHome, "figures"), {recursive: true});
  await writeFiles(keptHome, data);
  await writeEmbeds({folder, tables, site, version, kept: kept ? version : null, figures, opens});
  await writeEmbeds({folder: keptRoot, tables, site, version, frozen: true, figures});

  const manifest: ExportManifest = {statement: statement.id, date: statement.date, coding: coding.version, version, figures: []};
  for (const [root, at] of [[keptRoot, keptHome], [folder, home]] as const) {
    manifest.figures = await Promise.all(work.map((each) => listFigure(root, each)));
    await writeFile(join(at, "figures.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  }
  log?.(`${statement.id}: all files of ${work.length} figures in ${((performance.now() - started) / 1000).toFixed(1)} s, version ${version}`);
  return manifest;
}
