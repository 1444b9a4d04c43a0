import type {Clause, Pole} from "../schema.js";
import type {Theme} from "../theme/theme.js";
import type {DrawOptions} from "./figure.js";
import {px, write, type Parent} from "./text.js";

// Hooks for a page's style sheet. A drawing carries no state of its own; the page sets classes on `.mark`:
//   .mark.is-lit       the clause is under the pointer somewhere on the page
//   .mark.is-selected  the clause is picked
//   .mark.is-out       the filters leave the clause out
// Inside a mark: .mark-shape (disc, diamond, ring or bar), .mark-number, .mark-hit (transparent area).
// .mark.is-sum: a number over several clauses.
// `data-lens` on a group: its marks run in reading order and are too small for their numbers, so that a page may enlarge them.
// `data-clauses` holds the ids, blank-separated; `data-pole` the pole where all its clauses share one.

export type Shape = "disc" | "diamond" | "ring";

const shapes: Record<Pole, Shape> = {commitment: "disc", neutral: "ring", condemnation: "diamond"};

/** Colours of a pole: mark and words. */
export function poleColours(pole: Pole, theme: Theme): {mark: string; text: string; wash: string} {
  if (pole === "commitment") return {mark: theme.com, text: theme.comText, wash: theme.comWash};
  if (pole === "condemnation") return {mark: theme.con, text: theme.conText, wash: theme.conWash};
  return {mark: theme.mark, text: theme.ink2, wash: theme.neutralWash};
}

/** "Commitment", "Neutral", "Condemnation". */
export const poleNames: Record<Pole, string> = {commitment: "Commitment", neutral: "Neutral", condemnation: "Condemnation"};

function shorten(text: string, length = 70): string {
  if (text.length <= length) return text;
  return `${text.slice(0, text.lastIndexOf(" ", length) > 20 ? text.lastIndexOf(" ", length) : length)} …`;
}

/** What a mark is called: one clause with its class and first words, or a count with the numbers. */
export function accessibleName(clauses: Clause[]): string {
  const [first] = clauses;
  if (!first) return "no clause";
  if (clauses.length === 1) {
    const doubt = first.doubts.length ? ", doubtful" : "";
    return `Clause ${first.number}, paragraph ${first.paragraph}: ${first.stance}, strength ${first.strength}${doubt}. ${shorten(first.text.replace(/\s+/g, " "))}`;
  }
  const numbers = clauses.slice(0, 12).map((clause) => clause.number).join(", ");
  return `${clauses.length} clauses: ${numbers}${clauses.length > 12 ? " …" : ""}`;
}

type CarryOptions = Pick<DrawOptions, "href">;

/** Appends the element that a mark is drawn into: a link (or a group, without addresses) that carries its clauses and their name. */
export function carry(parent: Parent, clauses: Clause[], options: CarryOptions, name = accessibleName(clauses)): Parent {
  const href = options.href && clauses[0] ? options.href(clauses[0].id) : null;
  const pole = clauses.every((clause) => clause.pole === clauses[0]?.pole) ? clauses[0]?.pole : undefined;
  const mark = parent.append(href === null ? "g" : "a")
    .attr("class", "mark")
    .attr("href", href)
    .attr("role", href === null ? "img" : null)
    .attr("aria-label", name)
    .attr("data-clauses", clauses.map((clause) => clause.id).join(" "))
    .attr("data-pole", pole ?? null);
  mark.append("title").text(name);
  return mark;
}

/** The same for a number over several clauses: keys walk to it after the marks of single clauses. Nothing is appended where there is no clause. */
export function carrySum(parent: Parent, clauses: Clause[], options: CarryOptions, of: string): Parent {
  if (!clauses.length) return parent;
  return carry(parent, clauses, options, `${of}: ${clauses.length === 1 ? "1 clause" : `${clauses.length} clauses`}`).attr("class", "mark is-sum");
}

export interface MarkOptions {
  /** The clauses that the mark stands for; their pole gives shape and colour. */
  clauses: Clause[];
  x: number;
  y: number;
  /** Radius of the disc in px; a diamond of the same r has the like area. */
  r: number;
  /** Default: disc for commitment, diamond for condemnation, ring for neutral (and for mixed poles). */
  shape?: Shape;
  /** Printed inside where r is 7 px or more. */
  label?: number;
  /** Accessible name where the clauses alone do not say it. */
  name?: string;
  /** Side of the square that reacts to a pointer; default 24 px, less where neighbours stand closer. */
  hit?: number;
  theme: Theme;
  options: CarryOptions & Pick<DrawOptions, "doubtful">;
}

/** Half the diagonal of a diamond of radius r. */
export const diamondReach = (r: number): number => r * 1.3;

/** Draws one mark. Doubtful marks are hollow with a dashed outline; where r is below 7 px dashes would break the shape, so the outline is whole. */
export function mark(parent: Parent, {clauses, x, y, r, shape, label, name, hit = 24, theme, options}: MarkOptions): Parent {
  const link = carry(parent, clauses, options, name);
  const first = clauses[0];
  const pole = first && clauses.every((clause) => clause.pole === first.pole) ? first.pole : "neutral";
  const form = shape ?? shapes[pole];
  const colours = poleColours(pole, theme);
  const doubtful = options.doubtful !== false && clauses.length > 0 && clauses.every((clause) => clause.doubts.length > 0);
  const hollow = doubtful || form === "ring";
  if (r * 2 < hit) link.append("rect").attr("class", "mark-hit")
    .attr("x", px(x - hit / 2)).attr("y", px(y - hit / 2)).attr("width", hit).attr("height", hit).attr("fill", "transparent");
  const line = r >= 7 ? 1.5 : 1.2;
  const outline = hollow ? r - line / 2 : r;
  const reach = diamondReach(outline);
  const element: Parent = form === "diamond"
    ? link.append("path").attr("d", `M${px(x)},${px(y - reach)}L${px(x + reach)},${px(y)}L${px(x)},${px(y + reach)}L${px(x - reach)},${px(y)}Z`).attr("stroke-linejoin", "round")
    : link.append("circle").attr("cx", px(x)).attr("cy", px(y)).attr("r", px(outline));
  element.attr("class", "mark-shape")
    .attr("fill", hollow ? theme.bg : colours.mark)
    .attr("stroke", hollow ? colours.mark : null).attr("stroke-width", hollow ? line : null)
    .attr("stroke-dasharray", doubtful && r >= 7 ? "3 2" : null);
  if (label !== undefined && r >= 7) {
    const digits = String(label).length;
    const size = digits === 1 ? r * 1.15 : digits === 2 ? r : r * 0.82;
    write(link, String(label), {x, y: y + size * 0.36, size, weight: 700, anchor: "middle", fill: hollow ? colours.text : theme.bg})
      .attr("class", "mark-number").attr("aria-hidden", "true");
  }
  return link;
}
