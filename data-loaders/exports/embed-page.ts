import type {Caption, Figure, FigureTable} from "../../src/figures/figure.js";
import {dateInWords, oneLine} from "../../src/components/wording.js";
import {clauseHeading} from "../../src/embed/shown-clause.js";
import type {HeightClass} from "../../src/embed/snippets.js";
import {embedStyle, themeRules} from "../../src/embed/style.js";
import type {Clause, Tables} from "../../src/schema.js";
import {wrap} from "../../src/theme/measure.js";
import {page as pageTheme, sans, serif} from "../../src/theme/theme.js";
import {innerWidth, widthClasses, type WidthClass} from "./embed-widths.js";

/** A figure as its embeds show it, live and kept. */
export interface EmbedDrawing {
  figure: Figure;
  caption: Caption;
  table: FigureTable;
  classes: WidthClass[];
  /** The drawings of all width classes as markup. */
  html: string;
  /** Ratio of height to width, one for each width class. */
  ratios: number[];
  /** What the marks stand for. */
  clauses: Clause[];
}

export interface EmbedPageOptions {
  drawing: EmbedDrawing;
  tables: Tables;
  /** Name of the version that the page shows. */
  version: string;
  /** True: a kept copy that never changes. */
  frozen: boolean;
  /** Way from the embed to the site's root: "../../../../". */
  root: string;
  /** Way from the embed to the live figure's page. */
  page: string;
  /** The `<link>` to the figure's oEmbed answer. */
  discovery: string;
  /** Way from the embed to a clause in the text. */
  clauseHref(clause: string): string;
  /** `@font-face` rules. */
  fonts: string;
  /** The bundled script; it must not contain `</script`. */
  script: string;
}

export interface EmbedPage {
  html: string;
  /** Heights of the page as it opens, for frames without a script. */
  heights: HeightClass[];
}

const escapes: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

/** Text as it can stand in markup and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (c) => escapes[c]!);

// The parts below the drawing have fixed heights, so that the height of the page is known without a browser.
const summaryHeight = 36, lineHeight = 20, metaPadding = 8, bottom = 14, top = 18, gap = 10;

const style = `
*{box-sizing:border-box}
html{background:var(--bg);color:var(--ink)}
body{display:flow-root;margin:0;background:var(--bg);font:400 14px/${lineHeight}px ${sans};container-type:inline-size;-webkit-text-size-adjust:none;text-size-adjust:none}
h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
figure{margin:0;padding:${top}px 0 ${gap}px}
.drawing{display:none}
.shown{margin:0;padding-bottom:8px;color:var(--ink-2)}
details{border-top:1px solid var(--rule)}
summary{height:${summaryHeight - 1}px;line-height:${summaryHeight - 1}px;font-weight:600;color:var(--ink-2);cursor:pointer}
.scroll{overflow-x:auto;margin-bottom:12px}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:18px}
th,td{padding:5px 12px 5px 0;border-top:1px solid var(--hair);text-align:left;vertical-align:top}
th{border-top:0;color:var(--ink-2)}
.number{text-align:right;font-variant-numeric:tabular-nums}
.clauses{list-style:none;margin:0 0 12px;padding:0}
.clauses li{padding:8px 10px;border-top:1px solid var(--hair)}
.clauses li:target{background:var(--neutral-wash);box-shadow:inset 3px 0 var(--ink)}
.clauses h2{margin:0;font-size:13px;line-height:19px;color:var(--ink-2)}
.clauses blockquote{margin:2px 0;max-width:640px;font:400 16px/23px ${serif}}
.meta{margin:0;padding:${metaPadding}px 0 ${bottom}px;border-top:1px solid var(--rule);color:var(--ink-3);font-size:13px}
a{color:var(--com-text)}
@media print{details{display:none}}
`.trim().replaceAll("\n", "");

const columnIsNumeric = ({rows}: FigureTable, column: number) => rows.length > 0 && rows.every((row) => typeof row[column] === "number");

function tableHtml(table: FigureTable): string {
  const cell = (name: "th" | "td", value: string | number, column: number) => {
    const kind = `${name === "th" ? " scope=\"col\"" : ""}${columnIsNumeric(table, column) ? " class=\"number\"" : ""}`;
    return `<${name}${kind}>${escapeHtml(String(value))}</${name}>`;
  };
  const row = (cells: string) => `<tr>${cells}</tr>`;
  return `<table><thead>${row(table.columns.map((column, i) => cell("th", column, i)).join(""))}</thead>
<tbody>${table.rows.map((values) => row(values.map((value, i) => cell("td", value, i)).join(""))).join("\n")}</tbody></table>`;
}

/** One clause with its words; what the filters look at stands in attributes, lists parted by "~" as in addresses. */
function clauseHtml(clause: Clause, href: string): string {
  const data = {
    number: clause.number, stance: clause.stance, pole: clause.pole, strength: clause.strength, topic: clause.topics.join("~"),
    speaker: clause.speakers.join("~"), verb: clause.verbs.join("~"), instrument: clause.instruments.join("~")
  };
  const attributes = Object.entries(data).filter(([, value]) => value !== "").map(([name, value]) => ` data-${name}="${escapeHtml(String(value))}"`).join("");
  return `<li id="${escapeHtml(clause.id)}"${attributes}${clause.doubts.length ? " data-doubtful" : ""}>`
    + `<h2>${escapeHtml(clauseHeading(clause))}</h2><blockquote>${escapeHtml(oneLine(clause.text))}</blockquote>`
    + `<a href="${escapeHtml(href)}" target="_blank" rel="noopener">In the text</a></li>`;
}

