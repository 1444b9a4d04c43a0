import {readFileSync} from "node:fs";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {readCodebook} from "../../data-loaders/read/read-codebook.js";
import {allTables} from "../../data-loaders/statement-files.js";
import {makeTables} from "../../data-loaders/tables/make-tables.js";
import {figures} from "../../src/figures/index.js";
import type {Tables} from "../../src/schema.js";
import {light} from "../../src/theme/theme.js";
import {verbWords} from "../../src/queries/stance-score.js";

const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};
const [own] = [...allTables("data-loaders/statements")] as [Tables];
const text = readFileSync(new URL("../../../shared/corpus/long/multilateral-g7-carbis-bay-2021.txt", import.meta.url), "utf8");
const long = makeTables({...own.statement, id: "long", text, words: text.split(/\s+/).length}, readCodebook(), {version: "test"});

const tidy = (words: string) => words.replace(/\s+/g, " ").trim();
/** Stretches between the dots that stand for words left out. */
const stretches = (words: string) => tidy(words).split(/\s*…\s*|\u00a0/).map((part) => part.trim()).filter(Boolean);

describe.each([["the statement of the site", own], ["a communique of 546 clauses", long]] as const)("%s", (_, tables) => {
  const all = tidy(tables.statement.text);

  it.each(["verb-object", "verb-ladder", "instrument-timeline", "stance-score"])("the table of %s quotes words as they stand", async (id) => {
    const figure = await figures.find((entry) => entry.id === id)!.load();
    const {columns, rows} = figure.table(figure.query(tables), tables), column = Math.max(columns.indexOf("words"), columns.indexOf("Text"));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => stretches(String(row[column]))).filter((part) => !all.includes(part))).toEqual([]);
  });

  it.each(figures.map(({id}) => id))("%s sets only words of the text in the statement's face, but for verbs in their base form", async (id) => {
    const figure = await figures.find((entry) => entry.id === id)!.load(), rows = figure.query(tables);
    const lemmas = new Set(tables.verbs.flatMap(({lemma}) => [lemma, ...stretches(lemma.replace(" ", " … "))]));
    for (const width of [350, 1080]) {
      const svg = figure.draw(rows, tables, {width, theme: light, document});
      const lines = [...svg.querySelectorAll("text")].flatMap((node) => {
        const spans = [...node.querySelectorAll("tspan")], serif = (element: Element) => /Source Serif/.test(element.getAttribute("font-family") ?? "");
        if (!spans.length) return serif(node) ? [node.textContent!] : [];
        if (serif(node)) return spans.map((span) => span.textContent!);
        // Spans of another face part the words: "cooperation ×3 · coerce".
        return spans.map((span) => serif(span) ? span.textContent! : " … ").join("").split(" … ");
      });
      const odd = lines.flatMap(stretches).filter((part) => !all.includes(part) && !lemmas.has(part));
      expect(odd).toEqual([]);
    }
  });

  it("the verb of a clause is named by its own words", () => {
    for (const clause of tables.clauses) {
      const words = verbWords(clause, tables.verbs.filter((verb) => verb.clause === clause.id), tables.statement.text);
      for (const part of stretches(words ?? "")) expect(all).toContain(part);
    }
  });
});
