import {measure} from "../../src/theme/measure.js";

export interface TextBox {
  text: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export const overlap = (a: TextBox, b: TextBox, tolerance: number): boolean =>
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > tolerance && Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > tolerance;

interface Setting {size: number; weight: number; face: "sans" | "serif"; spacing: number; anchor: string}

const value = (element: Element, name: string) => element.getAttribute(name);

function setting(element: Element, outer: Setting): Setting {
  const family = value(element, "font-family"), weight = value(element, "font-weight");
  return {
    size: Number(value(element, "font-size") ?? outer.size), weight: weight === "bold" ? 700 : Number(weight ?? outer.weight),
    face: family === null ? outer.face : family.includes("Serif") ? "serif" : "sans",
    spacing: Number(value(element, "letter-spacing") ?? outer.spacing), anchor: value(element, "text-anchor") ?? outer.anchor
  };
}

interface Place {x: number; y: number; turned: boolean}

// Figures move groups and turn headings to read upwards; nothing else.
function moved(element: Element, {x, y, turned}: Place): Place {
  const transform = value(element, "transform") ?? "";
  const [, dx = "0", dy = "0"] = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(transform) ?? [];
  return {x: x + Number(dx), y: y + Number(dy), turned: turned || transform.includes("rotate(-90)")};
}

/** The boxes of all lines of text in a drawing, from font metrics, as a browser would set them. */
export function textBoxes(svg: Element): TextBox[] {
  const boxes: TextBox[] = [];
  const visit = (element: Element, outer: Setting, from: Place): void => {
    const own = setting(element, outer), place = moved(element, from);
    if (element.localName === "text") boxes.push(...lines(element, own, place));
    else if (!["title", "desc", "defs"].includes(element.localName)) for (const child of element.children) visit(child, own, place);
  };
  visit(svg, {size: 16, weight: 400, face: "sans", spacing: 0, anchor: "start"}, {x: 0, y: 0, turned: false});
  return boxes;
}

function lines(element: Element, own: Setting, place: Place): TextBox[] {
  const found: {x: number; y: number; parts: {text: string; setting: Setting}[]}[] = [{x: Number(value(element, "x") ?? 0), y: Number(value(element, "y") ?? 0), parts: []}];
  for (const node of element.childNodes) {
    if (node.nodeType === 3) found.at(-1)!.parts.push({text: node.textContent ?? "", setting: own});
    else {
      const span = node as Element;
      if (value(span, "x") !== null) found.push({x: Number(value(span, "x")), y: Number(value(span, "y") ?? found.at(-1)!.y), parts: []});
      found.at(-1)!.parts.push({text: span.textContent ?? "", setting: setting(span, own)});
    }
  }
  return found.filter(({parts}) => parts.some(({text}) => text.trim())).map(({x, y, parts}) => {
    const width = parts.reduce((sum, {text, setting: {size, weight, face, spacing}}) => sum + measure(text, {size, weight, face}) + text.length * spacing, 0);
    const size = Math.max(...parts.map((part) => part.setting.size)), {anchor} = parts[0]!.setting;
    const left = x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0), text = parts.map((part) => part.text).join("");
    const up = 0.72 * size, down = 0.2 * size;
    return place.turned
      ? {text, x0: place.x + y - up, x1: place.x + y + down, y0: place.y - left - width, y1: place.y - left}
      : {text, x0: place.x + left, x1: place.x + left + width, y0: place.y + y - up, y1: place.y + y + down};
  });
}

/** The boxes of the rectangles that a selector finds, where groups have moved them. */
export function rectBoxes(svg: Element, selector: string): TextBox[] {
  return [...svg.querySelectorAll(selector)].map((rect) => {
    let place: Place = {x: 0, y: 0, turned: false};
    for (let element: Element | null = rect; element && element !== svg; element = element.parentElement) place = moved(element, place);
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(value(rect, name) ?? 0)) as [number, number, number, number];
    return {text: value(rect.parentElement!, "data-clauses") ?? "", x0: place.x + x, y0: place.y + y, x1: place.x + x + width, y1: place.y + y + height};
  });
}

/** Pairs of texts that lie over each other, and texts that leave the frame, in words; tolerance in px. */
export function textFaults(svg: Element, tolerance = 1.5): string[] {
  const boxes = textBoxes(svg), width = Number(value(svg, "width")), height = Number(value(svg, "height")), faults: string[] = [];
  const say = ({text, x0, y0}: TextBox) => `"${text.slice(0, 40)}" at ${Math.round(x0)},${Math.round(y0)}`;
  boxes.forEach((a, i) => {
    if (a.x0 < -tolerance || a.x1 > width + tolerance || a.y0 < -tolerance || a.y1 > height + tolerance) faults.push(`${say(a)} leaves the frame of ${width} × ${height}`);
    for (const b of boxes.slice(i + 1)) {
      if (overlap(a, b, tolerance)) faults.push(`${say(a)} overlaps ${say(b)}`);
    }
  });
  return faults;
}
