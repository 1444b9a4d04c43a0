import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {figures} from "../../src/figures/index.js";
import {dark, light} from "../../src/theme/theme.js";
import {syntheticTables, type SyntheticOptions} from "./synthetic-tables.js";

const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};
const own = ["stance-score", "topic-coverage", "topic-stance", "topic-score", "speakers", "instrument-web"];

const cases: {name: string; tables: SyntheticOptions; width: number; theme?: typeof light; height?: number; typeScale?: number}[] = [
  {name: "typical", tables: {clauses: 20, doubtful: 0.15}, width: 1080},
  {name: "narrow", tables: {clauses: 20}, width: 350, theme: dark},
  {name: "long-labels", tables: {clauses: 8, longLabels: true}, width: 720},
  {name: "one", tables: {clauses: 1}, width: 720},
  {name: "empty", tables: {clauses: 0}, width: 720},
  {name: "crowded", tables: {clauses: 155}, width: 1080},
  {name: "slide", tables: {clauses: 20}, width: 1920, height: 1080, typeScale: 1.6}
];

/** The drawing without the words that only a listener or a pointer meets: they are tested by themselves, and make files large. */
function picture(svg: Element): string {
  for (const hidden of svg.querySelectorAll(".mark title, .mark-hit")) hidden.remove();
  for (const mark of svg.querySelectorAll(".mark")) mark.removeAttribute("aria-label");
  return `${svg.outerHTML.replaceAll("><", ">\n<")}\n`;
}

describe.each(own)("%s", (id) => {
  it.each(cases)("looks as it did: $name", async ({name, tables: options, width, theme = light, ...shape}) => {
    const figure = await figures.find((entry) => entry.id === id)!.load(), tables = syntheticTables(options);
    const svg = figure.draw(figure.query(tables), tables, {width, theme, document, ...shape});
    await expect(picture(svg)).toMatchFileSnapshot(`golden/${id}-${name}.svg`);
  });
});
