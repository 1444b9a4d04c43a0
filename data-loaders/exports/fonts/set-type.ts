import {serif} from "../../../src/theme/theme.js";
import {StatementError} from "../../read/statement-error.js";
import {faces, type Face, type Family} from "./faces.js";
import {opticalSize, staticFace, type StaticFace} from "./static-face.js";

/** Characters of one face that a drawing shows under one name, in all their weights. */
export interface FaceUse {
  /** The first name in the texts' `font-family`. */
  name: string;
  face: Face;
  characters: Set<string>;
  weights: Set<number>;
  /** Optical size in px. */
  opticalSize: number;
}

export interface SetType {
  /** Every text of the drawing as runs of one static face each. */
  svg: Element;
  faces: StaticFace[];
}

// Where a face lacks one of these, the other looks the same: hyphens that do not break, spaces of some width.
const lookalikes: Record<string, string> = {
  "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u00ad": "",
  "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ", "\u2006": " ", "\u2007": "\u00a0", "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u202f": "\u00a0", "\u205f": " ", "\u3000": " "
};

const invisible = /^\p{Default_Ignorable_Code_Point}+$/u;
const covers = (face: Face, cluster: string) => [...cluster].every((character) => face.has(character.codePointAt(0)!) || invisible.test(character));

interface Piece {
  face: Face;
  text: string;
}

export interface Place {
  statement: string;
  figure: string;
}

function missing(cluster: string, words: string, {statement, figure}: Place): StatementError {
  const codes = [...cluster].map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
  const at = words.indexOf(cluster), cut = words.slice(Math.max(0, at - 30), at + 30).trim();
  return new StatementError(`no glyph for ${codes} "${cluster}" in figure "${figure}" of "${statement}": "${cut}"`, {},
    "add a face that has it to data-loaders/exports/fonts/faces.ts");
}

/** A letter with its marks in the form that a face has, with the face; null where none has it. */
async function findFace(cluster: string, family: Family): Promise<Piece | null> {
  // A face that has the letter with its accent as one glyph often lacks the accent by itself.
  for (const text of new Set([cluster, cluster.normalize("NFC")])) {
    for await (const face of faces(family)) if (covers(face, text)) return {face, text};
  }
  const other = [...cluster].map((character) => lookalikes[character] ?? character).join("");
  return other === cluster ? null : findFace(other, family);
}

const found: Record<Family, Map<string, Promise<Piece | null>>> = {sans: new Map(), serif: new Map()};

async function pieces(text: string, family: Family, place: Place): Promise<Piece[]> {
  const runs: Piece[] = [];
  for (const [cluster] of text.replace(/[\t\r\n]/g, " ").matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const known = found[family].get(cluster) ?? findFace(cluster, family);
    found[family].set(cluster, known);
    const piece = await known;
    if (!piece) throw missing(cluster, text, place);
    const last = runs.at(-1);
    // A space keeps to the run that it stands in.
    if (last && (last.face === piece.face || (cluster === " " && covers(last.face, cluster)))) last.text += piece.text;
    else runs.push({...piece});
  }
  return runs;
}

interface Style {
  family: Family;
  weight: number;
  size: number;
}

const weights: Record<string, number> = {normal: 400, bold: 700};

/** What an element's own attributes change of the type that it inherits; italics are set upright, as no italic face is carried. */
function styleOf(element: Element, style: Style): Style {
  const family = element.getAttribute("font-family"), weight = element.getAttribute("font-weight"), size = element.getAttribute("font-size");
  return {
    family: family === null ? style.family : /serif/i.test(family) && !/sans-serif/i.test(family) ? "serif" : "sans",
    weight: weight === null ? style.weight : weights[weight] ?? Number(weight),
    size: size === null ? style.size : parseFloat(size)
  };
}

interface TextRun {
  node: Text;
  style: Style;
}

/** The texts that are drawn, in order; a list, as the tree changes while it is gone through. */
function texts(element: Element, style: Style = plain, inText = false): TextRun[] {
  const own = styleOf(element, style), inside = inText || element.localName === "text";
  return [...element.childNodes].flatMap((child) => {
    if (child.nodeType === 3) return inside && child.nodeValue ? [{node: child as Text, style: own}] : [];
    const drawn = child.nodeType === 1 && !/^(title|desc|metadata|style)$/.test((child as Element).localName);
    return drawn ? texts(child as Element, own, inside) : [];
  });
}

const plain: Style = {family: "sans", weight: 400, size: 16};

const names = {sans: "Libre Franklin", serif: "Source Serif 4"};

