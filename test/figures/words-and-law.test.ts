import {parseHTML} from "linkedom";
import {describe, expect, test} from "vitest";
import type {Figure} from "../../src/figures/figure.js";
import {instrumentTimeline} from "../../src/figures/instrument-timeline.js";
import {principles} from "../../src/figures/principles.js";
import {verbLadder} from "../../src/figures/verb-ladder.js";
import {verbObject} from "../../src/figures/verb-object.js";
import {emptySelection} from "../../src/queries/selection.js";
import {stances, type Tables} from "../../src/schema.js";
import {light} from "../../src/theme/theme.js";
import {tablesWithPrinciples} from "./tables-with-principles.js";

const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};
const figures: Figure<any>[] = [verbLadder, instrumentTimeline, verbObject, principles];

/** Whether `text` says `n` as a figure or as a word. */
const says = (text: string, n: number) => new RegExp(`\\b(${n}|${["none|no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][n] ?? n})\\b`, "i").test(text);
const n = (tables: Tables, test: (clause: Tables["clauses"][number]) => boolean) => tables.clauses.filter(test).length;

describe.each([1, 3, 20, 150, 800])("what the figures say of %i clauses", (clauses) => {
  const tables = tablesWithPrinciples({clauses, seed: 7});

  test("the verb ladder counts the strong clauses of each pole, and every clause of a pole", () => {
    const rows = verbLadder.query(tables), {title, subtitle} = verbLadder.caption(rows, tables);
    const polar = n(tables, ({pole}) => pole !== "neutral");
    expect(rows.clauses).toHaveLength(polar);
    expect(subtitle).toContain(`n\u00a0=\u00a0${polar} clause`);
    for (const pole of ["commitment", "condemnation"] as const) {
      const all = n(tables, (clause) => clause.pole === pole), strong = n(tables, (clause) => clause.pole === pole && clause.strength === 3);
      if (polar > 1 && all && title.includes("strongly worded,")) expect(says(title, strong) && says(title, all)).toBe(true);
    }
  });

  test("each occurrence on the ladder stands on its clause's strength and pole, and n adds up", () => {
    const rows = verbLadder.query(tables);
    const items = rows.rungs.flatMap((rung) => [...rung.commitment, ...rung.condemnation].flatMap((group) => group.occurrences.map(({clause}) => ({rung, group, clause}))));
    for (const {rung, group, clause} of items) expect([clause.strength, clause.pole]).toEqual([rung.strength, group.pole]);
    expect(verbLadder.caption(rows, tables).subtitle).toContain(`${items.length} verb occurrence`);
  });

  test("the timeline counts named instruments, mentions and the clauses they stand in", () => {
    const rows = instrumentTimeline.query(tables), {title, subtitle} = instrumentTimeline.caption(rows, tables);
    if (!tables.mentions.length) return expect(title).toBe("No instrument is mentioned");
    const named = rows.dated.length + rows.undated.length;
    expect(named ? says(title, named) : title.startsWith("No single instrument")).toBe(true);
    expect(subtitle).toContain(`n\u00a0=\u00a0${tables.mentions.length} mention`);
    expect(subtitle).toContain(`in ${new Set(tables.mentions.map((mention) => mention.clause)).size} clause`);
    expect([...rows.dated, ...rows.undated, ...rows.generic].flatMap((row) => row.mentions)).toHaveLength(tables.mentions.length);
  });

  test("the topics between the poles are counted by the poles whose wording they take", () => {
    const rows = verbObject.query(tables), {title, subtitle} = verbObject.caption(rows, tables);
    const pairs = tables.clauses.filter(({pole}) => pole !== "neutral").reduce((sum, clause) => sum + clause.topics.length, 0);
    expect(rows.topics.reduce((sum, row) => sum + row.commitment.length + row.condemnation.length, 0)).toBe(pairs);
    expect(subtitle).toContain(`${pairs} topic coding`);
    if (rows.topics.length > 1) for (const sharing of ["commitment", "both", "condemnation"]) {
      const own = rows.topics.filter((row) => row.sharing === sharing).length;
      if (own) expect(says(title, own)).toBe(true);
    }
  });

  test("the principles keep all seven, and the title counts those that clauses point to", () => {
    const rows = principles.query(tables), {title, alt} = principles.caption(rows, tables);
    expect(rows.principles).toHaveLength(7);
    expect(says(title, rows.principles.filter((row) => row.clauses.length).length)).toBe(true);
    for (const row of rows.principles) expect(alt).toContain(`${row.principle.label} ${row.clauses.length}`);
  });

  test.each(figures)("$id: every row of its table leads to clauses of the statement, and cells match columns", (figure) => {
    const known = new Set(tables.clauses.map((clause) => clause.id)), {columns, rows, clauses: ids} = figure.table(figure.query(tables), tables);
    expect(ids).toHaveLength(rows.length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    for (const id of ids.flat()) expect(known).toContain(id);
  });
});

describe("what a drafter would check", () => {
  const polar = (only: (typeof stances)[number][]) => tablesWithPrinciples({clauses: 6, stances: only});

  test("a statement without a pole says so in words", () => {
    const tables = polar(["affirm", "describe"]);
    expect(verbLadder.caption(verbLadder.query(tables), tables).title).toBe("No clause has a verb of commitment or condemnation wording");
    expect(verbObject.caption(verbObject.query(tables), tables).title).toBe("No topic takes commitment or condemnation wording");
  });

  test("a statement with one pole names that pole only", () => {
    const tables = polar(["commit"]);
    expect(verbObject.caption(verbObject.query(tables), tables).title).toMatch(/commitment wording only$/);
    expect(verbLadder.query(tables).rungs.flatMap((rung) => rung.condemnation)).toEqual([]);
  });

  test("joined verbs with one object stand at both verbs, with both in their words", () => {
    const tables = polar(["condemn"]), [clause] = tables.clauses, start = clause!.start;
    clause!.text = "They oppose and condemn sanctions that hurt trade";
    clause!.end = start + clause!.text.length;
    const verb = {...tables.verbs[0]!, clause: clause!.id, intensifier: null};
    tables.verbs = [{...verb, lemma: "oppose", stance: "oppose", start: start + 5, end: start + 11}, {...verb, lemma: "condemn", start: start + 16, end: start + 23}];
    tables.clauses = [clause!];
    const rows = verbLadder.query(tables), items = rows.rungs.flatMap((rung) => rung.condemnation).flatMap((group) => group.occurrences);
    expect(items.map((item) => [item.lead.map((piece) => piece.text).join(" "), item.object.map((piece) => piece.text).join(" ")]))
      .toEqual(["condemn", "oppose"].map(() => ["oppose and condemn", "sanctions that hurt trade"]));
    expect(verbLadder.caption(rows, tables).note).toContain("Clause 1 has several verbs");
  });

  test("more than three occurrences of a verb are all marked, and the lines end with how many more there are", () => {
    const tables = tablesWithPrinciples({clauses: 40, stances: ["condemn"]});
    const svg = verbLadder.draw(verbLadder.query(tables), tables, {width: 1080, theme: light, document});
    expect(svg.textContent).toMatch(/and \d+ more/);
    const marked = new Set([...svg.querySelectorAll(".mark:has(.mark-shape)")].flatMap((mark) => mark.getAttribute("data-clauses")!.split(" ")));
    expect(marked.size).toBe(40);
  });

  test("a statement that mentions nothing keeps its strip and leaves out the axis", () => {
    const tables = {...tablesWithPrinciples({clauses: 6}), mentions: [], instruments: []};
    const svg = instrumentTimeline.draw(instrumentTimeline.query(tables), tables, {width: 1080, theme: light, document});
    expect(svg.textContent).toContain("No instrument is mentioned");
    expect(svg.querySelectorAll(".mark")).toHaveLength(6);
    expect(svg.textContent).not.toContain("this statement");
  });

  test("threads are drawn up to 30 mentions and wait for a pointer above", () => {
    const threads = (clauses: number) => {
      const tables = tablesWithPrinciples({clauses});
      const svg = instrumentTimeline.draw(instrumentTimeline.query(tables), tables, {width: 1080, theme: light, document});
      return [...svg.querySelectorAll(".thread")].map((thread) => thread.classList.contains("on-hover"));
    };
    expect(new Set(threads(20))).toEqual(new Set([false]));
    expect(new Set(threads(800))).toEqual(new Set([true]));
  });

  test("a year after the statement is no date of adoption", () => {
    const tables = tablesWithPrinciples({clauses: 20});
    tables.instruments = tables.instruments.map((row) => ({...row, adopted: "2050"}));
    expect(instrumentTimeline.query(tables).dated).toEqual([]);
  });

  test.each(figures)("$id: a filter narrows the rows to its clauses", (figure) => {
    const tables = tablesWithPrinciples({clauses: 150});
    const ids = figure.table(figure.query(tables, {...emptySelection, pole: ["condemnation"]}), tables).clauses.flat();
    const poleOf = new Map(tables.clauses.map((clause) => [clause.id, clause.pole]));
    expect(new Set(ids.map((id) => poleOf.get(id)))).toEqual(new Set(["condemnation"]));
  });
});

const goldens = [
  {name: "typical", clauses: 20, width: 1080}, {name: "empty", clauses: 0, width: 1080}, {name: "one-clause", clauses: 1, width: 1080},
  {name: "long-labels", clauses: 20, width: 1080, longLabels: true}, {name: "narrow", clauses: 20, width: 350}, {name: "crowded", clauses: 800, width: 1080}
];

describe.each(figures)("$id", (figure) => {
  test.each(goldens)("is drawn as before: $name", async ({name, clauses, width, longLabels}) => {
    const tables = tablesWithPrinciples({clauses, longLabels});
    const svg = figure.draw(figure.query(tables), tables, {width, theme: light, document, href: null});
    await expect(svg.outerHTML.replaceAll("><", ">\n<")).toMatchFileSnapshot(`../output/figures/${figure.id}-${name}.svg`);
  });
});
