import {embedThemes, figureFolder, versionFolder, type EmbedTheme} from "../embed/addresses.js";
import {describeSelection} from "../embed/describe-selection.js";
import {listenForHeights} from "../embed/height.js";
import {elementSnippet, frameAddress, frameSnippet, heightAt, pictureSnippet, type HeightClass, type SnippetOptions} from "../embed/snippets.js";
import {emptySelection, isNarrowed, writeSelection, type Selection} from "../queries/selection.js";
import {openDialog} from "./dialog.js";
import {builder, type Child} from "./element.js";
import {downloads} from "./share-dialog-downloads.js";
import {plainCitation} from "./share-dialog-citation.js";
import {shareStyle} from "./share-dialog-style.js";

export interface ShareOptions {
  /** Figure id and its menu label. */
  figure: string;
  label: string;
  statement: string;
  /** Address of the site's root, with a slash at the end. */
  root: string;
  /** Address of the page that shows the figure, without query and hash. */
  page: string;
  selection?: Selection;
}

/** The parts of oembed.json that the dialog uses. */
interface Answer {
  title: string;
  alt: string;
  heights: HeightClass[];
  shown: string;
  kept: string | null;
}

const h = builder(document);
let listening = false;
const kinds = {frame: "Frame", plain: "Frame without script", element: "Element", picture: "Picture"} as const;
type Kind = keyof typeof kinds;

/** What the reader has chosen in the dialog. */
interface Choice {
  kept: boolean;
  selected: boolean;
  kind: Kind;
  theme: EmbedTheme;
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}

/** Text to take along, with a button that copies it; `what` names the text. */
function copyBox(what: string, text: string, rows: number): HTMLElement {
  const area = h("textarea", {readonly: true, rows, "aria-label": what, spellcheck: "false"}, text);
  area.addEventListener("focus", () => area.select());
  const said = h("span", {class: "said", role: "status"});
  const button = h("button", {class: "text-button", type: "button"}, `Copy ${what}`);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = "Copied";
    } catch {
      // Without leave to write, the text is marked for copying by hand.
      area.select();
      said.textContent = "Press Ctrl+C to copy";
    }
    window.setTimeout(() => said.textContent = "", 2400);
  });
  return h("div", {class: "copy-box"}, area, h("div", {}, button, said));
}

function radios<Value extends string>(legend: string, values: readonly (readonly [Value, string])[], chosen: Value, choose: (value: Value) => void, disabled: readonly Value[] = []): HTMLElement {
  return h("fieldset", {}, h("legend", {}, legend), h("div", {class: "choices"}, values.map(([value, label]) => {
    const input = h("input", {type: "radio", name: `share-${legend}`, value, checked: value === chosen, disabled: disabled.includes(value)});
    input.addEventListener("change", () => choose(value));
    return h("label", {}, input, label);
  })));
}

class ShareDialog {
  readonly #options: ShareOptions;
  readonly #answer: Answer;
  readonly #choice: Choice = {kept: false, selected: true, kind: "frame", theme: "light"};
  readonly #panel = h("div", {role: "tabpanel", id: "share-panel", tabindex: "0"});
  readonly #tabs: HTMLElement[];
  #tab = "Link";
  readonly #panels: Record<string, () => Child> = {Link: () => this.#link(), Embed: () => this.#embed(), Download: () => this.#download(), Cite: () => this.#cite()};

