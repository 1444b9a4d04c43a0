import {parseHTML} from "linkedom";

/** A picture of fixed size in px. */
export interface Shape {
  width: number;
  height: number;
}

/** The shapes of a figure's pictures by file name. */
export const shapes: Record<string, Shape> = {
  "square.png": {width: 1080, height: 1080},
  "wide.png": {width: 1920, height: 1080},
  "og.png": {width: 1200, height: 630}
};

// From a telephone's width, where figures turn to read down, to a poster's.
const widths = [400, 480, 560, 640, 720, 800, 900, 1000, 1120, 1280, 1440, 1680, 1920, 2240];

const number = (svg: Element, name: string) => Number(svg.getAttribute(name));

/** A figure's drawings at many widths; each width is drawn once, when it is first asked for. */
export function drawnAtWidths(draw: (width: number) => Element): (width: number) => Element {
  const drawn = new Map<number, Element>();
  return (width) => {
    const svg = drawn.get(width) ?? draw(width);
    drawn.set(width, svg);
    return svg;
  };
}

/** The drawing whose letters are largest when it stands whole in the shape, set in the middle of the ground. */
export function fitShape(drawing: (width: number) => Element, shape: Shape, ground: string): Element {
  const scaleOf = (svg: Element) => Math.min(shape.width / number(svg, "width"), shape.height / number(svg, "height"));
  const best = widths.map(drawing).reduce((a, b) => scaleOf(b) > scaleOf(a) ? b : a);
  const scale = scaleOf(best);
  const x = (shape.width - number(best, "width") * scale) / 2, y = (shape.height - number(best, "height") * scale) / 2;

  const {document} = parseHTML("<svg></svg>");
  const create = (name: string, attributes: Record<string, string | number>) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const svg = create("svg", {xmlns: "http://www.w3.org/2000/svg", ...shape, viewBox: `0 0 ${shape.width} ${shape.height}`});
  const place = create("g", {transform: `translate(${x.toFixed(2)},${y.toFixed(2)}) scale(${scale.toFixed(5)})`});
  // The drawing's own attributes (type, colour of ink) hold for all that it contains.
  for (const name of ["font-family", "fill"]) if (best.hasAttribute(name)) place.setAttribute(name, best.getAttribute(name)!);
  place.append(...[...best.childNodes].map((child) => child.cloneNode(true)));
  svg.append(create("rect", {width: shape.width, height: shape.height, fill: ground}), place);
  return svg as unknown as Element;
}
