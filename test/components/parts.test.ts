import {parseHTML} from "linkedom";
import {describe, expect, test} from "vitest";
import {emptySelection} from "../../src/queries/selection.js";
import {figures} from "../../src/figures/index.js";
import {page as pageTheme} from "../../src/theme/theme.js";
import {figureDrawings} from "../../src/components/figure-card.js";
import {atAGlance} from "../../src/queries/at-a-glance.js";
import {findings} from "../../src/queries/findings.js";
import {clausePanel} from "../../src/components/evidence-panel.js";
import {parts, renderPart} from "../../src/components/parts.js";
import type {PartContext} from "../../src/components/part.js";
import type {Child} from "../../src/components/element.js";
import type {Tables} from "../../src/schema.js";
import {annotatedTables} from "../annotated-tables.js";

const tables = annotatedTables();

function context(of: Tables = tables): PartContext {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const statements = [{id: of.statement.id, title: of.statement.title, date: of.statement.date}];
  return {tables: of, document: document as unknown as Document, selection: emptySelection, statements, page: "text", root: "./", href: (page, rest = "") => `./${page}${rest}`};
}

const silent: Tables = {...tables, clauses: [], verbs: [], topics: [], mentions: [], instruments: [], paragraphs: [], statement: {...tables.statement, text: "", words: 0}};

describe("the statement's text", () => {
  test("shows every character of the statement and nothing else but the numbers of its clauses", async () => {
    const part = await renderPart("statement-text", {}, context());
    part.querySelectorAll(".num, .para-no").forEach((node) => node.remove());
    const shown = [...part.querySelectorAll(".para-words")].map((node) => node.textContent);
    expect(shown).toEqual(tables.paragraphs.map(({start, end}) => tables.statement.text.slice(start, end)));
  });
  test("marks each clause with its own words, its pole and an address of its own", async () => {
    const part = await renderPart("statement-text", {}, context());
    for (const clause of tables.clauses) {
      const spans = [...part.querySelectorAll(`.clause[data-clauses="${clause.id}"]`)];
      expect(spans.map((span) => span.textContent).join("")).toBe(clause.text);
      expect(spans[0]!.id).toBe(clause.id);
      expect(spans[0]!.classList.contains("con")).toBe(clause.pole === "condemnation");
    }
  });
  test("treats markup in a statement as words", async () => {
    const text = "China and Russia condemn <img src=x onerror=alert(1)> & all \"quotes\".";
    const odd = {...silent, statement: {...tables.statement, text}, paragraphs: [{number: 1, role: "text" as const, marker: null, start: 0, end: text.length}],
      clauses: [{...tables.clauses[0]!, id: "p1.s1.c1", start: 0, end: text.length - 1, text: text.slice(0, -1)}]};
    const {document} = parseHTML(`<!doctype html><body>${(await renderPart("statement-text", {}, context(odd))).outerHTML}</body>`);
    expect(document.querySelector("img")).toBeNull();
    expect(document.querySelector(".para-words .clause")!.textContent).toBe(text.slice(0, -1));
  });
});

test.each(figures.map(({id}) => id))("a page draws the words of %s as the figure has set them, without a space more within a line", async (id) => {
  const figure = await figures.find((entry) => entry.id === id)!.load(), {document, ...around} = context(), rows = figure.query(tables);
  const lines = (drawing: Element) => [...drawing.querySelectorAll("text")].filter((text) => !text.querySelector("tspan[x], tspan[dx]")).map((text) => text.textContent);
  const shown = figureDrawings(figure, rows, {document, ...around}).querySelector(".figure-narrow")!;
  expect(lines(shown)).toEqual(lines(figure.draw(rows, tables, {width: 350, theme: pageTheme, document, heading: true, idPrefix: `${id}-narrow`, href: () => ""})));
});

