import PptxModule from "pptxgenjs";
import {layout, shapes, type Box, type TextBox} from "../../src/briefing/layout.js";
import type {FigureSlide, Outline, QuotesSlide, Slide} from "../../src/briefing/slide.js";
import type {Tables} from "../../src/schema.js";
import {light} from "../../src/theme/theme.js";
import {outline as outlinesOf, outlinedFile, renderPng} from "../exports/pictures/render.js";
import {mendArchive} from "./mend-pptx.js";
import {nativeChart, type NativeChart} from "./native-charts.js";
import {slidePicture} from "./slide-picture.js";

// The package is CommonJS; what arrives as its default differs between runtimes.
const Pptx = ((PptxModule as any).default ?? PptxModule) as new () => import("pptxgenjs").default;
type Page = ReturnType<import("pptxgenjs").default["addSlide"]>;

const shape = shapes["16:9"], face = "Arial", lang = "en-GB";
/** 1920 px are 13⅓ inches, so a px is half a point. */
const inch = (px: number) => Math.round(px / 144 * 1000) / 1000;
const colour = (name: TextBox["colour"]) => light[name].slice(1);
// Arial is wider than the faces that the layout measures with, the more so beside the serif. 12 points are 24 px.
const points = ({style}: TextBox) => Math.max(12, Math.floor(style.size / 2 * (style.face === "serif" ? 0.88 : 0.94) * 2) / 2);

function addWords(page: Page, box: TextBox): void {
  page.addText(box.lines.join(" "), {
    x: inch(box.x), y: inch(box.y), w: inch(box.width), h: inch(Math.max(1, box.lines.length) * box.leading + 8), fontFace: face, fontSize: points(box),
    color: colour(box.colour), bold: (box.style.weight ?? 400) >= 650, margin: 0, valign: "top", align: "left", fit: "shrink", lang
  });
}

/** The headline as the title placeholder, which outline views and screen readers read. */
function addTitle(page: Page, box: TextBox, words: string): void {
  page.addText(box.lines.join(" ") || words, {
    placeholder: "title", x: inch(box.x), y: inch(box.y), w: inch(box.width), h: inch(box.lines.length * box.leading + 12),
    fontFace: face, fontSize: points(box), color: colour("ink"), bold: true, margin: 0, valign: "top", align: "left", fit: "shrink", lang
  });
}

function addBox(page: Page, box: Box, title: string): void {
  if (box.kind === "rule") page.addShape("rect", {x: inch(box.x), y: inch(box.y), w: inch(box.width), h: Math.max(0.01, inch(box.height)), fill: {color: colour(box.colour)}, line: {color: colour(box.colour), width: 0}});
  else if (box.kind === "text") {
    if (box.role === "title") addTitle(page, box, title);
    else addWords(page, box);
  }
}

function addChart(page: Page, chart: NativeChart, slide: FigureSlide, top: number, outline: Outline): void {
  const {labels, series, unit, left} = chart, foot = 90;
  page.addChart("bar", series.map(({name, values}) => ({name, labels, values})), {
    x: inch(96), y: inch(top), w: inch(shape.width - 192), h: inch(shape.height - top - foot - 12), barDir: "bar", barGrouping: "stacked", barGapWidthPct: 45,
    chartColors: series.map((each) => each.colour.slice(1)), altText: `${slide.alt} ${left}`.trim(), objectName: slide.title.slice(0, 80),
    catAxisOrientation: "maxMin" as "minMax", catAxisLabelFontFace: face, catAxisLabelFontSize: 14, catAxisLabelColor: colour("ink"), catAxisLineShow: false,
    valAxisHidden: true, valGridLine: {style: "none"}, valAxisLabelFontFace: face, valAxisLabelFontSize: 12,
    showValue: true, dataLabelFormatCode: "#,##0;;;", dataLabelFontFace: face, dataLabelFontSize: 13, dataLabelFontBold: true,
    dataLabelColor: series.length > 1 ? colour("ink") : colour("bg"),
    showLegend: series.length > 1, legendPos: "t", legendFontFace: face, legendFontSize: 14, legendColor: colour("ink"), showTitle: false, lang
  });
  page.addText(`Source: ${outline.source} Bars: ${unit}. ${left}`.trim(), {
    x: inch(96), y: inch(shape.height - foot), w: inch(shape.width - 330), h: inch(64), fontFace: face, fontSize: 12, color: colour("ink3"), margin: 0, valign: "top", fit: "shrink", lang
  });
}

