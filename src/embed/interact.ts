import {isNarrowed, matches, type Selection} from "../queries/selection.js";
import type {Clause} from "../schema.js";
import type {Filtered, ShownClause} from "./shown-clause.js";
import {WordsBox} from "./words-box.js";

export interface InteractOptions {
  /** Holds one drawing for each width (one of them visible), and the box with the words. */
  stage: HTMLElement;
  clauses: ReadonlyMap<string, ShownClause & Filtered>;
  selection: Selection;
}

const step: Record<string, number> = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};
const idsOf = (mark: Element) => (mark.getAttribute("data-clauses") ?? "").split(" ").filter(Boolean);

/**
 * Makes the drawings of a stage live: pointer and keyboard focus show the words behind a mark, click, Enter and Space keep them open,
 * arrow keys go from clause to clause, Escape closes. One tab stop a drawing. Call `refresh` after another drawing was put in or came into view.
 */
export function interact({stage, clauses, selection}: InteractOptions): {refresh(): void} {
  let picked: string[] = selection.clause.filter((id) => clauses.has(id));
  let opener: Element | null = null;
  const box = new WordsBox(stage, close);
  const allMarks = () => [...stage.querySelectorAll(".mark")];
  const visible = () => allMarks().filter((mark) => mark.getClientRects().length > 0);
  const wordsOf = (ids: readonly string[]) => ids.flatMap((id) => clauses.get(id) ?? []);
  // Numbers over several clauses come last.
  const order = (mark: Element) => (mark.classList.contains("is-sum") ? 1e6 : 0) + (clauses.get(idsOf(mark)[0] ?? "")?.number ?? 0);
  const markOf = (target: EventTarget | null) => (target as Element | null)?.closest?.(".mark") ?? null;

  function light(ids: readonly string[]): void {
    for (const mark of allMarks()) mark.classList.toggle("is-lit", idsOf(mark).some((id) => ids.includes(id)));
  }

  function pick(ids: readonly string[]): void {
    picked = [...ids];
    for (const mark of allMarks()) mark.classList.toggle("is-selected", idsOf(mark).some((id) => picked.includes(id)));
  }

  function preview(mark: Element | null): void {
    light(mark ? idsOf(mark) : []);
    if (opener) return;
    if (mark) box.show(wordsOf(idsOf(mark)), mark, false);
    else box.hide();
  }

  function open(mark: Element, ids = idsOf(mark)): void {
    opener = mark;
    pick(ids);
    box.show(wordsOf(ids), mark, true);
  }

  function close(): void {
    const focused = box.contains(active());
    const mark = opener;
    opener = null;
    box.hide();
    pick([]);
    if (focused && mark) focus(mark);
  }

  const active = () => (stage.getRootNode() as Document | ShadowRoot).activeElement;

  function focus(mark: Element): void {
    for (const other of allMarks()) if (other.closest("svg") === mark.closest("svg")) other.setAttribute("tabindex", other === mark ? "0" : "-1");
    (mark as SVGElement).focus();
  }

  function move(from: Element, key: string): void {
    const marks = visible().sort((a, b) => order(a) - order(b));
    const to = key === "Home" ? 0 : key === "End" ? marks.findLastIndex((mark) => !mark.classList.contains("is-sum")) : marks.indexOf(from) + step[key]!;
    const mark = marks[Math.min(marks.length - 1, Math.max(0, to))]!;
    focus(mark);
    if (opener) open(mark);
  }

  stage.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch" && !box.contains(event.target)) preview(markOf(event.target));
  });
  stage.addEventListener("pointerleave", () => preview(null));
  stage.addEventListener("focusin", (event) => {
    const mark = markOf(event.target);
    if (mark?.matches(":focus-visible")) preview(mark);
  });
  stage.addEventListener("focusout", () => preview(null));
  stage.addEventListener("click", (event) => {
    const mark = markOf(event.target);
    if (event.ctrlKey || event.metaKey || event.shiftKey || box.contains(event.target)) return;
    if (!mark) return close();
    event.preventDefault();
    if (mark === opener) close();
    else open(mark);
  });
  stage.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener) return close();
    const mark = markOf(event.target);
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") open(mark);
    else if (event.key in step || event.key === "Home" || event.key === "End") move(mark, event.key);
    else return;
    event.preventDefault();
  });

  function refresh(): void {
    const passes = (id: string) => !clauses.has(id) || matches(clauses.get(id) as unknown as Clause, selection);
    for (const svg of stage.querySelectorAll("svg")) {
      const marks = [...svg.querySelectorAll(".mark")].sort((a, b) => order(a) - order(b));
      marks.forEach((mark, i) => {
        mark.setAttribute("tabindex", i === 0 ? "0" : "-1");
        // The browser's own tooltip would cover the words.
        mark.querySelector(":scope > title")?.remove();
        mark.classList.toggle("is-out", isNarrowed(selection) && !idsOf(mark).some(passes));
      });
    }
    opener = null;
    box.hide();
    // What the address picks, or the reader has open, opens again at the mark that now stands for it.
    const mark = visible().find((mark) => idsOf(mark).some((id) => picked.includes(id)));
    if (mark) open(mark, picked);
  }

  refresh();
  return {refresh};
}
