import type {Selection} from "d3-selection";
import {sans, serif} from "../theme/theme.js";
import type {TextStyle} from "../theme/measure.js";

/** Any SVG element under construction. */
export type Parent = Selection<any, unknown, any, any>;

export interface WriteOptions extends TextStyle {
  x?: number;
  /** Baseline of the first line. */
  y: number;
  fill: string;
  anchor?: "start" | "middle" | "end";
  /** Distance of baselines in px; default 1.3 × size. */
  leading?: number;
  italic?: boolean;
  /** Colour of a ground halo, where a label may cross a line. */
  halo?: string;
}

const families = {sans, serif};

/** Sets lines of text; attributes rather than CSS, so that a saved file looks the same. */
export function write(parent: Parent, lines: string | string[], options: WriteOptions): Parent {
  const {x = 0, y, size, weight = 400, face = "sans", tracking = 0, fill, anchor = "start", leading = size * 1.3, halo} = options;
  const text = parent.append("text")
    .attr("x", px(x)).attr("y", px(y)).attr("font-size", px(size)).attr("fill", fill)
    .attr("font-weight", weight === 400 ? null : weight)
    .attr("font-family", face === "sans" ? null : families[face])
    .attr("font-style", options.italic ? "italic" : null)
    .attr("letter-spacing", tracking ? px(tracking * size) : null)
    .attr("text-anchor", anchor === "start" ? null : anchor);
  if (halo) text.attr("stroke", halo).attr("stroke-width", 5).attr("stroke-linejoin", "round").attr("paint-order", "stroke");
  const all = typeof lines === "string" ? [lines] : lines;
  if (all.length === 1) text.text(all[0]!);
  else all.forEach((line, i) => text.append("tspan").attr("x", px(x)).attr("y", px(y + i * leading)).text(line));
  return text;
}

/** A length with at most one decimal, so that files stay small and snapshots stable. */
export const px = (value: number): number => Math.round(value * 10) / 10;
