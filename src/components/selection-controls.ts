import {emptySelection, isNarrowed, passing, type Selection} from "../queries/selection.js";
import type {Tables} from "../schema.js";
import {count} from "../figures/words.js";
import {hasList} from "./panel.js";
import type {Store} from "./store.js";

type FacetName = "pole" | "stance" | "strength" | "topic" | "verb" | "speaker" | "instrument" | "doubtful";

const facetValues = (selection: Selection, name: FacetName): string[] =>
  name === "doubtful" ? (selection.doubtful === null ? [] : [selection.doubtful ? "yes" : "no"]) : selection[name].map(String);

function patchOf(name: FacetName, values: string[]): Partial<Selection> {
  if (name === "doubtful") return {doubtful: values.length === 1 ? values[0] === "yes" : null};
  return {[name]: name === "strength" ? values.map(Number) : values};
}

/** A selection without any filter; what was picked and pinned stays. */
export const cleared = (): Partial<Selection> => {
  const {clause: _, pin: __, scheme: ___, ...filters} = emptySelection;
  return filters;
};

/** Brings the filter bar to life: its boxes follow the selection and change it. */
export function createControls(store: Store, {onList, onScheme}: {onList: () => void; onScheme: () => void}) {
  const schemes = [...document.querySelectorAll<HTMLSelectElement>('select[name="scheme"]')];
  for (const scheme of schemes) scheme.addEventListener("change", () => {
    store.set({scheme: scheme.value});
    onScheme();
  });
  const syncSchemes = () => schemes.forEach((scheme) => scheme.value = store.selection.scheme);
  const form = document.querySelector<HTMLFormElement>("[data-filters]");
  if (!form) return {sync: syncSchemes, toggle: () => {}};
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const words = form.querySelector<HTMLInputElement>('input[name="q"]')!;
  const panel = form.querySelector<HTMLElement>(".filters-panel")!, opener = form.querySelector<HTMLElement>('[data-toggle="filters"]')!;
  const number = form.querySelector<HTMLElement>(".filters-count")!, chips = form.querySelector<HTMLElement>(".filters-chips")!;
  const button = (act: string) => form.querySelector<HTMLButtonElement>(`[data-act="${act}"]`)!;
  const toggle = (open = panel.hidden) => {
    panel.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    if (box.type !== "checkbox") return;
    const name = box.name as FacetName;
    let values = boxes.filter((other) => other.name === name && other.checked).map((other) => other.value);
    if (name === "doubtful" && values.length > 1) values = [box.value];
    store.set({...patchOf(name, values), clause: []});
  });
  words.addEventListener("input", () => store.set({q: words.value, clause: []}, "replace"));
  opener.addEventListener("click", () => toggle());
  button("clear").addEventListener("click", () => {
    store.set({...cleared(), clause: []});
    opener.focus();
  });
  button("list").addEventListener("click", onList);
  chips.addEventListener("click", (event) => {
    const chip = (event.target as Element).closest<HTMLElement>(".chip");
    if (!chip) return;
    const name = chip.dataset.name!;
    if (name === "q") store.set({q: "", clause: []});
    else store.set({...patchOf(name as FacetName, facetValues(store.selection, name as FacetName).filter((value) => value !== chip.dataset.value)), clause: []});
    opener.focus();
  });

  const chip = (name: string, value: string, label: string) => {
    const node = document.createElement("button");
    node.type = "button";
    node.className = "chip";
    node.textContent = label;
    node.setAttribute("aria-label", `Remove filter: ${label}`);
    Object.assign(node.dataset, {name, value});
    return node;
  };
  return {
    toggle,
    sync(tables: Tables | null) {
      const {selection} = store, narrowed = isNarrowed(selection);
      const active: HTMLElement[] = [];
      for (const box of boxes) {
        box.checked = facetValues(selection, box.name as FacetName).includes(box.value);
        if (box.checked) active.push(chip(box.name, box.value, box.nextElementSibling!.textContent!));
      }
      if (selection.q) active.push(chip("q", "", `“${selection.q}”`));
      chips.replaceChildren(...active);
      if (document.activeElement !== words) words.value = selection.q;
      syncSchemes();
      button("clear").hidden = !narrowed;
      button("list").hidden = !hasList(selection);
      if (!tables) return;
      number.textContent = narrowed ? `${passing(tables.clauses, selection).length} of ${count(tables.clauses.length, "clause")}` : count(tables.clauses.length, "clause");
    }
  };
}
