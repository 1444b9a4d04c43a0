import {mkdtempSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {open, site} from "./browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = ["", "text", "topics", "verbs", "instruments", "data", "method", "briefing", "build", "examples", "no-such-page"];
const [statement] = await (await fetch(new URL("statements/index.json", site))).json();

// The address of a page that is missing answers 404, which the browser logs as an error.
const opened = async (page: string, options?: Parameters<typeof open>[1]) => page === "no-such-page" ? open("404.html", options) : open(page, options);

describe.each(pages)("page “%s”", (name) => {
  test.each(["light", "dark"] as const)("axe finds nothing in %s", async (colorScheme) => {
    const page = await opened(name, {colorScheme});
    await page.locator("html[data-live]").waitFor({state: "attached"});
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await (window as any).axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
      return found.violations.map((violation: any) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node: any) => node.html.slice(0, 160)).join(" | ")}`);
    });
    expect(violations).toEqual([]);
  });

  test("nothing moves while it loads, and at 320 pixels nothing reaches beyond the window", async () => {
    for (const width of [1440, 390, 320]) {
      const page = await opened(name, {width});
      await page.locator("html[data-live]").waitFor({state: "attached"});
      const {shift, beyond} = await page.evaluate(async () => {
        const shift = await new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as any[]) sum += entry.value;
          }).observe({type: "layout-shift", buffered: true});
          setTimeout(() => resolve(sum), 200);
        });
        return {shift, beyond: document.documentElement.scrollWidth - window.innerWidth};
      });
      expect({width, shift: Math.round(shift * 1e4) / 1e4, beyond: Math.max(0, beyond)}).toEqual({width, shift: 0, beyond: 0});
    }
  });

  test("reads without scripts: headings in order, one of the first level", async () => {
    const page = await opened(name, {javaScriptEnabled: false});
    const levels = await page.locator("h1, h2, h3, h4").evaluateAll((nodes) => nodes.map((node) => Number(node.tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    for (const figure of await page.locator(".figure").all()) expect(await figure.locator("> div:visible svg").count()).toBe(1);
  });
});

test("every figure's marks are links to the text where scripts are off", async () => {
  const page = await open("topics", {javaScriptEnabled: false});
  const mark = page.locator("#topic-coverage .figure > div:visible a.mark").first();
  const clause = await mark.getAttribute("data-clauses");
  await mark.locator(".mark-shape").click();
  await page.waitForURL(/text#p/);
  expect(new URL(page.url()).hash).toBe(`#${clause!.split(" ")[0]}`);
});

test("the tables download as they are linked", async () => {
  const page = await open("data"), folder = mkdtempSync(join(tmpdir(), "atlas-"));
  for (const link of await page.locator(".file-list a").all()) {
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toContain(statement.id);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    expect(readFileSync(file, "utf8").length).toBeGreaterThan(40);
  }
});

test("light and dark are chosen by hand and kept", async () => {
  const page = await open("method");
  await page.getByRole("button", {name: "Dark"}).click();
  await page.goto(new URL("text", site).href);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(14, 19, 26)");
});

test("a figure page sends at most 60 kB of scripts, compressed", async () => {
  const page = await open("topics");
  const sizes = await page.evaluate(() => performance.getEntriesByType("resource").filter((entry) => new URL(entry.name).pathname.endsWith(".js")).map((entry) => (entry as PerformanceResourceTiming).encodedBodySize));
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
});
