import {readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";

/**
 * Makes the framework's output quick to start: the page scripts become one module with parts that load when asked for
 * (the framework serves each source file by itself, and a request each), and the style sheet moves into the pages, so that
 * the first text and figure need no second request. File names carry their content's hash. Changes the pages in place.
 */
export async function optimise(folder: string): Promise<void> {
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html")).map((name) => join(folder, name));
  const html = pages.map((page) => readFileSync(page, "utf8"));
  const entries = [...new Set(html.flatMap((page) => [...page.matchAll(/import\("\.\/(_import\/[^"]+\.js)"\)/g)].map(([, path]) => path!)))];
  const {metafile} = await build({
    entryPoints: entries.map((path) => join(folder, path)), outdir: join(folder, "_import/page"), entryNames: "[name]-[hash]", chunkNames: "part-[hash]",
    bundle: true, splitting: true, format: "esm", minify: true, target: "es2022", charset: "utf8", metafile: true, logLevel: "error", legalComments: "none"
  });
  const bundled = new Map(Object.entries(metafile.outputs).filter(([, {entryPoint}]) => entryPoint)
    .map(([path, {entryPoint}]) => [entryPoint!.slice(folder.length + 1), path.slice(folder.length + 1)]));
  for (const [i, page] of pages.entries()) writeFileSync(page, inlineStyles(useBundles(html[i]!, bundled), folder));
  removeSources(folder);
}

function useBundles(html: string, bundled: ReadonlyMap<string, string>): string {
  let mended = html.replace(/<link rel="modulepreload" href="\.\/_(import|node)\/[^"]*">\n?/g, "");
  for (const [source, path] of bundled) {
    if (!mended.includes(source)) continue;
    mended = mended.replaceAll(source, path).replace(/(?=<link rel="modulepreload")/, `<link rel="modulepreload" href="./${path}">\n`);
  }
  return mended;
}

function inlineStyles(html: string, folder: string): string {
  return html
    .replace(/<link rel="preload" as="style"[^>]*>\n?/g, "")
    .replace(/<link rel="stylesheet" type="text\/css" href="\.\/([^"]+)">/g, (_, path: string) => `<style>${readFileSync(join(folder, path), "utf8").trim()}</style>`);
}

/** The modules and style sheets that now stand elsewhere. */
function removeSources(folder: string): void {
  for (const name of readdirSync(join(folder, "_import"))) if (name !== "page") rmSync(join(folder, "_import", name), {recursive: true});
  rmSync(join(folder, "_node"), {recursive: true, force: true});
}
