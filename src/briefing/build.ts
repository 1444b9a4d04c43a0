import {say} from "../components/enliven.js";
import {builder} from "../components/element.js";
import {readSelection} from "../queries/selection.js";
import {figures as register} from "../figures/index.js";
import {count} from "../figures/words.js";
import type {Tables} from "../schema.js";
import {downloadDeck, presentDeck} from "./build-deck.js";
import {itemRow, type ItemRow, type Move} from "./build-item.js";
import {slideName, type BuildContext} from "./build-slide.js";
import {composeOutline, schemeSlides} from "./compose.js";
import {limits, readItems, writeItems, type Item} from "./items.js";
import {paginate} from "./layout.js";
import {knownItems, ownOutline} from "./own-outline.js";
import {keepItems, keptItems, onKept} from "./own-store.js";

const h = builder(document);

function button(label: string, act: () => void, primary = false): HTMLButtonElement {
  const node = h("button", {class: primary ? "build-primary" : "text-button", type: "button"}, label);
  node.addEventListener("click", act);
  return node;
}

/** A page of the statement under the address that stays when another statement opens the site. */
function statementPage(name: string): string {
  const {statement, root} = document.documentElement.dataset;
  return new URL(`${root}statements/${statement}/${name}`, location.href).href;
}

/** The page on which a reader puts a briefing together. Its whole state stands in the address; the reader's own is kept on this machine too. */
class Builder {
  private items: Item[] = [];
  private rows: ItemRow[] = [];
  /** Whether the briefing came with a link, so that the reader's own stays as it is. */
  private linked = false;
  private timer = 0;
  private readonly note = h("div", {class: "build-note", hidden: true});
  private readonly list = h("ol", {class: "build-list", role: "list", "aria-label": "Slides"});
  private readonly empty = h("div", {class: "build-empty"});
  private readonly choice = h("select", {id: "build-choice"});
  private readonly picked: HTMLButtonElement;
  private readonly whole: HTMLElement[];

  constructor(place: HTMLElement, private readonly context: BuildContext) {
    this.picked = button("", () => this.add({kind: "clauses", clauses: this.pins}));
    this.whole = [
      button("Present", () => this.present(), true), button("Download deck.html", () => this.download()), button("Copy link", () => this.copy()),
      button("Remove all", () => this.replace([]))
    ];
    const add = button("Add slide", () => this.addChosen());
    this.empty.append(h("p", {}, "Nothing is in it yet. Choose slides below, or use “Add to briefing” at any figure and at pinned clauses."),
      h("p", {}, button("Start with all slides of the statement’s briefing", () => this.replace(context.outline.slides.filter((slide) => slide.kind !== "figure" || !slide.scheme).map(({id}) => ({kind: "slide", id}))))));
    place.replaceChildren(this.note, h("div", {class: "build-bar", role: "group", "aria-label": "The whole briefing"}, this.whole), this.empty, this.list,
      h("div", {class: "build-add", role: "group", "aria-label": "Add"},
        h("p", {}, h("label", {for: "build-choice"}, "A figure or a computed slide "), this.choice, add),
        h("p", {}, this.picked, button("Add a slide of your own words", () => this.add({kind: "text", headline: "", points: ""})))));
  }

  /** Shows what the address or this machine holds, now and whenever it changes. */
  start(): void {
    this.open();
    addEventListener("hashchange", () => this.open());
    addEventListener("pagehide", () => this.write());
    onKept(() => this.linked ? this.render() : this.show(keptItems()));
  }

  /** The kept clauses of this page's address, or of this machine. */
  private get pins(): string[] {
    return readSelection(location.search).pin.filter((id) => this.context.tables.clauses.some((clause) => clause.id === id)).slice(0, limits.clauses);
  }

  private get outline() {
    return paginate(ownOutline(this.items, this.context.outline, this.context.tables));
  }

  /** Takes the briefing of the address, or else the reader's own. An address that this page wrote for the own one is not a link. */
  private open(): void {
    const kept = keptItems(), own = history.state?.own === true || location.hash.length < 2 || location.hash.slice(1) === writeItems(kept);
    const read = own && (kept.length || location.hash.length < 2) ? kept : readItems(location.hash);
    this.linked = !own;
    this.show(read);
  }

  private show(read: readonly Item[]): void {
    if (this.rows.length && writeItems(read) === writeItems(this.items)) return;
    const {outline, tables} = this.context;
    this.items = knownItems(read, outline, tables);
    this.rows = [];
    this.render();
    const lost = read.length - this.items.length;
    if (lost) say(`${count(lost, "slide")} left out: not in this statement`);
  }

