import {quote} from "../../src/briefing/quotes.js";
import {references} from "../../src/briefing/references.js";
import type {Outline, Slide} from "../../src/briefing/slide.js";
import type {Tables} from "../../src/schema.js";
import {StatementError} from "../read/statement-error.js";

/** One `## ` heading of the file with what stands below it. */
interface Entry {
  line: number;
  /** Name in brackets: a computed slide. */
  id: string | null;
  headline: string;
  points: string[];
  /** Clause ids of `> ` lines, with their lines. */
  quotes: {clause: string; line: number}[];
  notes: string[];
}

type Line = {text: string; line: number};

const rest = "…";

/** The file without comments, each line with its number. */
function readLines(source: string): Line[] {
  const bare = source.replace(/^\ufeff/, "").replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, ""));
  return bare.split(/\r?\n/).map((text, i) => ({text: text.trim(), line: i + 1})).filter(({text}) => text);
}

/** The edits of a briefing, read from its Markdown (the syntax is in README.md); `file` names it in messages. */
class Edits {
  readonly entries: (Entry | typeof rest)[] = [];
  private inNotes = false;

  constructor(private file: string, private values: Map<string, string>) {}

  fail(problem: string, line: number, hint: string): never {
    throw new StatementError(problem, {file: this.file, line}, hint);
  }

  private fill(text: string, line: number): string {
    return text.replace(/\{\{(.*?)\}\}/g, (whole, name: string) => this.values.get(name.trim()) ?? this.fail(
      `unknown reference: "${whole}"`, line, this.nearest(name.trim())));
  }

  private nearest(name: string): string {
    const first = name.split(".")[0]!, like = [...this.values.keys()].filter((known) => known.split(".")[0] === first);
    return `known ${like.length ? `are ${like.slice(0, 8).join(", ")}${like.length > 8 ? ", …" : ""}` : `names are listed in data-loaders/briefing/README.md`}`;
  }

  read({text, line}: Line): void {
    const entry = this.entries.at(-1), heading = /^##\s+(?:\[([\w-]+)\])?\s*(.*)$/.exec(text);
    if (heading) {
      this.inNotes = false;
      this.entries.push({line, id: heading[1] ?? null, headline: this.fill(heading[2]!, line), points: [], quotes: [], notes: []});
      return;
    }
    if (/^(…|\.\.\.)$/.test(text)) {
      this.inNotes = false;
      this.entries.push(rest);
      return;
    }
    if (!entry || entry === rest) this.fail(`a line outside every slide: "${text.slice(0, 60)}"`, line, "a slide begins with a line like \"## [summary]\" or \"## A headline\"");
    if (/^notes:/i.test(text)) this.inNotes = true;
    const said = this.fill(text.replace(/^notes:\s*/i, ""), line);
    if (this.inNotes) {
      if (said) entry.notes.push(said.replace(/^[-*]\s+/, ""));
    } else if (text.startsWith(">")) entry.quotes.push({clause: text.slice(1).trim(), line});
    else entry.points.push(said.replace(/^[-*]\s+/, ""));
  }
}

function added(entry: Entry, tables: Tables, edits: Edits, n: number): Slide[] {
  const {headline, points, notes, quotes, line} = entry, id = `added-${n}`;
  if (!headline) edits.fail("a slide without a headline", line, "write it after \"## \"");
  if (!points.length && !quotes.length) edits.fail("an empty slide", line, "write a line, or \"> \" and a clause's id, below its headline");
  const slides: Slide[] = points.length ? [{kind: "text", id, title: headline, points, notes}] : [];
  if (quotes.length) slides.push({
    kind: "quotes", id: points.length ? `${id}-quotes` : id, title: headline, notes: points.length ? [] : notes,
    quotes: quotes.map(({clause: name, line: at}) => {
      const clause = tables.clauses.find(({id}) => id === name);
      return clause ? quote(clause) : edits.fail(`unknown clause: "${name}"`, at, "ids are like p6.s1.c2; the page Text shows them");
    })
  });
  return slides;
}

function reworded(entry: Entry, outline: Outline, edits: Edits): Slide {
  const slide = outline.slides.find(({id}) => id === entry.id);
  if (!slide) return edits.fail(`unknown slide: "${entry.id}"`, entry.line, `slides are ${outline.slides.map(({id}) => id).join(", ")}`);
  if (entry.quotes.length || entry.points.length) edits.fail(`text on the computed slide "${slide.id}"`, entry.line, "it takes a headline and notes; write a slide of its own for more");
  return {...slide, title: entry.headline || slide.title, notes: [...entry.notes, ...slide.notes]};
}

/** The outline as an analyst's file orders, rewords and adds to it; slides that it does not name are left out unless a line "…" has them. */
export function editOutline(outline: Outline, tables: Tables, source: string, file: string): Outline {
  const edits = new Edits(file, references(tables, outline));
  for (const line of readLines(source)) edits.read(line);
  const named = edits.entries.flatMap((entry) => entry === rest || entry.id === null ? [] : entry);
  const twice = named.find((entry, i) => named.findIndex(({id}) => id === entry.id) < i);
  if (twice) edits.fail(`slide "${twice.id}" stands twice`, twice.line, "name it once");
  const others = outline.slides.filter(({id}) => !named.some((entry) => entry.id === id));
  const slides = edits.entries.flatMap((entry, i) => entry === rest ? others : entry.id === null ? added(entry, tables, edits, i + 1) : [reworded(entry, outline, edits)]);
  if (!slides.length) edits.fail("a briefing without slides", 1, "name one, or delete the file");
  return {...outline, slides};
}
