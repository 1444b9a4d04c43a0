import type {Clause, Tables} from "../schema.js";
import {clausesOf} from "./highlight.js";
import {oneLine} from "./wording.js";

const length = 170;
// A mark of more clauses is no place in the text to look at.
const mostEnlarged = 3;
const shorten = (text: string) => text.length <= length ? text : `${text.slice(0, text.lastIndexOf(" ", length))} …`;

/** Words of a clause beside the mark under the pointer or focus, in a crowded score under its neighbourhood enlarged; it stays while pointed at and goes with Escape. */
export function createTooltip(tables: () => Tables | null) {
  const box = document.createElement("div"), head = document.createElement("strong"), words = document.createTextNode("");
  box.className = "tooltip";
  box.hidden = true;
  box.setAttribute("aria-hidden", "true");
  box.append(head, words);
  document.body.append(box);
  let leaving = 0;
  const hide = () => {
    box.hidden = true;
  };
  const hideSoon = () => {
    clearTimeout(leaving);
    leaving = window.setTimeout(hide, 140);
  };
  let drawLens: typeof import("./lens.js").drawLens | undefined, lens: Element | undefined, shown: Element | undefined;
  const enlarge = (mark: Element, known: Tables, clauses: Clause[]) => {
    lens?.remove();
    shown = mark;
    if (clauses.length > mostEnlarged || !mark.closest("[data-lens]")) return;
    // The lens comes with the first mark that needs it.
    if (!drawLens) return void import("./lens.js").then((module) => {
      drawLens = module.drawLens;
      if (shown === mark && !box.hidden) show(mark);
    });
    lens = drawLens(known, clauses);
    box.prepend(lens);
  };
  const show = (mark: Element) => {
    const known = tables(), ids = clausesOf(mark), clauses = known?.clauses.filter((clause) => ids.includes(clause.id)) ?? [];
    const [first] = clauses;
    clearTimeout(leaving);
    if (!first) return hide();
    head.textContent = clauses.length === 1 ? `Clause ${first.number}: ${first.stance}, strength ${first.strength}`
      : `${clauses.length} clauses: ${clauses.slice(0, 10).map((clause) => clause.number).join(", ")}${clauses.length > 10 ? " …" : ""}`;
    words.data = clauses.length === 1 ? shorten(oneLine(first.text)) : "";
    enlarge(mark, known!, clauses);
    box.hidden = false;
    const at = mark.getBoundingClientRect(), size = box.getBoundingClientRect();
    const above = at.top - size.height - 6;
    const left = Math.min(Math.max(8, at.left + at.width / 2 - size.width / 2), document.documentElement.clientWidth - size.width - 8);
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(above > 4 ? above : at.bottom + 6) + scrollY}px`;
  };
  const markOf = (target: EventTarget | null) => target instanceof Element ? target.closest(".figure .mark, .strip-bar") : null;
  document.addEventListener("pointerover", (event) => {
    if (box.contains(event.target as Node)) return clearTimeout(leaving);
    const mark = event.pointerType === "touch" ? null : markOf(event.target);
    if (mark) show(mark);
    else if (!box.hidden) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event.target);
    if (mark?.matches(":focus-visible")) show(mark);
    else hide();
  });
  return {hide, get open() {
    return !box.hidden;
  }};
}
