import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {headlineList, scriptJson} from "../../src/briefing/deck-file.js";
import type {Outline} from "../../src/briefing/slide.js";
import type {Tables} from "../../src/schema.js";
import {escapeXml} from "../exports/xml.js";
import {deckFonts} from "./deck-fonts.js";

const src = fileURLToPath(new URL("../../src/", import.meta.url));
const resolve = createRequire(import.meta.url).resolve;

let bundled: Promise<{script: string; style: string}> | undefined;

/** The deck's script and style, the same for every statement. A script of modules would be refused where the file stands on a disk. */
function bundle(): Promise<{script: string; style: string}> {
  bundled ??= (async () => {
    const {outputFiles} = await build({
      entryPoints: [`${src}briefing/deck.ts`], bundle: true, minify: true, format: "iife", target: "es2022", write: false, legalComments: "none", charset: "utf8"
    });
    const [reveal, own] = await Promise.all([readFile(resolve("reveal.js/reveal.css"), "utf8"), readFile(`${src}briefing/deck.css`, "utf8")]);
    const style = await build({stdin: {contents: `${reveal}\n${own}`, loader: "css"}, minify: true, write: false, charset: "utf8"});
    return {
      script: outputFiles[0]!.text.trim().replace(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "\\x3c!--"),
      style: style.outputFiles[0]!.text.trim()
    };
  })();
  return bundled;
}

/** The tables without what no slide draws and no answer shows; the schemes stay, since a reader's own briefing may draw by one. */
function slim(tables: Tables): Tables {
  return {
    ...tables, rules: [],
    clauses: tables.clauses.map((clause) => ({...clause, reasons: {extent: [], stance: [], strength: [], speakers: [], topics: []}}))
  };
}

/** The deck as one file that asks nobody for anything: script, style, fonts and data inside. */
export async function deckHtml(outline: Outline, tables: Tables): Promise<string> {
  const data = scriptJson({outline, tables: slim(tables)}), {script, style} = await bundle();
  const fonts = await deckFonts(data);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src data:; img-src data:; frame-src 'self' file:; base-uri 'none'; form-action 'none'">
<title>${escapeXml(outline.title)} | Briefing</title>
<style>${fonts}${style}</style>
</head>
<body>
<div class="reveal"><div class="slides"></div></div>
<noscript><h1>${escapeXml(outline.title)}</h1><p>The slides need scripts. Their headlines:</p><ol>${headlineList(outline)}</ol></noscript>
<script type="application/json" id="briefing-data">${data}</script>
<script>${script}</script>
</body>
</html>
`;
}
