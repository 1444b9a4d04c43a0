import {fileURLToPath} from "node:url";
import {build} from "esbuild";

const src = fileURLToPath(new URL("../../src/", import.meta.url));

/** Bundles one module of the browser half; `contents` stands in `src/`. */
async function bundle(contents: string, format: "esm" | "iife", define: Record<string, string> = {}): Promise<string> {
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: src, sourcefile: "entry.ts", loader: "ts"},
    bundle: true, minify: true, format, define, target: "es2022", write: false, legalComments: "none", charset: "utf8"
  });
  return outputFiles[0]!.text;
}

/** The script inside embed.html. */
export async function frameScript(): Promise<string> {
  const script = await bundle(`import "./embed/frame-page.js";`, "iife");
  return script.trim().replace(/<(?=\/script|!--)/gi, "\\x3c");
}

/**
 * The modules for foreign pages by their paths below the site's root: `embed.mjs` with the element, and one self-contained module a
 * figure, fetched when it is first drawn. Each carries its own copy of the shared drawing code, so that no address has a hash that a
 * cached embed.mjs could ask for in vain. `pages` names the page of each figure.
 */
export async function embedModules(figures: readonly {id: string}[], pages: Record<string, string>): Promise<Map<string, string>> {
  const modules = new Map([["embed.mjs", await bundle(`import "./embed/element.js";`, "esm", {FIGURE_PAGES: JSON.stringify(pages)})]]);
  for (const {id} of figures) {
    const entry = `import * as module from "./figures/${id}.js";
      export const figure = Object.values(module as Record<string, any>).find((value) => value?.id === "${id}" && value.draw);`;
    modules.set(`embed/${id}.mjs`, await bundle(entry, "esm"));
  }
  return modules;
}
