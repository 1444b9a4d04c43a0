import {parseHTML} from "linkedom";

/** A picture of fixed size in px. */
export interface Shape {
  width: number;
  height: number;
  /** Scale of all type where the figure is drawn to the shape. */
  typeScale: number;
  /** True: a drawing of free height comes first, where its letters stay large in the shape. */
  free?: boolean;
}

/** The shapes of a figure's pictures by file name. */
export const shapes: Record<string, Shape> = {
  "square.png": {width: 1080, height: 1080, typeScale: 1.3, free: true},
  "wide.png": {width: 1920, height: 1080, typeScale: 1.6},
  "og.png": {width: 1200, height: 630, typeScale: 1}
};

/** Draws the figure at a width; with a height, to fill it. */
export type Draw = (options: {width: number; height?: number; typeScale?: number}) => Element;

// From a telephone's width, where figures turn to read down, to half as much again as a square has.
const widths = [520, 640, 760, 900];

const number = (svg: Element, name: string) => Number(svg.getAttribute(name));

function scaleIn(svg: Element, {width, height}: Shape): number {
  return Math.min(width / number(svg, "width"), height / number(svg, "height"));
}

function centred(drawing: Element, shape: Shape, ground: string): Element {
  const {document} = parseHTML("<svg></svg>"), scale = scaleIn(drawing, shape);
  const create = (name: string, attributes: Record<string, string | number>) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const {width, height} = shape;
  const [x, y] = [(width - number(drawing, "width") * scale) / 2, (height - number(drawing, "height") * scale) / 2];
  const svg = create("svg", {xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`});
  const place = create("g", {transform: `translate(${x.toFixed(2)},${y.toFixed(2)}) scale(${scale.toFixed(5)})`});
  // The root's own attributes (type, colour of ink) hold for all that it contains.
  for (const name of ["font-family", "fill"]) if (drawing.hasAttribute(name)) place.setAttribute(name, drawing.getAttribute(name)!);
  place.append(...[...drawing.childNodes] as unknown as (typeof place)[]);
  svg.append(create("rect", {width, height, fill: ground}), place);
  return svg as unknown as Element;
}

/** The figure whole in the shape: laid out for it, or of free height and in the middle of the ground. */
export function fitShape(draw: Draw, shape: Shape, ground: string): Element {
  if (shape.free) {
    const best = widths.map((width) => draw({width})).reduce((a, b) => scaleIn(b, shape) > scaleIn(a, shape) ? b : a);
    if (scaleIn(best, shape) >= 1) return centred(best, shape, ground);
  }
  const {width, height, typeScale} = shape;
  return draw({width, height, typeScale});
}
