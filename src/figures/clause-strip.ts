import type {Clause} from "../schema.js";
import {measure, type TextStyle} from "../theme/measure.js";
import type {Body} from "./frame.js";
import {carry, poleColours} from "./marks.js";
import {px, write, type Parent} from "./text.js";

/** Where a clause stands in the strip. */
export interface StripPlace {
  x: number;
  width: number;
  /** Top and bottom of its bar. */
  top: number;
  bottom: number;
}

export interface StripOptions {
  clauses: readonly Clause[];
  /** Clauses in full colour; the others are faint. */
  lit: ReadonlySet<Clause>;
  width: number;
  /** Height in px of one step of strength. */
  unit: number;
  /** Print clause numbers below. */
  numbers: boolean;
}

// From here on neighbours touch, and faint ones are drawn as one shape.
const many = 150;

/** Height in px that `drawStrip` takes. */
export const stripHeight = ({unit, numbers}: Pick<StripOptions, "unit" | "numbers">, k: number): number => 6 * unit + (numbers ? 24 * k : 0);

/** Places of the clauses around a neutral line at `middle`: width by words, height by strength, commitment above, condemnation below. */
export function stripPlaces({clauses, width, unit}: StripOptions, middle: number): Map<Clause, StripPlace> {
  const gapOf = (i: number) => i === 0 || clauses.length > many ? 0 : clauses[i]!.paragraph === clauses[i - 1]!.paragraph ? 2 : clauses.length <= 40 ? 8 : 2;
  const gaps = clauses.reduce((sum, _, i) => sum + gapOf(i), 0);
  const words = clauses.reduce((sum, clause) => sum + clause.words, 0) || 1;
  const room = Math.max(width * 0.3, width - gaps), squeeze = gaps ? (width - room) / gaps : 0;
  const places = new Map<Clause, StripPlace>();
  let x = 0;
  clauses.forEach((clause, i) => {
    x += gapOf(i) * squeeze;
    const own = room * clause.words / words, reach = clause.strength * unit, half = unit * 0.43;
    places.set(clause, {
      x, width: own,
      top: middle - (clause.pole === "commitment" ? reach : clause.pole === "neutral" ? half : 0),
      bottom: middle + (clause.pole === "condemnation" ? reach : clause.pole === "neutral" ? half : 0)
    });
    x += own;
  });
  return places;
}

const box = ({x, width, top, bottom}: StripPlace) => `M${px(x)},${px(top)}h${px(Math.max(0.5, width))}V${px(bottom)}H${px(x)}Z`;

/** The statement clause by clause on one line, `lit` clauses in the colour of their pole. Draws from `top` and returns the places. */
export function drawStrip(g: Parent, top: number, options: StripOptions, b: Body): Map<Clause, StripPlace> {
  const {clauses, lit, width, unit} = options;
  const middle = top + 3 * unit, places = stripPlaces(options, middle);
  g.append("line").attr("x2", px(width)).attr("y1", px(middle)).attr("y2", px(middle)).attr("stroke", b.theme.faint);
  const groups: Clause[][] = [];
  for (const clause of clauses) {
    const last = groups.at(-1);
    if (last && clauses.length > many && !lit.has(clause) && !lit.has(last[0]!) && last.length < 20) last.push(clause);
    else groups.push([clause]);
  }
  const drawGroup = (group: Clause[]) => {
    const [first] = group as [Clause, ...Clause[]];
    carry(g, group, b.options).append("path").attr("class", "mark-shape").attr("d", group.map((clause) => box(places.get(clause)!)).join(""))
      .attr("fill", lit.has(first) ? poleColours(first.pole, b.theme).mark : b.theme.rule);
  };
  for (const group of groups) drawGroup(group);
  if (options.numbers) writeNumbers(g, middle + 3 * unit + 17 * b.scale, options, places, b);
  return places;
}

/** Numbers of lit clauses first, then of the others where they still fit. */
function writeNumbers(g: Parent, y: number, {clauses, lit, width}: StripOptions, places: Map<Clause, StripPlace>, b: Body): void {
  const taken: [number, number][] = [];
  const ordered = [...clauses.filter((clause) => lit.has(clause)), ...clauses.filter((clause) => !lit.has(clause))];
  for (const clause of ordered) {
    const style: TextStyle = {size: 12.5 * b.scale, weight: lit.has(clause) ? 700 : 400};
    const place = places.get(clause)!, half = measure(String(clause.number), style) / 2 + 1;
    const x = Math.min(width - half, Math.max(half, place.x + place.width / 2));
    if (taken.some(([from, to]) => x - half - 3 < to && x + half + 3 > from)) continue;
    if (!lit.has(clause) && clauses.length > 60) continue;
    taken.push([x - half, x + half]);
    write(g, String(clause.number), {...style, x, y, anchor: "middle", fill: lit.has(clause) ? b.theme.ink : b.theme.ink3});
  }
}
