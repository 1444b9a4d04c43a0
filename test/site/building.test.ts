import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Page} from "playwright-core";
import {afterAll, expect, it} from "vitest";
import type {DeckData} from "../../src/briefing/deck-file.js";
import type {Tables} from "../../src/schema.js";
import {open, sharedBrowser, site} from "./browser.js";

const [{id}] = await (await fetch(new URL("statements/index.json", site))).json();
const tables: Tables = await (await fetch(new URL(`statements/${id}/tables.json`, site))).json();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "atlas-own-"));
afterAll(() => rmSync(folder, {recursive: true}));

const ready = async (page: Page) => {
  await page.waitForSelector("#build[data-ready]");
  return page;
};
const build = async (link = "", options?: Parameters<typeof open>[1]) => ready(await open(`build${link}`, options));
const kinds = (page: Page) => page.locator(".build-kind").evaluateAll((nodes) => nodes.map((node) => node.lastChild!.textContent));
const goto = async (page: Page, path: string) => {
  await page.goto(new URL(path, site).href);
  await page.waitForSelector("html[data-live]");
};

it("takes figures and pinned clauses from the pages, and a link shows the same briefing elsewhere", async () => {
  const [first, second] = tables.clauses.map((clause) => clause.id) as [string, string];
  const page = await open("topics");
  await page.waitForSelector("html[data-live]");
  const row = page.locator("#topic-coverage .figure-actions");
  await row.getByRole("button", {name: "Add to briefing"}).press("Enter");
  expect(await row.getByRole("link", {name: "In your briefing"}).evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await row.getByRole("button", {name: "Add to briefing"}).count()).toBe(0);
  await goto(page, `text?pin=${first}~${second}`);
  await page.locator(".pin-tray").click();
  await page.getByRole("button", {name: "Add to briefing"}).click();
  await page.getByRole("dialog").getByRole("link", {name: "In your briefing"}).click();
  await ready(page);
  expect(await kinds(page)).toEqual(["Figure: Topics", "2 clauses, word for word"]);
  await page.getByLabel("Headline of slide 1", {exact: true}).fill("What Monday’s vote is about");
  await page.waitForURL(/#s=topic-coverage&h=What\+Monday/);
  const link = page.url();

  const other = await build(new URL(link).hash);
  expect(await kinds(other)).toEqual(["Figure: Topics", "2 clauses, word for word"]);
  expect(await other.getByLabel("Headline of slide 1").inputValue()).toBe("What Monday’s vote is about");
  expect(await other.locator(".small-slide").first().textContent()).toContain("Headline: the editor’s own words");
  expect(await other.locator(".small-slide").nth(1).textContent()).toContain(tables.clauses[0]!.text.replace(/\s+/g, " ").slice(0, 30));
  await page.reload();
  await ready(page);
  expect(await page.locator(".build-note").isVisible()).toBe(false);
  expect(await page.getByLabel("Headline of slide 1", {exact: true}).inputValue()).toBe("What Monday’s vote is about");
});

it("takes a figure under the scheme that the page shows, beside the one under the stance classes, and presents it so", async () => {
  const {id: scheme, label} = tables.schemes.find(({id}) => id === "plover")!, page = await open("topics"), row = page.locator("#topic-stance .figure-actions");
  await page.waitForSelector("html[data-live]");
  const add = row.getByRole("button", {name: "Add to briefing"});
  await add.click();
  await page.getByLabel("Classes in this figure:").selectOption(scheme);
  await add.click();
  await row.getByRole("link", {name: "In your briefing"}).click();
  await ready(page);
  const name = "Figure: Topics by stance";
  expect(await kinds(page)).toEqual([name, `${name}, by ${label}`]);
  const small = page.locator(".small-slide");
  expect(await small.nth(0).textContent()).not.toContain(label);
  expect(await small.nth(1).textContent()).toContain(label);
  await page.getByRole("button", {name: "Present"}).click();
  const deck = page.frameLocator("dialog.presenting iframe");
  await deck.locator("html[data-ready]").waitFor({state: "attached"});
  expect(await deck.locator(`#topic-stance-${scheme}`).textContent()).toContain(label);
});

it("is put in order, edited and emptied by keyboard alone", async () => {
  const page = await build();
  await page.getByRole("button", {name: "Start with all slides"}).press("Enter");
  const all = await kinds(page), headline = await page.getByLabel("Headline of slide 1", {exact: true}).inputValue();
  expect(all.slice(0, 3)).toEqual(["Title", "Summary", "Figure: Stance score"]);
  expect(headline).toBe(tables.statement.title);
  await page.getByRole("button", {name: "Down: move down slide 1", exact: true}).press("Enter");
  expect((await kinds(page)).slice(0, 2)).toEqual(["Summary", "Title"]);
  expect(await page.evaluate(() => document.activeElement!.getAttribute("aria-label"))).toBe("Down: move down slide 2");
  await page.getByLabel("Headline of slide 2", {exact: true}).press("Alt+ArrowUp");
  expect(await kinds(page)).toEqual(all);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Mine");
  const first = page.locator(".build-item").first();
  expect(await first.locator(".build-said").textContent()).toBe("Headline computed from the tables.");
  await expect.poll(() => first.locator(".build-said").textContent()).toBe("Headline: your own words; the slide says so.");
  await first.getByRole("button", {name: "Computed headline"}).press("Enter");
  expect(await page.getByLabel("Headline of slide 1", {exact: true}).inputValue()).toBe(headline);
  await page.getByRole("button", {name: "Remove: remove slide 2", exact: true}).press("Enter");
  expect(await kinds(page)).toEqual(all.filter((_, i) => i !== 1));
  expect(await page.evaluate(() => document.activeElement!.getAttribute("aria-label"))).toBe("Headline of slide 2");
  await page.getByRole("button", {name: "Add a slide of your own words"}).press("Enter");
  await page.keyboard.type("Questions");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Who speaks?");
  await page.waitForURL(/&t=Questions&p=Who\+speaks%3F$/);
  await page.getByRole("button", {name: "Remove all"}).press("Enter");
  expect(await kinds(page)).toEqual([]);
  await page.waitForURL(/#$/);
});

it("leaves the reader's own briefing alone when a link is opened, and text of a link is text", async () => {
  const page = await build();
  await page.getByRole("button", {name: "Add slide", exact: true}).click();
  await page.waitForURL(/#s=title$/);
  const words = "<img src=x onerror=document.title=1>";
  await page.evaluate((hash) => location.hash = hash, `t=${encodeURIComponent(words)}&s=stance-score&s=no-such-slide&c=p999.s1.c1`);
  await page.locator(".build-note").waitFor();
  expect(await kinds(page)).toEqual(["Slide of words", "Figure: Stance score"]);
  expect(await page.getByLabel("Headline of slide 1", {exact: true}).inputValue()).toBe(words);
  expect(await page.locator("#build img, #build script").count()).toBe(0);
  await page.getByRole("button", {name: "Remove: remove slide 1"}).click();
  await page.waitForURL(/#s=stance-score$/);
  await page.getByRole("button", {name: "Show my briefing"}).click();
  expect(await kinds(page)).toEqual(["Title"]);
  await page.goBack();
  await goto(page, "build");
  await ready(page);
  expect(await kinds(page)).toEqual(["Title"]);
});

it("is presented on the full screen, and as a file answers without a network", async () => {
  const clause = tables.clauses.find(({pole}) => pole === "commitment")!;
  const page = await build(`#s=stance-score&h=Mine&c=${clause.id}&t=Ask&p=Who%3F`);
  await page.getByRole("button", {name: "Present"}).click();
  const deck = page.frameLocator(".presenting iframe");
  await deck.locator("html[data-ready]").waitFor({state: "attached"});
  expect(await deck.locator(".slides > section h2").allTextContents()).toEqual(["Mine", "One clause, word for word", "Ask"]);
  await page.keyboard.press("PageDown");
  expect(await deck.locator("section.present").textContent()).toContain(clause.text.replace(/\s+/g, " ").slice(0, 30));
  await page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
  await page.getByRole("button", {name: "Close the slides"}).click();
  expect(await page.locator("iframe").count()).toBe(0);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", {name: "Download deck.html"}).click()]);
  expect(download.suggestedFilename()).toBe("deck.html");
  const file = join(folder, "deck.html");
  await download.saveAs(file);
  const context = await (await sharedBrowser()).newContext({viewport: {width: 1920, height: 1080}, offline: true}), asked: string[] = [];
  context.on("request", (request) => /^(file|data|blob|about):/.test(request.url()) || asked.push(request.url()));
  const alone = await context.newPage();
  await alone.goto(pathToFileURL(file).href);
  await alone.waitForSelector("html[data-ready]");
  await alone.locator("section.present .mark").first().focus();
  await alone.keyboard.press("q");
  const data: DeckData = JSON.parse((await alone.locator("#briefing-data").textContent())!);
  const shown = await alone.locator("section.present .mark").first().getAttribute("data-clauses");
  expect(await alone.locator(".answer mark").first().textContent()).toBe(data.tables.clauses.find(({id}) => id === shown!.split(" ")[0])!.text.replace(/\s+/g, " ").trim());
  await alone.keyboard.press("Escape");
  expect(await alone.locator("section.present").getAttribute("id")).toBe("stance-score");
  expect(asked).toEqual([]);
  await context.close();
});

it.each([["light", 1440], ["dark", 1440], ["light", 390], ["dark", 390]] as const)("axe finds nothing on a full page, and nothing reaches beyond the window: %s, %i px", async (colorScheme, width) => {
  const page = await build(`#s=title&h=Mine&s=stance-score&s=summary&c=${tables.clauses[0]!.id}&t=Words&p=One`, {colorScheme, width});
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => (await (window as any).axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}))
    .violations.map((violation: any) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node: any) => node.html.slice(0, 160)).join(" | ")}`));
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