function addQuotes(page: Page, slide: QuotesSlide, top: number): void {
  const head = {bold: true, color: colour("bg"), fill: {color: colour("ink")}, fontFace: face, fontSize: 14, lang};
  const cell = {fontFace: face, valign: "top" as const, lang, border: [{type: "none" as const}, {type: "none" as const}, {pt: 1, color: colour("rule")}, {type: "none" as const}] as any};
  page.addTable([
    [{text: "Where", options: head}, {text: "The clause, word for word", options: head}],
    ...slide.quotes.map((quote) => [
      {text: quote.place, options: {...cell, fontSize: 13, color: colour("ink2")}},
      {text: `“${quote.words}”`, options: {...cell, fontSize: 16, color: colour(quote.pole === "commitment" ? "comText" : quote.pole === "condemnation" ? "conText" : "ink")}}
    ])
  ], {x: inch(96), y: inch(top), w: inch(shape.width - 192), colW: [2.4, inch(shape.width - 192) - 2.4], margin: 0.08, objectName: slide.title.slice(0, 80)});
}

interface Extras {
  pictures: Map<number, Uint8Array>;
  tables: Map<number, string>;
}

async function addFigure(page: Page, n: number, slide: FigureSlide, tables: Tables, outline: Outline, {pictures}: Extras): Promise<void> {
  const boxes = layout(slide, outline, shape).filter((box): box is TextBox => box.kind === "text");
  const chart = nativeChart(slide.figure, tables);
  if (!chart) {
    const picture = await slidePicture(slide, outline, tables), outlines = outlinesOf(picture);
    const svg = outlinedFile(outlines, {title: slide.title, alt: slide.alt, lang: "en"});
    pictures.set(n, renderPng(outlines));
    page.addImage({data: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`, x: inch(picture.x), y: inch(picture.y), w: inch(picture.width), h: inch(picture.height), altText: slide.alt, objectName: slide.title.slice(0, 80)});
  }
  for (const box of boxes) {
    // The subtitle says what a mark is; a native chart has bars, which its source line explains.
    if (box.role === "title" || !chart) addBox(page, box, slide.title);
  }
  if (chart) addChart(page, chart, slide, boxes[0]!.y + boxes[0]!.lines.length * boxes[0]!.leading + 24, outline);
}

async function addSlide(page: Page, n: number, slide: Slide, outline: Outline, tables: Tables, extras: Extras): Promise<void> {
  if (slide.kind === "figure") await addFigure(page, n, slide, tables, outline, extras);
  else {
    const boxes = layout(slide, outline, shape), title = boxes.find((box): box is TextBox => box.kind === "text" && box.role === "title")!;
    const words = slide.kind === "quotes" ? boxes.filter((box, i) => box === title || i >= boxes.length - 3) : boxes;
    for (const box of words) addBox(page, box, slide.title);
    if (slide.kind === "quotes") {
      addQuotes(page, slide, title.y + title.lines.length * title.leading + 36);
      extras.tables.set(n, `Table of ${slide.quotes.length} clauses with their places. ${slide.title}.`);
    }
  }
  page.addNotes([slide.title, ...slide.notes].join("\n\n"));
}

/** The briefing for office programs: charts that can be edited where a chart carries the figure, vector pictures elsewhere. */
export async function pptx(outline: Outline, tables: Tables): Promise<Buffer> {
  const file = new Pptx(), {statement} = tables, extras: Extras = {pictures: new Map(), tables: new Map()};
  file.layout = "LAYOUT_WIDE";
  file.title = outline.title;
  file.author = file.company = "Statement Atlas";
  file.subject = statement.short;
  file.theme = {headFontFace: face, bodyFontFace: face};
  // A slide cannot move the placeholder that it fills, so each place is a master of its own.
  const title = (box: {y: number; height: number}) => ({placeholder: {options: {name: "title", type: "title" as const, x: inch(96), y: inch(box.y), w: inch(shape.width - 192), h: inch(box.height), fontFace: face, align: "left" as const, valign: "top" as const, margin: 0}, text: ""}});
  for (const [name, box] of Object.entries({Briefing: {y: 56, height: 180}, Cover: {y: 250, height: 440}})) file.defineSlideMaster({
    title: name, background: {color: colour("bg")}, slideNumber: {x: 12.55, y: 7.1, w: 0.6, h: 0.3, fontFace: face, fontSize: 12, color: colour("ink2"), align: "right"},
    objects: [title(box)]
  });
  for (const [i, slide] of outline.slides.entries()) await addSlide(file.addSlide({masterName: slide.kind === "title" ? "Cover" : "Briefing"}), i + 1, slide, outline, tables, extras);
  const written = await file.write({outputType: "uint8array"}) as Uint8Array;
  return mendArchive(written, {date: statement.date, lang, ...extras});
}
