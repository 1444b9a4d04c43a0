import {
  AlignmentType, BorderStyle, Document, ExternalHyperlink, ImageRun, Packer, PageOrientation, Paragraph, SectionType, SequentialIdentifier, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType
} from "docx";
import JSZip from "jszip";
import type {Caption, FigureTable} from "../../src/figures/figure.js";
import {measure} from "../../src/theme/measure.js";
import {citedAddress, citePlain, type Cited} from "./cite.js";
import {fixedDate, zipDate} from "./dates.js";
import {zip} from "./zip.js";

export interface DocxOptions {
  caption: Caption;
  table: FigureTable;
  cited: Cited;
  /** Numbers of the clauses by id, for the table's last column. */
  numbers: ReadonlyMap<string, number>;
  /** The drawing with letters as outlines. */
  svg: string;
  /** The same as PNG, for programs that show no SVG. */
  png: Buffer;
  /** Size of the drawing in px. */
  width: number;
  height: number;
}

// A4 with margins of 25 mm, in twentieths of a point.
const page = {width: 11906, height: 16838, margin: 1417};
// The page's text area in px of 1/96 inch; below the picture stays room for its caption.
const room = {width: (page.width - 2 * page.margin) / 15, height: 780};
const grey = "48515E", rule = "C3CAD3";

// `settle` puts the pictures in the place of this.
const standIn = Buffer.from("picture");

function picture({width, height, caption}: DocxOptions): Paragraph {
  const scale = Math.min(1, room.width / width, room.height / height);
  const transformation = {width: Math.round(width * scale), height: Math.round(height * scale)};
  const altText = {name: "Figure", title: caption.title, description: caption.alt};
  return new Paragraph({
    keepNext: true, spacing: {after: 120},
    children: [new ImageRun({type: "svg", data: standIn, transformation, altText, fallback: {type: "png", data: standIn}})]
  });
}

function captionLine({caption, cited}: DocxOptions): Paragraph[] {
  const end = /[.!?]$/.test(caption.title) ? "" : ".";
  return [
    new Paragraph({style: "Caption", children: [
      new TextRun({text: "Figure ", bold: true}), new SequentialIdentifier("Figure"), new TextRun({text: `. ${caption.title}${end}`, bold: true}), new TextRun(` ${caption.subtitle}`)
    ]}),
    new Paragraph({style: "Source", children: [
      new TextRun("Source: "),
      new ExternalHyperlink({link: citedAddress(cited), children: [new TextRun({text: citePlain(cited), style: "Hyperlink"})]})
    ]})
  ];
}

const border = {style: BorderStyle.SINGLE, size: 4, color: rule}, none = {style: BorderStyle.NONE, size: 0, color: "auto"};

interface Column {
  head: string;
  cells: string[];
  /** Right-aligned. */
  numeric: boolean;
}

/** The table's columns as words, with the numbers of the clauses behind each row unless a column says them already. */
function columnsOf({table, numbers}: DocxOptions): Column[] {
  const columns = table.columns.map((head, k) => ({
    head, cells: table.rows.map((row) => String(row[k])), numeric: table.rows.length > 0 && table.rows.every((row) => typeof row[k] === "number")
  }));
  const behind = table.rows.map((_, i) => (table.clauses[i] ?? []).map((id) => numbers.get(id) ?? id).join(", "));
  const said = columns.some(({cells}) => cells.length > 0 && cells.every((text, i) => text === behind[i]));
  return said ? columns : [...columns, {head: "Clause numbers", cells: behind, numeric: false}];
}

const cellPadding = 60, textSize = 9;

interface Measures {
  /** Each column's longest word. */
  least: number[];
  /** What each column would take beyond that to have no line broken. */
  wanted: number[];
}

const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);

/** Widths in twentieths of a point. */
function measureColumns(columns: Column[]): Measures {
  const width = (text: string) => measure(text, {size: textSize * 20, weight: 600}) * 1.06 + 2 * cellPadding + 20;
  const least = columns.map(({head, cells}) => Math.max(...[head, ...cells].flatMap((text) => text.split(/\s+/)).map(width)));
  const wanted = columns.map(({head, cells}, k) => Math.max(...[head, ...cells].map((text) => Math.min(width(text), 12_000))) - least[k]!);
  return {least, wanted};
}

/** Widths that keep words whole and give the rest to the columns with long texts. */
function columnWidths({least, wanted}: Measures, total: number): number[] {
  const spare = total - sum(least);
  if (spare <= 0) return least.map((min) => Math.floor(min * total / sum(least)));
  const share = sum(wanted) ? Math.min(1, spare / sum(wanted)) : 0;
  return least.map((min, k) => Math.floor(min + wanted[k]! * share));
}

