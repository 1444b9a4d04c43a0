import {emptySelection, writeSelection} from "../queries/selection.js";
import type {Tables} from "../schema.js";
import {briefingAction} from "./briefing-buttons.js";
import {openDialog} from "./dialog.js";
import {builder} from "./element.js";
import {clauseWords} from "./evidence-panel.js";
import {numberMark} from "./number-mark.js";
import {clauseAddress as address} from "./clause-address.js";
import {pinsCsv, pinsMarkdown, pinsWord} from "./pins-export.js";
import type {Store} from "./store.js";
import {poleClass} from "./wording.js";

const href = (page: string, rest = "") => `./${page}${rest}`;

function save(name: string, type: string, data: string | Uint8Array): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([data as BlobPart], {type}));
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The kept clauses: read, remove, take away as Markdown, CSV or Word, or as a link. */
export function openPins(store: Store, tables: Tables): void {
  const h = builder(document), list = h("ol", {class: "clause-list"}), name = `${tables.statement.id}-pins`;
  const button = (label: string, act: () => void) => {
    const node = h("button", {class: "text-button", type: "button"}, label);
    node.addEventListener("click", act);
    return node;
  };
  const said = h("span", {class: "quiet", role: "status"});
  const copyLink = async () => {
    const link = new URL(location.href);
    link.search = writeSelection({...emptySelection, pin: store.selection.pin});
    link.hash = "";
    try {
      await navigator.clipboard.writeText(link.href);
      said.textContent = "Copied";
    } catch {
      window.prompt("Copy", link.href);
    }
  };
  const dialog = openDialog("Pinned clauses", h("div", {class: "evidence-list"}, list), h("footer", {class: "figure-actions"},
    button("Markdown", () => save(`${name}.md`, "text/markdown", pinsMarkdown(tables, store.selection.pin, address))),
    // The mark at the start tells spreadsheets that the file is in UTF-8.
    button("CSV", () => save(`${name}.csv`, "text/csv", `\ufeff${pinsCsv(tables, store.selection.pin, address)}`)),
    button("Word", () => save(`${name}.docx`, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", pinsWord(tables, store.selection.pin, address))),
    ...briefingAction(() => ({kind: "clauses", clauses: [...store.selection.pin]})),
    button("Copy link", () => void copyLink()),
    button("Remove all", () => {
      store.set({pin: []}, "replace");
      dialog.close();
    }), said));
  const render = () => list.replaceChildren(...store.selection.pin.flatMap((id) => {
    const clause = tables.clauses.find((row) => row.id === id);
    if (!clause) return [];
    return h("li", {}, numberMark(document, clause), h("div", {},
      h("div", {class: `words ${poleClass[clause.pole]}`}, clauseWords(clause, {tables, document, href})),
      h("div", {class: "codes"}, `${clause.stance} ${clause.strength} · paragraph ${clause.paragraph}`, button("Unpin", () => {
        store.set({pin: store.selection.pin.filter((other) => other !== id)}, "replace");
        if (store.selection.pin.length) render();
        else dialog.close();
      }))));
  }));
  render();
}
