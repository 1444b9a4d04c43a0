import type {Span} from "../../src/schema.js";

/** Shared part of two places, as a share of the place that both cover together. */
export function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const union = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  return shared > 0 ? shared / union : 0;
}

/** Pairs places one to one, best overlap first; pairs that overlap less than `least` are left apart. Maps are from index to index. */
export function align(references: readonly Span[], predictions: readonly Span[], least: number) {
  const candidates: {i: number; j: number; share: number}[] = [];
  references.forEach((reference, i) => predictions.forEach((prediction, j) => {
    const share = overlap(reference, prediction);
    if (share >= least) candidates.push({i, j, share});
  }));
  candidates.sort((a, b) => b.share - a.share);
  const byReference = new Map<number, number>(), byPrediction = new Map<number, number>();
  for (const {i, j} of candidates) {
    if (byReference.has(i) || byPrediction.has(j)) continue;
    byReference.set(i, j);
    byPrediction.set(j, i);
  }
  return {byReference, byPrediction};
}
