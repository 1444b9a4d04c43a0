// Weight and speed of every page beside a bare page of the framework, in one run: `npm run bench:site` after a build.
import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join, resolve} from "node:path";
import {gzipSync} from "node:zlib";
import {launch} from "chrome-launcher";
import lighthouse from "lighthouse";
import {chromium} from "playwright-core";
import {listen, staticServer} from "../../data-loaders/site/static-server.js";
import {findBrowser} from "../site/find-browser.js";

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** A site of one page of text, built by the framework as it comes, but for what it would ask other hosts. */
function buildBarePage(): string {
  const root = mkdtempSync(join(tmpdir(), "bare-page-"));
  mkdirSync(join(root, "src"));
  writeFileSync(join(root, "src/index.md"), "# A page\n\nA paragraph of text.\n\n```js\nconst shown = 1;\n```\n");
  writeFileSync(join(root, "observablehq.config.js"), 'export default {root: "src", globalStylesheets: [], sidebar: false, toc: false, pager: false, footer: ""};\n');
  const {status, stderr} = spawnSync(process.execPath, [resolve("node_modules/@observablehq/framework/dist/bin/observable.js"), "build"], {cwd: root, env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"}});
  if (status !== 0) throw new Error(`the bare page was not built: ${stderr}`);
  return join(root, "dist");
}

/** Bytes of a page as it loads on a phone: all transferred (gzip where text) and JavaScript alone. */
async function weigh(executablePath: string, args: string[], url: string) {
  const browser = await chromium.launch({executablePath, args});
  const page = await browser.newPage({viewport: {width: 412, height: 823}}), sizes: {script: boolean; bytes: number}[] = [];
  page.on("response", async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0)), type = response.headers()["content-type"] ?? "";
    sizes.push({script: /javascript/.test(type), bytes: /text|json|javascript|svg/.test(type) ? gzipSync(body).length : body.length});
  });
  await page.goto(url, {waitUntil: "networkidle"});
  await browser.close();
  const sum = (rows: typeof sizes) => rows.reduce((total, {bytes}) => total + bytes, 0);
  return {all: sum(sizes), script: sum(sizes.filter(({script}) => script))};
}

if (!existsSync("dist/index.html")) {
  console.error("there is no site in dist/: run npm run build first");
  process.exit(1);
}
const runs = Number(process.env.RUNS ?? 3);
const {path, args, from} = await findBrowser();
const servers = {atlas: staticServer("dist"), bare: staticServer(buildBarePage())};
const atlas = await listen(servers.atlas, 0), bare = await listen(servers.bare, 0);
const pages: [name: string, url: string][] = [["bare page of the framework", bare], ...readdirSync("dist").filter((name) => name.endsWith(".html") && name !== "404.html")
  .map((name): [string, string] => [basename(name, ".html"), `${atlas}${name === "index.html" ? "" : basename(name, ".html")}`])];

console.log(`browser: ${from}; Lighthouse mobile, median of ${runs}; sizes in kB, gzip`);
console.log(["page", "JS", "all", ...categories, "FCP ms", "LCP ms", "TBT ms", "CLS"].join("\t"));
const chrome = await launch({chromePath: path, chromeFlags: ["--headless", ...args]});
for (const [name, url] of pages) {
  const {all, script} = await weigh(path, args, url);
  const results: Record<string, number>[] = [];
  for (let i = 0; i < runs; i++) {
    const {lhr} = (await lighthouse(url, {port: chrome.port, output: "json", logLevel: "error"}))!;
    const number = (audit: string) => lhr.audits[audit]?.numericValue ?? NaN;
    results.push({
      ...Object.fromEntries(categories.map((id) => [id, Math.round((lhr.categories[id]?.score ?? NaN) * 100)])),
      fcp: number("first-contentful-paint"), lcp: number("largest-contentful-paint"), tbt: number("total-blocking-time"), cls: number("cumulative-layout-shift")
    });
  }
  const of = (key: string) => median(results.map((row) => row[key]!));
  console.log([name, (script / 1000).toFixed(1), (all / 1000).toFixed(1), ...categories.map(of), ...["fcp", "lcp", "tbt"].map((key) => Math.round(of(key))), of("cls").toFixed(3)].join("\t"));
}
chrome.kill();
for (const server of Object.values(servers)) {
  server.close();
  server.closeAllConnections();
}
