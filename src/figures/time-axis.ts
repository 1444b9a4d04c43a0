import {measure, type TextStyle} from "../theme/measure.js";
import type {Body} from "./frame.js";
import {px, write, type Parent} from "./text.js";

export interface TimeAxis {
  /** Place of a time in px. */
  x(time: number): number;
  /** Whether the year of a time was printed at its dot; known once drawn. */
  shows(time: number): boolean;
  /** Draws the axis at `y` with a dot for each of `times`. */
  draw(g: Parent, y: number, times: readonly number[], b: Body): void;
}

const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200];

/** A true axis of years from `first` to `now` (both as years with fractions), `width` px long. */
export function timeAxis(first: number, now: number, width: number, k: number): TimeAxis {
  const start = Math.min(first, now - 8), inset = 20 * k;
  const end = Math.max(now, first);
  const right = Math.max(inset + 1, width - 18 * k);
  const x = (time: number) => inset + (time - start) / (end - start) * (right - inset);
  const printed = new Set<number>();
  const year = (time: number) => Math.floor(time);
  const bold: TextStyle = {size: 14.5 * k, weight: 700}, plain: TextStyle = {size: 13.5 * k};
  const taken: [number, number][] = [];
  const place = (text: string, at: number, style: TextStyle): boolean => {
    const half = measure(text, style) / 2;
    if (at - half < 0 || at + half > width || taken.some(([from, to]) => at - half - 6 * k < to && at + half + 6 * k > from)) return false;
    taken.push([at - half, at + half]);
    return true;
  };
  return {
    x,
    shows: (time) => printed.has(year(time)),
    draw(g, y, times, b) {
      g.append("line").attr("x2", px(width)).attr("y1", px(y)).attr("y2", px(y)).attr("stroke", b.theme.ink).attr("stroke-width", 1.5);
      const nowX = x(now);
      g.append("line").attr("x1", px(nowX)).attr("x2", px(nowX)).attr("y1", px(y - 18 * k)).attr("y2", px(y + 8 * k)).attr("stroke", b.theme.ink).attr("stroke-width", 1.5);
      write(g, `this statement, ${year(now)}`, {size: 13.5 * k, weight: 650, x: nowX, y: y - 26 * k, anchor: "end", fill: b.theme.ink2, halo: b.theme.bg});
      taken.push([nowX - 8 * k, nowX + 8 * k]);
      for (const time of times) {
        const at = x(time);
        g.append("circle").attr("cx", px(at)).attr("cy", px(y)).attr("r", px(4.8 * k)).attr("fill", b.theme.ink);
        if (printed.has(year(time)) || !place(String(year(time)), at, bold)) continue;
        printed.add(year(time));
        write(g, String(year(time)), {...bold, x: at, y: y - 11 * k, anchor: "middle", fill: b.theme.ink, halo: b.theme.bg});
      }
      const step = steps.find((size) => (x(start + size) - x(start)) >= 64 * k) ?? 500;
      for (let tick = Math.ceil(start / step) * step; tick <= end; tick += step) {
        g.append("line").attr("x1", px(x(tick))).attr("x2", px(x(tick))).attr("y1", px(y)).attr("y2", px(y + 5 * k)).attr("stroke", b.theme.ink3);
        if (place(String(tick), x(tick), plain)) write(g, String(tick), {...plain, x: x(tick), y: y - 11 * k, anchor: "middle", fill: b.theme.ink3, halo: b.theme.bg});
      }
    }
  };
}
