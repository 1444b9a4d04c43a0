import {builder, type Child} from "./element.js";

/** Opens a modal box with a heading; it goes from the page when closed. `onClose` hears of that. */
export function openDialog(heading: string, ...children: Child[]): HTMLDialogElement {
  const h = builder(document);
  const close = h("button", {class: "text-button", type: "button"}, "Close");
  const dialog = h("dialog", {"aria-labelledby": "dialog-heading"}, h("div", {class: "dialog-head"}, h("h2", {id: "dialog-heading"}, heading), close), children);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
