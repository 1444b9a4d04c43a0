import type {Frame, Page} from "playwright-core";
import {beforeAll, expect, test} from "vitest";
import type {OembedAnswer} from "../../data-loaders/exports/oembed.js";
import {elementSnippet, frameSnippet, pictureSnippet, type SnippetOptions} from "../../src/embed/snippets.js";
import {figures as register} from "../../src/figures/index.js";
import {emptySelection} from "../../src/queries/selection.js";
import type {Tables} from "../../src/schema.js";
import {around, foreignPage, visit} from "../embed/foreign.js";
import {site} from "./browser.js";

let statement: string, tables: Tables;
const figures: SnippetOptions[] = [];

beforeAll(async () => {
  const [first] = await (await fetch(`${site}statements/index.json`)).json() as {id: string}[];
  statement = first!.id;
  tables = await (await fetch(`${site}statements/${statement}/tables.json`)).json();
  for (const {id: figure} of register) {
    const response = await fetch(`${site}statements/${statement}/figures/${figure}/oembed.json`);
    if (!response.ok) throw new Error(`no embed of ${figure} in dist/ (oembed.json answered ${response.status})`);
    const answer = await response.json() as OembedAnswer;
    figures.push({root: site, page: `${site}statements/${statement}/`, statement, figure, title: answer.title, alt: answer.alt, heights: answer.heights});
  }
});

const embed = (figure: string, query = "") => `${site}statements/${statement}/figures/${figure}/embed.html${query}`;

/** How far each frame's page is higher than its frame (a scroll bar) and lower (a gap), in px. */
async function misfits(page: Page): Promise<{over: number; wide: number; gap: number}[]> {
  const frames = page.frames().filter((frame: Frame) => frame !== page.mainFrame());
  return Promise.all(frames.map((frame) => frame.evaluate(() => {
    const root = document.documentElement;
    return {over: root.scrollHeight - innerHeight, wide: root.scrollWidth - root.clientWidth, gap: innerHeight - Math.ceil(document.body.getBoundingClientRect().height)};
  })));
}

const eager = (snippet: string) => snippet.replace('loading="lazy"', 'loading="eager"');
const settle = (page: Page) => page.waitForTimeout(250);
const firstFrame = (page: Page) => page.frames().find((frame) => frame !== page.mainFrame())!;

test("plain frames without a script are high enough from 320 to 1500 px, and hardly higher", async () => {
  const address = await foreignPage("plain", around(figures.map((figure) => eager(frameSnippet(figure, {listen: false}))).join("\n")));
  const page = await visit(address, {width: 320});
  for (const width of [320, 449, 450, 599, 600, 720, 799, 800, 1000, 1200, 1500]) {
    await page.setViewportSize({width, height: 900});
    await settle(page);
    for (const [i, {over, wide, gap}] of (await misfits(page)).entries()) {
      const where = `${figures[i]!.figure} at ${width} px`;
      expect(over, `${where}: frame shorter than its page`).toBeLessThanOrEqual(0);
      expect(wide, `${where}: frame narrower than its page`).toBeLessThanOrEqual(0);
      expect(gap, `${where}: empty space below`).toBeLessThanOrEqual(26);
    }
  }
});

test("frames with a listener take the height that each asks for, at three widths and after the table opens", async () => {
  const address = await foreignPage("listening", around(figures.map((figure) => eager(frameSnippet(figure))).join("\n")));
  const page = await visit(address, {width: 320});
  for (const width of [320, 720, 1200]) {
    await page.setViewportSize({width, height: 900});
    // A browser lets frames rest that nobody sees.
    for (const frame of await page.locator("iframe").all()) {
      await frame.scrollIntoViewIfNeeded();
      await settle(page);
    }
    for (const {over, wide, gap} of await misfits(page)) expect([over, wide, gap]).toEqual([0, 0, 0]);
  }
  const frame = firstFrame(page);
  await frame.locator("summary").nth(1).click();
  await settle(page);
  expect((await misfits(page))[0]).toEqual({over: 0, wide: 0, gap: 0});
});

