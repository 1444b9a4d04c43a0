import {select} from "d3-selection";
import type {Tables} from "../schema.js";
import {measure, wrap, type TextStyle} from "../theme/measure.js";
import {sans, type Theme} from "../theme/theme.js";
import type {Caption, DrawOptions} from "./figure.js";
import {px, write, type Parent} from "./text.js";

/** What a figure's body draws into. The origin is the top left of the body; text scales with `scale`, lengths that hold text should too. */
export interface Body {
  g: Parent;
  /** For gradients, patterns and clip paths. */
  defs: Parent;
  /** Inner width in px. */
  width: number;
  /** Room in px where the height is fixed (slides), else null: the body takes what it needs. */
  height: number | null;
  /** True below 600 px of outer width: read down, not across. */
  narrow: boolean;
  /** `options.typeScale`, 1 by default. */
  scale: number;
  theme: Theme;
  options: DrawOptions;
  /** An id that is unique in the page: `id("hatch")` → `<idPrefix>-hatch`. */
  id(name: string): string;
}

/** The smallest type of a slide, in px at scale 1: at a slide's scale it comes to 24 px, which a room can read. */
const smallestOnSlides = 12.5;

/** A size of type at scale 1, raised where it would be too small on a slide (a drawing of fixed height). */
export const legible = ({options}: Pick<Body, "options">, size: number): number => options.height === undefined ? size : Math.max(size, smallestOnSlides);

const svgNamespace = "http://www.w3.org/2000/svg";
const brand = "Statement Atlas";

/** What the source line says of the coding; classes describe wording, not merit. */
export function codingNote({coding}: Tables): string {
  const alpha = coding.stanceAlpha;
  const measured = alpha ? `, stance agreement with reference annotations alpha ${alpha.value.toFixed(2)} on the ${alpha.clauses} clauses that the rules were made with` : "";
  return `Coded by rules (${coding.version})${measured}. Classes describe wording, not merit.`;
}

const sentence = (text: string) => /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;

/** A line broken anywhere, for addresses. */
function chop(text: string, width: number, style: TextStyle): string[] {
  const lines = [""];
  for (const character of text) {
    if (measure(lines.at(-1)! + character, style) > width) lines.push("");
    lines[lines.length - 1] += character;
  }
  return lines;
}

/**
 * The page of a figure: ground, title, subtitle, the body, then a rule and the source line.
 * `body` draws into `b.g` and returns its height in px. Colours are attributes from the theme, so the SVG stands alone;
 * under the page theme the ground is left out and the sides have no margin.
 */
export function frame(caption: Caption, tables: Tables, options: DrawOptions, body: (b: Body) => number): SVGSVGElement {
  const {width, theme, document, typeScale: scale = 1, heading = true} = options;
  const prefix = options.idPrefix ?? "figure";
  const id = (name: string) => `${prefix}-${name}`;
  const slide = options.height !== undefined;
  const narrow = width < 600;
  const bare = theme.name === "page";
  const side = bare ? 0 : slide ? width * 0.05 : width >= 1000 ? 60 : width >= 600 ? 30 : 20;
  const top = bare ? 0 : slide ? width * 0.042 : narrow ? 24 : width >= 1000 ? 40 : 28;
  const bottom = bare ? 4 : slide ? width * 0.03 : narrow ? 22 : 28;
  const inner = width - 2 * side;

  const svg = select(document.createElementNS(svgNamespace, "svg") as SVGSVGElement)
    .attr("xmlns", svgNamespace).attr("width", width).attr("role", "group")
    .attr("aria-labelledby", id("title")).attr("aria-describedby", id("desc"))
    .attr("font-family", sans).attr("fill", theme.ink);
  svg.append("title").attr("id", id("title")).text(caption.title);
  svg.append("desc").attr("id", id("desc")).text(caption.alt);
  const defs = svg.append("defs");
  const ground = bare ? null : svg.append("rect").attr("width", width).attr("fill", theme.bg);
  const page = svg.append("g").attr("transform", `translate(${px(side)},${px(top)})`);

  let y = heading ? writeHeading(page, caption, {inner, narrow, slide, wide: width >= 1000, scale, theme}) : 0;
  const foot = sourceLines(caption, tables, options, inner, narrow, scale);
  const gap = (slide ? 20 : 22) * scale;
  const room = slide ? options.height! - top - bottom - y - gap - foot.height : null;
  const g = page.append("g").attr("class", "figure-body").attr("transform", `translate(0,${px(y)})`);
  const drawn = body({g, defs, width: inner, height: room, narrow, scale, theme, options, id});
  y += (room ?? drawn) + gap;
  writeFoot(page.append("g").attr("class", "figure-foot").attr("transform", `translate(0,${px(y)})`), foot, inner, theme);
  if (defs.selectChildren().empty()) defs.remove();

  const height = options.height ?? Math.ceil(top + y + foot.height + bottom);
  ground?.attr("height", height);
  return svg.attr("height", height).attr("viewBox", `0 0 ${width} ${height}`).node()!;
}

