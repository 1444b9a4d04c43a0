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

const made = new Map<string, Promise<unknown>>();

/** Makes what a key stands for when it is first asked for: all statements of a build share these scripts. */
function once<T>(key: string, make: () => Promise<T>): Promise<T> {
  const promise = made.get(key) as Promise<T> | undefined ?? make();
  made.set(key, promise);
  return promise;
}

/** The script inside embed.html. */
export const frameScript = (): Promise<string> => once("frame", async () => {
  const script = await bundle(`import "./embed/frame-page.js";`, "iife");
  return script.trim().replace(/<(?=\/script|!--)/gi, "\\x3c");
});

async function bundleModules(figures: readonly {id: string}[], pages: Record<string, string>): Promise<Map<string, string>> {
  const codes = [
    bundle(`import "./embed/element.js";`, "esm", {FIGURE_PAGES: JSON.stringify(pages)}),
    ...figures.map(({id}) => bundle(`import * as module from "./figures/${id}.js";
      export const figure = Object.values(module as Record<string, any>).find((value) => value?.id === "${id}" && value.draw);`, "esm"))
  ];
  const paths = ["embed.mjs", ...figures.map(({id}) => `embed/${id}.mjs`)];
  return new Map((await Promise.all(codes)).map((code, i) => [paths[i]!, code]));
}

/**
 * The modules for foreign pages by their paths below the site's root: `embed.mjs` with the element, and one self-contained module a
 * figure, fetched when it is first drawn. Each carries its own copy of the shared drawing code, so that no address has a hash that a
 * cached embed.mjs could ask for in vain. `pages` names the page of each figure.
 */
export const embedModules = (figures: readonly {id: string}[], pages: Record<string, string>): Promise<Map<string, string>> =>
  once(JSON.stringify([figures.map(({id}) => id), pages]), () => bundleModules(figures, pages));
