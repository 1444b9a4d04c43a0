import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import JSZip from "jszip";
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

describe("every filter", () => {
  const first = <T>(list: T[]) => list[0]!;
  const most = (values: string[]) => first([...new Set(values)].sort((a, b) => values.filter((value) => value === b).length - values.filter((value) => value === a).length));
  const doubtful = clauseOf(({doubts}) => doubts.length > 0).length > 0;
  const facets: {name: string; value: string; test: (clause: Clause) => boolean}[] = [
    {name: "pole", value: "condemnation", test: ({pole}) => pole === "condemnation"},
    {name: "stance", value: "commit", test: ({stance}) => stance === "commit"},
    {name: "strength", value: "3", test: ({strength}) => strength === 3},
    {name: "topic", value: "international-law", test: ({topics}) => topics.includes("international-law")},
    ...(["verb", "speaker", "instrument"] as const).map((name) => {
      const value = most(tables.clauses.flatMap((clause) => clause[`${name}s`]));
      return {name, value, test: (clause: Clause) => clause[`${name}s`].includes(value)};
    }),
    {name: "doubtful", value: doubtful ? "yes" : "no", test: ({doubts}) => doubts.length > 0 === doubtful}
  ];
  const marked = (page: Page, selector: string) => page.locator(selector).evaluateAll((nodes) => [...new Set(nodes.filter((node) => node.getClientRects().length && !node.classList.contains("is-out")).flatMap((node) => node.getAttribute("data-clauses")!.split(" ")))].sort());
  const single = "a.mark:not(.is-sum):not(.is-words)";

  test.each([["mouse", "figure", "topics"], ["keyboard", "text", "text"]])("is chosen by %s, goes into the address and narrows the %s", async (way, what, name) => {
    const page = await reach(name);
    await page.getByRole("button", {name: "Filter clauses"}).click();
    for (const {name: facet, value, test} of facets) {
      const box = page.locator(`.filters-panel input[name="${facet}"][value="${value}"]`), kept = clauseOf(test);
      const change = async () => way === "mouse" ? box.click() : (await box.focus(), await page.keyboard.press("Space"));
      const ids = (clauses: Clause[]) => clauses.map(({id}) => id).sort();
      await change();
      await expect.poll(() => path(page)).toBe(`${name}?${facet}=${value.replaceAll(" ", "+")}`);
      expect(await page.locator(".filters-count").textContent()).toBe(`${kept.length} of ${tables.clauses.length} clauses`);
      if (what === "text") expect(await marked(page, ".reading .clause"), facet).toEqual(ids(kept));
      else for (const figure of ["topic-stance", "topic-score"]) {
        expect(await marked(page, `#${figure} .figure > div ${single}`), `${figure} by ${facet}`).toEqual(ids(kept.filter(({topics}) => topics.length > 0)));
      }
      await change();
      await expect.poll(() => path(page)).toBe(name);
    }
  });

  test("free text narrows as one types; Back and Forward walk through the filters", async () => {
    const page = await reach("text"), count = () => page.locator(".filters-count").textContent();
    await page.getByRole("button", {name: "Filter clauses"}).click();
    await page.getByRole("checkbox", {name: "condemnation"}).check();
    await page.getByRole("searchbox", {name: "Words in the clause"}).fill("SANCTIONS");
    const both = clauseOf(({pole, text}) => pole === "condemnation" && text.toLowerCase().includes("sanctions"));
    expect(both.length).toBeGreaterThan(0);
    expect(await count()).toBe(`${both.length} of ${tables.clauses.length} clauses`);
    expect(path(page)).toBe("text?pole=condemnation&q=SANCTIONS");
    await page.getByRole("checkbox", {name: "condemnation"}).uncheck();
    const words = clauseOf(({text}) => text.toLowerCase().includes("sanctions"));
    expect(await count()).toBe(`${words.length} of ${tables.clauses.length} clauses`);
    await page.goBack();
    expect(await count()).toBe(`${both.length} of ${tables.clauses.length} clauses`);
    expect(await page.getByRole("checkbox", {name: "condemnation"}).isChecked()).toBe(true);
    await page.goForward();
    expect(await count()).toBe(`${words.length} of ${tables.clauses.length} clauses`);
    await page.getByRole("button", {name: "Remove filter: “SANCTIONS”"}).click();
    expect(path(page)).toBe("text");
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
    const page = await reach(`text?clause=${first!.id}~${second!.id}`, {permissions: ["clipboard-read", "clipboard-write"]});
    await page.getByRole("button", {name: "Pin all"}).click();
    expect(path(page)).toContain(`pin=${first!.id}~${second!.id}`);
    await page.goto(new URL("text", site).href);
    await live(page);
    await page.getByRole("button", {name: "2 pinned"}).click();
    const folder = mkdtempSync(join(tmpdir(), "atlas-pins-"));
    for (const [name, ending] of [["Markdown", "md"], ["CSV", "csv"], ["Word", "docx"]] as const) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", {name, exact: true}).click()]);
      expect(download.suggestedFilename()).toBe(`${statement.id}-pins.${ending}`);
      await download.saveAs(join(folder, ending));
      const written = readFileSync(join(folder, ending));
      const words = ending === "docx" ? await (await JSZip.loadAsync(written)).file("word/document.xml")!.async("string") : written.toString("utf8");
      for (const clause of [first!, second!]) {
        expect(oneLine(words)).toContain(oneLine(clause.text));
        expect(words).toContain(`${site}statements/${statement.id}/text#${clause.id}`);
        expect(words).toContain(tables.statement.short.replace(/\.$/, ""));
      }
    }
    await page.getByRole("button", {name: "Copy link"}).click();
    await page.getByText("Copied", {exact: true}).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText()), elsewhere = await reach(link.slice(site.length));
    expect(await elsewhere.locator(".pin-tray").textContent()).toBe("2 pinned");
    const cited = await reach(`statements/${statement.id}/text#${first!.id}`);
    expect((await panelWords(cited))[0]).toContain(oneLine(first!.text));
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
    const code = page.getByRole("textbox", {name: "code", exact: true}), note = page.locator("dialog.share").getByText("the stance classes");
    expect(await code.inputValue()).toContain(`scheme="${scheme.id}"`);
    await page.getByRole("radio", {name: "Frame", exact: true}).check();
    const title = await page.locator("#topic-stance > h2").textContent();
    expect(await code.inputValue()).toContain(`embed.html?scheme=${scheme.id}" title="${title}"`);
    const frame = page.frameLocator("iframe.preview");
    await expect.poll(() => frame.locator("h1").textContent()).toBe(title);
    for (const drawing of await frame.locator(".drawing svg").all()) expect(await drawing.textContent()).toContain(scheme.label);
    expect(await frame.locator("thead").textContent()).toContain(used[0]!.label);
    expect(await frame.locator('.drawing:visible .mark[tabindex="0"]').count()).toBe(1);
    await page.getByRole("radio", {name: "Picture"}).check();
    expect(await note.textContent()).toMatch(/^It shows the stance/);
    await page.getByRole("tab", {name: "Download"}).click();
    expect(await note.textContent()).toMatch(/^These files show/);
  });
});

