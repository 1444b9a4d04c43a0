import {openDialog} from "./dialog.js";
import {builder} from "./element.js";
import {singleKeys} from "./shortcuts.js";

const keys: [string, string][] = [
  ["Tab", "from figure to figure; each is one stop"],
  ["← →", "previous and next clause, in a figure, in the text and in the open panel"],
  ["↑ ↓", "the mark above and below in a figure"],
  ["Home End", "first and last clause of a figure"],
  ["Enter", "open the clauses of a mark; the panel takes the focus"],
  ["Esc", "close the panel and go back to the mark"],
  ["/", "search words, topics, instruments, verbs, parties"],
  ["f", "open and close the filters"],
  ["?", "this list"]
];

/** Lists the keys, with a switch for those of a single character. */
export function openKeys(): void {
  const h = builder(document);
  const box = h("input", {type: "checkbox", checked: singleKeys()});
  box.addEventListener("change", () => singleKeys(box.checked));
  openDialog("Keys", h("dl", {class: "keys"}, keys.map(([key, what]) => [
    h("dt", {}, key.split(" ").map((one, i) => [i ? " " : "", h("kbd", {}, one)])), h("dd", {}, what)])),
  h("p", {}, h("label", {}, box, " Use the keys /, f and ?")));
}