test("a frame that is narrowed in a wide page still fits", async () => {
  const address = await foreignPage("column", around(`<div style="width:500px">${eager(frameSnippet(figures[0]!, {listen: false}))}</div>`));
  const page = await visit(address, {width: 1200});
  await settle(page);
  const {over, gap} = (await misfits(page))[0]!;
  expect(over).toBeLessThanOrEqual(0);
  expect(gap).toBeLessThanOrEqual(26);
});

test("the listener is deaf to other messages and to absurd heights", async () => {
  const intruder = `<iframe id="other" srcdoc="<script>parent.postMessage({type:'statement-figure:height',height:1e9},'*');parent.postMessage('x','*');parent.postMessage(null,'*')</script>"></iframe>`;
  const address = await foreignPage("intruder", around(`${eager(frameSnippet(figures[0]!))}${intruder}`));
  const page = await visit(address);
  await settle(page);
  expect((await misfits(page))[0]).toEqual({over: 0, wide: 0, gap: 0});
  expect(await page.locator("#other").evaluate((frame) => frame.getBoundingClientRect().height)).toBeLessThanOrEqual(20_100);
});

test("a frame that WordPress found by oEmbed answers in WordPress's own words", async () => {
  const listening = `<script>window.heard=[];addEventListener("message",(e)=>heard.push(e.data))</script>`;
  const page = await visit(await foreignPage("wordpress", around(`${listening}<iframe width="600" height="400" src="${embed("stance-score")}#?secret=a1B2c3D4e5"></iframe>`)));
  const answer = () => page.evaluate(() => (window as unknown as {heard: {message?: string}[]}).heard.findLast(({message}) => message === "height"));
  await expect.poll(answer, {timeout: 10_000}).toBeDefined();
  const height = await firstFrame(page).evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  expect(await answer()).toEqual({message: "height", value: height, secret: "a1B2c3D4e5"});
});

test("a page that is not framed sends itself nothing", async () => {
  const page = await visit(embed("stance-score"));
  const sent = await page.evaluate(() => new Promise<number>((resolve) => {
    let n = 0;
    addEventListener("message", () => n++);
    document.querySelector("details")!.open = true;
    setTimeout(() => resolve(n), 200);
  }));
  expect(sent).toBe(0);
});

