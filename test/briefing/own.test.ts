import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {deckHtml} from "../../data-loaders/briefing/deck-html.js";
import {composeOutline, schemeSlides} from "../../src/briefing/compose.js";
import {withOutline, type DeckData} from "../../src/briefing/deck-file.js";
import {limits, readItems, writeItems, type Item} from "../../src/briefing/items.js";
import {layout, paginate, shapes, smallest} from "../../src/briefing/layout.js";
import {knownItems, ownOutline} from "../../src/briefing/own-outline.js";
import {drawInBox} from "../../src/briefing/slide-figure.js";
import {figureSlideId, type QuotesSlide, type TextSlide} from "../../src/briefing/slide.js";
import {loadFigure} from "../../src/figures/index.js";
import {light} from "../../src/theme/theme.js";
import {syntheticTables} from "../figures/synthetic-tables.js";
import {textFaults} from "../figures/text-boxes.js";
import {hostileTables} from "./briefed.js";

const tables = syntheticTables({clauses: 40, seed: 2}), outline = await composeOutline(tables);
const own = (items: Item[]) => ownOutline(items, outline, tables);

describe("a briefing in a link", () => {
  const items: Item[] = [
    {kind: "slide", id: "topic-coverage", headline: "Half & more: “100 %” #1 = a~b"}, {kind: "slide", id: "title"},
    {kind: "clauses", clauses: ["p1.s1.c1", "p12.s3.c2"], headline: "Дословно"}, {kind: "text", headline: "Three", points: "one\ntwo ~ 2"}, {kind: "text", headline: "", points: ""}
  ];

  it("comes back as it was, its order included", () => {
    expect(readItems(writeItems(items))).toEqual(items);
    expect(readItems(`#${writeItems(items)}`)).toEqual(items);
    expect(writeItems(items)).toMatch(/^[\x21-\x7e]+$/);
    expect(writeItems([{kind: "slide", id: "method"}, {kind: "clauses", clauses: ["p1.s1.c1", "p2.s1.c1"]}])).toBe("s=method&c=p1.s1.c1~p2.s1.c1");
  });

  it.each([
    ["a headline of nothing", "h=Alone&s=title", [{kind: "slide", id: "title"}]],
    ["lines of nothing", "p=Alone", []],
    ["names that no slide has", "s=../../x&s=<script>&s=Title", []],
    ["a slide that stands twice", "s=title&s=title", [{kind: "slide", id: "title"}]],
    ["ids that no clause has", "c=p1.s1.c1~x~p1.s1.c1~p1&c=zz", [{kind: "clauses", clauses: ["p1.s1.c1"]}]],
    ["unknown names", "x=1&clause=p1.s1.c1&__proto__=1", []],
    ["an empty headline", "s=title&h=++", [{kind: "slide", id: "title"}]],
    ["signs that turn the order of letters", "s=title&h=a%E2%80%AEb%00c", [{kind: "slide", id: "title", headline: "a b c"}]]
  ])("is read without %s", (_, link, expected) => expect(readItems(link)).toEqual(expected));

  it("is cut where it is too much for anyone", () => {
    const read = readItems(Array.from({length: 500}, (_, i) => `s=x${i}&h=${"w".repeat(1000)}`).join("&"));
    expect(read.length).toBeLessThanOrEqual(limits.items);
    expect(Math.max(...read.map((item) => item.kind === "slide" ? item.headline!.length : 0))).toBe(limits.headline);
    const many = readItems(`c=${Array.from({length: 500}, (_, i) => `p${i}.s1.c1`).join("~")}`)[0]!;
    expect(many.kind === "clauses" && many.clauses.length).toBe(limits.clauses);
  });
});

