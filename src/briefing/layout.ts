import {measure, wrap, type TextStyle} from "../theme/measure.js";
import type {Theme} from "../theme/theme.js";
import type {FigureSlide, Outline, Quote, QuotesSlide, Slide, SummarySlide, TextSlide, TitleSlide} from "./slide.js";

/** A slide's size in px; the room sees it at any size. */
export interface Shape {
  width: number;
  height: number;
}

export const shapes = {"16:9": {width: 1920, height: 1080}, "4:3": {width: 1440, height: 1080}} as const;

/** Nothing on a slide is smaller: readable from the back of a room at 1080 lines. */
export const smallest = 24;

type Colour = Exclude<keyof Theme, "name">;

export interface TextBox {
  kind: "text";
  /** What it is to a reader who hears the slide. */
  role: "title" | "paragraph" | "point" | "quote" | "place" | "source";
  x: number;
  /** Top of the first line. */
  y: number;
  width: number;
  lines: string[];
  style: TextStyle;
  leading: number;
  colour: Colour;
  /** Clauses that the words rest on. */
  clauses?: string[];
}

export interface RuleBox {
  kind: "rule";
  x: number;
  y: number;
  width: number;
  height: number;
  colour: Colour;
}

export interface FigureBox extends Shape {
  kind: "figure";
  figure: string;
  scheme?: string;
  x: number;
  y: number;
}

export type Box = TextBox | RuleBox | FigureBox;

/** Side margin in px. */
const side = (shape: Shape) => shape.width * 0.05;
const foot = 84;

interface TextOptions extends TextStyle {
  role?: TextBox["role"];
  colour?: Colour;
  leading?: number;
  most?: number;
  balanced?: boolean;
  clauses?: string[];
}

function text(words: string, x: number, y: number, width: number, {role = "paragraph", colour = "ink", leading, most, balanced, clauses, ...style}: TextOptions): TextBox {
  // Line separators are no blanks to the measure, and no face has a glyph for them.
  const plain = words.replace(/[\u0085\u2028\u2029]/g, " ");
  return {kind: "text", role, x, y, width, lines: wrap(plain, width, style, most, balanced), style, leading: leading ?? Math.round(style.size * 1.32), colour, ...(clauses && {clauses})};
}

const bottom = (box: TextBox) => box.y + box.lines.length * box.leading;

/** Room for the figure below a headline of three lines is too small; it gets smaller first. */
function headline(words: string, shape: Shape, most = 2): TextBox {
  const width = shape.width - 2 * side(shape), sizes = [64, 56, 50, 44];
  const at = (size: number) => text(words, side(shape), 56, width, {role: "title", size, weight: 800, tracking: -0.016, leading: Math.round(size * 1.14), balanced: true});
  const fit = sizes.find((size) => at(size).lines.length <= most) ?? 44;
  const box = at(fit);
  // More than four lines are cut at a word; the notes and the page have the whole headline.
  return box.lines.length <= 4 ? box : text(words, side(shape), 56, width, {...box.style, role: "title", leading: box.leading, most: 4});
}

function sourceLine(outline: Outline, shape: Shape): Box[] {
  const width = shape.width - 2 * side(shape), y = shape.height - foot;
  return [
    {kind: "rule", x: side(shape), y, width, height: 1, colour: "rule"},
    text(`Source: ${outline.source}`, side(shape), y + 16, width - 260, {role: "source", size: smallest, colour: "ink3", most: 2}),
    {...text("Statement Atlas", shape.width - side(shape) - 200, y + 16, 220, {role: "source", size: smallest, weight: 650, colour: "ink2"})}
  ];
}

function titleBoxes(slide: TitleSlide, outline: Outline, shape: Shape): Box[] {
  const width = shape.width - 2 * side(shape), x = side(shape);
  const eyebrow = text(slide.eyebrow, x, 150, width, {size: 30, weight: 600, colour: "ink2", most: 2});
  const sizes = [92, 80, 68, 58, 50];
  const at = (size: number) => text(slide.title, x, bottom(eyebrow) + 40, width, {role: "title", size, weight: 800, tracking: -0.022, leading: Math.round(size * 1.12), balanced: true, most: 7});
  const title = at(sizes.find((size) => at(size).lines.length <= 4) ?? 50);
  const lines: TextBox[] = [];
  for (const words of slide.lines) lines.push(text(words, x, bottom(lines.at(-1) ?? title) + (lines.length ? 8 : 48), width, {size: 34, colour: "ink2", most: 3}));
  const address = outline.address ? [text(outline.address, x, shape.height - foot - 70, width, {size: 28, colour: "ink3", most: 1})] : [];
  return [eyebrow, title, ...lines, ...address, ...sourceLine(outline, shape)];
}

