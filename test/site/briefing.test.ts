import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {BrowserContext, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, expect, it} from "vitest";
import {deckHtml} from "../../data-loaders/briefing/deck-html.js";
import type {Outline} from "../../src/briefing/slide.js";
import {briefed, hostileTables} from "../briefing/briefed.js";
import {sharedBrowser} from "./browser.js";

const folder = mkdtempSync(join(tmpdir(), "atlas-deck-")), file = join(folder, "deck.html"), tables = hostileTables();
let outline: Outline, context: BrowserContext, problems: string[] = [];

beforeAll(async () => {
  outline = await briefed(tables);
  writeFileSync(file, await deckHtml(outline, tables));
});
afterEach(async () => {
  await context.close();
  expect(problems.splice(0)).toEqual([]);
});
afterAll(() => rmSync(folder, {recursive: true}));

/** The deck as it opens from a disk on a machine without a network; any request that leaves the file fails the test. */
async function openDeck(query = ""): Promise<Page> {
  context = await (await sharedBrowser()).newContext({viewport: {width: 1920, height: 1080}, offline: true});
  context.on("request", (request) => /^(file|data|blob|about):/.test(request.url()) || problems.push(`asked: ${request.url()}`));
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()}`));
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(file).href}${query}`);
  await page.waitForSelector("html[data-ready]");
  return page;
}

const at = (page: Page) => page.locator("section.present").getAttribute("id");
const go = (page: Page, id: string) => page.evaluate((n) => location.hash = `#/${n}`, outline.slides.findIndex((slide) => slide.id === id)).then(() => page.waitForSelector(`section.present#${id}`));

it("goes through the slides by arrows, remotes and number, shows the overview and blackens the screen", async () => {
  const page = await openDeck();
  expect(await page.locator(".slides > section").count()).toBe(outline.slides.length);
  expect(await at(page)).toBe("title");
  await page.keyboard.press("ArrowRight");
  expect(await at(page)).toBe("summary");
  await page.keyboard.press("PageDown");
  expect(await at(page)).toBe(outline.slides[2]!.id);
  await page.keyboard.press("PageUp");
  expect(await at(page)).toBe("summary");
  await page.keyboard.press("g");
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  expect(await at(page)).toBe(outline.slides[3]!.id);
  await page.keyboard.press("Escape");
  await page.waitForSelector(".reveal.overview");
  for (const n of [2, 3, 4]) expect(await page.locator(`#${outline.slides[n]!.id} .slide`).isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.locator(".reveal.overview").count()).toBe(0);
  await page.keyboard.press("b");
  await page.waitForSelector(".reveal.paused");
  await page.keyboard.press("b");
  expect(await page.locator(".reveal.paused").count()).toBe(0);
});

it("opens the clauses behind a mark in their paragraph, by click and by key, and one key goes back", async () => {
  const page = await openDeck();
  await go(page, "stance-score");
  const mark = page.locator("section.present .mark").nth(4), ids = (await mark.getAttribute("data-clauses"))!.split(" ");
  const clause = tables.clauses.find(({id}) => id === ids[0])!;
  for (const open of [() => mark.click(), async () => {
    await mark.focus();
    await page.keyboard.press("Enter");
  }, async () => {
    await mark.focus();
    await page.keyboard.press("q");
  }]) {
    await open();
    await page.waitForSelector(".answers:not([hidden])");
    expect(await page.locator(".answer").count()).toBe(ids.length);
    expect(await page.locator(".answer mark").first().textContent()).toBe(clause.text.replace(/\s+/g, " ").trim());
    const words = (await page.locator(".answer-text").first().textContent())!;
    expect(tables.statement.text.replace(/\s+/g, " ")).toContain(words.trim());
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    expect(await page.locator(".answers:not([hidden])").count()).toBe(0);
    expect(await at(page)).toBe("stance-score");
  }
  await page.keyboard.press("ArrowRight");
  expect(await at(page)).not.toBe("stance-score");
});

it("finds clauses, topics and instruments by words, and goes back to the list, then to the slide", async () => {
  const page = await openDeck();
  await page.keyboard.press("/");
  await page.keyboard.type(tables.instruments[0]!.short.toLowerCase());
  await page.waitForSelector(".found");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".answer");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".found");
  await page.keyboard.press("Escape");
  expect(await page.locator(".answers:not([hidden])").count()).toBe(0);
  expect(await at(page)).toBe("title");
  expect(await page.locator("[onclick], .slides script").count()).toBe(0);
});

it.each(["light", "dark", "contrast"])("keeps every line in its slide, at 24 px and up, 16:9 and 4:3: %s", async (theme) => {
  const page = await openDeck(`?theme=${theme}`);
  for (const shape of ["16:9", "4:3"]) {
    const outside: string[] = [];
    for (const {id} of outline.slides) {
      await go(page, id);
      outside.push(...await page.evaluate(async () => {
        await document.fonts.ready;
        const slide = document.querySelector("section.present .slide")!, frame = slide.getBoundingClientRect(), range = document.createRange();
        return [...slide.querySelectorAll(".line, svg text, svg tspan")].filter((line) => {
          range.selectNodeContents(line);
          const box = range.getBoundingClientRect();
          const size = Number.parseFloat(getComputedStyle(line).fontSize), own = [...line.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim());
          if (own && size < 24) return true;
          return box.width > 0 && (box.right > frame.right || box.left < frame.left || box.bottom > frame.bottom || box.top < frame.top);
        }).map((line) => `${slide.parentElement!.id}: ${line.textContent}`);
      }));
    }
    expect(outside, shape).toEqual([]);
    await page.keyboard.press("a");
  }
});

it("keeps the speaker's window in step, with notes and a timer", async () => {
  const page = await openDeck(), popup = page.waitForEvent("popup");
  await page.keyboard.press("s");
  const speaker = await popup;
  await speaker.waitForSelector(".speaker-controls-time");
  await page.keyboard.press("ArrowRight");
  const first = outline.slides[1]!.notes[0]!;
  await expect.poll(async () => (await speaker.locator(".speaker-controls-notes .value").textContent())?.includes(first), {timeout: 15_000}).toBe(true);
  expect(await speaker.locator(".speaker-controls-time .timer").count()).toBe(1);
});

it("prints a page a slide", async () => {
  const page = await openDeck("?view=print");
  await page.waitForSelector(".pdf-page");
  const pdf = (await page.pdf({preferCSSPageSize: true, printBackground: true})).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(outline.slides.length);
});
