import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {find} from "../../src/briefing/find.js";
import {layout, shapes, smallest} from "../../src/briefing/layout.js";
import {briefing} from "../../src/briefing/page.js";
import type {Outline, QuotesSlide, SummarySlide, TextSlide} from "../../src/briefing/slide.js";
import {drawInBox} from "../../src/briefing/slide-figure.js";
import type {PartContext} from "../../src/components/part.js";
import {figures} from "../../src/figures/index.js";
import {emptySelection} from "../../src/queries/selection.js";
import {light} from "../../src/theme/theme.js";
import {syntheticTables} from "../figures/synthetic-tables.js";
import {textFaults} from "../figures/text-boxes.js";
import {briefed, hostileTables} from "./briefed.js";

const tables = syntheticTables({clauses: 40, seed: 2});
const count = (pole: string) => tables.clauses.filter((clause) => clause.pole === pole).length;
const slide = <T>(outline: Outline, id: string) => outline.slides.find((each) => each.id === id) as T;
const ids = (outline: Outline) => outline.slides.map(({id}) => id);

describe("the composed briefing", () => {
  it("has title, summary, a slide a figure, the strongest clauses and the method, in this order", async () => {
    const found = ids(await briefed(tables)).filter((id) => !/-\d+$/.test(id));
    expect(found).toEqual(["title", "summary", ...figures.map(({id}) => id), "strongest-commitment", "strongest-condemnation", "method"]);
  });

  it("counts in the summary what the tables hold", async () => {
    const {fields, title} = slide<SummarySlide>(await briefed(tables), "summary");
    const topics = new Set(tables.clauses.flatMap((clause) => clause.topics));
    expect(fields.map(({key}) => Number(key))).toEqual([count("commitment"), count("condemnation"), tables.mentions.length, tables.topicList.length - topics.size]);
    expect(title).toContain(`${count("commitment")} clause`);
  });

  it("gives each figure's slide the figure's own headline, and notes with its alternative text and quotations with their places", async () => {
    const outline = await briefed(tables);
    for (const entry of figures) {
      const figure = await entry.load(), {title, alt} = figure.caption(figure.query(tables), tables), {title: headline, notes} = slide<TextSlide>(outline, entry.id);
      expect(headline).toBe(title);
      expect(notes.join(" ")).toContain(alt.replace(/[.…]$/, ""));
    }
    expect(slide<TextSlide>(outline, "stance-score").notes.at(-1)).toMatch(/^“.*” \(paragraph \d+, clause \d+, \w+, strength [123]\)$/);
  });

  it("quotes the strongest clauses word for word, and says where it cuts", async () => {
    const outline = await briefed(tables), polar = tables.clauses.filter((clause) => clause.pole === "condemnation");
    const {quotes} = slide<QuotesSlide>(outline, "strongest-condemnation"), most = Math.max(...polar.map((clause) => clause.strength));
    for (const {clause: id, words, place} of quotes) {
      const clause = tables.clauses.find((each) => each.id === id)!;
      expect(clause.text.replace(/\s+/g, " ").startsWith(words.replace(/\u00a0…$/, ""))).toBe(true);
      expect(place).toContain(`Paragraph ${clause.paragraph}, clause ${clause.number}`);
      if (words.endsWith("…")) expect(place).toMatch(/first \d+ of \d+ words/);
    }
    expect(tables.clauses.find(({id}) => id === quotes[0]!.clause)!.strength).toBe(most);
  });

  it("says that no clause was coded where none was", async () => {
    expect(ids(await briefed(syntheticTables({clauses: 0})))).toEqual(["title", "method"]);
  });
});