test("a figure that follows no scheme is embedded without one", async () => {
  const page = await reach(`verbs?scheme=${tables.schemes[0]!.id}`);
  await page.locator('.figure-actions[data-figure="verb-ladder"] [data-action="share"]').click();
  await page.getByRole("tab", {name: "Embed"}).click();
  expect(await page.getByRole("textbox", {name: "code", exact: true}).inputValue()).not.toContain("scheme=");
});

describe("by keyboard alone", () => {
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (page: Page, selector: string, most = 90) => {
    for (let i = 0; i < most; i++) {
      if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`no way by Tab to ${selector}`);
  };

  test("what is condemned most is found and read", async () => {
    const condemning = clauseOf(({pole}) => pole === "condemnation");
    const counts = tables.topicList.map((topic) => ({...topic, clauses: condemning.filter(({topics}) => topics.includes(topic.id))}));
    const most = counts.reduce((a, b) => b.clauses.length > a.clauses.length ? b : a);
    const page = await reach("topics");
    await press(page, "f");
    await tabTo(page, 'input[name="pole"][value="condemnation"]');
    await press(page, "Space");
    await tabTo(page, `input[name="topic"][value="${most.id}"]`);
    await press(page, "Space");
    await page.getByRole("button", {name: "List", exact: true}).focus();
    await press(page, "Enter");
    expect(await panelWords(page)).toEqual(most.clauses.map(({text}) => oneLine(text)));
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("evidence");
    await press(page, "Escape");
    expect(await page.locator(".evidence").isVisible()).toBe(false);
  });

  test("every use of the UN Charter is found by search", async () => {
    const page = await reach("instruments");
    await press(page, "/", ..."un char");
    await page.locator("dialog[open] .search input:focus").waitFor();
    expect(await page.locator("dialog[open] .search input").inputValue()).toBe("un char");
    await press(page, "ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("UN Charter");
    await press(page, "Enter");
    expect(await panelWords(page)).toEqual(clauseOf(({instruments}) => instruments.includes("un-charter")).map(({text}) => oneLine(text)));
  });

  test("a link to the sanctions clauses is shared", async () => {
    const page = await reach("topics", {permissions: ["clipboard-read", "clipboard-write"]});
    await press(page, "f");
    await tabTo(page, 'input[name="topic"][value="sanctions"]');
    await press(page, "Space", "f");
    await tabTo(page, '#topic-coverage [data-action="share"]');
    await press(page, "Enter");
    await page.locator("dialog.share").waitFor();
    await tabTo(page, "dialog.share .copy-box button");
    await press(page, "Enter");
    await page.getByText("Copied", {exact: true}).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${site}topics?topic=sanctions#topic-coverage`);
    const shared = await reach(link.slice(site.length));
    expect(await shared.locator(".filters-count").textContent()).toBe(`${clauseOf(({topics}) => topics.includes("sanctions")).length} of ${tables.clauses.length} clauses`);
  });

  test("focus is seen on every kind of mark, with a name and, where one stop holds more, by arrows", async () => {
    for (const [name, figure] of [["topics", "topic-coverage"], ["verbs", "verb-ladder"], ["instruments", "instrument-web"]] as const) {
      const page = await reach(name);
      await page.locator(`#${figure} .figure > div:visible a.mark[tabindex="0"]`).focus();
      await page.keyboard.press("Home");
      const seen = new Set<string>();
      for (let i = 0; i < 200; i++) {
        const state = await page.evaluate(() => {
          const mark = document.activeElement!, shape = mark.querySelector(".mark-shape"), text = mark.querySelector("text");
          const shown = shape ? parseFloat(getComputedStyle(shape).strokeWidth) >= 1.5 && getComputedStyle(shape).stroke !== "none" : getComputedStyle(text!).textDecorationLine === "underline";
          return {shown, name: mark.getAttribute("aria-label") ?? "", at: [...document.querySelectorAll("a.mark")].indexOf(mark)};
        });
        if (seen.has(String(state.at))) break;
        seen.add(String(state.at));
        expect(state.shown, state.name).toBe(true);
        expect(state.name).toMatch(/clause/i);
        await page.keyboard.press("ArrowRight");
      }
      expect(seen.size).toBe(await page.locator(`#${figure} .figure > div:visible a.mark`).count());
    }
  });

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
