// Hundredths of a px as a decimal without a leading zero.
function decimal(value: number): string {
  if (value % 100 === 0) return String(value / 100);
  const sign = value < 0 ? "-" : "", size = Math.abs(value), whole = Math.floor(size / 100), rest = size % 100;
  return `${sign}${whole || ""}.${rest % 10 ? String(rest).padStart(2, "0") : rest / 10}`;
}

const commands = "MLQC";

/**
 * A path of absolute M, L, Q, C and Z commands, parted by blanks, with relative ones in hundredths of a px: outlines of letters take
 * half the room. Any other path comes back as it is.
 */
export function shortPath(path: string): string {
  const tokens = path.split(" "), written: string[] = [];
  let command = "", last = "", x = 0, y = 0, startX = 0, startY = 0;
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!;
    if (token === "Z") {
      written.push(last = "z");
      [x, y] = [startX, startY];
      i++;
      continue;
    }
    if (!commands.includes(token)) return path;
    command = token;
    i++;
    let moves = "", toX = x, toY = y;
    while (i < tokens.length && !(tokens[i]! >= "A")) {
      // From the rounded place, so that errors do not add up.
      toX = Math.round(Number(tokens[i]) * 100);
      toY = Math.round(Number(tokens[i + 1]) * 100);
      const dx = decimal(toX - x), dy = decimal(toY - y);
      moves += (moves && !dx.startsWith("-") ? " " : "") + dx + (dy.startsWith("-") ? "" : " ") + dy;
      i += 2;
    }
    [x, y] = [toX, toY];
    if (command === "M") [startX, startY] = [x, y];
    const letter = command === "M" && !written.length ? "M" : command.toLowerCase();
    const repeated = letter === last && letter !== "m";
    written.push(repeated ? (moves.startsWith("-") ? "" : " ") : letter, moves);
    last = letter;
  }
  return written.join("");
}
