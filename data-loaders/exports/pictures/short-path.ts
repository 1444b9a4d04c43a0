const hundredths = (value: number) => {
  const text = (value / 100).toString();
  return text.replace(/^(-?)0\./, "$1.");
};

/** A path of absolute M, L, Q, C and Z commands with relative ones, in hundredths of a px: outlines of letters take half the room. */
export function shortPath(path: string): string {
  let written = "", last = "", x = 0, y = 0, startX = 0, startY = 0;
  for (const [, command, rest] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    if (command === "Z") {
      [x, y] = [startX, startY];
      written += last = "z";
      continue;
    }
    if (!"MLQC".includes(command!)) return path;
    const values = (rest!.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map((value) => Math.round(Number(value) * 100));
    // From the rounded place, so that errors do not add up.
    const moves = values.map((value, i) => hundredths(value - (i % 2 ? y : x)));
    [x, y] = values.slice(-2) as [number, number];
    if (command === "M") [startX, startY] = [x, y];
    const letter = command === "M" && !written ? "M" : command!.toLowerCase();
    written += (letter === last && letter !== "m" ? " " : letter) + moves.join(" ");
    last = letter;
  }
  return written.replaceAll(" -", "-");
}
