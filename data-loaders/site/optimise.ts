import {readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";

/** A built page script: its path, and the paths of the parts that it cannot do without. */
interface Bundle {
  path: string;
  parts: string[];
}

/**
 * Makes the framework's output quick to start: the page scripts become one module with parts that load when asked for
 * (the framework serves each source file by itself, and a request each), a page whose only code is the call that makes it
 * live goes without the framework's runtime, and the style sheet moves into the pages, so that the first text and figure
 * need no second request. File names carry their content's hash. Changes the pages in place.
 */
export async function optimise(folder: string): Promise<void> {
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html")).map((name) => join(folder, name));
  const html = pages.map((page) => readFileSync(page, "utf8"));
  const entries = [...new Set(html.flatMap((page) => [...page.matchAll(/import\("\.\/(_import\/[^"]+\.js)"\)/g)].map(([, path]) => path!)))];
  const {metafile} = await build({
    entryPoints: entries.map((path) => join(folder, path)), outdir: join(folder, "_import/page"), entryNames: "[name]-[hash]", chunkNames: "part-[hash]",
    bundle: true, splitting: true, format: "esm", minify: true, target: "es2022", charset: "utf8", metafile: true, logLevel: "error", legalComments: "none"
  });
  const local = (path: string) => path.slice(folder.length + 1);
  const bundled = new Map(Object.entries(metafile.outputs).filter(([, {entryPoint}]) => entryPoint).map(([path, {entryPoint, imports}]) =>
    [local(entryPoint!), {path: local(path), parts: imports.filter(({kind}) => kind === "import-statement").map((part) => local(part.path))}]));
  for (const [i, page] of pages.entries()) writeFileSync(page, inlineStyles(useBundles(html[i]!, bundled), folder));
  removeSources(folder);
}

function useBundles(html: string, bundled: ReadonlyMap<string, Bundle>): string {
  let mended = html.replace(/<link rel="modulepreload" href="\.\/_(import|node)\/[^"]*">\n?/g, "");
  for (const [source, {path, parts}] of bundled) {
    if (!mended.includes(source)) continue;
    const links = [path, ...parts].map((part) => `<link rel="modulepreload" href="./${part}">\n`).join("");
    mended = mended.replaceAll(source, path).replace(/(?=<link rel="modulepreload")/, links);
  }
  return callDirectly(mended);
}

const onlyCall = /import \{define\} from "[^"]+";\s+define\(\{id: "\w+", outputs: \["(\w+)"\], body: async \(\) => \{\s*const \{\1\} = await import\(("[^"]+")\);\s*\1\(\);\s*return \{\1\};\s*\}\}\);/;

/** A page that does nothing but import one function and call it needs no runtime that keeps values up to date. */
function callDirectly(html: string): string {
  if (html.split("define({").length !== 2 || !onlyCall.test(html)) return html;
  return html.replace(onlyCall, "import {$1} from $2;\n$1();").replace(/<link rel="modulepreload" href="\.\/_observablehq\/[^"]*">\n?/g, "");
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