for (const [theme, scheme, ground] of [["light", "dark", "rgb(255, 255, 255)"], ["dark", "light", "rgb(14, 19, 26)"], ["auto", "dark", "rgb(14, 19, 26)"], ["auto", "light", "rgb(255, 255, 255)"]] as const) {
  test(`theme=${theme} has its ground in a frame and in an element, whatever the reader's system (${scheme})`, async () => {
    const options = {...figures[0]!, theme};
    const page = await visit(await foreignPage("themed", around(eager(frameSnippet(options)) + elementSnippet(options))), {colorScheme: scheme});
    await page.locator("statement-figure svg").waitFor();
    expect(await firstFrame(page).evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(ground);
    expect(await page.locator("statement-figure").evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(ground);
  });
}

test("a topic in the address fades the marks that are not on it, says so and offers all", async () => {
  const topic = tables.clauses.find((clause) => clause.topics.length)!.topics[0]!;
  const on = tables.clauses.filter((clause) => clause.topics.includes(topic));
  const page = await visit(embed("stance-score", `?topic=${topic}`));
  const marks = await page.locator(".mark:visible").evaluateAll((all) => all.map((mark) => ({ids: mark.getAttribute("data-clauses")!.split(" "), out: mark.classList.contains("is-out")})));
  for (const {ids, out} of marks) expect(out, ids.join()).toBe(!ids.some((id) => on.some((clause) => clause.id === id)));
  await expect.poll(() => page.locator(".shown").innerText()).toContain(`${on.length} of ${tables.clauses.length} clauses`);
  await page.locator("summary").first().click();
  expect(await page.locator(".clauses li:visible").count()).toBe(on.length);
  await page.getByText("Show all").click();
  await page.waitForLoadState();
  expect(await page.locator(".mark.is-out").count()).toBe(0);
});

test("a clause in the address opens with its words, in a frame and in an element", async () => {
  const clause = tables.clauses.find(({pole}) => pole === "condemnation") ?? tables.clauses[0]!;
  const words = clause.text.replace(/\s+/g, " ").slice(0, 40);
  const options = {...figures[0]!, selection: {...emptySelection, clause: [clause.id]}};
  const page = await visit(await foreignPage("picked", around(eager(frameSnippet(options)) + elementSnippet(options))));
  const frame = firstFrame(page);
  expect(await frame.locator(".words blockquote").innerText()).toContain(words);
  expect(await frame.locator(".mark.is-selected:visible").count()).toBeGreaterThan(0);
  await page.locator("statement-figure .words blockquote").waitFor();
  expect(await page.locator("statement-figure .words blockquote").innerText()).toContain(words);
  await settle(page);
  expect((await misfits(page))[0]!.over).toBeLessThanOrEqual(0);
});

for (const kind of ["frame", "element"] as const) {
  test(`by keyboard: one tab stop, arrows in reading order, Enter opens the words, Escape gives the focus back (${kind})`, async () => {
    const options = figures[0]!;
    const page = kind === "frame" ? await visit(embed("stance-score")) : await visit(await foreignPage("keys", around(elementSnippet(options))));
    await page.locator(".stage svg:visible").first().waitFor();
    const number = () => page.evaluate(() => {
      const root = document.querySelector("statement-figure")?.shadowRoot ?? document;
      return root.activeElement?.getAttribute("data-clauses") ?? null;
    });
    await page.keyboard.press("Tab");
    const [first, second] = tables.clauses;
    expect(await number()).toBe(first!.id);
    await page.keyboard.press("ArrowRight");
    expect(await number()).toBe(second!.id);
    await page.keyboard.press("Enter");
    expect(await page.locator(".words.is-open blockquote").innerText()).toBe(second!.text.replace(/\s+/g, " "));
    await page.keyboard.press("Escape");
    expect(await page.locator(".words:visible").count()).toBe(0);
    expect(await number()).toBe(second!.id);
    await page.keyboard.press("End");
    expect(await number()).toBe(tables.clauses.at(-1)!.id);
    await page.keyboard.press("Tab");
    expect(await number()).toBe(null);
  });
}

test("hovering a mark shows the first words behind it inside the frame", async () => {
  const address = await foreignPage("hover", around(eager(frameSnippet(figures[0]!))));
  const page = await visit(address);
  const frame = firstFrame(page);
  await frame.locator(".mark:visible .mark-shape").nth(4).hover();
  expect(await frame.locator(".words:visible blockquote").count()).toBeGreaterThan(0);
  const {inside} = await frame.evaluate(() => {
    const box = document.querySelector(".words")!.getBoundingClientRect();
    return {inside: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth};
  });
  expect(inside).toBe(true);
});

test("in a frame that may run nothing, a mark leads to its words inside the frame", async () => {
  const snippet = eager(frameSnippet(figures[0]!, {listen: false})).replace("<iframe ", '<iframe sandbox="" ');
  const page = await visit(await foreignPage("closed", around(snippet)), {expected: /Blocked script execution/});
  const frame = firstFrame(page), clause = tables.clauses[1]!;
  await frame.locator(`.mark[data-clauses="${clause.id}"]:visible .mark-shape`).first().click();
  const item = frame.locator(`.clauses li[id="${clause.id}"]`);
  await item.waitFor({state: "visible"});
  expect(await item.locator("blockquote").innerText()).toBe(clause.text.replace(/\s+/g, " "));
});

test("in a sandboxed frame with scripts, words open and the height is told", async () => {
  const snippet = eager(frameSnippet(figures[0]!)).replace("<iframe ", '<iframe sandbox="allow-scripts" ');
  const page = await visit(await foreignPage("sandboxed", around(snippet)));
  const frame = firstFrame(page);
  await frame.locator(".mark:visible .mark-shape").first().click();
  expect(await frame.locator(".words.is-open blockquote").count()).toBeGreaterThan(0);
  await settle(page);
  expect((await misfits(page))[0]).toEqual({over: 0, wide: 0, gap: 0});
});

test("with scripts off the embed shows one drawing, its table and its words", async () => {
  const page = await visit(embed("topic-coverage"), {javaScriptEnabled: false});
  expect(await page.locator(".drawing:visible").count()).toBe(1);
  await page.locator("summary").nth(1).click();
  expect(await page.locator("tbody tr:visible").count()).toBeGreaterThan(0);
  await page.locator("summary").first().click();
  expect(await page.locator(".clauses li:visible").count()).toBeGreaterThan(0);
});

test("with scripts off the snippet of the element is a picture that leads to the figure", async () => {
  const page = await visit(await foreignPage("fallback", around(elementSnippet(figures[0]!))), {javaScriptEnabled: false, expected: /404/});
  expect(await page.locator("statement-figure a").getAttribute("href")).toBe(figures[0]!.page);
  expect(await page.locator("statement-figure a img:visible").count()).toBe(1);
});

test("an element with a wrong name keeps what stands inside it", async () => {
  const page = await visit(await foreignPage("wrong", around(elementSnippet({...figures[0]!, figure: "no-such-figure"}).replace(/<img[^>]*>/, "The figure"))));
  await page.waitForTimeout(300);
  expect(await page.getByText("The figure").isVisible()).toBe(true);
});

test("elements draw from another origin at every width, and follow their attributes", async () => {
  const page = await visit(await foreignPage("elements", around(figures.map((figure) => elementSnippet(figure)).join("\n"))), {width: 1200});
  for (const width of [1200, 720, 320]) {
    await page.setViewportSize({width, height: 900});
    await settle(page);
    const drawn = await page.locator("statement-figure").evaluateAll((all) => all.map((element) => {
      const svg = element.shadowRoot!.querySelector(".drawing svg")!;
      return {scale: svg.getBoundingClientRect().width / Number(svg.getAttribute("width")), over: document.documentElement.scrollWidth - innerWidth};
    }));
    expect(drawn.length).toBe(figures.length);
    for (const {scale, over} of drawn) {
      expect(scale).toBeGreaterThanOrEqual(0.95);
      expect(scale).toBeLessThanOrEqual(1.16);
      expect(over).toBeLessThanOrEqual(0);
    }
  }
  await page.locator("statement-figure").first().evaluate((element) => element.setAttribute("stance", "condemn"));
  await page.locator("statement-figure").first().locator(".mark.is-out").first().waitFor();
});

test("a kept and a live element stand in one page, each says which it is, and both lead to the live pages", async () => {
  const {shown} = await (await fetch(`${site}statements/${statement}/figures/stance-score/oembed.json`)).json() as OembedAnswer;
  const keptRoot = `${site}v/${shown}/`, asked: string[] = [];
  const address = await foreignPage("kept", around(elementSnippet({...figures[0]!, root: keptRoot}) + elementSnippet(figures[0]!)));
  const page = await visit(address);
  page.on("request", (request) => asked.push(request.url()));
  await page.reload({waitUntil: "networkidle"});
  const [kept, live] = [page.locator("statement-figure").first(), page.locator("statement-figure").last()];
  await kept.getByText(`Version ${shown}: kept`).waitFor();
  await live.getByText("Live, it follows corrections").waitFor();
  for (const root of [keptRoot, site]) expect(asked).toContain(`${root}statements/${statement}/tables.json`);
  for (const element of [kept, live]) {
    expect(await element.getByText("Live figure").evaluate((link) => (link as HTMLAnchorElement).href)).toMatch(new RegExp(`^${site}statements/${statement}/`));
  }
});

test("oEmbed is found from the embed, and speaks version 1.0", async () => {
  const html = await (await fetch(embed("stance-score"))).text();
  const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html);
  expect(link, "discovery link").not.toBeNull();
  expect(html.indexOf(link![0])).toBeLessThan(150_000);
  expect(link![1], "a whole address").toMatch(/^https?:/);
  const answer = await (await fetch(`${site}${link![1]!.replace(/^.*?(?=statements\/)/, "")}`)).json() as OembedAnswer;
  expect(answer).toMatchObject({version: "1.0", type: "rich", width: 720, provider_name: "Statement Atlas"});
  expect(answer.html).toMatch(/^<iframe src="https?:[^"]+\/embed\.html" /);
  expect(answer.html).toContain(`height="${answer.height}"`);
});

test("a picture stands in a page with its link and its alternative text", async () => {
  const page = await visit(await foreignPage("picture", around(pictureSnippet(figures[0]!))), {expected: /404/});
  expect(await page.locator("a img").getAttribute("alt")).toBe(figures[0]!.alt);
});