  /** The items have changed: they are written into the address, and kept where they are the reader's own. */
  private changed(): void {
    clearTimeout(this.timer);
    // Browsers refuse to write an address at every stroke of a key.
    this.timer = window.setTimeout(() => this.write(), 120);
  }

  private write(): void {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = 0;
    history.replaceState({...history.state, own: !this.linked}, "", `${location.pathname}${location.search}#${writeItems(this.items)}`);
    if (!this.linked && writeItems(keptItems()) !== writeItems(this.items)) keepItems(this.items);
  }

  private render(): void {
    const {context, items, rows} = this, has = items.length > 0;
    this.rows = items.map((item) => rows.find((row) => row.item === item) ?? itemRow(item, context, {
      changed: () => this.changed(), move: (moved, way) => this.move(moved, way), remove: (removed) => this.remove(removed)
    }));
    this.list.replaceChildren(...this.rows.map(({element}) => element));
    this.rows.forEach((row, i) => row.place(i + 1, this.rows.length));
    this.empty.hidden = has;
    for (const node of this.whole) (node as HTMLButtonElement).disabled = !has;
    const inside = new Set(items.flatMap((item) => item.kind === "slide" ? item.id : [])), others = context.outline.slides.filter(({id}) => !inside.has(id));
    this.choice.replaceChildren(...others.map(({id}) => h("option", {value: id}, slideName(id, context))));
    this.choice.closest("p")!.hidden = !others.length;
    this.picked.hidden = !this.pins.length;
    this.picked.textContent = `Add ${count(this.pins.length, "pinned clause")}`;
    this.renderNote();
  }

  /** What a reader who opened a link can do with it. */
  private renderNote(): void {
    const kept = keptItems().length;
    this.note.hidden = !this.linked;
    this.note.replaceChildren(h("p", {}, "This briefing came with a link. What you change here changes the address, and nothing else."), h("p", {},
      button(kept ? `Keep it instead of my briefing of ${count(kept, "slide")}` : "Keep it as my briefing", () => {
        this.linked = false;
        this.changed();
        this.render();
        say("Kept as your briefing");
      }),
      kept ? button("Show my briefing", () => {
        this.linked = false;
        this.show(keptItems());
        this.changed();
      }) : null));
  }

  private replace(items: Item[]): void {
    this.items = items;
    this.render();
    this.changed();
    say(items.length ? count(items.length, "slide") : "All removed");
  }

  private add(item: Item): void {
    if (this.items.length === limits.items) return say(`A briefing holds ${limits.items} slides`);
    this.items.push(item);
    this.render();
    this.changed();
    this.rows.at(-1)!.element.querySelector("textarea")!.focus();
  }

  private addChosen(): void {
    if (this.choice.value) this.add({kind: "slide", id: this.choice.value});
  }

  private move(item: Item, way: Move): void {
    const from = this.items.indexOf(item), to = from + (way === "up" ? -1 : 1), focused = document.activeElement;
    if (to < 0 || to >= this.items.length) return;
    this.items.splice(to, 0, ...this.items.splice(from, 1));
    this.render();
    this.changed();
    if (focused instanceof HTMLTextAreaElement) focused.focus();
    else this.rows[to]!.focus(way);
    say(`Slide ${to + 1} of ${this.items.length}`);
  }

  private remove(item: Item): void {
    const at = this.items.indexOf(item);
    this.items.splice(at, 1);
    this.render();
    this.changed();
    const next = this.rows[Math.min(at, this.rows.length - 1)];
    (next ? next.element.querySelector("textarea")! : this.choice).focus();
    say("Removed");
  }

  private present(): void {
    try {
      presentDeck(this.outline);
    } catch {
      say("This browser keeps nothing; download the file instead");
    }
  }

  private download(): void {
    void downloadDeck(this.outline).then(() => say("deck.html is made"), (error: Error) => say(error.message));
  }

  private copy(): void {
    const link = `${statementPage("build")}#${writeItems(this.items)}`;
    void navigator.clipboard.writeText(link).then(() => say("Link copied"), () => say("Copy the address of this page"));
  }
}

/** Puts the builder into its place on the page. */
export async function openBuilder(tables: Tables): Promise<void> {
  const place = document.getElementById("build")!;
  const [outline, schemed, figures] = await Promise.all([
    composeOutline(tables, statementPage("briefing")), schemeSlides(tables),
    Promise.all(register.map(async (entry) => [entry.id, await entry.load()] as const))
  ]);
  new Builder(place, {outline: {...outline, slides: [...outline.slides, ...schemed]}, tables, figures: new Map(figures)}).start();
  place.dataset.ready = "";
}