describe("an edited briefing", () => {
  it("orders, drops, rewords and adds slides, and fills numbers from the tables", async () => {
    const first = tables.clauses[0]!;
    const outline = await briefed(tables, `<!-- for Monday -->\n## [stance-score] {{clauses.commitment}} against {{ clauses.condemnation }}\nNotes: Mine.\n\n## Three points\n- Of {{clauses}} clauses\n> ${first.id}\n\n## [title]\n`);
    expect(ids(outline)).toEqual(["stance-score", "added-2", "added-2-quotes", "title"]);
    expect(outline.slides[0]!.title).toBe(`${count("commitment")} against ${count("condemnation")}`);
    expect(outline.slides[0]!.notes[0]).toBe("Mine.");
    expect(slide<TextSlide>(outline, "added-2").points).toEqual(["Of 40 clauses"]);
    expect(slide<QuotesSlide>(outline, "added-2-quotes").quotes[0]!.clause).toBe(first.id);
  });

  it("puts all other slides where the line … stands", async () => {
    const outline = await briefed(tables, "## [method]\n…\n## [title]\n");
    expect(ids(outline)[0]).toBe("method");
    expect(ids(outline).at(-1)).toBe("title");
    expect(ids(outline).filter((id) => id === "title")).toHaveLength(1);
    expect(ids(outline)).toContain("summary");
  });

  it.each([
    ["a reference to nothing", "## [title]\n\n## Mine\n{{clauses.condemnations}} clauses", 'unknown reference: "{{clauses.condemnations}}"', 4],
    ["an unknown slide", "## [title]\n## [stances]", 'unknown slide: "stances"', 2],
    ["an unknown clause", "## Mine\n> p99.s1.c1", 'unknown clause: "p99.s1.c1"', 2],
    ["a slide that stands twice", "## [title]\n## [title]", 'slide "title" stands twice', 2],
    ["words on a computed slide", "<!--\n-->\n## [title]\nHello", 'text on the computed slide "title"', 3],
    ["words outside a slide", "Hello", 'a line outside every slide: "Hello"', 1],
    ["an empty slide", "## Mine", "an empty slide", 1]
  ])("stops with file and line at %s", async (_, edits, problem, line) => {
    await expect(briefed(tables, edits)).rejects.toThrow(new RegExp(`^${problem.replace(/[{}[\].*]/g, "\\$&")} \\(.*synthetic\\.briefing\\.md, line ${line}; `));
  });
});

describe("the layout of slides", () => {
  it.each([3, 40, 800])("sets nothing outside the slide, over other words or below 24 px: %i clauses, both shapes", async (clauses) => {
    const outline = await briefed(syntheticTables({clauses, longLabels: clauses === 40}));
    for (const shape of Object.values(shapes)) for (const each of outline.slides) {
      const boxes = layout(each, outline, shape).filter((box) => box.kind === "text");
      for (const box of boxes) {
        expect(box.style.size).toBeGreaterThanOrEqual(smallest);
        expect(box.x + box.width).toBeLessThanOrEqual(shape.width);
        expect(box.y + box.lines.length * box.leading).toBeLessThanOrEqual(shape.height);
      }
      const over = boxes.filter((a) => boxes.some((b) => a !== b && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y && b.y + 6 < a.y + a.lines.length * a.leading));
      expect(over.map((box) => `${each.id}: ${box.lines[0]}`)).toEqual([]);
    }
  });

  it.each([20, 100, 546])("keeps each figure above its source line and each of its words at 24 px and up: %i clauses", async (clauses) => {
    const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};
    const many = syntheticTables({clauses}), outline = await briefed(many), faults: string[] = [];
    for (const shape of Object.values(shapes)) for (const each of outline.slides) for (const box of layout(each, outline, shape)) {
      if (box.kind !== "figure") continue;
      const figure = await figures.find(({id}) => id === box.figure)!.load();
      const svg = drawInBox(figure, many, box, {theme: light, document});
      const small = [...svg.querySelectorAll("text, tspan")].filter((text) => Number(text.getAttribute("font-size") ?? Infinity) < smallest).map((text) => `${text.getAttribute("font-size")} px: ${text.textContent}`);
      faults.push(...[...textFaults(svg), ...small].map((fault) => `${shape.width} ${box.figure}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});

it("finds topics and instruments by name and clauses by number, id and words", () => {
  const [topic] = tables.topicList, [instrument] = tables.instruments, clause = tables.clauses[6]!;
  expect(find(tables, topic!.label)[0]).toMatchObject({kind: "topic", clauses: tables.clauses.filter((each) => each.topics.includes(topic!.id))});
  expect(find(tables, instrument!.short).some(({kind, label}) => kind === "instrument" && label === instrument!.short)).toBe(true);
  expect(find(tables, "7").map(({clauses}) => clauses[0]!.id)).toContain(clause.id);
  expect(find(tables, clause.id).at(-1)!.clauses).toEqual([clause]);
  expect(find(tables, "  ")).toEqual([]);
  expect(find(tables, "zebra crossing")).toEqual([]);
});

it("shows the same slides as a page, with words as words", async () => {
  const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};
  const hostile = hostileTables(), outline = await briefed(hostile);
  const context = {tables: hostile, statements: [], document, page: "briefing", root: "../../", selection: emptySelection, href: (page: string, rest = "") => `./${page}${rest}`, briefing: outline} satisfies PartContext & {briefing: Outline};
  const page = await briefing(context, {});
  expect([...page.querySelectorAll("h2")].map((heading) => heading.textContent)).toEqual(outline.slides.map(({title}) => title));
  expect(page.querySelectorAll(".briefing-notes")).toHaveLength(outline.slides.length);
  expect(page.querySelector("b, script")).toBeNull();
  expect(page.querySelector(".briefing-files img")!.getAttribute("src")).toBe("../../statements/synthetic/briefing/qr.svg");
});