/** Lines whose last is no single word, where a little less width mends it. */
function withoutOrphan(text: string, width: number, style: TextStyle): string[] {
  const lines = wrap(text, width, style);
  for (let share = 0.96; share > 0.7 && lines.length > 1; share -= 0.04) {
    const tried = wrap(text, width * share, style);
    if (tried.length > lines.length) return lines;
    if (measure(tried.at(-1)!, style) > width * 0.22) return measure(lines.at(-1)!, style) > width * 0.22 ? lines : tried;
  }
  return lines;
}

interface HeadingPlace {inner: number; narrow: boolean; slide: boolean; wide: boolean; scale: number; theme: Theme}

function writeHeading(page: Parent, caption: Caption, {inner, narrow, slide, wide, scale, theme}: HeadingPlace): number {
  const size = (slide ? 40 : wide ? 30 : 24) * scale, leading = size * (slide ? 1.125 : 1.24);
  const title: TextStyle = {size, weight: slide ? 800 : 750, tracking: -0.016};
  // A short measure is balanced in two lines even where one would hold it: a title is read in one glance.
  const measureWidth = slide ? inner : Math.min(inner, 820 * scale);
  const lines = wrap(caption.title, measureWidth, title, Infinity, true);
  write(page, lines, {...title, y: size * 0.8, leading, fill: theme.ink});
  let y = size * 0.8 + (lines.length - 1) * leading;

  const small: TextStyle = {size: (slide ? 17 : wide ? 16 : 14.5) * scale};
  const subtitle = withoutOrphan(caption.subtitle, inner, small);
  const step = small.size * 1.46;
  y += step + size * 0.28;
  if (subtitle.length) write(page, subtitle, {...small, y, leading: step, fill: theme.ink2});
  return y + Math.max(0, subtitle.length - 1) * step + (slide ? 16 : narrow ? 20 : 26) * scale;
}

interface Foot {lines: string[]; address: string[]; style: TextStyle; leading: number; beside: boolean; height: number}

function sourceLines(caption: Caption, tables: Tables, options: DrawOptions, inner: number, narrow: boolean, scale: number): Foot {
  const style: TextStyle = {size: (narrow ? 12 : 13) * scale};
  const leading = style.size * 1.46;
  const beside = !narrow;
  const room = beside ? inner - measure(brand, {...style, weight: 650}) - 40 * scale : inner;
  const note = caption.note ? `${sentence(caption.note)} ` : "";
  // "Source:" is set bold; the wrap leaves the difference free.
  const lines = wrap(`Source: ${sentence(tables.statement.short)} ${note}${codingNote(tables)}`, room - style.size * 0.4, style);
  const address = options.address ? chop(options.address, room, style) : [];
  const count = lines.length + address.length + (beside ? 0 : 1);
  return {lines, address, style, leading, beside, height: 16 * scale + style.size + (count - 1) * leading + 4};
}

function writeFoot(g: Parent, {lines, address, style, leading, beside}: Foot, inner: number, theme: Theme): void {
  const first = style.size * 2.1;
  g.append("line").attr("x2", px(inner)).attr("y1", 0.5).attr("y2", 0.5).attr("stroke", theme.rule);
  const text = write(g, "", {...style, y: first, fill: theme.ink3});
  lines.forEach((line, i) => {
    const place = text.append("tspan").attr("x", 0).attr("y", px(first + i * leading));
    if (i > 0) return place.text(line);
    place.attr("font-weight", 700).attr("fill", theme.ink2).text("Source:");
    text.append("tspan").text(line.slice("Source:".length));
  });
  address.forEach((line, i) => write(g, line, {...style, y: first + (lines.length + i) * leading, fill: theme.ink3}));
  const row = beside ? 0 : lines.length + address.length;
  write(g, brand, {...style, weight: 650, x: beside ? inner : 0, anchor: beside ? "end" : "start", y: first + row * leading, fill: theme.ink2});
}
