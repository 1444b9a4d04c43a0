import {createServer, type Server} from "node:http";
import type {BrowserContextOptions, Page} from "playwright-core";
import {afterAll, afterEach, expect} from "vitest";
import {listen} from "../../data-loaders/site/static-server.js";
import {sharedBrowser, site} from "../site/browser.js";

const pages = new Map<string, string>();
let server: Server | undefined, origin = "";
const opened: {page: Page; problems: string[]}[] = [];

/** Puts a page on another origin than the site's; resolves with its address. */
export async function foreignPage(name: string, html: string): Promise<string> {
  if (!server) {
    server = createServer((request, response) => {
      const found = pages.get(new URL(request.url ?? "/", "http://localhost").pathname.slice(1));
      response.writeHead(found === undefined ? 404 : 200, {"content-type": "text/html; charset=utf-8"}).end(found);
    });
    origin = await listen(server, 0);
  }
  pages.set(name, html);
  return `${origin}${name}`;
}

/** A page around some markup, as somebody else would write it. */
export const around = (markup: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Elsewhere</title><style>body{margin:0;font:16px serif}</style></head><body>${markup}</body></html>`;

export interface VisitOptions extends BrowserContextOptions {
  width?: number;
  /** Console errors that the page is meant to give. */
  expected?: RegExp;
}

/** Opens an address in a window of its own; any error, and any request to a third host, fails the test. */
export async function visit(address: string, {width = 720, expected, ...options}: VisitOptions = {}): Promise<Page> {
  const context = await (await sharedBrowser()).newContext({viewport: {width, height: 900}, reducedMotion: "reduce", ...options});
  const page = await context.newPage(), problems: string[] = [];
  const note = (problem: string) => expected?.test(problem) || problems.push(problem);
  page.on("console", (message) => message.type() === "error" && note(`console: ${message.text()}`));
  page.on("pageerror", (error) => note(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(site) && !request.url().startsWith(origin || site)) note(`asked another host: ${request.url()}`);
  });
  opened.push({page, problems});
  await page.goto(address, {waitUntil: "networkidle"});
  return page;
}

afterEach(async () => {
  const all = opened.splice(0);
  for (const {page} of all) await page.context().close();
  expect(all.flatMap(({problems}) => problems)).toEqual([]);
});

afterAll(() => {
  server?.close();
  server?.closeAllConnections();
  server = undefined;
});
