import {readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {build} from "esbuild";

/** A built page script: its path, and the paths of the parts that it cannot do without. */
interface Bundle {
  path: string;
  parts: string[];
}

/**
 * Makes the framework's output quick to start: what a page's code blocks import and call becomes one module with parts that load when
 * asked for (the framework serves each source file by itself, and a request each), without the framework's runtime, as no page has a
 * value to keep up to date; it is asked for once the page is painted, so that words and figures need not share line and processor with
 * scripts. The style sheet moves into the pages. File names carry their content's hash. Changes the pages in place.
 */
export async function optimise(folder: string): Promise<void> {
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html")).map((name) => join(folder, name));
  const html = pages.map((page) => readFileSync(page, "utf8")), code = html.map(pageCode);
  const distinct = [...new Set(code)].filter((text) => text !== ""), entries = distinct.map((_, i) => `page:${i}`);
  const {metafile} = await build({
    entryPoints: entries.map((entry, i) => ({in: entry, out: `page-${i}`})), outdir: join(folder, "_import/page"), entryNames: "[name]-[hash]", chunkNames: "part-[hash]",
    bundle: true, splitting: true, format: "esm", minify: true, target: "es2022", charset: "utf8", metafile: true, logLevel: "error", legalComments: "none",
    plugins: [{
      name: "page-code",
      setup({onResolve, onLoad}) {
        onResolve({filter: /^page:/}, ({path}) => ({path, namespace: "page-code"}));
        onLoad({filter: /.*/, namespace: "page-code"}, ({path}) => ({contents: distinct[entries.indexOf(path)], resolveDir: resolve(folder)}));
      }
    }]
  });
  const local = (path: string) => relative(folder, path);
  const bundles = new Map(Object.entries(metafile.outputs).filter(([, {entryPoint}]) => entryPoint?.startsWith("page-code:")).map(([path, {entryPoint, imports}]): [string, Bundle] =>
    [distinct[entries.indexOf(entryPoint!.slice("page-code:".length))]!, {path: local(path), parts: imports.filter(({kind}) => kind === "import-statement").map((part) => local(part.path))}]));
  for (const [i, page] of pages.entries()) writeFileSync(page, inlineStyles(startAfterPaint(html[i]!, bundles.get(code[i]!)), folder));
  removeSources(folder);
}

const runtimeScript = /<script type="module">\s*import \{define\} from "[^"]+";([\s\S]*?)<\/script>/g;
const block = /define\(\{id: "\w+"[^{]*body: async \(\) => \{\s*const (\[[^\]]*\]|\{[^}]*\}) = await (?:Promise\.all\()?([^;]*?)\)?;\n([\s\S]*?)\s*return \{[^}]*\};\s*\}\}\);/g;

/** What a page's code blocks import and call, as a module; "" for a page without code. */
function pageCode(html: string): string {
  const scripts = [...html.matchAll(runtimeScript)].map(([, text]) => text!.trim()).join("\n");
  const blocks = [...scripts.matchAll(block)].map(([, names, imports, calls]) => {
    const paths = [...imports!.matchAll(/import\(("[^"]+")/g)].map(([, path]) => path!);
    return [...[...names!.matchAll(/\{[^}]*\}/g)].map(([name], i) => `import ${name} from ${paths[i]};`), calls!].join("\n");
  });
  if (scripts.replace(block, "").trim()) throw new Error(`the page's code does more than import and call functions: ${scripts.slice(0, 400)}`);
  return blocks.join("\n");
}

/** Without the framework's runtime and preloads; the page's own script starts after the first paint. */
function startAfterPaint(html: string, bundle: Bundle | undefined): string {
  const bare = html.replace(/<link rel="modulepreload"[^>]*>\n?/g, "");
  if (!bundle) return bare.replace(runtimeScript, "");
  const paths = [bundle.path, ...bundle.parts].map((path) => `"./${path}"`);
  const script = `<script type="module">
const start = () => {
  for (const href of [${paths.join(", ")}]) document.head.append(Object.assign(document.createElement("link"), {rel: "modulepreload", href: new URL(href, document.baseURI)}));
  import(${paths[0]});
};
if (PerformanceObserver.supportedEntryTypes?.includes("paint")) new PerformanceObserver((list, observer) => {
  if (!list.getEntriesByName("first-contentful-paint").length) return;
  observer.disconnect();
  start();
}).observe({type: "paint", buffered: true});
else start();
</script>`;
  return bare.replace(runtimeScript, () => script);
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
