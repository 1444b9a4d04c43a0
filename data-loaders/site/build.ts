// Builds the site into dist/: tables by the loaders, pages by the framework, then figures and words into the pages.
import {existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import type {Tables} from "../../src/schema.js";
import type {PartContext} from "../../src/components/parts.js";
import {briefingOutline} from "../briefing/briefing-outline.js";
import {writeBriefing} from "../briefing/write-briefing.js";
import {pageDiscovery, writeEmbedModules} from "../exports/embeds.js";
import {serveFrozen} from "../exports/freeze.js";
import {startRenderThreads} from "../exports/render-threads.js";
import {writeExports} from "../exports/write-exports.js";
import {readStatements} from "../read/read-statements.js";
import {takeBuildLock} from "./build-lock.js";
import {prepareCache, runFramework} from "./framework.js";
import {optimise} from "./optimise.js";
import {prerender} from "./prerender.js";

const output = "dist", draft = ".cache/dist", statementsFolder = "data-loaders/statements";

/** Address at which the site will stand, with a slash at the end: what pictures, citations and embeds print. */
function siteAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new Error(`ATLAS_URL is no web address: "${text}" (give one like https://example.org/atlas/)`);
  return new URL(text).href.replace(/\/?$/, "/");
}

const log = (line: string) => console.log(line);

/** Writes every page once for the statement that opens the site and once for each statement under `statements/<id>/`, and all that leaves the site. */
async function writeSite(folder: string, site: string): Promise<void> {
  const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));
  const statements: PartContext["statements"] = readJson(join(folder, "statements/index.json"));
  const evaluationFile = "data-loaders/evaluate/evaluation.json";
  const evaluation = existsSync(evaluationFile) ? readJson(evaluationFile) : undefined;
  const templates = readdirSync(folder).filter((name) => name.endsWith(".html"))
    .map((name) => ({name, page: basename(name, ".html"), html: readFileSync(join(folder, name), "utf8")}));
  for (const [i, {id}] of statements.entries()) {
    const tables: Tables = readJson(join(folder, "statements", id, "tables.json"));
    const briefing = await briefingOutline({tables, site, statementsFolder});
    for (const {name, page, html} of templates) {
      const common = {tables, statements, evaluation, briefing, page, site, discovery: await pageDiscovery(page, tables, site)};
      if (i === 0) writeFileSync(join(folder, name), await prerender(html, {...common, root: "./"}));
      if (page !== "404") writeFileSync(join(folder, "statements", id, name), await prerender(html, {...common, root: "../../"}));
    }
    for (const line of tables.coding.staleDecisions) log(`${id}: ${line}`);
    const {version} = await writeExports({folder, tables, site, opens: i === 0, log});
    await writeBriefing({folder, tables, site, version, statementsFolder, log});
  }
  await writeEmbedModules({folder});
  serveFrozen(folder, {log});
}

/** Puts the finished draft in the place of the last build, which stays until then. */
function replaceOutput(): void {
  const old = `${draft}.old`;
  rmSync(old, {recursive: true, force: true});
  if (existsSync(output)) renameSync(output, old);
  renameSync(draft, output);
  rmSync(old, {recursive: true, force: true});
}

const started = performance.now();
try {
  const site = siteAddress(process.env.ATLAS_URL ?? "http://127.0.0.1:3000/");
  readStatements(statementsFolder);
  await takeBuildLock();
  startRenderThreads();
  prepareCache();
  rmSync(draft, {recursive: true, force: true});
  mkdirSync(dirname(draft), {recursive: true});
  const code = await runFramework(["build"], {output: draft, quiet: true});
  if (code !== 0) throw new Error(`the site was not built: the framework ended with ${code}; the last build in ${output}/ is as it was`);
  await optimise(draft);
  await writeSite(draft, site);
  replaceOutput();
  console.log(`built ${output}/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
