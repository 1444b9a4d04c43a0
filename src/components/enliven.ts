import type {Clause, Tables} from "../schema.js";
import {isNarrowed, writeSelection, type Selection} from "../queries/selection.js";
import {startBriefing} from "./briefing-buttons.js";
import {clauseAddress} from "./clause-address.js";
import {clausesOf, createHighlight} from "./highlight.js";
import {createPanel, hasList} from "./panel.js";
import {pause} from "./pause.js";
import {startPins} from "./pins.js";
import {returnFocus, rove, rovingGroups, startRoving} from "./roving.js";
import {createControls} from "./selection-controls.js";
import {startSharing} from "./share-dialog-button.js";
import {startShortcuts} from "./shortcuts.js";
import {createStore, hashClause, type Store} from "./store.js";
import {startThemeToggle} from "./theme-toggle.js";
import {createTooltip} from "./tooltip.js";
import {quotation} from "./wording.js";

declare global {
  interface Window {
    /** Settles when all parts of the page are laid out; see the script in head.html. */
    opened?: Promise<void>;
  }
}

const href = (page: string, rest = "") => `./${page === "index" ? "" : page}${rest}`;

const {dataset} = document.documentElement;

/** Says something in the page's live region. */
export function say(words: string): void {
  let region = document.querySelector(".status");
  if (!region) {
    region = document.createElement("div");
    region.className = "status";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = words;
  window.setTimeout(() => region.textContent === words && (region.textContent = ""), 2400);
}

async function loadTables(): Promise<Tables> {
  const address = `${dataset.root}statements/${dataset.statement}/tables.json`;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no tables: ${response.status} ${address}`);
  return response.json();
}

/** What only one page has, by the place where it stands. */
const ownParts: readonly [place: string, start: (tables: Tables) => Promise<void>][] = [
  ["#build", async (tables) => (await import("../briefing/build.js")).openBuilder(tables)],
  [".example-place", async () => (await import("../embed/examples.js")).startExamples()]
];

/** Makes the page as served live: linked marks, evidence panel, filters, search, pins, keys. Called once by each page. */
export async function enliven(): Promise<void> {
  startThemeToggle();
  if (dataset.statement === undefined) await (await import("./fill-parts.js")).fillParts();
  const loaded = loadTables();
  await window.opened;
  await pause();
  const store = createStore(window), highlight = createHighlight(store);
  let tables: Tables | null = null;
  const tooltip = createTooltip(() => tables);
  const panel = createPanel(store, {document, href}), byHash = hashClause(location.hash) !== null;
  const list = () => {
    panel.list(true);
    panel.at("side");
    store.set({clause: []}, "replace");
  };
  // A page without a figure that follows the scheme shows it in the list.
  const schemeIsDrawn = document.querySelector("[data-schemes]") !== null;
  const controls = createControls(store, {
    onScheme: () => schemeIsDrawn || list(),
    onList: () => {
      list();
      panel.box.focus();
    }
  });
  let drawn = "stance";

  const render = (_?: Selection, before?: Selection) => {
    const {selection} = store;
    highlight.select(selection.clause);
    controls.sync(tables);
    carryToOtherPages(store);
    if (!tables) return;
    highlight.dim(tables);
    panel.render(tables);
    if (drawn !== selection.scheme) void redraw(before !== undefined);
  };
  const redraw = async (asked: boolean) => {
    const {scheme} = store.selection, context = {tables: tables!, document, href};
    drawn = scheme;
    const {redrawFigures} = await import("./redraw.js");
    const cards = await redrawFigures(scheme, context, {quiet: !asked, isWanted: () => store.selection.scheme === scheme});
    for (const card of cards) for (const group of rovingGroups(card)) rove(group);
    if (cards.length) highlight.refresh(tables!);
    const name = tables!.schemes.find(({id}) => id === scheme)?.label ?? "stance classes";
    if (asked && cards.length) say(`Drawn by ${name}`);
  };
  store.subscribe(render);
  render();
  listenToMarks(store, highlight, panel);
  startRoving();
  listenToPanel(store, panel, () => tables);
  await pause();
  const pins = startPins(store, loaded);
  startSharing(store);
  startBriefing(store);
  startShortcuts({store, tables: loaded, panel, controls, tooltip});

  for (const group of rovingGroups(document)) {
    await pause();
    rove(group);
  }
  tables = await loaded;
  resolveNames(store, tables);
  if (byHash) panel.at("text");
  else if (store.selection.clause.length !== 1) panel.at("side");
  panel.list(schemeIsDrawn ? isNarrowed(store.selection) : hasList(store.selection));
  pins.render();
  render();
  if (panel.place === "text" && store.selection.clause[0]) showInText(store.selection.clause[0], "instant");
  whenResized(() => highlight.refresh(tables!));
  addEventListener("beforeprint", () => highlight.refresh(tables!, true));
  document.documentElement.dataset.live = "";
  for (const [place, start] of ownParts) if (document.querySelector(place)) await start(tables);
}

/** Another width may show another drawing. */
function whenResized(act: () => void): void {
  let width = innerWidth, timer = 0;
  addEventListener("resize", () => {
    if (width === innerWidth) return;
    width = innerWidth;
    clearTimeout(timer);
    timer = window.setTimeout(act, 160);
  });
}

/** `#c14` names a clause by number; from here on it goes by its id. A scheme that the tables lack is left out. */
function resolveNames(store: Store, {clauses, schemes}: Tables): void {
  const {clause, scheme} = store.selection;
  const ids = clause.map((id) => /^c\d+$/.test(id) ? clauses[Number(id.slice(1)) - 1]?.id : id).filter((id) => id !== undefined);
  const known = schemes.some(({id}) => id === scheme) ? scheme : "stance";
  if (ids.join() !== clause.join() || known !== scheme) store.set({clause: ids, scheme: known}, "none");
}

/** Filters and pins go along from page to page. */
function carryToOtherPages({selection}: Store): void {
  const query = writeSelection({...selection, clause: []});
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".site-head nav a[data-page]")) link.setAttribute("href", href(link.dataset.page!, query && `?${query}`));
}

