import {parseHTML} from "linkedom";
import {statementFolder} from "../../src/embed/addresses.js";
import type {Caption, DrawOptions, Figure, FigureTable} from "../../src/figures/figure.js";
import {loadFigure} from "../../src/figures/index.js";
import type {Tables} from "../../src/schema.js";
import {dark, light, type Theme} from "../../src/theme/theme.js";
import {citeBibtex, citeRis, type Cited} from "./cite.js";
import {fixedDate, longDate} from "./dates.js";
import {docx} from "./docx.js";
import {figureCsv, figureJson} from "./figure-data.js";
import {fontRules} from "./fonts/font-rules.js";
import {nameFaces, setType} from "./fonts/set-type.js";
import {latex} from "./latex.js";
import {fitShape, shapes} from "./pictures/fit-shape.js";
import {pdf} from "./pictures/pdf.js";
import {outline, outlinedFile, renderPng} from "./pictures/render.js";
import {toXml} from "./xml.js";

/** Which figure of which statement is to be written. */
export interface FigureJob {
  figure: string;
  tables: Tables;
  /** Address of the site, with a slash at the end. */
  site: string;
  /** Page of the site that shows the figure, below the statement's folder; "" is its first. */
  page: string;
}

export interface FileContent {
  name: string;
  content: string | Uint8Array;
  /** Size of a picture in px. */
  width?: number;
  height?: number;
}

/** A figure with all that its files have in common. */
export interface Prepared {
  figure: Figure;
  caption: Caption;
  table: FigureTable;
  draw(options: Pick<DrawOptions, "width" | "height" | "typeScale"> & {theme?: Theme}): SVGSVGElement;
}

// Wide enough for labels beside the marks, narrow enough to be read in the column of a report.
const width = 800;
const lang = "en";

/** Readies a figure for its files: rows, words, and a drawing whose marks lead to their clauses on the site. */
export async function prepare({figure: id, tables, site, page}: FigureJob): Promise<Prepared> {
  const figure = await loadFigure(id), rows = figure.query(tables), statement = `${site}${statementFolder(tables.statement.id)}`;
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  return {
    figure, caption: figure.caption(rows, tables), table: figure.table(rows, tables),
    draw: (options) => figure.draw(rows, tables, {
      theme: light, ...options, document: document as unknown as Document, idPrefix: id,
      address: `${statement}${page}#${id}`, href: (clause) => `${statement}text#${clause}`
    })
  };
}

const sizeOf = (svg: Element) => ({width: Number(svg.getAttribute("width")), height: Number(svg.getAttribute("height"))});

/** Areas that take the pointer, in words that SVG 1.1 knows too: some drawing programs paint "transparent" black. */
function clearAreas(svg: Element): void {
  for (const area of svg.querySelectorAll('[fill="transparent"]')) {
    area.setAttribute("fill", "none");
    area.setAttribute("pointer-events", "all");
  }
}

/** What a version is made of: the drawings with live text and fonts inside, light and dark, and the rows. */
export async function liveFiles({figure, table, draw}: Prepared, {tables}: FigureJob): Promise<FileContent[]> {
  const place = {statement: tables.statement.id, figure: figure.id}, files: FileContent[] = [];
  for (const [name, theme] of [["figure.svg", light], ["figure-dark.svg", dark]] as const) {
    const svg = draw({width, theme});
    const rules = await fontRules(await nameFaces(svg, place));
    svg.setAttribute("lang", lang);
    // Some drawing programs drop a blank that ends a span otherwise.
    svg.setAttribute("xml:space", "preserve");
    clearAreas(svg);
    files.push({name, content: toXml(svg, `<style>${rules}</style>`), ...sizeOf(svg)});
  }
  return [...files, {name: "data.csv", content: figureCsv(table)}];
}

/** Every other file of a figure; `version` names the kept copy that citations lead to. */
export async function renderedFiles(prepared: Prepared, {tables, site}: FigureJob, version: string): Promise<FileContent[]> {
  const {figure, caption, table, draw} = prepared, {statement, coding} = tables, place = {statement: statement.id, figure: figure.id};
  const cited: Cited = {statement, version, site, figure: {id: figure.id, title: caption.title}};
  const drawing = draw({width}), size = sizeOf(drawing), set = await setType(drawing, place), outlines = outline(set, 2);

  const pictures: FileContent[] = [];
  for (const [name, shape] of Object.entries(shapes)) {
    const shaped = await setType(fitShape(draw, shape, light.bg), place);
    pictures.push({name, content: renderPng(outline(shaped)), width: shape.width, height: shape.height});
  }
  const png = renderPng(outlines), outlined = outlinedFile(outlines, {...caption, lang});
  const subject = `${statement.title}, ${longDate(statement.date)}. Coding ${coding.version}, version ${version}`;
  const numbers = new Map(tables.clauses.map(({id, number}) => [id, number]));
  return [
    {name: "figure-outlined.svg", content: outlined, ...size},
    {name: "figure.png", content: png, width: size.width * 2, height: size.height * 2},
    ...pictures,
    {name: "figure.pdf", content: await pdf(set, {...caption, lang, subject, date: fixedDate(statement.date)}), ...size},
    {name: "figure.docx", content: await docx({caption, table, cited, numbers, svg: outlined, png, ...size})},
    {name: "data.json", content: figureJson(figure, caption, table, tables, version)},
    {name: "figure.tex", content: latex(caption, cited)},
    {name: "cite.bib", content: citeBibtex(cited)},
    {name: "cite.ris", content: citeRis(cited)}
  ];
}