  constructor(options: ShareOptions, answer: Answer) {
    this.#options = options;
    this.#answer = answer;
    this.#tabs = Object.keys(this.#panels).map((name) => {
      const tab = h("button", {type: "button", role: "tab", id: `share-tab-${name}`, "aria-controls": "share-panel"}, name);
      tab.addEventListener("click", () => this.#show(name));
      return tab;
    });
  }

  open(): void {
    const list = h("div", {class: "tabs", role: "tablist", "aria-label": "Ways to share"}, this.#tabs);
    list.addEventListener("keydown", (event) => this.#move(event));
    const dialog = openDialog(`Share: ${this.#options.label}`, h("style", {}, shareStyle), list, this.#version(), this.#panel);
    dialog.classList.add("share");
    this.#show(this.#tab);
    this.#tabs[0]!.focus();
  }

  #move(event: KeyboardEvent): void {
    const names = Object.keys(this.#panels), at = names.indexOf(this.#tab);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1}[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + names.length) % names.length;
    this.#show(names[next]!);
    this.#tabs[next]!.focus();
  }

  #show(name: string): void {
    this.#tab = name;
    for (const tab of this.#tabs) {
      const on = tab.textContent === name;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    this.#panel.setAttribute("aria-labelledby", `share-tab-${name}`);
    this.#panel.replaceChildren(h("div", {}, this.#panels[name]!()));
  }

  #set(change: Partial<Choice>): void {
    const focused = document.activeElement as HTMLInputElement | null;
    const [name, value] = [focused?.name, focused?.value];
    Object.assign(this.#choice, change);
    this.#show(this.#tab);
    if (focused && !focused.isConnected) this.#panel.querySelector<HTMLElement>(`input[name="${name}"][value="${value}"]`)?.focus();
  }

  #version(): HTMLElement {
    const {shown, kept} = this.#answer;
    return h("div", {class: "version"},
      radios("Version", [["live", `Live: follows corrections (now ${shown})`], ["kept", kept ? `Kept: ${kept}, never changes` : "Kept: this version has not been kept yet"]],
        "live", (value) => this.#set({kept: value === "kept"}), kept ? [] : ["kept"]));
  }

  get #snippet(): SnippetOptions {
    const {root, page, statement, figure} = this.#options, {title, alt, heights, kept} = this.#answer;
    return {
      root: this.#choice.kept && kept ? root + versionFolder(kept) : root, page: `${page}#${figure}`, statement, figure, title: this.#schemeTitle ?? title, alt, heights,
      theme: this.#choice.theme, selection: this.#schemeTitle === null ? {...this.#selection, scheme: "stance"} : this.#selection
    };
  }

  /** The scheme is no part of the selection that can be left out: it is how the figure is drawn. */
  get #selection(): Selection {
    const {selection = emptySelection} = this.#options;
    return this.#choice.selected ? selection : {...emptySelection, scheme: selection.scheme};
  }

  /** What the figure says under the scheme by which the page draws it; null where it shows the stance classes. */
  get #schemeTitle(): string | null {
    const {selection = emptySelection, figure} = this.#options, card = document.getElementById(figure);
    return selection.scheme !== "stance" && card?.dataset.schemes !== undefined ? card.querySelector("h2")!.textContent : null;
  }

  /** Where the page draws by another scheme, says what does not. */
  #stanceNote(what: string): Child {
    return this.#schemeTitle === null ? null : h("p", {}, `${what} the stance classes, not the classes that are chosen here.`);
  }

  get #folder(): string {
    return this.#snippet.root + figureFolder(this.#options.statement, this.#options.figure);
  }

  /** Offers to leave the page's selection out, where there is one. */
  #withSelection(): Child {
    const {selection = emptySelection} = this.#options;
    if (!isNarrowed(selection) && !selection.clause.length) return null;
    const input = h("input", {type: "checkbox", name: "share-selection", value: "on", checked: this.#choice.selected});
    input.addEventListener("change", () => this.#set({selected: input.checked}));
    const what = isNarrowed(selection) ? describeSelection(selection) : `Open: clause ${selection.clause.join(", ")}`;
    return h("p", {}, h("label", {}, input, `With the selection. ${what}`));
  }

  #picture(): HTMLElement {
    const dark = document.documentElement.dataset.theme === "dark" || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
    return h("img", {class: "preview", src: `${this.#folder}${dark ? "figure-dark.svg" : "figure.png"}`, alt: this.#answer.alt});
  }

  #link(): Child {
    const query = writeSelection(this.#selection), {page, figure} = this.#options;
    const address = this.#choice.kept ? frameAddress(this.#snippet) : `${page}${query ? `?${query}` : ""}#${figure}`;
    return [copyBox("link", address, 2), this.#withSelection(), this.#stanceNote("This picture shows"), this.#picture()];
  }

  #embed(): Child {
    const {kind, theme} = this.#choice, options = this.#snippet;
    const written: Record<Kind, () => string> = {
      frame: () => frameSnippet(options), plain: () => frameSnippet(options, {listen: false}),
      element: () => elementSnippet(options), picture: () => pictureSnippet(options)
    };
    const about: Record<Kind, string> = {
      frame: "Takes the height that it needs. Where scripts are dropped, the frame stays.",
      plain: this.#schemeTitle === null ? "High enough at every width without a script." : "As high as the stance classes need at every width.",
      element: "Draws in the page itself. The page must allow a script from this site.",
      picture: "A picture that leads to the figure: for mail, and for systems that take nothing else. It shows no selection."
    };
    const preview = kind === "picture" ? this.#picture()
      : h("iframe", {class: "preview", src: frameAddress(options), title: "Preview", style: `height:${heightAt(options.heights, Math.min(660, innerWidth - 84))}px`});
    return [
      radios("Kind", Object.entries(kinds) as [Kind, string][], kind, (value) => this.#set({kind: value})),
      radios("Theme", embedThemes.map((name) => [name, {light: "Light", dark: "Dark", auto: "As the reader's system"}[name]] as const), theme, (value) => this.#set({theme: value})),
      kind === "picture" ? null : this.#withSelection(),
      this.#stanceNote(kind === "picture" ? "It shows" : "Where no script may run, it shows"),
      h("p", {}, about[kind], " ", h("a", {href: new URL("examples", this.#options.page).href}, "See each in a page")), copyBox("code", written[kind](), 6), preview
    ];
  }

  #download(): Child {
    return [this.#stanceNote("These files show"), h("div", {class: "uses"}, downloads.map(({use, files}) => h("section", {}, h("h3", {}, use), h("ul", {}, files.map(({file, what}) =>
      h("li", {}, this.#file(file, what), h("small", {}, file))))))), this.#picture()];
  }

  #file(file: string, what: string): HTMLElement {
    const {statement, figure} = this.#options;
    return h("a", {href: this.#folder + file, download: `${statement}-${figure}-${file}`}, what);
  }

  #cite(): Child {
    const place = h("div", {}, "Loading …");
    void Promise.all([fetchText(`${this.#folder}cite.bib`), fetchText(`${this.#folder}cite.ris`)]).then(([bib, ris]) => {
      place.replaceChildren(copyBox("citation", plainCitation(ris), 3), copyBox("BibTeX", bib.trim(), 9), copyBox("RIS", ris.trim(), 9),
        h("p", {}, "As files: ", this.#file("cite.bib", "BibTeX"), ", ", this.#file("cite.ris", "RIS")));
    }, (error: Error) => place.replaceChildren(`The citation could not be loaded: ${error.message}`));
    return place;
  }
}

/** Opens the share dialog of a figure: link, embed, download, citation, each live or of the kept version. */
export async function openShareDialog(options: ShareOptions): Promise<void> {
  const answer = JSON.parse(await fetchText(`${options.root}${figureFolder(options.statement, options.figure)}oembed.json`)) as Answer;
  listening ||= (listenForHeights(), true);
  new ShareDialog(options, answer).open();
}
