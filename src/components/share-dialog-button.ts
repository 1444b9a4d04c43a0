import type {Store} from "./store.js";

/** Opens the share dialog from the buttons that carry `data-action="share"` inside `.figure-actions[data-figure]`. */
export function startSharing(store: Store): void {
  document.addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLElement>('.figure-actions [data-action="share"]');
    const row = button?.closest<HTMLElement>(".figure-actions"), {statement, root} = document.documentElement.dataset;
    if (!row?.dataset.figure || statement === undefined) return;
    const {openShareDialog} = await import("./share-dialog.js");
    await openShareDialog({
      figure: row.dataset.figure, label: row.dataset.label ?? row.dataset.figure, statement, root: new URL(root ?? "./", location.href).href,
      page: new URL(location.pathname, location.href).href, selection: store.selection
    });
  });
}
