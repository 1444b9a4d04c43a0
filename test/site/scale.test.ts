import {describe, expect, test} from "vitest";
import type {Page} from "playwright-core";
import {open, site} from "./browser.js";
import {longTables, showStatement} from "./another-statement.js";

const tables = longTables(), {clauses} = tables;
const oneLine = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();

async function reach(path: string, width = 1440): Promise<Page> {
  const page = await open(path, {width, prepare: (page) => showStatement(page, site, tables)});
  await page.locator("html[data-live]").waitFor({state: "attached"});
  return page;
}

/** Processor time in ms that the page's main thread spends on scripts, styles and layout for an act and the frames after it; other programs do not count. */
async function timing(page: Page): Promise<(act: () => Promise<unknown>) => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", {timeDomain: "threadTicks"});
  const spent = async () => {
    const {metrics} = await session.send("Performance.getMetrics");
    return metrics.filter(({name}) => /^(Script|Layout|RecalcStyle)Duration$/.test(name)).reduce((sum, {value}) => sum + value * 1000, 0);
  };
  return async (act) => {
    const before = await spent();
    await act();
    await page.waitForTimeout(60);
    return await spent() - before;
  };
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** Middles of some marks in sight, spread over the figure. */
const places = (page: Page, selector: string, n: number) => page.evaluate(([selector, n]) => {
  const boxes = [...document.querySelectorAll(selector)].map((mark) => mark.getBoundingClientRect()).filter(({width, top, bottom}) => width > 0 && top > 0 && bottom < innerHeight);
  return boxes.filter((_, i) => i % Math.max(1, Math.floor(boxes.length / n)) === 0).slice(0, n).map(({x, y, width, height}) => [x + width / 2, y + height / 2] as const);
}, [selector, n] as const);

/** Points at marks of figures and selects some: each lights up, each opens its clauses. Prints the time that it takes; what is measured is not asserted. */
async function pointAndSelect(page: Page, figures: string[]): Promise<void> {
  const time = await timing(page);
  for (const figure of figures) {
    await page.locator(`#${figure}`).evaluate((node) => node.scrollIntoView());
    const some = await places(page, `#${figure} .figure a.mark:not(.is-sum) .mark-shape`, 12), pointing: number[] = [], selecting: number[] = [];
    expect(some.length).toBeGreaterThan(3);
    for (const [x, y] of some) {
      pointing.push(await time(() => page.mouse.move(x, y)));
      expect(await page.locator(`#${figure} .mark.is-lit`).count()).toBeGreaterThan(0);
    }
    for (const [x, y] of some.slice(0, 4)) {
      selecting.push(await time(() => page.mouse.click(x, y)));
      await page.locator(".evidence:visible").first().waitFor();
    }
    await page.keyboard.press("Escape");
    console.log(`${figure}: pointing ${median(pointing).toFixed(0)} ms (n = ${pointing.length}), selecting ${median(selecting).toFixed(0)} ms (n = ${selecting.length}) of main-thread time, medians`);
  }
}

test("with the statement of the site, every mark that is pointed at lights up and opens", async () => {
  const page = await open("topics");
  await page.locator("html[data-live]").waitFor({state: "attached"});
  await pointAndSelect(page, ["topic-coverage", "topic-stance"]);
});

test("there are at least 800 clauses", () => expect(clauses.length).toBeGreaterThanOrEqual(800));

describe("a statement of 800 clauses", () => {
  test("a bar of two pixels is enlarged under the pointer and in focus: number, verb and neighbours", async () => {
    const page = await reach("");
    const clause = clauses.find(({pole, verbs, number}) => pole === "commitment" && verbs.length && number > 100)!;
    const mark = page.locator(`#stance-score .figure > div:visible a.mark[data-clauses="${clause.id}"]`);
    await mark.scrollIntoViewIfNeeded();
    const {x, y, width, height} = (await mark.locator(".mark-shape").first().boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    const lens = page.locator(".tooltip .lens");
    await lens.waitFor();
    expect(await lens.locator("text").allTextContents()).toEqual(expect.arrayContaining([clause.number - 2, clause.number - 1, clause.number, clause.number + 1, clause.number + 2].map(String)));
    expect(oneLine(await page.locator(".tooltip").textContent())).toContain(`Clause ${clause.number}: ${clause.stance}`);
    expect(await page.locator(`.reading .clause[data-clauses="${clause.id}"]`).first().getAttribute("class")).toContain("is-lit");
    await page.mouse.move(2, 2);
    await mark.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => oneLine(await page.locator(".tooltip").textContent())).toContain(`Clause ${clause.number + 1}:`);
    expect(await lens.locator("text").allTextContents()).toContain(String(clause.number + 3));
  });

  test("every mark that is pointed at lights up and opens", async () => {
    await pointAndSelect(await reach("topics"), ["topic-coverage", "topic-stance", "topic-score"]);
  });

  test("filters narrow every figure, and the list shows its beginning and the rest when asked", async () => {
    const page = await reach("topics");
    await page.getByRole("button", {name: "Filter clauses"}).click();
    const box = page.getByRole("checkbox", {name: /^commitment/});
    await box.scrollIntoViewIfNeeded();
    await box.evaluate((node: HTMLElement) => node.click());
    const kept = clauses.filter(({pole}) => pole === "commitment");
    expect(await page.locator(".filters-count").textContent()).toBe(`${kept.length} of ${clauses.length} clauses`);
    for (const figure of ["topic-coverage", "topic-stance", "topic-score", "principles"]) {
      const {out, wrong} = await page.locator(`#${figure} .figure > div:visible`).evaluate((drawing, ids) => {
        const kept = new Set(ids), marks = [...drawing.querySelectorAll(".mark")];
        const isOut = (mark: Element) => !mark.getAttribute("data-clauses")!.split(" ").some((id) => kept.has(id));
        return {out: marks.filter(isOut).length, wrong: marks.filter((mark) => isOut(mark) !== mark.classList.contains("is-out")).length};
      }, kept.map(({id}) => id));
      expect({figure, wrong}).toEqual({figure, wrong: 0});
      expect(out).toBeGreaterThan(0);
    }
    await page.getByRole("button", {name: "List", exact: true}).click();
    expect(await page.locator(".evidence .words").count()).toBe(60);
    await page.getByRole("button", {name: `Show the other ${kept.length - 60}`}).click();
    expect(await page.locator(".evidence .words").count()).toBe(kept.length);
  });

  test("threads of a crowded timeline appear for the mention that is pointed at", async () => {
    const page = await reach("instruments");
    const thread = page.locator("#instrument-timeline .figure > div:visible .thread.on-hover").first();
    const opacity = () => thread.evaluate((node) => Number(getComputedStyle(node).strokeOpacity));
    expect(await opacity()).toBe(0);
    const clause = await thread.getAttribute("data-clauses");
    await page.locator(`#instrument-timeline .figure > div:visible a.mark[data-clauses="${clause}"]:has(circle, path)`).first().focus();
    await expect.poll(opacity).toBeGreaterThan(0.5);
  });

  test("the text opens at a clause far down, and nothing reaches beyond a window of 320 px", async () => {
    const clause = clauses.at(-40)!, page = await reach(`text#${clause.id}`);
    expect(oneLine(await page.locator(".evidence blockquote").textContent())).toContain(oneLine(clause.text));
    const top = await page.locator(`[id="${clause.id}"]`).evaluate((node) => node.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(900);
    await page.setViewportSize({width: 320, height: 700});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
