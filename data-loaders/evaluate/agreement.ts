/** Krippendorff's alpha for two codings of the same units, nominal categories, no values missing (Krippendorff 2011, Computing Krippendorff's alpha-reliability). */
export function krippendorffAlpha(pairs: readonly (readonly [string, string])[]): number {
  const counts = new Map<string, number>();
  for (const value of pairs.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = 2 * pairs.length;
  if (!values) return NaN;
  let agree = 0;
  for (const count of counts.values()) agree += count * (count - 1);
  const expected = 1 - agree / (values * (values - 1));
  const observed = pairs.filter(([a, b]) => a !== b).length / pairs.length;
  return expected ? 1 - observed / expected : 1;
}

/** B-cubed F1 of each matched mention: are the same mentions one thing in both codings? Names need not be alike (Bagga and Baldwin 1998). */
export function bCubed(pairs: readonly (readonly [string, string])[]): number[] {
  return pairs.map(([reference, predicted]) => {
    const both = pairs.filter(([r, p]) => r === reference && p === predicted).length;
    const precision = both / pairs.filter(([, p]) => p === predicted).length;
    const recall = both / pairs.filter(([r]) => r === reference).length;
    return (2 * precision * recall) / (precision + recall);
  });
}

/** What was asked for, found, given and right. Recall and precision count apart because what is allowed is in neither. */
export class Tally {
  asked = 0;
  found = 0;
  given = 0;
  right = 0;
  get precision(): number { return this.given ? this.right / this.given : this.asked ? 0 : 1; }
  get recall(): number { return this.asked ? this.found / this.asked : 1; }
  get f1(): number { return this.precision + this.recall ? (2 * this.precision * this.recall) / (this.precision + this.recall) : 0; }
}

/** Share of true values. */
export const share = (flags: readonly boolean[]): number => flags.length ? flags.filter(Boolean).length / flags.length : NaN;
