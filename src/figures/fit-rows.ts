/**
 * How many rows of these heights (px) go into `room`, and by what factor their heights change. All of them, closer together,
 * where that leaves 70 %; else as many as fit at 80 %, with `rest` px kept for the line that counts the others. No limit: all as they are.
 * `most` is how far rows may spread where there is more room than they need.
 */
export function fitRows(heights: readonly number[], room: number | null, rest: number, most = 1.15): {shown: number; squeeze: number} {
  const sum = (n: number) => heights.slice(0, n).reduce((a, c) => a + c, 0);
  const all = heights.length;
  if (room === null || all === 0) return {shown: all, squeeze: 1};
  if (room / sum(all) >= 0.7) return {shown: all, squeeze: Math.min(most, room / sum(all))};
  let shown = all - 1;
  while (shown > 1 && sum(shown) * 0.8 > room - rest) shown--;
  return {shown, squeeze: Math.min(most, (room - rest) / sum(shown))};
}
