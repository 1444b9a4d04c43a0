// embed.mjs: <statement-figure> for pages that are not ours, and the heights of frames on them.
import {dateInWords} from "../components/wording.js";
import type {Figure, FigureTable} from "../figures/figure.js";
import {isNarrowed, matches, readSelection} from "../queries/selection.js";
import type {Tables} from "../schema.js";
import {page as pageTheme} from "../theme/theme.js";
import {statementFolder} from "./addresses.js";
import {describeSelection} from "./describe-selection.js";
import {loadFonts} from "./fonts.js";
import {listenForHeights} from "./height.js";
import {interact} from "./interact.js";
import {showClause} from "./shown-clause.js";
import {embedStyle, themeRules} from "./style.js";

/** Set when the module is bundled: the page of each figure, by figure id. */
declare const FIGURE_PAGES: Record<string, string>;

// The data come from where the module came from, whatever page it runs in.
const root = new URL("./", import.meta.url);
const names = ["clause", "topic", "stance", "pole", "strength", "speaker", "verb", "instrument", "doubtful", "q", "scheme"];
// A kept version's module stands in its folder, below the site's root.
const kept = /\/v\/([^/]+)\/$/.exec(root.pathname)?.[1];
const home = kept ? new URL("../../", root) : root;
// The drawing is made for the next smaller width of this step in px, and scaled up to fit.
const step = 40;

const asked = new Map<string, Promise<Tables>>();

function loadTables(statement: string): Promise<Tables> {
  let tables = asked.get(statement);
  if (!tables) {
    const address = new URL(`${statementFolder(encodeURIComponent(statement))}tables.json`, root);
    tables = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`unknown statement: "${statement}" (${address} answered ${response.status})`);
      return response.json();
    });
    asked.set(statement, tables);
  }
  return tables;
}

async function loadFigure(id: string): Promise<Figure<any>> {
  if (!Object.hasOwn(FIGURE_PAGES, id)) throw new Error(`unknown figure: "${id}" (known: ${Object.keys(FIGURE_PAGES).join(", ")})`);
  return (await import(new URL(`embed/${id}.mjs`, root).href)).figure;
}

const style = `:host{display:block;background:var(--bg);color:var(--ink);container-type:inline-size}:host([hidden]){display:none}`
  + themeRules(":host", (theme) => `:host([theme=${theme}])`)
  + `.frame{padding:18px clamp(14px,3cqw,28px) 14px}.below{margin:10px 0 0;font:400 13px/20px 'Libre Franklin',Arial,sans-serif;color:var(--ink-3)}.below a{color:var(--com-text)}.shown,summary{color:var(--ink-2)}summary{font-weight:600;cursor:pointer}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{padding:4px 12px 4px 0;border-top:1px solid var(--hair);text-align:left;vertical-align:top}th{border-top:0}`
  + embedStyle;

function showTable(parent: HTMLElement, {columns, rows}: FigureTable): void {
  const add = (to: Element, name: string, text = "") => {
    const made = to.ownerDocument.createElement(name);
    made.textContent = text;
    return to.appendChild(made);
  };
  const table = add(parent, "table"), head = add(add(table, "thead"), "tr"), body = add(table, "tbody");
  for (const column of columns) add(head, "th", column).setAttribute("scope", "col");
  for (const row of rows) {
    const line = add(body, "tr");
    for (const value of row) add(line, "td", String(value));
  }
}

let fonts = false;

/** `<statement-figure statement="…" figure="…" theme="light|dark|auto">`, filters and selection as attributes by the pages' names. */
class StatementFigure extends HTMLElement {
  static readonly observedAttributes = ["statement", "figure", "theme", ...names];
  #width = 0;
  #turn = 0;
  #observer = new ResizeObserver(() => this.#redraw?.());
  #redraw: (() => void) | null = null;

  connectedCallback(): void {
    const shadow = this.shadowRoot ?? this.attachShadow({mode: "open"});
    // Until the figure is there, and where it cannot be had, what stands inside the element shows.
    if (!shadow.firstChild) shadow.append(this.ownerDocument.createElement("slot"));
    if (!fonts) loadFonts(new URL("embed/fonts/", home), this.ownerDocument);
    fonts = true;
    this.#observer.observe(this);
    void this.#start();
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
  }

