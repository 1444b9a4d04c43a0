// Runs inside deck.html: draws the slides from the data in the file, and starts reveal.js with no network and no motion.
import Reveal from "reveal.js";
import Notes from "reveal.js/plugin/notes";
import {builder} from "../components/element.js";
import {figures as register} from "../figures/index.js";
import type {Figure} from "../figures/figure.js";
import type {Clause} from "../schema.js";
import {presentedKey, type DeckData} from "./deck-file.js";
import {shapes} from "./layout.js";
import {createQuestions} from "./questions.js";
import {slideElement} from "./slide-element.js";
import type {Outline} from "./slide.js";
import {themes, type ThemeName} from "./themes.js";

type ShapeName = keyof typeof shapes;

const {outline: built, tables}: DeckData = JSON.parse(document.getElementById("briefing-data")!.textContent!);
const asked = new URLSearchParams(location.search);
const outline = asked.has("own") ? presented() : built;
const printing = /print/.test(asked.get("view") ?? "") || asked.has("print-pdf");

const after = <T>(list: readonly T[], item: T): T => list[(list.indexOf(item) + 1) % list.length]!;

/** The briefing that a reader has built on this machine; where there is none, its page opens. */
function presented(): Outline {
  try {
    const kept = localStorage.getItem(presentedKey(built.statement));
    if (kept) return JSON.parse(kept);
  } catch { /* Then there is none. */ }
  location.replace("../build");
  return built;
}

/** What was chosen on this machine before; the address says otherwise. */
function chosen<T extends string>(name: string, known: readonly T[]): T {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(`briefing-${name}`);
  } catch { /* Files may not be given a store. */ }
  return known.find((value) => value === asked.get(name)) ?? known.find((value) => value === kept) ?? known[0]!;
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`briefing-${name}`, value);
  } catch { /* Then it holds for this window only. */ }
}

const themeNames = Object.keys(themes) as ThemeName[], shapeNames = Object.keys(shapes) as ShapeName[];
let theme = chosen("theme", themeNames), shape = chosen("shape", shapeNames);
const slides = document.querySelector<HTMLElement>(".reveal .slides")!;
const byId = new Map(tables.clauses.map((clause) => [clause.id, clause]));

async function loadFigures(): Promise<Map<string, Figure>> {
  const wanted = new Set(outline.slides.flatMap((slide) => slide.kind === "figure" ? slide.figure : []));
  return new Map(await Promise.all(register.filter(({id}) => wanted.has(id)).map(async (entry) => [entry.id, await entry.load()] as const)));
}

/** Marks speak their names; the browser's own tooltip would come late and stay small. */
function draw(figures: ReadonlyMap<string, Figure>): void {
  document.documentElement.dataset.theme = theme;
  for (const [token, colour] of Object.entries(themes[theme])) if (token !== "name") document.documentElement.style.setProperty(`--${token}`, colour);
  slides.replaceChildren(...outline.slides.map((slide) => slideElement(slide, {outline, tables, figures, shape: shapes[shape], theme: themes[theme], document})));
  for (const title of slides.querySelectorAll(".mark > title")) title.remove();
}

function clausesOf(elements: Iterable<Element>): Clause[] {
  const ids = new Set([...elements].flatMap((element) => element.getAttribute("data-clauses")?.split(" ") ?? []));
  return tables.clauses.filter(({id}) => ids.has(id) && byId.has(id));
}

const keys: [string, string][] = [
  ["→ ← Space, Page Up, Page Down", "next and previous slide (remotes too)"], ["Q", "clauses behind this slide; on a mark: behind the mark"],
  ["Tab, Enter", "go to a mark, open its clauses"], ["/", "find a clause, a topic, an instrument"], ["Esc", "back to the slide; on a slide: overview"],
  ["S", "speaker window with notes and timer"], ["B", "black screen"], ["G", "go to a slide by number"], ["F", "full screen"],
  ["T", "light, dark, high contrast"], ["A", "16:9 or 4:3"], ["K", "these keys"]
];

function keysBox(): HTMLElement {
  const h = builder(document);
  const box = h("div", {class: "keys", role: "dialog", "aria-label": "Keys", hidden: true}, h("h2", {}, "Keys"),
    h("dl", {}, keys.map(([key, does]) => h("div", {}, h("dt", {}, key), h("dd", {}, does)))));
  document.body.append(box);
  return box;
}

async function start(): Promise<void> {
  const figures = await loadFigures();
  draw(figures);
  let stopped = false;
  const deck = new Reveal({
    ...shapes[shape], margin: 0, center: false, hash: true, history: false, transition: "none", backgroundTransition: "none", autoAnimate: false,
    controls: false, progress: !printing, slideNumber: printing ? false : "c/t", scrollActivationWidth: 0, minScale: 0.05, maxScale: 4,
    pdfMaxPagesPerSlide: 1, pdfSeparateFragments: false, viewDistance: 50, help: false, keyboardCondition: () => !stopped, plugins: [Notes]
  });
  await deck.initialize();
  const questions = createQuestions(tables, document, () => stopped = false), help = keysBox();

  const redraw = () => {
    const at = deck.getIndices();
    draw(figures);
    deck.configure({...shapes[shape]});
    deck.sync();
    deck.slide(at.h, at.v);
    deck.layout();
  };
  const show = (element: Element | null) => {
    const slide = deck.getCurrentSlide(), carrier = element?.closest("[data-clauses]");
    const clauses = carrier ? clausesOf([carrier]) : clausesOf(slide.querySelectorAll("[data-clauses]"));
    stopped = true;
    questions.show(clauses, carrier ? "Behind this mark" : "Behind this slide");
  };
  const acts: Record<string, () => void> = {
    q: () => show(document.activeElement?.closest(".mark") ?? null),
    "/": () => {
      stopped = true;
      questions.search();
    },
    t: () => {
      keep("theme", theme = after(themeNames, theme));
      redraw();
    },
    a: () => {
      keep("shape", shape = after(shapeNames, shape));
      redraw();
    },
    k: () => help.hidden = false
  };
  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || deck.isPaused()) return;
    const field = event.target instanceof HTMLInputElement;
    const taken = (): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    if (!help.hidden) {
      help.hidden = true;
      return taken();
    }
    if (questions.open) {
      if (event.key === "Escape" || (!field && (event.key === "Backspace" || event.key.toLowerCase() === "q"))) {
        taken();
        questions.back();
      } else if (event.key === "/" && !field) {
        taken();
        questions.search();
      }
      return;
    }
    if (field) return;
    const mark = document.activeElement?.closest(".mark");
    if (mark && (event.key === "Enter" || event.key === " ")) {
      taken();
      return show(mark);
    }
    const act = acts[event.key.toLowerCase()];
    if (!act) return;
    taken();
    act();
  }, true);
  slides.addEventListener("click", (event) => {
    const carrier = (event.target as Element).closest("[data-clauses]");
    if (carrier && !deck.isOverview()) show(carrier);
  });
  // The speaker's window and a shared link keep the slide; what is ready says so for those who drive the file.
  document.documentElement.dataset.ready = "";
}

void start();