const poleColour = {commitment: "comText", condemnation: "conText", neutral: "ink"} as const;

function summaryBoxes(slide: SummarySlide, outline: Outline, shape: Shape): Box[] {
  const title = headline(slide.title, shape), gap = 72, x0 = side(shape), width = (shape.width - 2 * x0 - gap) / 2;
  const top = bottom(title) + 44, height = (shape.height - foot - 24 - top) / 2;
  return [title, ...slide.fields.flatMap((field, i): Box[] => {
    const x = x0 + (i % 2) * (width + gap), y = top + Math.floor(i / 2) * height, colour = poleColour[field.pole];
    const keyWidth = Math.max(120, measure(field.key, {size: 96, weight: 800}) + 32);
    const room = Math.floor((height - 20 - 58 - 16) / 44);
    return [
      {kind: "rule", x, y, width, height: 3, colour: "ink"},
      text(field.label, x, y + 18, width, {size: 34, weight: 750, colour, clauses: field.clauses}),
      text(field.key, x, y + 64, keyWidth, {size: 96, weight: 800, tracking: -0.025, colour, leading: 104, clauses: field.clauses}),
      text(field.words, x + keyWidth, y + 76, width - keyWidth, {size: 32, leading: 43, most: room})
    ];
  }), ...sourceLine(outline, shape)];
}

/** A figure leaves this share of its width free above and at the sides on a slide (see `frame`). */
export const figureMargin = 0.042;

function figureBoxes(slide: FigureSlide, shape: Shape): Box[] {
  const title = headline(slide.title, shape), x = side(shape), width = shape.width - 2 * x;
  const subtitle = text(slide.subtitle, x, bottom(title) + 10, width, {size: 28, colour: "ink2", leading: 38, most: 3});
  // The drawing's own free head lies under the words.
  const y = bottom(subtitle) + 22 - shape.width * figureMargin;
  return [title, subtitle, {kind: "figure", figure: slide.figure, scheme: slide.scheme, x: 0, y, width: shape.width, height: shape.height - y}];
}

/** Sizes of a list's words, the largest that fits is taken. */
const quoteSizes = [42, 38, 34, 30], pointSizes = [38, 34, 31];

function quoteBoxes(quote: Quote, x: number, y: number, width: number, size: number): TextBox[] {
  const words = text(`“${quote.words}”`, x + 36, y, width - 36, {size, face: "serif", role: "quote", leading: Math.round(size * 1.36), colour: poleColour[quote.pole], clauses: [quote.clause]});
  return [words, text(quote.place, x + 36, bottom(words) + 4, width - 36, {role: "place", size: 26, colour: "ink2", most: 1, clauses: [quote.clause]})];
}

/** The boxes at the first size at which they end above the source line, else at the last. */
function largest(sizes: readonly number[], shape: Shape, at: (size: number) => Box[]): Box[] {
  const all = sizes.map(at);
  return all.find((boxes) => endOf(boxes) <= listBottom(shape)) ?? all.at(-1)!;
}

const listTop = (title: TextBox) => bottom(title) + 48;
const listBottom = (shape: Shape) => shape.height - foot - 20;

function quotesBoxes(slide: QuotesSlide, outline: Outline, shape: Shape): Box[] {
  const title = headline(slide.title, shape), x = side(shape);
  const quotes = largest(quoteSizes, shape, (size) => {
    let y = listTop(title);
    return slide.quotes.flatMap((quote): Box[] => {
      const pair = quoteBoxes(quote, x, y, shape.width - 2 * x, size), from = y, end = bottom(pair[1]!);
      y = end + Math.round(size * 0.9);
      return [{kind: "rule", x, y: from + 6, width: 6, height: end - from - 8, colour: quote.pole === "neutral" ? "mark" : quote.pole === "commitment" ? "com" : "con"}, ...pair];
    });
  });
  return [title, ...quotes, ...sourceLine(outline, shape)];
}

