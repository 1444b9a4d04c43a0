// Arrow keys inside a figure or the text: one tab stop each, the mark that was last in focus keeps it.

const groups = ".figure svg, .reading, .mentions";
const markSelector = "a.mark, a.num";

const numberOf = (id: string) => id.split(/\D+/).filter(Boolean).map(Number).reduce((sum, n) => sum * 1000 + n, 0);
const isSum = (mark: Element) => mark.classList.contains("is-sum");
// Numbers over several clauses come last, so that the keys walk clause by clause.
const order = (mark: Element) => (isSum(mark) ? 1e12 : 0) + numberOf(mark.getAttribute("data-clauses")?.split(" ")[0] ?? "");

function marksOf(group: Element): HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>(markSelector)].filter((mark) => !mark.closest(".mark-ring"));
}

/** The nearest mark above or below. */
function vertical(from: Element, marks: HTMLElement[], way: 1 | -1): HTMLElement | undefined {
  const a = from.getBoundingClientRect(), x = a.left + a.width / 2, y = a.top + a.height / 2;
  let best: HTMLElement | undefined, least = Infinity;
  for (const mark of marks) {
    const b = mark.getBoundingClientRect(), dy = (b.top + b.height / 2 - y) * way, dx = Math.abs(b.left + b.width / 2 - x);
    if (mark === from || dy < 4) continue;
    const distance = dy + 2 * dx;
    if (distance < least) {
      least = distance;
      best = mark;
    }
  }
  return best;
}

/** The mark that a key leads to, or undefined where the key means nothing here. */
export function nextMark(key: string, from: HTMLElement, marks: HTMLElement[]): HTMLElement | undefined {
  if (key === "ArrowUp" || key === "ArrowDown") return vertical(from, marks, key === "ArrowUp" ? -1 : 1);
  const sorted = marks.map((mark, i) => ({mark, i, at: order(mark)})).sort((a, b) => a.at - b.at || a.i - b.i).map(({mark}) => mark);
  const at = sorted.indexOf(from);
  if (key === "ArrowRight") return sorted[at + 1];
  if (key === "ArrowLeft") return sorted[at - 1];
  if (key === "Home") return sorted[0];
  return key === "End" ? sorted.findLast((mark) => !isSum(mark)) ?? sorted.at(-1) : undefined;
}

let last: {group: Element; mark: HTMLElement} | undefined;

/** Puts the focus back where it was, on the mark of this clause if that figure or text has one. */
export function returnFocus(clause: string): void {
  if (!last) return;
  const there = marksOf(last.group).find((mark) => mark.getAttribute("data-clauses")?.split(" ").includes(clause));
  (last.mark.getAttribute("data-clauses")?.split(" ").includes(clause) ? last.mark : there ?? last.mark).focus({preventScroll: true});
}

/** Every figure, the text and each list of mentions below a root: what shall be one tab stop. */
export const rovingGroups = (root: ParentNode): Iterable<Element> => root.querySelectorAll(groups);

/** Makes a figure, the text or a list of mentions one tab stop. */
export function rove(group: Element): void {
  const marks = marksOf(group), first = marks.find((mark) => !isSum(mark)) ?? marks[0];
  for (const mark of marks) mark.setAttribute("tabindex", mark === first ? "0" : "-1");
}

/** Arrow keys inside each figure, the text and each list of mentions. */
export function startRoving(): void {
  document.addEventListener("focusin", (event) => {
    const mark = (event.target as Element).closest<HTMLElement>(markSelector), group = mark?.closest(groups);
    if (!mark || !group) return;
    for (const other of group.querySelectorAll('[tabindex="0"]')) if (other.matches(markSelector)) other.setAttribute("tabindex", "-1");
    mark.setAttribute("tabindex", "0");
    last = {group, mark};
  });
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const mark = (event.target as Element).closest<HTMLElement>(markSelector), group = mark?.closest(groups);
    if (!mark || !group) return;
    const next = nextMark(event.key, mark, marksOf(group));
    if (!next && !/^(Arrow|Home|End)/.test(event.key)) return;
    event.preventDefault();
    next?.focus();
  });
}
