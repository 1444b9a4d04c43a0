import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {elementSnippet, frameSnippet, pictureSnippet, type SnippetOptions} from "../../src/embed/snippets.js";
import {emptySelection} from "../../src/queries/selection.js";
import {escapeHtml} from "./embed-page.js";
import type {OembedAnswer} from "./oembed.js";

/** A figure to show, by its oEmbed answer. */
export interface ExampleFigure {
  figure: string;
  /** Its page below the statement's folder: "verbs#verb-ladder". */
  page: string;
  answer: Pick<OembedAnswer, "title" | "alt" | "heights">;
}

export interface ExamplesOptions {
  statement: string;
  /** Address of the site as seen from the example pages, with a slash at the end. */
  root: string;
  figures: ExampleFigure[];
  /** A topic that some clauses are on, for the examples with a selection. */
  topic: string;
  /** A clause to open. */
  clause: string;
}

export interface ExamplePage {
  /** File name. */
  name: string;
  html: string;
}

interface Section {
  text: string;
  snippet: string;
}

/** The page of somebody else: other type, other colours, other width, nothing of ours but the snippets. */
function foreignPage(title: string, style: string, sections: Section[]): string {
  const parts = sections.map(({text, snippet}) =>
    `<p>${escapeHtml(text)}</p>\n<div class="embedded">${snippet}</div>\n<details class="code"><summary>What stands in the page</summary><pre><code>${escapeHtml(snippet)}</code></pre></details>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>body{display:flow-root;box-sizing:border-box;margin:0 auto;padding:16px;line-height:1.6}pre{overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;font-size:12px}.embedded{margin:1.5em 0}${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${parts.join("\n")}
</main>
</body>
</html>
`;
}

const styles = {
  blog: "body{max-width:720px;font:18px/1.7 Georgia,serif;color:#333;background:#fff}h1{font-weight:400;font-size:34px;line-height:1.2}iframe{max-width:100%}",
  grid: "body{font:16px/1.5 Verdana,sans-serif;background:#eef3ea;color:#222}@media(min-width:900px){body{max-width:1232px}}",
  dark: "html{color-scheme:dark}body{max-width:820px;font:17px/1.6 Tahoma,sans-serif;background:#1b1b1f;color:#ddd}a{color:#9cf}",
  mail: "body{max-width:600px;font:15px/1.5 Arial,sans-serif;color:#111;background:#fff}h1{font-size:20px}"
};

/** The pages that show each kind of embed in a page that is not ours. */
export function examplePages({statement, root, figures, topic, clause}: ExamplesOptions): ExamplePage[] {
  const [first, second = first] = figures;
  if (!first || !second) return [];
  const options = ({figure, page, answer}: ExampleFigure, more: Partial<SnippetOptions> = {}): SnippetOptions =>
    ({root, statement, figure, page: `${root}statements/${statement}/${page}`, ...answer, ...more});
  const about = {...emptySelection, topic: [topic]}, picked = {...emptySelection, clause: [clause]};
  const sandboxed = (sandbox: string, snippet: string) => snippet.replace("<iframe ", `<iframe sandbox="${sandbox}" `);
  return [
    {name: "blog.html", html: foreignPage("A post in a blog", styles.blog, [
      {text: "A frame that follows the height of what it shows, also when the table opens.", snippet: frameSnippet(options(first))},
      {text: "A second frame in the same post, with one clause open.", snippet: frameSnippet(options(second, {selection: picked}))}
    ])},
    {name: "frames.html", html: foreignPage("A content system that drops scripts", styles.grid, [figures[2] ?? first, figures.at(-1)!].map((each) =>
      ({text: "A plain frame. It is high enough at every width without a script.", snippet: frameSnippet(options(each), {listen: false})})))},
    {name: "element.html", html: foreignPage("A report site with scripts", styles.dark, [
      {text: "The element draws in the page itself, in the theme that it is given.", snippet: elementSnippet(options(first, {theme: "dark"}))},
      {text: "The same element with a filter: the other clauses step back.", snippet: elementSnippet(options(second, {theme: "dark", selection: about}))}
    ])},
    {name: "picture.html", html: foreignPage("A newsletter", styles.mail, [
      {text: "A picture that leads to the figure: for mail and for systems that take nothing else.", snippet: pictureSnippet(options(first))}
    ])},
    {name: "sandbox.html", html: foreignPage("A page that trusts nobody", styles.grid, [
      {text: "A sandboxed frame in which scripts may run.", snippet: sandboxed("allow-scripts", frameSnippet(options(first, {selection: about})))},
      {text: "A sandboxed frame in which nothing may run: the figure is there all the same.", snippet: sandboxed("", frameSnippet(options(second), {listen: false}))}
    ])}
  ];
}

/** Writes the example pages into a folder. */
export async function writeExamples(folder: string, options: ExamplesOptions): Promise<void> {
  await mkdir(folder, {recursive: true});
  for (const {name, html} of examplePages(options)) await writeFile(join(folder, name), html);
}
