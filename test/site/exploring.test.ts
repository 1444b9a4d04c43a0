import {describe, expect, test} from "vitest";
import type {Page} from "playwright-core";
import type {Clause, Tables} from "../../src/schema.js";
import {open, site} from "./browser.js";

const [statement] = await (await fetch(new URL("statements/index.json", site))).json();
const tables: Tables = await (await fetch(new URL(`statements/${statement.id}/tables.json`, site))).json();
const clauseOf = (test: (clause: Clause) => boolean) => tables.clauses.filter(test);
const oneLine = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();

/** The words that the evidence panel lists or quotes. */
const panelWords = async (page: Page) => (await page.locator(".evidence .words, .evidence blockquote").allTextContents()).map(oneLine);
const live = (page: Page) => page.locator("html[data-live]").waitFor({state: "attached"});
const path = (page: Page) => {
  const url = new URL(page.url());
  return url.pathname.split("/").at(-1) + decodeURIComponent(url.search) + url.hash;
};
const visibleMark = (page: Page, figure: string, clause: string) => page.locator(`#${figure} .figure > div:visible a.mark[data-clauses="${clause}"]`).first();

async function reach(path: string, options?: Parameters<typeof open>[1]): Promise<Page> {
  const page = await open(path, options);
  await live(page);
  return page;
}