  attributeChangedCallback(name: string, was: string | null, now: string | null): void {
    if (name !== "theme" && was !== now && this.isConnected && this.#turn) void this.#start();
  }

  async #start(): Promise<void> {
    const turn = ++this.#turn;
    // A parser that has just met the tag sets several attributes in a row.
    await Promise.resolve();
    try {
      const statement = this.getAttribute("statement"), id = this.getAttribute("figure");
      if (!statement || !id) throw new Error(`<statement-figure> needs the attributes statement and figure`);
      const [tables, figure] = await Promise.all([loadTables(statement), loadFigure(id)]);
      if (turn === this.#turn) this.#show(tables, figure);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error as Error);
    }
  }

  #selection() {
    const query = new URLSearchParams(names.flatMap((name) => this.hasAttribute(name) ? [[name, this.getAttribute(name)!]] : []));
    return readSelection(query.toString());
  }

  #show(tables: Tables, figure: Figure<any>): void {
    const page = this.ownerDocument, shadow = this.shadowRoot!, selection = this.#selection();
    const make = <K extends keyof HTMLElementTagNameMap>(parent: Node, name: K, className: string, text = "") => {
      const made = page.createElement(name);
      made.className = className;
      made.textContent = text;
      return parent.appendChild(made);
    };
    const base = new URL(statementFolder(tables.statement.id), home);
    const rows = figure.query(tables);
    const clauses = new Map(tables.clauses.map((clause) => [clause.id, {...clause, ...showClause(clause, new URL(`text#${clause.id}`, base).href)}]));

    shadow.replaceChildren();
    make(shadow, "style", "").textContent = style;
    const frame = make(shadow, "div", "frame"), stage = make(frame, "div", "stage"), drawing = make(stage, "div", "drawing");
    stage.setAttribute("role", "figure");
    stage.setAttribute("aria-label", figure.caption(rows, tables).title);
    const draw = (width: number) => drawing.replaceChildren(figure.draw(rows, tables, {
      width, theme: pageTheme, document: page, idPrefix: "figure", href: (clause) => clauses.get(clause)?.href ?? "", address: null
    }));
    if (isNarrowed(selection)) {
      const passing = tables.clauses.filter((clause) => matches(clause, selection)).length;
      make(frame, "p", "below shown", `${describeSelection(selection)}: ${passing} of ${tables.clauses.length} clauses.`);
    }
    const details = make(frame, "details", "below");
    make(details, "summary", "", "Table");
    showTable(make(details, "div", "scroll"), figure.table(rows, tables));
    const below = make(frame, "p", "below", `${dateInWords(tables.statement.date)} · ${kept ? `Version ${decodeURIComponent(kept)}: kept as it was` : "Live, it follows corrections"} · `);
    const link = make(below, "a", "", "Statement Atlas");
    link.href = new URL(`${FIGURE_PAGES[figure.id]}#${figure.id}`, base).href;
    link.target = "_blank";
    link.rel = "noopener";

    const width = () => Math.max(280, Math.floor(stage.clientWidth / step) * step);
    draw(this.#width = width());
    const live = interact({stage, clauses, selection});
    this.#redraw = () => {
      if (width() === this.#width) return;
      draw(this.#width = width());
      live.refresh();
    };
  }

  #fail(error: Error): void {
    const shadow = this.shadowRoot!;
    this.#redraw = null;
    shadow.replaceChildren(this.ownerDocument.createElement("slot"));
    if (!this.firstElementChild) {
      const link = this.ownerDocument.createElement("a");
      link.href = home.href;
      link.textContent = "This figure is at Statement Atlas";
      shadow.replaceChildren(link);
    }
    console.warn(`statement-figure: ${error.message}`);
  }
}

if (!customElements.get("statement-figure")) customElements.define("statement-figure", StatementFigure);
listenForHeights();
