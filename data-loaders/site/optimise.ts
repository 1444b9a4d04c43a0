import {readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {transform} from "esbuild";
import {rollup} from "rollup";

/** A built page script: its path, and the paths of the parts that it cannot do without. */
interface Bundle {
  path: string;
  parts: string[];
}

/**
 * Makes the framework's output quick to start: what a page script cannot do without becomes one file, with parts that load
 * when asked for (the framework serves each source file by itself, and a request each), a page whose only code is the call
 * that makes it live goes without the framework's runtime, and the style sheet moves into the pages, so that the first text
 * and figure need no second request. File names carry their content's hash. Changes the pages in place.
 */
export async function optimise(folder: string): Promise<void> {
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html")).map((name) => join(folder, name));
  const html = pages.map((page) => readFileSync(page, "utf8"));
  const entries = [...new Set(html.flatMap((page) => [...page.matchAll(/import\("\.\/(_import\/[^"]+\.js)"\)/g)].map(([, path]) => path!)))];
  const bundled = await bundle(folder, entries);
  for (const [i, page] of pages.entries()) writeFileSync(page, inlineStyles(useBundles(html[i]!, bundled), folder));
  removeSources(folder);
}

/** Bundles the modules of these paths into `_import/page/`; the bundle of each. */
async function bundle(folder: string, entries: readonly string[]): Promise<Map<string, Bundle>> {
  const modules = await rollup({
    input: entries.map((path) => join(folder, path)),
    // An entry may export more than it did, so that parts share its modules and it stays one file.
    preserveEntrySignatures: "allow-extension",
    plugins: [{name: "from-root", resolveId: (path) => path.startsWith("/_") ? join(folder, path) : null}]
  });
  const {output} = await modules.write({
    dir: join(folder, "_import/page"), entryFileNames: "[name]-[hash].js", chunkFileNames: "part-[hash].js", hoistTransitiveImports: false,
    plugins: [{name: "minify", renderChunk: async (code) => (await transform(code, {minify: true, target: "es2022", charset: "utf8", legalComments: "none"})).code}]
  });
  const chunks = new Map(output.filter((chunk) => chunk.type === "chunk").map((chunk) => [chunk.fileName, chunk]));
  const needed = (name: string, seen = new Set<string>()): Set<string> => {
    for (const part of chunks.get(name)!.imports) if (!seen.has(part)) needed(part, seen.add(part));
    return seen;
  };
  const address = (name: string) => `_import/page/${name}`;
  return new Map([...chunks.values()].filter((chunk) => chunk.isEntry).map(({fileName, facadeModuleId}) =>
    [relative(folder, facadeModuleId!), {path: address(fileName), parts: [...needed(fileName)].map(address)}]));
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
