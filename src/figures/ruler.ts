import {measure, type TextStyle} from "../theme/measure.js";

export interface RulerPlace {
  number: number;
  /** Extent in px of what the number names. */
  x0: number;
  x1: number;
}

/**
 * The numbers of a ruler that have room, with the middle of each label: all of them, else every second, fifth, tenth …, so that
 * the ruler stays regular. `least` is the smallest such step; labels keep inside `bounds` and `gap` px apart.
 */
export function rulerLabels(places: readonly RulerPlace[], text: (number: number) => string, style: TextStyle, {gap, bounds, least = 1}: {gap: number; bounds: [number, number]; least?: number}): {number: number; x: number}[] {
  for (const every of [1, 2, 5, 10, 20, 50, 100, 200, 500]) {
    if (every < least) continue;
    let end = -Infinity;
    const kept = places.filter(({number}) => number % every === 0).map(({number, x0, x1}) => {
      const half = measure(text(number), style) / 2;
      return {number, half, x: Math.max(bounds[0] + half, Math.min((x0 + x1) / 2, bounds[1] - half))};
    });
    const fits = kept.every(({x, half}) => {
      const free = x - half >= end;
      end = x + half + gap;
      return free;
    });
    if (fits) return kept.map(({number, x}) => ({number, x}));
  }
  return [];
}
