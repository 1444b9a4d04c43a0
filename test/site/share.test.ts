import {beforeAll, expect, test} from "vitest";
import type {Page} from "playwright-core";
import {open, site} from "./browser.js";

let statement: string;
let shown: string;

beforeAll(async () => {
  const [first] = await (await fetch(`${site}statements/index.json`)).json() as {id: string}[];
  statement = first!.id;
  shown = (await (await fetch(`${site}statements/${statement}/figures/verb-ladder/oembed.json`)).json() as Answer).shown;
});

interface Answer {
  shown: string;
  kept: string | null;
}

const live = (page: Page) => page.locator("html[data-live]").waitFor({state: "attached"});

/** Opens the dialog of the verbs by keyboard; `change` alters what the site says of its versions. */
async function openShare(path: string, options?: Parameters<typeof open>[1], change = (answer: Answer) => answer): Promise<Page> {
  const page = await open(path, options);
  await live(page);
  await page.route("**/oembed.json", async (route) => route.fulfill({json: change(await (await route.fetch()).json())}));
  await page.locator('.figure-actions[data-figure="verb-ladder"] [data-action="share"]').focus();
  await page.keyboard.press("Enter");
  await page.locator("dialog.share").waitFor();
  return page;
}

const box = (page: Page, name: string) => page.getByRole("textbox", {name, exact: true});

test("the share dialog opens, is walked and closed by keyboard, and gives the focus back", async () => {
  const page = await openShare("verbs");
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await focused()).toBe("Link");
  for (const name of ["Embed", "Download", "Cite", "Link"]) {
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe(name);
    expect(await page.getByRole("tab", {selected: true}).innerText()).toBe(name);
  }
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({state: "detached"});
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.action)).toBe("share");
});

test("the link carries the selection, and the copied text is what the box shows", async () => {
  const page = await openShare("verbs?pole=condemnation", {permissions: ["clipboard-read", "clipboard-write"]});
  expect(await box(page, "link").inputValue()).toBe(`${site}verbs?pole=condemnation#verb-ladder`);
  await page.getByRole("button", {name: "Copy link"}).click();
  await page.getByText("Copied", {exact: true}).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site}verbs?pole=condemnation#verb-ladder`);
  await page.getByRole("checkbox", {name: "With the selection"}).uncheck();
  expect(await box(page, "link").inputValue()).toBe(`${site}verbs#verb-ladder`);
});

test("the code to embed follows kind, theme and selection, and its preview is the figure", async () => {
  const page = await openShare("verbs?pole=condemnation");
  await page.getByRole("tab", {name: "Embed"}).click();
  const code = box(page, "code");
  expect(await code.inputValue()).toMatch(/^<div[^>]*><iframe src="[^"]+\/verb-ladder\/embed\.html\?pole=condemnation"[^]*<script>/);
  await page.getByRole("radio", {name: "Dark"}).check();
  expect(await code.inputValue()).toContain("embed.html?theme=dark&amp;pole=condemnation");
  expect(await page.frameLocator("iframe.preview").locator(".mark.is-out").count()).toBeGreaterThan(0);
  await page.getByRole("radio", {name: "Frame without script"}).check();
  expect(await code.inputValue()).not.toContain("<script");
  await page.getByRole("radio", {name: "Element"}).check();
  expect(await code.inputValue()).toContain(`<statement-figure statement="${statement}" figure="verb-ladder" theme="dark" pole="condemnation">`);
  await page.getByRole("radio", {name: "Picture"}).check();
  expect(await code.inputValue()).toMatch(/^<a href="[^"]+"><img src="[^"]+figure-dark\.svg" alt="[^"]+"/);
});

test("every file that the dialog offers is there", async () => {
  const page = await openShare("verbs");
  await page.getByRole("tab", {name: "Download"}).click();
  const addresses = await page.locator("dialog.share a[download]").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThan(8);
  for (const address of addresses) expect((await fetch(address)).status, address).toBe(200);
});

test("the citation is there in three forms that name the same address", async () => {
  const page = await openShare("verbs");
  await page.getByRole("tab", {name: "Cite"}).click();
  await box(page, "BibTeX").waitFor();
  const address = /^UR {2}- (.*)$/m.exec(await box(page, "RIS").inputValue())?.[1]?.trim();
  expect(address).toMatch(/^https?:/);
  expect(await box(page, "BibTeX").inputValue()).toContain(address!);
  expect(await box(page, "citation").inputValue()).toContain(address!);
});

test("a version that is not kept yet cannot be chosen, and says so", async () => {
  const page = await openShare("verbs", {}, (answer) => ({...answer, kept: null}));
  expect(await page.getByRole("radio", {name: "Kept: this version has not been kept yet"}).isDisabled()).toBe(true);
});

test("a kept version is offered, and then named by every address", async () => {
  const page = await openShare("verbs", {}, (answer) => ({...answer, kept: answer.shown}));
  await page.getByRole("radio", {name: `Kept: ${shown}, never changes`}).check();
  expect(await box(page, "link").inputValue()).toContain(`/v/${shown}/statements/`);
  await page.getByRole("tab", {name: "Embed"}).click();
  expect(await box(page, "code").inputValue()).toContain(`/v/${shown}/statements/`);
  await page.frameLocator("iframe.preview").getByText(`Version ${shown}: kept`).waitFor();
});

for (const width of [320, 390]) {
  test(`the dialog fits ${width} px`, async () => {
    const page = await openShare("verbs", {width});
    for (const name of ["Link", "Embed", "Download", "Cite"]) {
      await page.getByRole("tab", {name}).click();
      const wide = await page.locator("dialog.share").evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
      expect(wide, name).toBeLessThanOrEqual(0);
    }
  });
}

test("the examples page shows the kinds of embed in a page of somebody else", async () => {
  const page = await open("examples");
  await live(page);
  const shown = {blog: "iframe", frames: "iframe", element: "statement-figure .drawing svg", picture: "a img"};
  for (const [i, [name, inside]] of Object.entries(shown).entries()) {
    await page.locator(".example-place").nth(i).scrollIntoViewIfNeeded();
    const window = page.locator(`iframe.example[src*="example-pages/${name}"]`);
    await window.contentFrame().locator(inside).first().waitFor({state: "visible"});
  }
});