function textBoxes(slide: TextSlide, outline: Outline, shape: Shape): Box[] {
  const title = headline(slide.title, shape), x = side(shape);
  const points = largest(pointSizes, shape, (size) => {
    let y = listTop(title);
    return slide.points.map((point) => {
      const box = text(point, x, y, Math.min(shape.width - 2 * x, 1560), {role: "point", size, leading: Math.round(size * 1.34)});
      y = bottom(box) + Math.round(size * 0.75);
      return box;
    });
  });
  return [title, ...points, ...sourceLine(outline, shape)];
}

/** Above the headline, for whom it matters who wrote it. */
const editorBox = (editor: "headline" | "slide", shape: Shape) =>
  text(editor === "headline" ? "Headline: the editor’s own words" : "The editor’s own words", side(shape), 18, shape.width - 2 * side(shape), {size: smallest, colour: "ink3", most: 1});

/** What stands where on a slide, in px; the lines are broken here, so that every face breaks them alike. */
export function layout(slide: Slide, outline: Outline, shape: Shape): Box[] {
  const boxes = kindBoxes(slide, outline, shape);
  return slide.editor ? [...boxes, editorBox(slide.editor, shape)] : boxes;
}

function kindBoxes(slide: Slide, outline: Outline, shape: Shape): Box[] {
  switch (slide.kind) {
    case "title": return titleBoxes(slide, outline, shape);
    case "summary": return summaryBoxes(slide, outline, shape);
    case "figure": return figureBoxes(slide, shape);
    case "quotes": return quotesBoxes(slide, outline, shape);
    case "text": return textBoxes(slide, outline, shape);
  }
}

const endOf = (boxes: readonly Box[]) => Math.max(...boxes.flatMap((box) => box.kind === "text" && ["point", "quote", "place"].includes(box.role) ? bottom(box) : 0));
const fits = (slide: Slide, outline: Outline) => Object.values(shapes).every((shape) => endOf(layout(slide, outline, shape)) <= listBottom(shape));

/** The longest starts of a list that fit a slide, one after the other; a single item that is too long stays alone. */
function split<T>(items: readonly T[], fitting: (part: T[]) => boolean): T[][] {
  const parts: T[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (last && fitting([...last, item])) last.push(item);
    else parts.push([item]);
  }
  return parts;
}

const pointWords = 60;

/** A point of more words than a slide should hold, in pieces cut at words. */
function pieces(point: string): string[] {
  const words = point.split(/\s+/);
  if (words.length <= pointWords) return [point];
  const cuts = Array.from({length: Math.ceil(words.length / pointWords)}, (_, i) => words.slice(i * pointWords, (i + 1) * pointWords).join(" "));
  return cuts.map((cut, i) => `${i ? "… " : ""}${cut}${i < cuts.length - 1 ? " …" : ""}`);
}

function part(slide: Slide, outline: Outline): Slide[] {
  if (slide.kind !== "quotes" && slide.kind !== "text") return [slide];
  const parts: Slide[] = slide.kind === "quotes"
    ? split(slide.quotes, (quotes) => fits({...slide, quotes}, outline)).map((quotes) => ({...slide, quotes}))
    : split(slide.points.flatMap(pieces), (points) => fits({...slide, points}, outline)).map((points) => ({...slide, points}));
  if (parts.length < 2) return parts.length ? parts : [slide];
  // Notes with a quotation go where it stands.
  return parts.map((each, i) => ({
    ...each, id: i ? `${slide.id}-${i + 1}` : slide.id, title: `${slide.title} (${i + 1} of ${parts.length})`,
    notes: each.kind === "quotes" && slide.kind === "quotes" && slide.notes.length === slide.quotes.length
      ? slide.notes.filter((_, k) => each.quotes.includes(slide.quotes[k]!)) : i ? [] : slide.notes
  }));
}

/** The outline with lists parted so that each slide holds its words in both shapes. */
export const paginate = (outline: Outline): Outline => ({...outline, slides: outline.slides.flatMap((slide) => part(slide, outline))});