function cell(text: string, width: number, {bold = false, right = false} = {}): TableCell {
  return new TableCell({
    width: {size: width, type: WidthType.DXA},
    margins: {top: 40, bottom: 40, left: cellPadding, right: cellPadding}, borders: {top: none, left: none, right: none, bottom: border},
    children: [new Paragraph({alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({text, bold, size: textSize * 2})]})]
  });
}

/** The table, and whether it lies on pages of its own that are turned, as one with many columns must. */
function dataTable(options: DocxOptions): {table: Table; turned: boolean} {
  const columns = columnsOf(options), measures = measureColumns(columns), upright = page.width - 2 * page.margin;
  const turned = sum(measures.least) > upright || (sum(measures.wanted) > 4000 && upright - sum(measures.least) < 3000);
  const widths = columnWidths(measures, turned ? page.height - 2 * page.margin : upright);
  const head = new TableRow({tableHeader: true, cantSplit: true, children: columns.map((column, k) => cell(column.head, widths[k]!, {bold: true, right: column.numeric}))});
  const rows = options.table.rows.map((_, i) => new TableRow({cantSplit: true, children: columns.map((column, k) => cell(column.cells[i]!, widths[k]!, {right: column.numeric}))}));
  return {turned, table: new Table({layout: TableLayoutType.FIXED, columnWidths: widths, width: {size: sum(widths), type: WidthType.DXA}, rows: [head, ...rows]})};
}

/**
 * Puts in order what the library leaves to chance or to the reader's program (dates, ids, the number in the caption), and puts the
 * pictures in, which it would hash and compress at length.
 */
async function settle(file: Buffer, {cited, svg, png}: DocxOptions): Promise<Buffer> {
  const archive = await JSZip.loadAsync(file), iso = fixedDate(cited.statement.date).toISOString(), ids = new Map<string, string>();
  const fixedId = (id: string) => ids.get(id) ?? ids.set(id, `rIdLink${ids.size + 1}`).get(id)!;
  const files: [string, string | Uint8Array][] = [];
  for (const name of Object.keys(archive.files).sort()) {
    if (archive.files[name]!.dir) continue;
    if (name.endsWith(".svg")) files.push([name, svg]);
    else if (name.endsWith(".png")) files.push([name, png]);
    else files.push([name, (await archive.file(name)!.async("string"))
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${iso}`)
      .replace(/rId[A-Za-z0-9_-]{12,}/g, fixedId)
      .replace(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*? id=")\d+"/g, '$11"')
      .replace(/(<w:fldChar w:fldCharType="begin")[^>]*(\/>)/g, "$1$2")
      .replace(/(<w:fldChar w:fldCharType="separate"\/>)/g, "$1<w:t>1</w:t>")]);
  }
  return zip(files, zipDate(cited.statement.date));
}

const section = (orientation?: typeof PageOrientation.LANDSCAPE) => {
  const {width, height, margin} = page;
  return {page: {size: {width, height, orientation}, margin: {top: margin, right: margin, bottom: margin, left: margin}}};
};

/** A Word document with the picture (vector, with a PNG for older programs), a numbered caption, the source as a link, and the table. */
export async function docx(options: DocxOptions): Promise<Buffer> {
  const {caption, cited} = options, {table, turned} = dataTable(options), head = [picture(options), ...captionLine(options)];
  const tableTitle = new Paragraph({style: "Caption", children: [new TextRun({text: "The rows of the figure", bold: true})]});
  const document = new Document({
    title: caption.title, creator: "Statement Atlas", lastModifiedBy: "Statement Atlas", subject: cited.statement.title, description: caption.alt,
    styles: {
      default: {document: {run: {font: "Arial", size: 20, language: {value: "en-GB"}}}},
      paragraphStyles: [
        {id: "Caption", name: "caption", basedOn: "Normal", next: "Normal", run: {size: 19}, paragraph: {spacing: {after: 80}, keepNext: true}},
        {id: "Source", name: "Source", basedOn: "Normal", next: "Normal", run: {size: 18, color: grey}, paragraph: {spacing: {after: 240}}}
      ]
    },
    sections: turned
      ? [{properties: section(), children: head}, {properties: {...section(PageOrientation.LANDSCAPE), type: SectionType.NEXT_PAGE}, children: [tableTitle, table]}]
      : [{properties: section(), children: [...head, tableTitle, table]}]
  });
  return settle(await Packer.toBuffer(document), options);
}