function showInText(id: string, behavior: ScrollBehavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth"): void {
  document.getElementById(id)?.scrollIntoView({block: "center", behavior});
}

function listenToMarks(store: Store, highlight: ReturnType<typeof createHighlight>, panel: ReturnType<typeof createPanel>): void {
  let frame = 0;
  const light = (event: Event) => {
    const ids = clausesOf(event.target);
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => highlight.light(ids));
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);
  document.addEventListener("click", (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as Element, carrier = target.closest("[data-clauses]");
    const link = target.closest<HTMLAnchorElement>("a[href]");
    if (panel.box.contains(target)) return;
    if (link && !carrier) return followHere(event, link, panel);
    if (!carrier || (link && !carrier.contains(link) && carrier !== link) || carrier.matches("tr")) return;
    if (carrier.matches(".clause") && !window.getSelection()?.isCollapsed) return;
    event.preventDefault();
    const ids = clausesOf(carrier), same = ids.length === store.selection.clause.length && ids.every((id) => store.selection.clause.includes(id));
    panel.at(carrier.closest(".reading") ? "text" : "side", carrier);
    store.set({clause: same ? [] : ids});
    if (event.detail === 0 && !same) panel.box.focus({preventScroll: panel.place === "side"});
  });
}

/** A link to another selection of the page that is open changes the selection without a page load. */
function followHere(event: Event, link: HTMLAnchorElement, panel: ReturnType<typeof createPanel>): void {
  const name = (path: string) => path.replace(/\/(index(\.html)?)?$/, "/").replace(/\.html$/, "");
  if (link.origin !== location.origin || name(link.pathname) !== name(location.pathname) || !link.search || link.closest("nav")) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  panel.list(true);
  panel.at("side");
  dispatchEvent(new PopStateEvent("popstate"));
}

function listenToPanel(store: Store, panel: ReturnType<typeof createPanel>, tablesNow: () => Tables | null): void {
  const pick = (clause: Clause | undefined) => {
    if (!clause) return;
    store.set({clause: [clause.id]});
    if (panel.place === "text") showInText(clause.id);
  };
  const close = () => {
    const [id] = store.selection.clause;
    const inside = panel.box.contains(document.activeElement);
    panel.list(false);
    store.set({clause: []});
    if (inside && id) returnFocus(id);
  };
  const step = (way: 1 | -1) => {
    const tables = tablesNow(), at = tables?.clauses.findIndex((clause) => clause.id === store.selection.clause[0]) ?? -1;
    if (at >= 0) pick(tables!.clauses[at + way]);
  };
  const act: Record<string, (clause: Clause | undefined, event: Event) => void> = {
    close, whole: () => panel.render(tablesNow()!, true), previous: () => step(-1), next: () => step(1),
    open: (clause) => {
      pick(clause);
      panel.box.focus({preventScroll: true});
    },
    copy: (clause) => clause && void copy(quotation(clause, tablesNow()!.statement), "Quotation copied"),
    link: (clause) => clause && void copy(clauseAddress(clause.id), "Link copied"),
    pin: (clause) => clause && store.set({pin: store.selection.pin.includes(clause.id) ? store.selection.pin.filter((id) => id !== clause.id) : [...store.selection.pin, clause.id]}, "replace"),
    "pin-all": () => store.set({pin: [...new Set([...store.selection.pin, ...panel.shown(tablesNow()!).map((clause) => clause.id)])]}, "replace"),
    read: (clause, event) => {
      if (!clause || !document.querySelector(".reading")) return;
      event.preventDefault();
      panel.at("text");
      store.set({clause: [clause.id]});
      showInText(clause.id);
    }
  };
  panel.box.addEventListener("click", (event) => {
    const target = event.target as Element, button = target.closest<HTMLElement>("[data-act]");
    const tables = tablesNow(), id = button?.dataset.clause ?? clausesOf(target)[0];
    const clause = tables?.clauses.find((row) => row.id === id);
    if (event instanceof MouseEvent && (event.metaKey || event.ctrlKey || event.shiftKey)) return;
    if (button) act[button.dataset.act!]?.(clause, event);
    else if (target.closest("a.num")) {
      event.preventDefault();
      pick(clause);
      panel.box.focus({preventScroll: true});
    }
    const again = button?.dataset.act;
    if (again && ["previous", "next", "pin"].includes(again)) panel.box.querySelector<HTMLElement>(`[data-act="${again}"]`)?.focus({preventScroll: true});
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.box.hidden && !document.querySelector("dialog[open]")) close();
    if (!panel.box.contains(document.activeElement) || store.selection.clause.length !== 1) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    step(event.key === "ArrowLeft" ? -1 : 1);
    panel.box.focus({preventScroll: true});
  });
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    // Without leave to write, the words are shown for copying by hand.
    window.prompt("Copy", text);
  }
}
