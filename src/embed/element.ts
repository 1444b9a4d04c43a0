// embed.mjs: <statement-figure> for pages that are not ours, and the heights of frames on them.
import {dateInWords} from "../components/wording.js";
import type {Figure} from "../figures/figure.js";
import {emptySelection, isNarrowed, matches, readSelection, type Selection} from "../queries/selection.js";
import type {Tables} from "../schema.js";
import {page as pageTheme, sans} from "../theme/theme.js";
import {add, addTable} from "./add.js";
import {statementFolder, versionFolder} from "./addresses.js";
import {describeSelection} from "./describe-selection.js";
import {loadFonts} from "./fonts.js";
import {listenForHeights} from "./height.js";
import {interact} from "./interact.js";
import {showClause} from "./shown-clause.js";
import {embedStyle, themeRules} from "./style.js";

/** Set when the module is bundled: the page of each figure, by figure id. */
declare const FIGURE_PAGES: Record<string, string>;

// The site is where the module came from, whatever page it runs in; a kept version's module stands in `v/<version>/` of it.
const home = new URL(import.meta.url.replace(/(?<=\/)(v\/[^/]+\/)?[^/]*$/, ""));
const filters = ["clause", "topic", "stance", "pole", "strength", "speaker", "verb", "instrument", "doubtful", "q", "scheme"];
// The drawing is made for the next smaller width of this step in px, and scaled up to fit.
const step = 40, least = 280;

const asked = new Map<string, Promise<Tables>>();

function loadTables(statement: string, root: URL): Promise<Tables> {
  const address = new URL(`${statementFolder(encodeURIComponent(statement))}tables.json`, root).href;
  let tables = asked.get(address);
  if (!tables) {
    tables = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`unknown statement: "${statement}" (${address} answered ${response.status})`);
      return response.json();
    });
    asked.set(address, tables);
  }
  return tables;
}

async function loadFigure(id: string, root: URL): Promise<Figure<any>> {
  if (!Object.hasOwn(FIGURE_PAGES, id)) throw new Error(`unknown figure: "${id}" (known: ${Object.keys(FIGURE_PAGES).join(", ")})`);
  return (await import(new URL(`embed/${id}.mjs`, root).href)).figure;
}

const style = `
:host{display:block;background:var(--bg);color:var(--ink);container-type:inline-size}
:host([hidden]){display:none}
.frame{padding:18px clamp(14px,3cqw,28px) 14px}
.below{margin:10px 0 0;font:400 13px/20px ${sans};color:var(--ink-3)}
.below a{color:var(--com-text)}
.shown,summary{color:var(--ink-2)}
summary{font-weight:600;cursor:pointer}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{padding:4px 12px 4px 0;border-top:1px solid var(--hair);text-align:left;vertical-align:top}
th{border-top:0}
`.replaceAll("\n", "") + themeRules(":host", (theme) => `:host([theme=${theme}])`) + embedStyle;

let fonts = false;

/**
 * `<statement-figure statement="…" figure="…" theme="light|dark|auto" version="…">`, filters and selection as attributes by the pages'
 * names. Without `version` it shows the live figure.
 */
class StatementFigure extends HTMLElement {
  static readonly observedAttributes = ["statement", "figure", "version", ...filters];
  #turn = 0;
  #redraw: (() => void) | null = null;
  #observer = new ResizeObserver(() => this.#redraw?.());

  connectedCallback(): void {
    const shadow = this.shadowRoot ?? this.attachShadow({mode: "open"});
    // Until the figure is there, and where it cannot be had, what stands inside the element shows.
    if (!shadow.firstChild) add(shadow, "slot");
    if (!fonts) loadFonts(new URL("embed/fonts/", home), this.ownerDocument);
    fonts = true;
    this.#observer.observe(this);
    void this.#start();
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
  }

  attributeChangedCallback(_: string, was: string | null, now: string | null): void {
    if (was !== now && this.isConnected && this.#turn) void this.#start();
  }

  async #start(): Promise<void> {
    const turn = ++this.#turn;
    // Whoever sets one attribute may set several in a row.
    await Promise.resolve();
    try {
      const statement = this.getAttribute("statement"), id = this.getAttribute("figure"), version = this.getAttribute("version");
      if (!statement || !id) throw new Error("<statement-figure> needs the attributes statement and figure");
      const root = version ? new URL(versionFolder(version), home) : home;
      const [tables, figure] = await Promise.all([loadTables(statement, root), loadFigure(id, root)]);
      if (turn === this.#turn) this.#show(tables, figure, version);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error as Error);
    }
  }

  get #selection(): Selection {
    return readSelection(new URLSearchParams(filters.flatMap((name) => this.hasAttribute(name) ? [[name, this.getAttribute(name)!]] : [])).toString());
  }

  #show(tables: Tables, figure: Figure<any>, version: string | null): void {
    const shadow = this.shadowRoot!, selection = this.#selection, rows = figure.query(tables, {...emptySelection, scheme: selection.scheme});
    const pages = new URL(statementFolder(tables.statement.id), home);
    const clauses = new Map(tables.clauses.map((clause) => [clause.id, {...clause, ...showClause(clause, new URL(`text#${clause.id}`, pages).href)}]));

    shadow.replaceChildren();
    add(shadow, "style", style);
    const frame = add(shadow, "div", "", "frame"), stage = add(frame, "div", "", "stage"), drawing = add(stage, "div", "", "drawing");
    stage.role = "figure";
    stage.ariaLabel = figure.caption(rows, tables).title;
    if (isNarrowed(selection)) {
      const passing = tables.clauses.filter((clause) => matches(clause, selection)).length;
      add(frame, "p", `${describeSelection(selection)}: ${passing} of ${tables.clauses.length} clauses.`, "below shown");
    }
    const details = add(frame, "details", "", "below");
    add(details, "summary", "Table");
    addTable(add(details, "div", "", "scroll"), figure.table(rows, tables));
    const said = version ? `Version ${version}: kept as it was, it never changes` : "Live, it follows corrections";
    const link = add(add(frame, "p", `${dateInWords(tables.statement.date)} · ${said} · `, "below"), "a", "Live figure");
    link.href = new URL(`${FIGURE_PAGES[figure.id]}#${figure.id}`, pages).href;
    link.target = "_blank";
    link.rel = "noopener";

    let drawn = 0;
    const draw = () => {
      const width = Math.max(least, Math.floor(stage.clientWidth / step) * step);
      if (width === drawn) return false;
      drawn = width;
      drawing.replaceChildren(figure.draw(rows, tables, {
        width, theme: pageTheme, document: this.ownerDocument, idPrefix: "figure", href: (clause) => clauses.get(clause)?.href ?? "", address: null
      }));
      return true;
    };
    draw();
    const live = interact({stage, clauses, selection});
    this.#redraw = () => draw() && live.refresh();
  }

  #fail(error: Error): void {
    const shadow = this.shadowRoot!;
    this.#redraw = null;
    shadow.replaceChildren();
    if (this.firstElementChild) add(shadow, "slot");
    else add(shadow, "a", "This figure is at Statement Atlas").href = home.href;
    console.warn(`statement-figure: ${error.message}`);
  }
}

if (!customElements.get("statement-figure")) customElements.define("statement-figure", StatementFigure);
listenForHeights();