describe("from a mark to the words", () => {
  const clause = clauseOf(({stance}) => stance === "condemn").at(-1)!;

  test("a click on a mark shows its clause with its words and why it is coded so, and lights it in every figure", async () => {
    const page = await reach("topics");
    await visibleMark(page, "topic-coverage", clause.id).locator(".mark-shape").click();
    expect((await panelWords(page))[0]).toContain(oneLine(clause.text));
    const panel = oneLine(await page.locator(".evidence").textContent());
    for (const word of ["Class", clause.stance, "Pole", clause.pole, "Strength", "Speaker", ...clause.speakers, "Topics", "Instruments", `${clause.start}–${clause.end}`]) expect(panel).toContain(word);
    for (const figure of ["topic-coverage", "topic-stance"]) expect(await visibleMark(page, figure, clause.id).getAttribute("class")).toContain("is-selected");
    expect(path(page)).toBe(`topics?clause=${clause.id}`);
  });

  test("hovering a clause of the text lights its mark in the figure", async () => {
    const page = await reach("");
    await page.locator(`.reading .clause[data-clauses="${clause.id}"]`).first().hover();
    await page.locator(`#stance-score .figure > div:visible a.mark.is-lit[data-clauses="${clause.id}"]`).first().waitFor();
  });

  test("the panel leads to the clause in the text", async () => {
    const page = await reach("topics");
    await visibleMark(page, "topic-coverage", clause.id).locator(".mark-shape").click();
    await page.getByRole("link", {name: "Read in text"}).click();
    await page.waitForURL(/text#p/);
    await live(page);
    expect(await page.locator(`.clause[data-clauses="${clause.id}"]`).first().getAttribute("class")).toContain("is-selected");
    expect(await page.locator(`[id="${clause.id}"]`).evaluate((node) => node.getBoundingClientRect().top)).toBeLessThan(900);
  });

  test("a click with a key held keeps the link's own way", async () => {
    const page = await reach("topics");
    await visibleMark(page, "topic-coverage", clause.id).locator(".mark-shape").click({modifiers: ["Control"]});
    expect(await page.locator(".evidence").isVisible()).toBe(false);
  });
});

describe("the address", () => {
  const clause = clauseOf(({pole}) => pole === "commitment")[0]!;

  test("a link with a clause reopens it; Back closes it, Forward opens it again", async () => {
    const page = await reach(`topics?clause=${clause.id}`);
    expect((await panelWords(page))[0]).toContain(oneLine(clause.text));
    await page.getByRole("button", {name: "Next clause"}).click();
    expect((await panelWords(page))[0]).toContain(oneLine(tables.clauses[clause.number]!.text));
    await page.goBack();
    expect((await panelWords(page))[0]).toContain(oneLine(clause.text));
    await page.goForward();
    expect((await panelWords(page))[0]).toContain(oneLine(tables.clauses[clause.number]!.text));
  });

  test("a clause is cited by its id or its number", async () => {
    for (const hash of [clause.id, `c${clause.number}`]) {
      const page = await reach(`text#${hash}`);
      expect((await panelWords(page))[0]).toContain(oneLine(clause.text));
    }
  });

  test("a link to the sanctions clauses shows exactly them", async () => {
    const page = await reach("text");
    await page.getByRole("button", {name: "Filter clauses"}).click();
    await page.getByRole("checkbox", {name: "Sanctions and coercive measures"}).check();
    expect(path(page)).toBe("text?topic=sanctions");
    const shared = await reach(path(page)), expected = clauseOf(({topics}) => topics.includes("sanctions"));
    expect(await panelWords(shared)).toEqual(expected.map(({text}) => oneLine(text)));
    expect(await shared.locator(".filters-count").textContent()).toBe(`${expected.length} of ${tables.clauses.length} clauses`);
    const dimmed = await shared.locator(".reading .clause.is-out").evaluateAll((nodes) => new Set(nodes.map((node) => node.getAttribute("data-clauses"))).size);
    expect(dimmed).toBe(tables.clauses.length - expected.length);
  });
});

describe("what people ask", () => {
  test("what is condemned most? The topic with the most condemnation clauses, and those sentences", async () => {
    const condemning = clauseOf(({pole}) => pole === "condemnation");
    const counts = tables.topicList.map((topic) => ({...topic, clauses: condemning.filter(({topics}) => topics.includes(topic.id))}));
    const most = counts.reduce((a, b) => b.clauses.length > a.clauses.length ? b : a);
    const page = await reach("topics");
    await page.getByRole("button", {name: "Filter clauses"}).click();
    await page.getByRole("checkbox", {name: "condemnation"}).check();
    await page.getByRole("checkbox", {name: most.label}).check();
    await page.getByRole("button", {name: "List", exact: true}).click();
    expect(await panelWords(page)).toEqual(most.clauses.map(({text}) => oneLine(text)));
  });

  test("where is the UN Charter used? Search suggests it, and every clause with it is listed", async () => {
    const page = await reach("instruments");
    await page.keyboard.press("/");
    await page.getByRole("searchbox", {name: "Search words"}).fill("UN Char");
    await page.getByRole("button", {name: /^UN Charter instrument/}).click();
    expect(path(page)).toBe("instruments?instrument=un-charter");
    expect(await panelWords(page)).toEqual(clauseOf(({instruments}) => instruments.includes("un-charter")).map(({text}) => oneLine(text)));
  });

  test("pinned clauses survive a reload and leave as a file with their citation", async () => {
    const [first, second] = tables.clauses;
    const page = await reach(`text?clause=${first!.id}~${second!.id}`);
    await page.getByRole("button", {name: "Pin all"}).click();
    expect(path(page)).toContain(`pin=${first!.id}~${second!.id}`);
    await page.goto(new URL("text", site).href);
    await live(page);
    await page.getByRole("button", {name: "2 pinned"}).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", {name: "Markdown"}).click()]);
    expect(download.suggestedFilename()).toBe(`${statement.id}-pins.md`);
  });

  test("another scheme lists the clauses under its own classes", async () => {
    const scheme = tables.schemes.find(({id}) => id !== "stance");
    if (!scheme) throw new Error("the tables hold no scheme beside the stance classes");
    const page = await reach("text?pole=condemnation");
    await page.getByLabel("Classes:").selectOption(scheme.id);
    expect(path(page)).toContain(`scheme=${scheme.id}`);
    const expected = scheme.classes.filter(({id}) => clauseOf(({pole, id: clause}) => pole === "condemnation" && scheme.byClause[clause] === id).length).map(({label}) => label);
    const heads = await page.locator(".evidence .class-head").allTextContents();
    expect(heads.map((head) => head.replace(/: \d+$/, "")).filter((head) => head !== "no class")).toEqual(expected);
  });
});

describe("the classes of another scheme", () => {
  const scheme = tables.schemes.find(({id}) => id === "plover")!, unclassed = clauseOf(({id}) => scheme.byClause[id] === undefined);
  const heads = (page: Page) => page.locator("#topic-stance .figure > div:visible svg text").allTextContents();
  const used = scheme.classes.filter(({id}) => tables.clauses.some((clause) => scheme.byClause[clause.id] === id));

  test("redraw the figure where it stands: nothing above it moves, its marks stay live, Back brings the stance classes again", async () => {
    const page = await reach("topics"), choice = page.getByLabel("Classes in this figure:");
    await choice.scrollIntoViewIfNeeded();
    const before = await choice.evaluate((node) => node.getBoundingClientRect().top);
    await choice.selectOption(scheme.id);
    await expect.poll(() => page.locator("#topic-stance desc").first().textContent()).toContain(scheme.label);
    expect(await choice.evaluate((node) => node.getBoundingClientRect().top)).toBe(before);
    expect(path(page)).toBe(`topics?scheme=${scheme.id}`);
    const words = (await heads(page)).join(" ");
    for (const {label} of used) expect(words).toContain(label.split(" ")[0]);
    const said = oneLine(await page.locator("#topic-stance .figure > div:visible svg").textContent());
    expect(said).toContain(unclassed.length ? `${unclassed.length} clause${unclassed.length === 1 ? " has" : "s have"} no class` : "every clause has a class");
    const clause = clauseOf(({topics}) => topics.length > 0)[0]!;
    await visibleMark(page, "topic-stance", clause.id).locator(".mark-shape").click();
    expect((await panelWords(page))[0]).toContain(oneLine(clause.text));
    expect(await visibleMark(page, "topic-stance", clause.id).getAttribute("class")).toContain("is-selected");
    expect(await page.locator('#topic-stance .figure > div:visible a.mark[tabindex="0"]').count()).toBe(1);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => page.locator("#topic-stance desc").first().textContent()).not.toContain(scheme.label);
    expect(await choice.inputValue()).toBe("stance");
  });

  test("are there when a link is opened, and in what the share dialog gives", async () => {
    const page = await reach(`topics?scheme=${scheme.id}#topic-stance`);
    await expect.poll(() => page.locator("#topic-stance desc").first().textContent()).toContain(scheme.label);
    await page.locator('.figure-actions[data-figure="topic-stance"] [data-action="share"]').click();
    expect(await page.getByRole("textbox", {name: "link", exact: true}).inputValue()).toContain(`topics?scheme=${scheme.id}#topic-stance`);
    await page.getByRole("tab", {name: "Embed"}).click();
    await page.getByRole("radio", {name: "Element"}).check();
    expect(await page.getByRole("textbox", {name: "code", exact: true}).inputValue()).toContain(`scheme="${scheme.id}"`);
  });
});