/**
 * Readies a drawing for fonts inside its file, and says which: each size of the serif gets a family name of its own (in front of the
 * others), and characters that look the same replace those without a glyph. Throws where a character has none.
 */
export async function nameFaces(svg: Element, place: Place): Promise<FaceUse[]> {
  const uses = new Map<string, FaceUse>();
  for (const {node, style} of texts(svg)) {
    const runs = await pieces(node.nodeValue!, style.family, place), size = opticalSize(style.size);
    const name = style.family === "serif" ? `${names.serif} at ${size}` : names.sans;
    node.nodeValue = runs.map(({text}) => text).join("");
    if (style.family === "serif") node.parentElement!.setAttribute("font-family", `'${name}', ${serif}`);
    for (const {face, text} of runs) {
      const key = `${name} ${face.id}`;
      const use = uses.get(key) ?? {name, face, characters: new Set(), weights: new Set(), opticalSize: size};
      uses.set(key, use);
      for (const character of text) use.characters.add(character);
      use.weights.add(style.weight);
    }
  }
  return [...uses.values()];
}

/** What the ids of a set drawing's texts begin with, so that one that a renderer drops is missed. */
export const textId = "text-";

interface Span {
  element: Element;
  face: StaticFace;
  text: string;
  size: number;
}

/** The attribute as an element has it or inherits it within its text. */
function inherited(element: Element, name: string): string | null {
  for (let at: Element | null = element; at; at = at.localName === "text" ? null : at.parentElement) {
    if (at.hasAttribute(name)) return at.getAttribute(name);
  }
  return null;
}

/** The nearest element with a place of its own that the span is the first words of; null where the span follows on. */
function placed(span: Element): Element | null {
  let at = span;
  while (!at.hasAttribute("x")) {
    if (at.localName === "text" || at.previousSibling || !at.parentElement) return null;
    at = at.parentElement;
  }
  return at;
}

/**
 * Gives every span of a text a place of its own. The renderer sets a line that follows on in all its faces at once, and drops it where
 * they do not join letters and accents alike.
 */
function placeSpans(text: Element, spans: readonly Span[]): void {
  const lines: {x: number; spans: Span[]}[] = [];
  for (const span of spans) {
    const start = placed(span.element);
    if (start || !lines.length) lines.push({x: Number(start?.getAttribute("x") ?? 0), spans: []});
    lines.at(-1)!.spans.push(span);
  }
  if (lines.every((line) => line.spans.length === 1)) return;
  const anchor = inherited(text, "text-anchor"), tracking = Number(inherited(text, "letter-spacing") ?? 0);
  for (const line of lines) {
    const widths = line.spans.map(({face, text, size}) => face.advance(text) * size + tracking * [...text].length);
    let x = line.x - widths.reduce((a, b) => a + b, 0) * (anchor === "end" ? 1 : anchor === "middle" ? 0.5 : 0);
    line.spans.forEach(({element}, i) => {
      element.setAttribute("x", x.toFixed(2));
      x += widths[i]!;
    });
  }
  text.removeAttribute("text-anchor");
}

/** Readies a drawing for renderers that know no variable fonts and no fallback: each run of text names the one static face that has it all. */
export async function setType(svg: Element, place: Place): Promise<SetType> {
  const used = new Map<string, StaticFace>(), document = svg.ownerDocument, byText = new Map<Element, Span[]>();
  const decorated = [...svg.querySelectorAll("[text-decoration]")];
  for (const {node, style} of texts(svg)) {
    const text = node.parentElement!.closest("text")!, spans = byText.get(text) ?? [], from = spans.length;
    byText.set(text, spans);
    for (const run of await pieces(node.nodeValue!, style.family, place)) {
      const face = await staticFace(run.face, style.weight, style.size);
      used.set(face.name, face);
      const element = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
      element.setAttribute("font-family", face.name);
      element.setAttribute("font-weight", "normal");
      // The renderer draws a line under a run that asks for it by itself, and under no other.
      const decoration = inherited(node.parentElement!, "text-decoration");
      if (decoration) element.setAttribute("text-decoration", decoration);
      element.textContent = run.text;
      spans.push({element, face, text: run.text, size: style.size});
    }
    node.replaceWith(...spans.slice(from).map(({element}) => element));
  }
  for (const element of decorated) element.removeAttribute("text-decoration");
  [...byText].forEach(([text, spans], i) => {
    placeSpans(text, spans);
    text.setAttribute("id", `${textId}${i}`);
  });
  return {svg, faces: [...used.values()]};
}
