const known: string[] = [], middle = 100_000;

/** Hundredths of a px as a decimal without a leading zero, with the blank that parts it from a number before it. */
function decimal(value: number): string {
  const sign = value < 0 ? "-" : " ", size = Math.abs(value), whole = Math.floor(size / 100), rest = size % 100;
  if (!rest) return sign + whole;
  return `${sign}${whole || ""}.${rest % 10 ? String(rest).padStart(2, "0") : rest / 10}`;
}

const written = (value: number): string => Math.abs(value) < middle ? known[value + middle] ??= decimal(value) : decimal(value);

const commands = "MLQC", blank = 32, dash = 45, point = 46, zero = 48;
// From digits with so many decimals to hundredths.
const powers = [100, 10, 1, 0.1];

/**
 * A path of absolute M, L, Q, C and Z commands, parted by blanks, with relative ones in hundredths of a px: outlines of letters take
 * half the room. Any other path comes back as it is.
 */
export function shortPath(path: string): string {
  let short = "", last = "", x = 0, y = 0, startX = 0, startY = 0, at = 0;
  /** The number at `at`, in hundredths; read digit by digit, as a path has tens of thousands. */
  const next = () => {
    const minus = path.charCodeAt(at) === dash;
    let digits = 0, places = -1, code = path.charCodeAt(minus ? ++at : at);
    for (; at < path.length && code !== blank; code = path.charCodeAt(++at)) {
      if (code === point) places = 0;
      else if (places < 0) digits = digits * 10 + code - zero;
      else if (places++ < 3) digits = digits * 10 + code - zero;
    }
    at++;
    const hundredths = Math.round(digits * (powers[Math.min(places, 3)] ?? 100));
    return minus ? -hundredths : hundredths;
  };
  while (at < path.length) {
    const command = path[at]!;
    at += 2;
    if (command === "Z") {
      short += last = "z";
      [x, y] = [startX, startY];
      continue;
    }
    if (!commands.includes(command)) return path;
    const letter = short ? command.toLowerCase() : "M";
    let first = letter !== last || letter === "m";
    if (first) short += letter;
    let toX = x, toY = y;
    while (at < path.length && path.charCodeAt(at) < 65) {
      // From the rounded place, so that errors do not add up.
      toX = next();
      toY = next();
      const dx = written(toX - x);
      short += (first && dx.startsWith(" ") ? dx.slice(1) : dx) + written(toY - y);
      first = false;
    }
    [x, y] = [toX, toY];
    if (command === "M") [startX, startY] = [x, y];
    last = letter;
  }
  return short;
}