describe("the findings", () => {
  test("no paragraph of the statement holds both poles; four clauses commit and six condemn", () => {
    const [together, against] = findings(tables);
    expect(together!.key).toBe("0 of 11");
    expect(against!.key).toBe("4 to 6");
    expect(against!.runs.join("")).toContain("124 words against 153");
  });
  test("each number can be opened: its clauses are named", () => {
    const ids = new Set(tables.clauses.map((clause) => clause.id));
    for (const finding of findings(tables)) {
      expect(finding.clauses.length).toBeGreaterThan(0);
      for (const id of finding.clauses) expect(ids).toContain(id);
    }
  });
  test("a statement without clauses gives none, one without mentions says so", () => {
    expect(findings(silent)).toEqual([]);
    const plain = {...tables, mentions: [], instruments: [], clauses: tables.clauses.map((clause) => ({...clause, instruments: []}))};
    expect(findings(plain).at(-1)!.key).toBe("0");
  });
});

describe("the answers at a glance", () => {
  const answers = (of: Tables) => Object.fromEntries(atAGlance(of).map((answer) => [answer.question, answer]));
  test("the statement covers most of all international law, commits in four clauses, condemns in six and leans on two named texts", () => {
    const {Covers, "Commits to": commits, Condemns, "Leans on": leans, "Leaves out": omits} = answers(tables);
    expect(Covers!.rows[0]!.label).toBe("International law");
    expect(commits!).toMatchObject({key: "4 clauses", note: "Wording: two strong, two plain, none hedged"});
    expect(Condemns!).toMatchObject({key: "6 clauses", note: "Wording: one strong, five plain, none hedged"});
    expect(leans!.rows.map(({label}) => label)).toEqual(["UN Charter, 1945", "1970 Declaration"]);
    expect(omits!.rows.every(({n}) => n === 0)).toBe(true);
  });
  test("what is covered and what is left out make the whole list of topics", () => {
    const {Covers, "Leaves out": omits} = answers(tables);
    const [held, left] = [Covers!, omits!].map(({key}) => Number(key.split(" ")[0]));
    expect(held! + left!).toBe(tables.topicList.length);
  });
  test("the quoted words are the clause's own, the strongest first", () => {
    for (const {quotes} of atAGlance(tables)) {
      for (const {clause, lead, object} of quotes) {
        for (const {text} of [...lead, ...object]) expect(clause.text.replace(/\s+/g, " ")).toContain(text);
      }
      const levels = quotes.map(({clause}) => clause.strength);
      expect(levels).toEqual(levels.toSorted((a, b) => b - a));
    }
  });
  test("a statement that takes no pole and mentions no text says so; one without clauses gives no answer", () => {
    const plain = {...tables, mentions: [], instruments: [], clauses: tables.clauses.filter((clause) => clause.pole === "neutral").map((clause) => ({...clause, instruments: []}))};
    const {"Commits to": commits, Condemns, "Leans on": leans} = answers(plain);
    expect([commits!.key, Condemns!.key, leans!.key]).toEqual(["No clause", "No clause", "No text"]);
    expect(atAGlance(silent)).toEqual([]);
  });
});

describe("the evidence panel", () => {
  const words = (children: Child[]): string => children.map((child) => Array.isArray(child) ? words(child) : typeof child === "object" && child ? child.textContent : child || "").join(" ");
  test("names class, pole, strength, speaker, topics, instruments and place of the clause, in this order", () => {
    const clause = tables.clauses[13]!, text = words(clausePanel(clause, context(), {pinned: []}));
    const places = ["Clause 14 of 20", "Coded condemn, strength 2", "They oppose and condemn", "Class", "Pole", "Strength", "Speaker", "China, Russia", "Topics", "Instruments", "Characters", `${clause.start}–${clause.end}`].map((piece) => text.indexOf(piece));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe("every part", () => {
  test.each(Object.keys(parts))("%s holds no script, no address of another host and no repeated id, with twenty clauses and with none", async (name) => {
    const dataset = {figure: "stance-score", table: "clauses", notes: ""};
    for (const of of [tables, silent]) {
      const part = await renderPart(name, dataset, context(of));
      expect(part.outerHTML).not.toMatch(/<script|(?:href|src)="(?:https?:)?\/\//);
      const ids = [part, ...part.querySelectorAll("[id]")].map((node) => node.id).filter(Boolean);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });
  test("an unknown name is said with the known ones", async () => {
    await expect(renderPart("weather", {}, context())).rejects.toThrow('unknown part: "weather" (known: site-header');
  });
});
