import {measure} from "../theme/measure.js";
import {sans, serif} from "../theme/theme.js";
import {px, type Parent} from "./text.js";

/** A piece of a line in its own setting: the verb bold, the intensifier underlined, the rest plain. */
export interface Run {
  text: string;
  size: number;
  fill: string;
  weight?: number;
  face?: "sans" | "serif";
  underline?: boolean;
  /** No space before it: it continues the run before. */
  glued?: boolean;
  /** No line ends before it. */
  bound?: boolean;
}

interface Word extends Run {
  /** Space before it in px. */
  space: number;
  width: number;
}

function words(runs: readonly Run[]): Word[] {
  return runs.flatMap((run) => run.text.split(/\s+/).filter(Boolean).map((text, i) => {
    const glued = i === 0 && run.glued === true;
    return {...run, text, width: measure(text, run), space: glued ? 0 : measure(" ", run), bound: glued || (i === 0 && run.bound === true)};
  }));
}

const lineWidth = (line: readonly Word[]) => line.reduce((sum, word, i) => sum + word.width + (i ? word.space : 0), 0);

/** Ends a line with " …" within the width. */
function close(line: readonly Word[], width: number): Word[] {
  const kept = [...line], [first] = line as [Word, ...Word[]];
  const style = {...kept.at(-1)!, weight: 400, underline: false};
  const dots: Word = {...style, text: "…", width: measure("…", style), space: measure(" ", style)};
  while (kept.length > 1 && lineWidth([...kept, dots]) > width) while (kept.pop()!.bound && kept.length > 1);
  while (kept.length > 1 && /^[…·]$/.test(kept.at(-1)!.text)) kept.pop();
  const end = kept.at(-1)!;
  kept[kept.length - 1] = {...end, text: end.text.replace(/[,;:.(]$/, "")};
  if (lineWidth([...kept, dots]) <= width) return [...kept, dots];
  let text = first.text;
  while (text.length > 1 && measure(`${text}…`, first) > width) text = text.slice(0, -1);
  return [{...first, text: `${text}…`, width: measure(`${text}…`, first)}];
}

/** Breaks runs into lines no wider than `width` px; what does not fit `maxLines` is cut at a word and closed with "…". */
export function wrapRuns(runs: readonly Run[], width: number, maxLines = 1): Word[][] {
  const units: Word[][] = [];
  for (const word of words(runs)) {
    if (word.bound && units.length) units.at(-1)!.push(word);
    else units.push([word]);
  }
  const lines: Word[][] = [];
  for (const unit of units) {
    const last = lines.at(-1);
    if (last && lineWidth([...last, ...unit]) <= width) last.push(...unit);
    else if (lines.length < maxLines) lines.push([...unit]);
    else {
      lines[lines.length - 1] = close([...last!, ...unit], width);
      break;
    }
  }
  return lines.map((line) => lineWidth(line) > width ? close(line, width) : line);
}

/** Width in px of the widest line. */
export const runsWidth = (lines: readonly Word[][]): number => Math.max(0, ...lines.map(lineWidth));

/** Sets lines of runs; neighbouring words in one setting share a tspan. */
export function writeRuns(parent: Parent, lines: readonly Word[][], place: {x: number; y: number; leading: number; anchor?: "start" | "middle" | "end"}): void {
  lines.forEach((line, i) => {
    const text = parent.append("text").attr("x", px(place.x)).attr("y", px(place.y + i * place.leading))
      .attr("text-anchor", !place.anchor || place.anchor === "start" ? null : place.anchor);
    let open: Word | null = null, span: Parent | null = null, content = "";
    const flush = () => span?.text(content);
    line.forEach((word, j) => {
      const same = open && open.size === word.size && open.fill === word.fill && open.weight === word.weight
        && open.face === word.face && open.underline === word.underline;
      const gap = j && word.space ? " " : "";
      if (same) content += gap + word.text;
      else {
        // The space goes with the plainer of two neighbours, so that an underline ends with its word.
        if (span && gap && !open?.underline) content += gap;
        flush();
        content = span && gap && open?.underline ? gap + word.text : word.text;
        span = text.append("tspan").attr("font-size", px(word.size)).attr("fill", word.fill)
          .attr("font-weight", word.weight && word.weight !== 400 ? word.weight : null)
          .attr("font-family", word.face === "serif" ? serif : sans)
          .attr("text-decoration", word.underline ? "underline" : null);
      }
      open = word;
    });
    flush();
  });
}
