// The script inside embed.html. The page is complete without it; it reads the clauses from the page's own list of words.
import type {Figure} from "../figures/figure.js";
import {emptySelection, isNarrowed, matches, readSelection, writeSelection, type Selection} from "../queries/selection.js";
import type {Clause, Pole, Stance, Strength, Tables} from "../schema.js";
import {page as pageTheme} from "../theme/theme.js";
import {addTable} from "./add.js";
import {describeSelection} from "./describe-selection.js";
import {reportHeight} from "./height.js";
import {interact} from "./interact.js";
import type {Filtered, ShownClause} from "./shown-clause.js";

type ListedClause = ShownClause & Filtered;

const selection = readSelection(location.search);
const stage = document.querySelector<HTMLElement>(".stage")!;
const items = [...document.querySelectorAll<HTMLElement>(".clauses > li")];
const clauses = new Map(items.map((item) => [item.id, readItem(item)]));

function readItem(item: HTMLElement): ListedClause {
  const list = (name: string) => (item.dataset[name] ?? "").split("~").filter(Boolean);
  return {
    id: item.id, number: Number(item.dataset.number),
    heading: item.querySelector("h2")!.textContent!, text: item.querySelector("blockquote")!.textContent!,
    href: item.querySelector("a")?.href ?? null,
    stance: item.dataset.stance as Stance, pole: item.dataset.pole as Pole, strength: Number(item.dataset.strength) as Strength,
    topics: list("topic"), speakers: list("speaker"), verbs: list("verb"), instruments: list("instrument"),
    doubts: item.dataset.doubtful === undefined ? [] : [""]
  };
}

/** A frame that shows a part says so, and offers the whole. */
function sayWhatIsShown(selection: Selection): void {
  if (!isNarrowed(selection)) return;
  const passing = items.filter((item) => matches(clauses.get(item.id) as unknown as Clause, selection));
  for (const item of items) item.hidden = !passing.includes(item);
  const line = document.querySelector<HTMLElement>(".shown")!, count = `${passing.length} of ${items.length} clauses`;
  line.textContent = `${describeSelection(selection)}: ${count}. `;
  document.querySelector(".words-list summary")!.textContent = `The words: ${count}`;
  const all = document.createElement("a"), scheme = writeSelection({...emptySelection, scheme: selection.scheme});
  all.href = `?theme=${document.documentElement.dataset.theme}${scheme && `&${scheme}`}`;
  all.textContent = "Show all";
  line.append(all);
  line.hidden = false;
}

/** Draws the figure by another scheme, as the page that shares it does. What that takes lies beside the page, in a kept version too. */
async function drawByScheme(scheme: string): Promise<void> {
  const at = (path: string) => new URL(path, location.href).href, id = /([^/]+)\/[^/]*$/.exec(location.pathname)![1]!;
  const [tables, {figure}] = await Promise.all([
    fetch(at("../../tables.json")).then((response) => response.json() as Promise<Tables>),
    import(at(`../../../../embed/${id}.mjs`)) as Promise<{figure: Figure}>
  ]);
  if (!figure.schemes || !tables.schemes.some((each) => each.id === scheme)) return;
  const rows = figure.query(tables, {...emptySelection, scheme}), {title} = figure.caption(rows, tables), place = document.querySelector(".scroll")!;
  stage.querySelectorAll(".drawing > svg").forEach((was, i) => was.replaceWith(figure.draw(rows, tables, {
    width: Number(was.getAttribute("width")), theme: pageTheme, document, idPrefix: `w${i}`, href: (clause) => `#${clause}`, address: null
  })));
  document.title = document.getElementById("title")!.textContent = title;
  place.replaceChildren();
  addTable(place, figure.table(rows, tables));
  live.refresh();
}

sayWhatIsShown(selection);
const live = interact({stage, clauses, selection});
// Where it cannot be drawn, the stance classes stay.
if (selection.scheme !== "stance") drawByScheme(selection.scheme).catch((error: Error) => console.warn(error.message));
let drawing = "";
new ResizeObserver(() => {
  // Another width may show another drawing.
  const now = [...stage.querySelectorAll(".drawing")].find((each) => each.getClientRects().length > 0)?.className ?? "";
  if (now !== drawing && drawing) live.refresh();
  drawing = now;
}).observe(stage);
reportHeight(document.body);