describe("a briefing of one's own", () => {
  it("keeps the reader's order, and says what is in the editor's words and what was computed", () => {
    const {slides} = own([{kind: "slide", id: "stance-score", headline: "Mine"}, {kind: "slide", id: "title"}]), computed = outline.slides.find(({id}) => id === "stance-score")!;
    expect(slides.map(({id, title, editor}) => [id, title, editor])).toEqual([["stance-score", "Mine", "headline"], ["title", outline.title, undefined]]);
    expect(slides[0]!.notes).toEqual([...computed.notes, `Computed headline: ${computed.title}`]);
    for (const shape of Object.values(shapes)) {
      const words = (n: number) => layout(slides[n]!, outline, shape).flatMap((box) => box.kind === "text" ? box.lines.join(" ") : []);
      expect(words(0)).toContain("Headline: the editor’s own words");
      expect(words(1).join(" ")).not.toContain("editor");
    }
  });

  it("quotes picked clauses word for word with their places, in the order of picking", () => {
    const [a, b] = [tables.clauses[7]!, tables.clauses[2]!], slide = own([{kind: "clauses", clauses: [a.id, b.id]}]).slides[0] as QuotesSlide;
    expect(slide.title).toBe("2 clauses, word for word");
    expect(slide.editor).toBeUndefined();
    expect(slide.quotes.map(({clause}) => clause)).toEqual([a.id, b.id]);
    expect(slide.quotes.map(({place}) => place)).toEqual([a, b].map(({paragraph, number}) => expect.stringContaining(`Paragraph ${paragraph}, clause ${number}`)));
    expect(slide.notes[0]).toContain(a.text.replace(/\s+/g, " ").trim());
  });

  it("leaves out what this statement does not have", () => {
    const items: Item[] = [{kind: "slide", id: "no-such"}, {kind: "clauses", clauses: ["p999.s1.c1"]}, {kind: "clauses", clauses: ["p999.s1.c1", tables.clauses[0]!.id]}, {kind: "text", headline: "", points: ""}];
    expect(knownItems(items, outline, tables)).toEqual([{kind: "clauses", clauses: [tables.clauses[0]!.id]}, {kind: "text", headline: "", points: ""}]);
    expect(own(items).slides).toHaveLength(2);
  });

  it("keeps the longest words that it takes inside the slides, at 24 px and up, in both shapes", () => {
    const long = "word ".repeat(600), {slides} = paginate(own([
      {kind: "text", headline: long.slice(0, limits.headline), points: long.slice(0, limits.points)}, {kind: "text", headline: "x".repeat(limits.headline), points: ""},
      {kind: "slide", id: "title", headline: long.slice(0, limits.headline)}, {kind: "clauses", clauses: tables.clauses.map(({id}) => id), headline: "Ж".repeat(limits.headline)}
    ]));
    for (const shape of Object.values(shapes)) for (const slide of slides) for (const box of layout(slide, outline, shape)) if (box.kind === "text") {
      expect(box.style.size).toBeGreaterThanOrEqual(smallest);
      expect(box.y + box.lines.length * box.leading, `${slide.id}: ${box.lines[0]}`).toBeLessThanOrEqual(shape.height);
    }
    expect((slides[0] as TextSlide).title).toMatch(/\(1 of \d+\)$/);
  });
});

describe("a figure under another scheme", () => {
  const byClause = Object.fromEntries(tables.clauses.map(({id}, i) => [id, "abc"[i % 3]!]));
  const schemed = {...tables, schemes: [{id: "other", label: "Other", source: "invented", classes: [{id: "a", label: "Say"}, {id: "b", label: "Do"}, {id: "c", label: "Ask"}], byClause}]};

  it("is a slide of its own, named in a link, with the words and the drawing of that scheme, in both shapes", async () => {
    const chosen = await schemeSlides(schemed), id = "topic-stance-other", {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};
    expect(chosen.map((slide) => [slide.id, slide.figure, slide.scheme])).toEqual([[id, "topic-stance", "other"]]);
    expect(figureSlideId("topic-stance", "other")).toBe(id);
    const items = readItems(`s=topic-stance&s=${id}`), {slides} = ownOutline(items, {...outline, slides: [...outline.slides, ...chosen]}, schemed);
    expect(slides.map((slide) => slide.id)).toEqual(["topic-stance", id]);
    expect(slides[1]!.title).not.toBe(slides[0]!.title);
    for (const shape of Object.values(shapes)) {
      const [stance, other] = slides.map((slide) => layout(slide, outline, shape).find((box) => box.kind === "figure")!);
      const drawn = await Promise.all([stance!, other!].map(async (box) => drawInBox(await loadFigure(box.figure), schemed, box, {theme: light, document})));
      expect(drawn[0]!.textContent).not.toMatch(/Say|Ask/);
      for (const label of ["Say", "Do", "Ask"]) expect(drawn[1]!.textContent).toContain(label);
      expect(textFaults(drawn[1]!)).toEqual([]);
    }
  });

  it("stands in the deck, which holds what it is drawn from", async () => {
    const [slide] = await schemeSlides(schemed), html = withOutline(await deckHtml(outline, schemed), {...outline, slides: [slide!]});
    const data = JSON.parse(/<script type="application\/json" id="briefing-data">(.*?)<\/script>/.exec(html)![1]!) as DeckData;
    expect(data.outline.slides[0]).toMatchObject({figure: "topic-stance", scheme: "other"});
    expect(data.tables.schemes).toEqual(schemed.schemes);
  });

  it("is not offered where no clause was coded", async () => expect(await schemeSlides({...schemed, clauses: []})).toEqual([]));
});

it("puts another outline into the built deck, in which no word ends the script", async () => {
  const hostile = hostileTables(), built = await composeOutline(hostile), words = "</script><!--<b onclick=1>$& $1";
  const file = withOutline(await deckHtml(built, hostile), ownOutline([{kind: "text", headline: words, points: words}, {kind: "slide", id: "stance-score"}], built, hostile));
  const data = JSON.parse(/<script type="application\/json" id="briefing-data">(.*?)<\/script>/.exec(file)![1]!) as DeckData;
  expect(data.outline.slides.map(({title}) => title)).toEqual([words, built.slides.find(({id}) => id === "stance-score")!.title]);
  expect(data.tables.clauses).toHaveLength(hostile.clauses.length);
  expect(file.match(/<\/script/g)).toHaveLength(2);
  expect(file).not.toContain("<b onclick");
  expect(file).toContain("<li>&lt;/script&gt;&lt;!--&lt;b onclick=1&gt;$&amp; $1</li>");
  expect(() => withOutline("<html></html>", built)).toThrow("no deck");
});
