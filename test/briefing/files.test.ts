import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import JSZip from "jszip";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {briefingOutline} from "../../data-loaders/briefing/briefing-outline.js";
import {pptx} from "../../data-loaders/briefing/pptx.js";
import {writeBriefing} from "../../data-loaders/briefing/write-briefing.js";
import type {Outline} from "../../src/briefing/slide.js";
import {hostileTables, site} from "./briefed.js";

const folder = mkdtempSync(join(tmpdir(), "atlas-briefing-")), tables = hostileTables();
const read = (name: string) => readFileSync(join(folder, "statements/synthetic/briefing", name));
let outline: Outline, parts: Map<string, string>, pictures: Map<string, Uint8Array>;

beforeAll(async () => {
  outline = await briefingOutline({tables, site, statementsFolder: folder});
  await writeBriefing({folder, tables, site, version: "1.0.0-abcdef01", statementsFolder: folder});
  const {files} = await JSZip.loadAsync(read("deck.pptx"));
  const texts = Object.values(files).filter(({name}) => /\.(xml|rels)$/.test(name));
  parts = new Map(await Promise.all(texts.map(async (file) => [file.name, await file.async("string")] as const)));
  pictures = new Map(await Promise.all(Object.values(files).filter(({name}) => name.endsWith(".png")).map(async (file) => [file.name, await file.async("uint8array")] as const)));
}, 60_000);
afterAll(() => rmSync(folder, {recursive: true}));

const slides = () => outline.slides.map((_, i) => parts.get(`ppt/slides/slide${i + 1}.xml`)!);

describe("deck.pptx", () => {
  it("has a slide with a title placeholder and notes for each slide of the outline", () => {
    expect([...parts.keys()].filter((name) => /slides\/slide\d+\.xml$/.test(name))).toHaveLength(outline.slides.length);
    for (const [i, xml] of slides().entries()) {
      expect(xml).toContain('type="title"');
      expect(parts.get(`ppt/notesSlides/notesSlide${i + 1}.xml`)).toContain("<a:t>");
    }
  });

  it("describes every picture, chart and table, and marks header rows", () => {
    for (const xml of slides()) {
      for (const [, attributes] of xml.matchAll(/<p:(?:nvPicPr|nvGraphicFramePr)>\s*<p:cNvPr ([^>]*)>/g)) expect(attributes).toMatch(/descr="[^"]{20,}/);
      for (const [row] of xml.matchAll(/<a:tblPr[^>]*>/g)) expect(row).toContain('firstRow="1"');
    }
    expect(slides().join("").match(/<a:tbl>/g)!.length).toBeGreaterThan(0);
  });

  it("draws topics, verbs, instruments and voices as charts that can be edited, on the axes that they name", () => {
    const charts = [...parts].filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(4);
    for (const [, xml] of charts) {
      const named = [...xml.matchAll(/<c:axId val="(\d+)"/g)].map(([, id]) => id);
      expect(named).toHaveLength(4);
      expect(new Set(named).size).toBe(2);
    }
  });

  it("sets nothing below 12 points, which are 24 px of 1080", () => {
    const sizes = [...parts].filter(([name]) => /^ppt\/(slides\/slide|charts\/chart)\d+\.xml$/.test(name)).flatMap(([, xml]) => [...xml.matchAll(/\bsz="(\d+)"/g)].map(([, size]) => Number(size)));
    expect(sizes.length).toBeGreaterThan(100);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1200);
  });

  it("charts the tables' numbers", () => {
    const i = outline.slides.findIndex(({id}) => id === "topic-coverage"), rels = parts.get(`ppt/slides/_rels/slide${i + 1}.xml.rels`)!;
    const xml = parts.get(`ppt/charts/${/charts\/(chart\d+\.xml)/.exec(rels)![1]}`)!;
    const shown = new Set([...xml.match(/<c:cat>[^]*?<\/c:cat>/)![0].matchAll(/<c:v>([^<]*)</g)].map(([, label]) => label));
    const kept = tables.topicList.filter(({label}) => shown.has(label.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")));
    const sum = [...xml.matchAll(/<c:val>[^]*?<\/c:val>/g)].flatMap(([values]) => [...values.matchAll(/<c:v>(\d+)</g)]).reduce((total, [, n]) => total + Number(n), 0);
    expect(kept.length).toBe(shown.size);
    expect(sum).toBe(tables.clauses.reduce((total, clause) => total + clause.topics.filter((id) => kept.some((topic) => topic.id === id)).length, 0));
  });

  it("has true PNG twins beside its vector pictures", () => {
    expect(pictures.size).toBe(outline.slides.filter(({kind}) => kind === "figure").length - 4);
    for (const bytes of pictures.values()) expect(Buffer.from(bytes.subarray(0, 4)).toString("latin1")).toBe("\x89PNG");
  });

  it("carries the statement's date and comes out the same again", async () => {
    expect(parts.get("docProps/core.xml")).toMatch(/created[^>]*>2025-01-01T00:00:00Z/);
    expect(Buffer.compare(await pptx(outline, tables), read("deck.pptx"))).toBe(0);
  });
});

it("deck.pdf has a page a slide, its fonts inside, and tags", () => {
  const pdf = read("deck.pdf").toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(outline.slides.length);
  expect(pdf).toContain("/Marked true");
  expect(pdf.match(/\/S \/H1/g)).toHaveLength(outline.slides.length);
  expect(pdf).toContain("/FontFile2");
  expect(pdf).not.toMatch(/\/BaseFont \/Helvetica/);
});

it("deck.html asks nobody for anything, and no word of the statement ends its script", () => {
  const html = read("deck.html").toString("utf8");
  expect(html).not.toMatch(/(?:src|href)=["']?https?:|url\(["']?(?!data:)\w+:/);
  expect(html.match(/<\/script/g)).toHaveLength(2);
  expect(html).not.toContain("<!--");
  expect(html).not.toContain("<b onclick");
  expect(html).toContain("\\u003c/script>");
});

it("briefing.zip holds all decks, as they are", async () => {
  const {files} = await JSZip.loadAsync(read("briefing.zip"));
  expect(Object.keys(files).sort()).toEqual(["deck.html", "deck.pdf", "deck.pptx"].map((name) => `synthetic/${name}`));
  expect(Buffer.compare(await files["synthetic/deck.pdf"]!.async("nodebuffer"), read("deck.pdf"))).toBe(0);
});
