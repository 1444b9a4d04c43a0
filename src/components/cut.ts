import type {Span} from "../schema.js";

/** Cuts a span at every edge of the stretches; each piece comes with the stretches that cover it. */
export function cut<T extends Span>(span: Span, stretches: readonly T[]): {start: number; end: number; in: T[]}[] {
  const inside = stretches.filter((stretch) => stretch.start < span.end && stretch.end > span.start);
  const edges = new Set([span.start, span.end]);
  for (const {start, end} of inside) for (const edge of [start, end]) if (edge > span.start && edge < span.end) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, i) => {
    const start = sorted[i]!;
    return {start, end, in: inside.filter((stretch) => stretch.start <= start && stretch.end >= end)};
  });
}
