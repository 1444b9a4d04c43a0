import {mkdtempSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {open, site} from "./browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = ["", "text", "topics", "verbs", "instruments", "data", "method", "briefing", "build", "examples", "no-such-page"];
const [statement] = await (await fetch(new URL("statements/index.json", site))).json();

// The address of a page that is missing answers 404, which the browser logs as an error.
const opened = async (page: string, options?: Parameters<typeof open>[1]) => page === "no-such-page" ? open("404.html", options) : open(page, options);

const live = async (page: string, options?: Parameters<typeof open>[1]) => {
  const found = await opened(page, options);
  await found.locator("html[data-live]").waitFor({state: "attached"});
  return found;
};

/** What axe finds in the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await (window as any).axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
    return found.violations.map((violation: any) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node: any) => node.html.slice(0, 160)).join(" | ")}`);
  });
}

/** How much has moved in the page by now: its layout shift, to four decimals. */
const shiftOf = (page: Page) => page.evaluate(() => new Promise<number>((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as any[]) sum += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(Math.round(sum * 1e4) / 1e4), 200);
}));

describe.each(pages)("page “%s”", (name) => {
  test("axe finds nothing, in light and dark, on a wide screen and on a phone", async () => {
    const page = await live(name);
    for (const width of [1440, 390]) {
      await page.setViewportSize({width, height: 900});
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({colorScheme});
        expect({width, colorScheme, violations: await violations(page)}).toEqual({width, colorScheme, violations: []});
      }
    }
  }, 180_000);

  test("nothing is cut off at 640 and 320 pixels with wider letters, words and lines", async () => {
    for (const width of [640, 320]) {
      const page = await live(name, {width});
      // The spacing that WCAG 1.4.12 asks to bear.
      await page.addStyleTag({content: "main *, header *, footer * {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important} p {margin-bottom: 2em !important}"});
      expect(await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))).toBe(0);
      const cut = await page.locator("main, header, footer").evaluateAll((roots) => roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>("p, li, h1, h2, h3, dd, dt, button, summary, a, td, th")])
        .filter((node) => node.closest(".visually-hidden, svg, .skip, .table-scroll") === null && node.checkVisibility())
        .filter((node) => ["hidden", "clip"].includes(getComputedStyle(node).overflowY) && node.scrollHeight > node.clientHeight + 1)
        .map((node) => node.outerHTML.slice(0, 120)));
      expect(cut).toEqual([]);
    }
  });

  test("buttons and links outside of sentences are at least 24 pixels high and wide, or keep that distance", async () => {
    const page = await live(name, {width: 390});
    const small = await page.locator("main, header, footer").evaluateAll((roots) => {
      const targets = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>("a[href], button, select, input, summary")])
        .filter((node) => node.closest("svg, p, .clause, .para-words, td, caption, .skip") === null && node.checkVisibility({visibilityProperty: true}));
      const boxes = targets.map((node) => ({node, box: node.closest("label")?.getBoundingClientRect() ?? node.getBoundingClientRect()}));
      // An undersized target passes where a circle of 24 pixels around its centre meets no other target.
      const centre = ({box}: (typeof boxes)[number]) => [box.x + box.width / 2, box.y + box.height / 2] as const;
      return boxes.filter(({box}) => box.height < 23.5 || box.width < 23.5).filter((small) => boxes.some((other) => {
        if (other === small) return false;
        const [x, y] = centre(small), dx = Math.max(other.box.left - x, 0, x - other.box.right), dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
        return Math.hypot(dx, dy) < 12;
      })).map(({node, box}) => `${node.outerHTML.slice(0, 120)} ${Math.round(box.width)}x${Math.round(box.height)}`);
    });
    expect(small).toEqual([]);
  });

  test("nothing moves while it loads, and at 320 pixels nothing reaches beyond the window", async () => {
    for (const width of [1440, 390, 320]) {
      const page = await live(name, {width});
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect({width, shift: await shiftOf(page), beyond: Math.max(0, beyond)}).toEqual({width, shift: 0, beyond: 0});
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

test.each([["", 1440], ["topics", 390], ["method", 1440]])("nothing of “%s” moves at %i pixels on a processor six times slower", async (name, width) => {
  const page = await live(name, {width, prepare: async (page) => {
    await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", {rate: 6});
  }});
  expect(await shiftOf(page)).toBe(0);
  expect(await page.locator(".is-later").count()).toBe(0);
}, 60_000);

test("an answer is compressed with the best that the browser takes, and reads the same", async () => {
  const read = async (encoding: string) => {
    const response = await fetch(new URL("method", site), {headers: {"accept-encoding": encoding}});
    return {as: response.headers.get("content-encoding"), text: await response.text()};
  };
  const plain = await read("identity");
  expect(plain.as).toBeNull();
  expect(await read("gzip, deflate, br;q=1")).toEqual({as: "br", text: plain.text});
  expect(await read("gzip")).toEqual({as: "gzip", text: plain.text});
});

describe("what opens over a page", () => {
  const openers: [what: string, page: string, act: (page: Page) => Promise<void>][] = [
    ["the evidence panel beside a figure", "topics", (page) => page.locator("#topic-coverage .figure > div:visible a.mark .mark-shape").first().click()],
    ["the evidence panel in the text", "text", (page) => page.locator("a.num").first().click()],
    ["the list of clauses", "text?pole=condemnation", (page) => page.getByRole("button", {name: "List", exact: true}).click()],
    ["the filters", "verbs", (page) => page.getByRole("button", {name: "Filter clauses"}).click()],
    ["the search", "", (page) => page.locator('[data-open="search"]').click()],
    ["the list of keys", "", (page) => page.keyboard.press("?")],
    ["the share dialog", "verbs", (page) => page.locator('[data-action="share"]').first().click()]
  ];
  test.each(openers)("axe finds nothing with %s open, in light and dark", async (_, path, act) => {
    const page = await live(path);
    await act(page);
    await page.locator(".evidence:visible, .filters-panel:visible, dialog[open]").first().waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({colorScheme});
      expect({colorScheme, violations: await violations(page)}).toEqual({colorScheme, violations: []});
    }
  });
});

test("on a phone the keyboard walks the head as it stands: name, tools, menu, each in reading order", async () => {
  const page = await open("topics", {width: 390}), stops: {x: number; y: number; name: string}[] = [];
  await page.locator("html[data-live]").waitFor({state: "attached"});
  await page.locator(".site-head .brand").focus();
  for (let inside = true; inside; ) {
    stops.push(await page.evaluate(() => {
      const {x, top, bottom} = document.activeElement!.getBoundingClientRect();
      return {x, y: Math.round((top + bottom) / 2), name: document.activeElement!.textContent!};
    }));
    await page.keyboard.press("Tab");
    inside = await page.evaluate(() => document.activeElement!.closest(".site-head") !== null);
  }
  expect(stops.map(({name}) => name.trim())).toContain("Method");
  const back = stops.slice(1).filter(({x, y}, i) => y < stops[i]!.y - 12 || (Math.abs(y - stops[i]!.y) <= 12 && x < stops[i]!.x));
  expect(back).toEqual([]);
});

test("the page of examples prints addresses in place of its windows", async () => {
  const page = await open("examples");
  await page.emulateMedia({media: "print"});
  const windows = await page.locator(".example-place").all();
  expect(windows).toHaveLength(4);
  for (const window of windows) expect(await window.isVisible()).toBe(false);
  expect(await page.locator(".example-place + p a").first().evaluate((link) => getComputedStyle(link, "::after").content)).toContain("example-pages/");
});

test("in print there is no menu, and every figure stands whole", async () => {
  for (const name of ["", "topics", "method"]) {
    const page = await live(name);
    await page.emulateMedia({media: "print"});
    expect(await page.locator("header nav, .site-tools, .filters, .figure-below").evaluateAll((nodes) => nodes.filter((node) => node.checkVisibility()).length)).toBe(0);
    for (const card of await page.locator(".figure-card").all()) expect(await card.evaluate((node) => getComputedStyle(node).breakInside)).toMatch(/avoid/);
  }
});

test("every figure's marks are links to the text where scripts are off", async () => {
  const page = await open("topics", {javaScriptEnabled: false});
  const mark = page.locator("#topic-coverage .figure > div:visible a.mark:has(.mark-shape)").first();
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
  const page = await live("topics");
  const sizes = await page.evaluate(() => performance.getEntriesByType("resource").filter((entry) => new URL(entry.name).pathname.endsWith(".js")).map((entry) => (entry as PerformanceResourceTiming).encodedBodySize));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(5000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
});

test("a page loads no face that none of its letters needs", async () => {
  const page = await live("text");
  const faces = await page.evaluate(() => performance.getEntriesByType("resource").map(({name}) => name).filter((name) => name.endsWith(".woff2")));
  expect(faces.map((name) => new URL(name).pathname.split("/").at(-1)!.split(".")[0])).toEqual(["source-serif-4"]);
});
