import JSZip from "jszip";
import {zipDate} from "../exports/dates.js";
import {escapeXml} from "../exports/xml.js";
import {zip} from "../exports/zip.js";

export interface MendOptions {
  /** The statement's date: the one date that the file carries. */
  date: string;
  /** Language of the words. */
  lang: string;
  /** True PNG twins of vector pictures by the number of their slide. */
  pictures: ReadonlyMap<number, Uint8Array>;
  /** Alternative text of tables by the number of their slide. */
  tables: ReadonlyMap<number, string>;
}

/** A bar chart that names more axes than it has makes PowerPoint offer a repair. */
function mendAxes(xml: string): string {
  const own = new Set([...xml.matchAll(/<c:(?:cat|val|ser|date)Ax>\s*<c:axId val="(\d+)"/g)].map((match) => match[1]));
  return xml.replace(/(<c:(bar|line|area)Chart>)([^]*?)(<\/c:\2Chart>)/g, (_, start: string, _kind, body: string, end: string) =>
    start + body.replace(/<c:axId val="(\d+)"\s*\/>/g, (axis, id: string) => own.has(id) ? axis : "") + end);
}

// Ground that black figures can be read on.
const pale = (colour: string) => [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).reduce((sum, part, i) => sum + part * [0.3, 0.59, 0.11][i]!, 0) > 140;

/** Numbers in dark bars are white; the writer knows one colour for all series. */
const mendLabels = (xml: string) => xml.replace(/<c:ser>[^]*?<\/c:ser>/g, (series) => {
  const bar = /<c:spPr>\s*<a:solidFill>\s*<a:srgbClr val="([0-9A-F]{6})"/i.exec(series)?.[1];
  return bar && !pale(bar) ? series.replace(/<c:dLbls>[^]*?<\/c:dLbls>/g, (labels) => labels.replace(/(<a:srgbClr val=")[0-9A-F]{6}/gi, "$1FFFFFF")) : series;
});

const mendDates = (xml: string, date: string) =>
  xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, (_, start: string) => `${start}${zipDate(date).toISOString().replace(".000", "")}`);

function mendSlide(xml: string, number: number, {tables}: MendOptions): string {
  return xml.replace(/<a:tblPr\s*\/>/g, '<a:tblPr firstRow="1" bandRow="1"/>').replace(/<a:tblPr>/g, '<a:tblPr firstRow="1" bandRow="1">')
    .replace(/<p:graphicFrame>\s*<p:nvGraphicFramePr>\s*<p:cNvPr ((?:(?!descr=)[^>])*?)(\/?)>/g, (whole, attributes: string, closed: string) => {
      const words = tables.get(number);
      return words ? whole.replace(`${attributes}${closed}>`, `${attributes.trimEnd()} descr="${escapeXml(words)}"${closed}>`) : whole;
    });
}

/** The writer counts charts on from file to file of one process; here they count from 1. */
function renumber(names: readonly string[]): (text: string) => string {
  const first = Math.min(...names.flatMap((name) => /charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []).map(Number));
  return Number.isFinite(first) ? (text) => text.replace(/\b(chart|Microsoft_Excel_Worksheet)(\d+)(?=\.(?:xml|xlsx))/g, (_, name: string, n: string) => `${name}${Number(n) - first + 1}`) : (text) => text;
}

async function mendPart(name: string, content: Uint8Array, rename: (text: string) => string, options: MendOptions): Promise<Uint8Array> {
  const {date, lang, pictures} = options;
  if (name.endsWith(".xlsx")) return mendArchive(content, options);
  const picture = /image-(\d+)-\d+\.png$/.exec(name);
  if (picture) return pictures.get(Number(picture[1])) ?? content;
  if (!/\.(xml|rels)$/.test(name)) return content;
  let xml = new TextDecoder().decode(content);
  if (/\.rels$|Content_Types/.test(name)) xml = rename(xml);
  xml = xml.replaceAll('lang="en-US"', `lang="${lang}"`);
  if (name.endsWith("core.xml")) xml = mendDates(xml, date);
  if (/charts\/chart\d+\.xml$/.test(name)) xml = mendLabels(mendAxes(xml));
  const slide = /slides\/slide(\d+)\.xml$/.exec(name);
  if (slide) xml = mendSlide(xml, Number(slide[1]), options);
  return new TextEncoder().encode(xml);
}

/** Mends what the writer of the file leaves wrong: axes, picture twins, table heads, dates, language. The same input gives the same bytes. */
export async function mendArchive(archive: Uint8Array, options: MendOptions): Promise<Buffer> {
  const read = await JSZip.loadAsync(archive), files: [string, Uint8Array][] = [], rename = renumber(Object.keys(read.files));
  for (const [name, entry] of Object.entries(read.files)) if (!entry.dir) files.push([rename(name), await mendPart(name, await entry.async("uint8array"), rename, options)]);
  // The list of contents stands first, as office programs write it.
  files.sort(([a], [b]) => Number(b === "[Content_Types].xml") - Number(a === "[Content_Types].xml"));
  return zip(files, zipDate(options.date));
}
