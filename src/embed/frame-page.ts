// The script inside embed.html. The page is complete without it; it reads the clauses from the page's own list of words.
import {isNarrowed, matches, readSelection, type Selection} from "../queries/selection.js";
import type {Clause, Pole, Stance, Strength} from "../schema.js";
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
  const all = document.createElement("a");
  all.href = `?theme=${document.documentElement.dataset.theme}`;
  all.textContent = "Show all";
  line.append(all);
  line.hidden = false;
}

sayWhatIsShown(selection);
const live = interact({stage, clauses, selection});
let drawing = "";
new ResizeObserver(() => {
  // Another width may show another drawing.
  const now = [...stage.querySelectorAll(".drawing")].find((each) => each.getClientRects().length > 0)?.className ?? "";
  if (now !== drawing && drawing) live.refresh();
  drawing = now;
}).observe(stage);
reportHeight(document.body);
