import {chromium, type Browser, type BrowserContextOptions, type Page} from "playwright-core";
import {afterAll, afterEach, expect, inject} from "vitest";

let browser: Browser | undefined;
const opened: {page: Page; problems: string[]}[] = [];

/** Address of the built site, with a slash at the end. */
export const site = inject("site");

/** The browser that all tests share. */
export async function sharedBrowser(): Promise<Browser> {
  browser ??= await chromium.connect(inject("browser"));
  return browser;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Width of the window in px; default 1440. */
  width?: number;
  height?: number;
  /** Called before the page is asked for. */
  prepare?(page: Page): Promise<void>;
}

/**
 * Opens a page of the site ("text?clause=p1.s1.c1") in a window of its own. After each test, any console error, failed
 * request, uncaught error or request to another host fails the test.
 */
export async function open(path = "", {width = 1440, height = 900, prepare, ...options}: OpenOptions = {}): Promise<Page> {
  const context = await (await sharedBrowser()).newContext({viewport: {width, height}, reducedMotion: "reduce", ...options});
  const page = await context.newPage(), problems: string[] = [];
  const own = new URL(site).origin;
  page.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A browser whose scripts are off reports those that it leaves unread as refused.
    if (request.failure()?.errorText === "csp" && options.javaScriptEnabled === false) return;
    if (request.failure()?.errorText !== "net::ERR_ABORTED") problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(data|blob|about):/.test(url)) problems.push(`asked another host: ${url}`);
  });
  opened.push({page, problems});
  await prepare?.(page);
  await page.goto(new URL(path, site).href, {waitUntil: "load"});
  // Quiet is awaited, but not for ever: a page of many frames that load as they come into view may stay busy.
  await page.waitForLoadState("networkidle", {timeout: 10_000}).catch(() => undefined);
  return page;
}

afterEach(async () => {
  const all = opened.splice(0);
  for (const {page} of all) await page.context().close();
  expect(all.flatMap(({problems}) => problems)).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  browser = undefined;
});
