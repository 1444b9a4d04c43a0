import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {figures} from "../../src/figures/index.js";
import {light, page} from "../../src/theme/theme.js";
import {annotatedTables} from "../annotated-tables.js";
import {syntheticTables} from "./synthetic-tables.js";
import {stanceScore} from "../../src/figures/stance-score.js";
import {topicStance} from "../../src/figures/topic-stance.js";
import {emptySelection} from "../../src/queries/selection.js";
import {overlap, rectBoxes, textBoxes, textFaults} from "./text-boxes.js";

const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};
const own = ["stance-score", "topic-coverage", "topic-stance", "topic-score", "speakers", "instrument-web"];
const shapes = [{width: 320}, {width: 350}, {width: 720}, {width: 1080}, {width: 1200}, {width: 1920, height: 1080, typeScale: 1.6}, {width: 1080, height: 1080, typeScale: 1.3}, {width: 1200, height: 630, typeScale: 1}];

describe.each(own)("%s", (id) => {
  const cases = [0, 1, 3, 20, 40, 41, 150, 151, 800].flatMap((clauses) => [{clauses, longLabels: false}, ...(clauses === 20 || clauses === 150 ? [{clauses, longLabels: true}] : [])]);
  it.each(cases)("sets no text over another or outside the frame: $clauses clauses, long labels $longLabels", async ({clauses, longLabels}) => {
    const figure = await figures.find((entry) => entry.id === id)!.load();
    const tables = syntheticTables({clauses, longLabels, doubtful: 0.1}), rows = figure.query(tables);
    const faults = shapes.filter((shape) => !(longLabels && "height" in shape)).flatMap((shape) => {
      const svg = figure.draw(rows, tables, {...shape, theme: light, document, href: (clause: string) => `#${clause}`});
      return textFaults(svg).map((fault) => `${JSON.stringify(shape)} ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it("gives each mark its clauses, a name and an address, and only clauses that exist", async () => {
    const figure = await figures.find((entry) => entry.id === id)!.load();
    const tables = syntheticTables({clauses: 20}), known = new Set(tables.clauses.map((clause) => clause.id));
    const svg = figure.draw(figure.query(tables), tables, {width: 1080, theme: light, document, href: (clause: string) => `text?clause=${clause}`});
    const marks = [...svg.querySelectorAll(".mark")] as Element[];
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) {
      const ids = mark.getAttribute("data-clauses")!.split(" ");
      expect(ids.length).toBeGreaterThan(0);
      for (const clause of ids) expect(known).toContain(clause);
      expect(mark.getAttribute("aria-label")).toMatch(/clause/i);
      expect(mark.getAttribute("href")).toBe(`text?clause=${ids[0]}`);
    }
  });
});

it.each(["stance-score", "topic-coverage", "topic-stance", "topic-score", "speakers", "verb-ladder"])("a count in %s opens as many clauses as it says", async (id) => {
  const figure = await figures.find((entry) => entry.id === id)!.load();
  for (const clauses of [20, 150]) for (const width of [350, 1080]) {
    const tables = syntheticTables({clauses}), svg = figure.draw(figure.query(tables), tables, {width, theme: light, document});
    const sums = [...svg.querySelectorAll(".is-sum")].map((mark) => ({ids: mark.getAttribute("data-clauses")!.split(" ").filter(Boolean), text: mark.querySelector("text")!.textContent!}));
    expect(sums.length).toBeGreaterThan(0);
    for (const {ids, text} of sums) {
      expect(ids).toEqual([...new Set(ids)]);
      expect(ids.length).toBeGreaterThan(0);
      if (!/occurrence|verbs/.test(text)) expect(text).toMatch(new RegExp(`(^|\\D)${ids.length}(\\D|$)`));
    }
  }
});

it.each([3, 20, 150, 800])("topics by the classes of another scheme set no text over another: %i clauses", (clauses) => {
  const tables = syntheticTables({clauses}), labels = ["Make statement", "Express intent to cooperate", "Make an appeal or request", "Make pessimistic comment", "Criticize or denounce", "Praise or endorse", "Demand", "Reject", "Disapprove", "Express accord"];
  tables.schemes = [{id: "other", label: "Other", source: "invented", classes: labels.map((label, i) => ({id: String(i), label})),
    byClause: Object.fromEntries(tables.clauses.filter((_, i) => i % 7).map((clause, i) => [clause.id, String(i % labels.length)]))}];
  const rows = topicStance.query(tables, {...emptySelection, scheme: "other"});
  for (const width of [320, 350, 720, 1080]) expect(textFaults(topicStance.draw(rows, tables, {width, theme: light, document}))).toEqual([]);
});

it.each([3, 20, 40, 150, 800])("the stance score sets no verb under a bar: %i clauses", (clauses) => {
  const tables = syntheticTables({clauses}), verbs = new Set<string>();
  for (const width of [720, 1200]) {
    const svg = stanceScore.draw(stanceScore.query(tables), tables, {width, theme: light, document});
    for (const line of svg.querySelectorAll("[data-label]")) for (const part of (line.children.length ? [...line.children] : [line])) verbs.add(part.textContent!);
    const labels = textBoxes(svg).filter((box) => verbs.has(box.text)), bars = rectBoxes(svg, ".mark .mark-shape");
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.flatMap((label) => bars.filter((bar) => overlap(label, bar, 1)).map((bar) => `${label.text} lies under ${bar.text}`))).toEqual([]);
  }
});

it("the dense score that reads down sets paragraph numbers of three digits before their brackets, and cuts a verb by one sign", () => {
  const tables = syntheticTables({clauses: 800}), rows = stanceScore.query(tables);
  for (const row of rows.rows) if (row.verb) row.verb = "reiterate … full … commitment";
  const svg = stanceScore.draw(rows, tables, {width: 350, theme: light, document});
  const margin = Math.min(...textBoxes(svg).map(({x0}) => x0));
  const bracket = margin + Number([...svg.querySelectorAll("line")].find((line) => line.getAttribute("stroke-width") === "1.4")!.getAttribute("x1"));
  const numbers = textBoxes(svg).filter(({text, x0}) => /^\d{3}$/.test(text) && x0 < bracket);
  expect(numbers.length).toBeGreaterThan(0);
  for (const {x1} of numbers) expect(x1).toBeLessThan(bracket - 1);
  expect(svg.textContent).not.toMatch(/…\s*…/);
});

it("marks stacked at the end of the timeline stand inside a drawing without margins", async () => {
  const figure = await figures.find(({id}) => id === "instrument-timeline")!.load();
  for (const clauses of [150, 300, 800]) {
    const tables = syntheticTables({clauses});
    tables.instruments.forEach((instrument, i) => instrument.adopted = i % 2 ? null : "2024");
    const svg = figure.draw(figure.query(tables), tables, {width: 1080, theme: page, document}), discs = [...svg.querySelectorAll("circle.mark-shape")];
    expect(Math.max(...discs.map((disc) => Number(disc.getAttribute("cx")) + Number(disc.getAttribute("r"))))).toBeLessThanOrEqual(1080);
  }
});

it("topics keep numbered marks from 600 px up, where no lane holds more than eight", async () => {
  const figure = await figures.find(({id}) => id === "topic-coverage")!.load(), tables = annotatedTables(), rows = figure.query(tables);
  for (const width of [600, 620, 640, 720]) {
    const svg = figure.draw(rows, tables, {width, theme: page, document});
    expect(svg.querySelectorAll(".mark-number").length).toBe(tables.topics.length);
    expect(textFaults(svg)).toEqual([]);
  }
});
