import type {Clause, Pole, Stance, Strength} from "../schema.js";

/** The one selection of a page: filters, chosen clauses and scheme. It lives in the address, under the names below. */
export interface Selection {
  /** Clause ids that were picked on a mark; they are lit and listed. */
  clause: string[];
  topic: string[];
  stance: Stance[];
  pole: Pole[];
  strength: Strength[];
  speaker: string[];
  verb: string[];
  instrument: string[];
  /** True: only doubtful codes; false: only those without doubt. */
  doubtful: boolean | null;
  /** Free text, matched without case as words in the clause. */
  q: string;
  /** `stance`, or the id of another scheme. */
  scheme: string;
  /** Kept clauses, in the order in which they were pinned. */
  pin: string[];
}

export const emptySelection: Selection = {
  clause: [], topic: [], stance: [], pole: [], strength: [], speaker: [], verb: [], instrument: [],
  doubtful: null, q: "", scheme: "stance", pin: []
};

const lists = ["clause", "topic", "stance", "pole", "strength", "speaker", "verb", "instrument", "pin"] as const;

/** Reads a selection from an address's query; unknown names are left alone, empty values dropped. */
export function readSelection(search: string): Selection {
  const params = new URLSearchParams(search);
  const selection: Record<string, unknown> = {...emptySelection};
  for (const name of lists) {
    const values = params.getAll(name).flatMap((value) => value.split("~")).filter(Boolean);
    selection[name] = name === "strength" ? values.map(Number).filter((n) => n >= 1 && n <= 3) : values;
  }
  const doubtful = params.get("doubtful");
  selection.doubtful = doubtful === "yes" ? true : doubtful === "no" ? false : null;
  selection.q = params.get("q") ?? "";
  selection.scheme = params.get("scheme") || "stance";
  return selection as unknown as Selection;
}

/** The inverse of `readSelection`: a query without the leading "?", defaults left out, names in fixed order. */
export function writeSelection(selection: Selection): string {
  const parts: string[] = [];
  const add = (name: string, value: string) => parts.push(`${name}=${encodeURIComponent(value).replaceAll("%20", "+")}`);
  for (const name of lists) if (selection[name].length) add(name, selection[name].join("~"));
  if (selection.doubtful !== null) add("doubtful", selection.doubtful ? "yes" : "no");
  if (selection.q) add("q", selection.q);
  if (selection.scheme !== "stance") add("scheme", selection.scheme);
  return parts.join("&");
}

/** Whether the selection narrows the clauses at all (picked clauses and pins do not). */
export function isNarrowed(selection: Selection): boolean {
  return lists.some((name) => name !== "clause" && name !== "pin" && selection[name].length > 0)
    || selection.doubtful !== null || selection.q.trim() !== "";
}

const meets = <T>(wanted: readonly T[], has: readonly T[]) => wanted.length === 0 || has.some((value) => wanted.includes(value));

/** Whether a clause passes the filters: any value within a name, all names together. */
export function matches(clause: Clause, selection: Selection): boolean {
  return meets(selection.topic, clause.topics)
    && meets(selection.stance, [clause.stance])
    && meets(selection.pole, [clause.pole])
    && meets(selection.strength, [clause.strength])
    && meets(selection.speaker, clause.speakers)
    && meets(selection.verb, clause.verbs)
    && meets(selection.instrument, clause.instruments)
    && (selection.doubtful === null || selection.doubtful === clause.doubts.length > 0)
    && hasWords(clause, selection.q);
}

const oneLine = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();

/** Whether the words stand so in the clause, whatever their capitals and line ends. */
function hasWords({text}: Clause, words: string): boolean {
  const wanted = oneLine(words);
  return wanted === "" || (wanted.includes(" ") ? oneLine(text) : text.toLowerCase()).includes(wanted);
}

const known = new WeakMap<Selection, {of: readonly Clause[]; kept: readonly Clause[]}>();

/** The clauses that pass the filters, in reading order; worked out once for each selection, since several views of a page ask. */
export function passing(clauses: readonly Clause[], selection: Selection): readonly Clause[] {
  const found = known.get(selection);
  if (found?.of === clauses) return found.kept;
  const kept = isNarrowed(selection) ? clauses.filter((clause) => matches(clause, selection)) : clauses;
  known.set(selection, {of: clauses, kept});
  return kept;
}