/** Which drawing shows at which width, without a script. */
const widthRules = (classes: WidthClass[]) => classes.map(({from, side}, i) => {
  const to = classes[i + 1]?.from;
  const range = [from ? `(min-width:${from}px)` : "", to ? `(width<${to}px)` : ""].filter(Boolean).join(" and ");
  return `@container ${range}{main{padding:0 ${side}px}.w${i}{display:block}}`;
}).join("");

/** Draws a figure once for each width class. */
export function drawEmbed(figure: Figure, tables: Tables, document: Document): EmbedDrawing {
  const rows = figure.query(tables), classes = widthClasses(tables.clauses.length);
  const svgs = classes.map((each, i) => figure.draw(rows, tables, {
    width: innerWidth(each), theme: pageTheme, document, idPrefix: `w${i}`, href: (clause) => `#${clause}`, address: null
  }));
  const ids = new Set(svgs.flatMap((svg) => [...svg.querySelectorAll("[data-clauses]")]).flatMap((mark) => mark.getAttribute("data-clauses")!.split(" ")));
  return {
    figure, classes, caption: figure.caption(rows, tables), table: figure.table(rows, tables),
    html: svgs.map((svg, i) => `<div class="drawing w${i}">${svg.outerHTML}</div>`).join("\n"),
    ratios: svgs.map((svg) => Number(svg.getAttribute("height")) / Number(svg.getAttribute("width"))),
    clauses: tables.clauses.filter((clause) => ids.has(clause.id))
  };
}

/** Heights by width, counted from the drawings and from the line that stands below them. */
function heightClasses(classes: WidthClass[], ratios: number[], meta: string): HeightClass[] {
  return classes.map(({from, side}, i) => {
    const narrowest = Math.max(320, from) - 2 * side;
    // A little less room than there is, since a fallback font may run wider.
    const lines = wrap(meta, narrowest * 0.97, {size: 13}).length;
    const below = 2 * summaryHeight + 1 + metaPadding + lines * lineHeight + bottom;
    return {from, base: Math.ceil(top + gap + below - ratios[i]! * 2 * side) + 1, ratio: Math.ceil(ratios[i]! * 1000) / 1000};
  });
}

/** The page that a frame shows: complete without a script, live with one. */
export function embedPage(options: EmbedPageOptions): EmbedPage {
  const {drawing: {caption, table, classes, html: drawings, ratios, clauses}, tables, version, frozen, page, clauseHref, fonts, script} = options;
  const state = frozen ? "kept as it was, it never changes" : "live, it follows corrections";
  const links = ["Live figure", "Data", "Statement Atlas"];
  const said = `${dateInWords(tables.statement.date)} · Version ${version}: ${state} · `;
  const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;
  const html = `<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(caption.title)}</title>
<meta name="description" content="${escapeHtml(caption.alt)}">
<link rel="icon" href="data:,">
<link rel="canonical" href="${escapeHtml(page)}">
${options.discovery}
<style>${fonts}${themeRules(":root", (theme) => `:root[data-theme=${theme}]`)}${style}${embedStyle}${widthRules(classes)}</style>
<script>document.documentElement.dataset.theme=/[?&]theme=(dark|auto)(&|$)/.exec(location.search)?.[1]??"light"</script>
</head>
<body>
<main>
<h1 id="title">${escapeHtml(caption.title)}</h1>
<figure class="stage" aria-labelledby="title">
${drawings}
</figure>
<p class="shown" hidden></p>
<details class="words-list"><summary>The words: ${count(clauses.length, "clause")}</summary>
<ol class="clauses">
${clauses.map((clause) => clauseHtml(clause, clauseHref(clause.id))).join("\n")}
</ol></details>
<details><summary>Table: ${count(table.rows.length, "row")}</summary><div class="scroll" tabindex="0" role="region" aria-label="Table">
${tableHtml(table)}
</div></details>
<p class="meta">${escapeHtml(said)}<a href="${escapeHtml(page)}" target="_blank" rel="noopener">${links[0]}</a> · <a href="data.csv" target="_blank" rel="noopener">${links[1]}</a> · <a href="${escapeHtml(options.root)}" target="_blank" rel="noopener">${links[2]}</a></p>
</main>
<script>${script}</script>
</body>
</html>
`;
  return {html, heights: heightClasses(classes, ratios, said + links.join(" · "))};
}
