import type {Clause, Stance} from "../schema.js";
import type {Theme} from "../theme/theme.js";
import {poleColours} from "./marks.js";
import {px, type Parent} from "./text.js";

export type Side = "top" | "bottom" | "left" | "right";

export interface BarBox {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The outer edge: away from the neutral line. Neutral bars have none. */
  edge: Side | null;
}

/** Defines the hatching of `urge` once per drawing; returns its `url(#…)`. */
export function hatch(defs: Parent, id: string, theme: Theme, scale = 1): string {
  const step = 5 * scale;
  defs.append("pattern").attr("id", id).attr("width", step).attr("height", step)
    .attr("patternUnits", "userSpaceOnUse").attr("patternTransform", "rotate(45)")
    .append("rect").attr("width", px(1.6 * scale)).attr("height", step).attr("fill", theme.mark);
  return `url(#${id})`;
}

const box = (parent: Parent, {x, y, width, height}: Omit<BarBox, "edge">) =>
  parent.append("rect").attr("x", px(x)).attr("y", px(y)).attr("width", px(Math.max(0.5, width))).attr("height", px(Math.max(0.5, height)));

function edgeBox({x, y, width, height, edge}: BarBox, size: number): Omit<BarBox, "edge"> {
  if (edge === "top") return {x, y, width, height: size};
  if (edge === "bottom") return {x, y: y + height - size, width, height: size};
  if (edge === "left") return {x, y, width: size, height};
  return {x: x + width - size, y, width: size, height};
}

export interface BarStyle {
  theme: Theme;
  hatch: string;
  /** Drawn as a dashed outline. */
  doubtful?: boolean;
  /** Drawn in the colour of marks out of focus. */
  faint?: boolean;
  scale?: number;
}

/**
 * One clause as a bar in the pattern of its class. Poles: the strongest class solid, support and oppose a 42 % tint with a
 * solid outer edge, concern an outline with that edge. Neutral: affirm solid, decide solid and darker, norm outlined,
 * urge hatched, describe a thin rule along the line.
 */
export function bar(parent: Parent, stance: Stance, at: BarBox, {theme, hatch: hatching, doubtful = false, faint = false, scale = 1}: BarStyle): void {
  const pole = stance === "commit" || stance === "support" ? "commitment" : stance === "concern" || stance === "oppose" || stance === "condemn" ? "condemnation" : "neutral";
  const colour = faint ? theme.faint : stance === "decide" ? theme.ink2 : poleColours(pole, theme).mark;
  if (stance === "describe") {
    const across = at.width > at.height || at.edge === null && at.width >= 12;
    const thick = Math.min(3 * scale, at.height, at.width);
    const rule = across ? {...at, y: at.y + (at.height - thick) / 2, height: thick} : {...at, x: at.x + (at.width - thick) / 2, width: thick};
    box(parent, rule).attr("class", "mark-shape").attr("fill", colour);
    return;
  }
  const outlined = stance === "norm" || stance === "concern" || stance === "urge" || doubtful;
  const line = Math.min(1.3 * scale, at.width / 3);
  const inset = outlined ? {x: at.x + line / 2, y: at.y + line / 2, width: at.width - line, height: at.height - line} : at;
  const tinted = !doubtful && (stance === "support" || stance === "oppose");
  // The ground first, so that the staff does not show through.
  if (tinted || stance === "urge") box(parent, inset).attr("fill", theme.bg);
  box(parent, inset).attr("class", "mark-shape")
    .attr("fill", stance === "urge" && !faint ? hatching : outlined ? theme.bg : colour)
    .attr("fill-opacity", tinted ? 0.42 : null)
    .attr("stroke", outlined ? colour : null).attr("stroke-width", outlined ? px(line) : null)
    .attr("stroke-dasharray", doubtful && at.width >= 8 && at.height >= 8 ? "3 2" : null);
  if (stance === "support" || stance === "oppose" || stance === "concern") {
    box(parent, edgeBox(at, Math.min(4 * scale, (at.edge === "left" || at.edge === "right" ? at.width : at.height) / 3))).attr("fill", colour);
  }
}

/** Whether a clause is drawn hollow. */
export const isDoubtful = (clause: Clause, options: {doubtful?: boolean}): boolean => options.doubtful !== false && clause.doubts.length > 0;