describe("by keyboard alone", () => {
  test("Tab reaches a figure in one stop, arrows walk its clauses, Enter opens one, Escape goes back to the mark", async () => {
    const page = await reach("topics");
    await page.locator("#topic-coverage").evaluate((node) => node.scrollIntoView());
    await page.getByRole("button", {name: "Filter clauses"}).focus();
    const focused = () => page.evaluate(() => document.activeElement?.closest("a.mark") ? document.activeElement.getAttribute("data-clauses") : null);
    for (let i = 0; i < 6 && !await focused(); i++) await page.keyboard.press("Tab");
    const start = await focused();
    expect(start).not.toBeNull();
    await page.keyboard.press("End");
    const last = await focused();
    expect(last).toBe(tables.clauses.at(-1)!.id);
    await page.keyboard.press("Home");
    expect(await focused()).toBe(tables.clauses[0]!.id);
    for (const expected of tables.clauses.slice(1, 4)) {
      while (await focused() === tables.clauses[expected.number - 2]!.id) await page.keyboard.press("ArrowRight");
      expect(await focused()).toBe(expected.id);
    }
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    expect((await panelWords(page))[0]).toContain(oneLine(tables.clauses.find(({id}) => id === last)!.text));
    await page.keyboard.press("ArrowLeft");
    expect((await panelWords(page))[0]).toContain(oneLine(tables.clauses.at(tables.clauses.findIndex(({id}) => id === last) - 1)!.text));
    await page.keyboard.press("Escape");
    expect(await page.locator(".evidence").isVisible()).toBe(false);
    expect(await focused()).not.toBeNull();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".figure svg"))).toBeNull();
  });

  test("the text is one stop, and ? lists the keys", async () => {
    const page = await reach("text");
    expect(await page.locator('.reading a.num[tabindex="0"]').count()).toBe(1);
    await page.locator('.reading a.num[tabindex="0"]').focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect((await panelWords(page))[0]).toContain(oneLine(tables.clauses[1]!.text));
    await page.keyboard.press("?");
    await page.getByRole("heading", {name: "Keys"}).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("heading", {name: "Keys"}).count()).toBe(0);
    expect(await page.locator(".evidence").isVisible()).toBe(true);
  });
});
