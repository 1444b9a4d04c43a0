import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {elementSnippet, frameSnippet, heightAt, heightRule, pictureSnippet, type SnippetOptions} from "../../src/embed/snippets.js";
import {emptySelection, readSelection} from "../../src/queries/selection.js";

const options: SnippetOptions = {
  root: "https://atlas.example/", page: "https://atlas.example/verbs#verb-ladder", statement: "first-text", figure: "verb-ladder",
  title: `He said "never" & <b>left</b>`, alt: `3 clauses "on" A & B </script><script>alert(1)</script>`,
  heights: [{from: 0, base: 80, ratio: 3}, {from: 600, base: 100, ratio: 1}, {from: 1000, base: 120, ratio: 0.5}]
};
const selection = {...emptySelection, topic: ["sanctions", "use-of-force"], q: `"law" & <order>`, pin: ["p1.s1.c1"]};
const parse = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;

const kinds = {
  frame: (more = {}) => frameSnippet({...options, ...more}), plain: (more = {}) => frameSnippet({...options, ...more}, {listen: false}),
  element: (more = {}) => elementSnippet({...options, ...more}), picture: (more = {}) => pictureSnippet({...options, ...more})
};

for (const [kind, write] of Object.entries(kinds)) {
  test(`quotes, angle brackets and ampersands of a statement stay text (${kind})`, () => {
    const html = write({selection}), document = parse(html);
    expect(html).not.toContain("<b>");
    expect(html).not.toContain("<script>alert");
    const shown = document.querySelector("iframe")?.getAttribute("title");
    if (shown !== undefined) expect(shown).toBe(options.title);
    const img = document.querySelector("img") ?? parse(document.querySelector("iframe")!.textContent!).querySelector("img");
    expect(img!.getAttribute("alt")).toBe(options.alt);
  });

  test(`where frames, scripts and unknown elements are dropped, a picture with its link is left (${kind})`, () => {
    const left = write().replace(/<script[^]*?<\/script>/g, "").replace(/<\/?(iframe|statement-figure|div)\b[^>]*>/g, "").trim();
    expect(left).toMatch(/^<a href="https:\/\/atlas\.example\/verbs#verb-ladder"><img src="https:\/\/atlas\.example\/statements\/first-text\/figures\/verb-ladder\/[\w.-]+" alt="[^"]+"[^>]*><\/a>$/);
  });
}

test("a frame's address carries theme and filters by the names of the pages, and no pins", () => {
  const src = parse(frameSnippet({...options, theme: "dark", selection})).querySelector("iframe")!.getAttribute("src")!;
  const query = new URL(src).search;
  expect(new URLSearchParams(query).get("theme")).toBe("dark");
  expect(readSelection(query)).toEqual({...selection, pin: []});
});

test("an element's attributes carry the same", () => {
  const element = parse(elementSnippet({...options, theme: "auto", selection})).querySelector("statement-figure")!;
  expect(element.getAttribute("theme")).toBe("auto");
  expect(element.getAttribute("topic")).toBe("sanctions~use-of-force");
  expect(element.getAttribute("q")).toBe(selection.q);
  expect(element.hasAttribute("pin")).toBe(false);
});

test("an element of a kept version names it; a live one names none", () => {
  const kept = parse(elementSnippet({...options, root: "https://atlas.example/v/0.1.0-ab12/"})).querySelector("statement-figure")!;
  expect(kept.getAttribute("version")).toBe("0.1.0-ab12");
  expect(parse(elementSnippet(options)).querySelector("statement-figure")!.hasAttribute("version")).toBe(false);
});

/** Works out the rule at a width as a browser would. */
function evaluate(rule: string, width: number): number {
  const expression = rule.replace(/(\d+(?:\.\d+)?)cqw/g, (_, n: string) => `(${n}*${width / 100})`).replaceAll("px", "").replace(/^calc/, "");
  return new Function("max", "min", `return ${expression}`)(Math.max, Math.min) as number;
}

test("the height rule without a script gives the height of each width class", () => {
  const rule = heightRule(options.heights);
  for (const width of [320, 599, 600, 720, 999, 1000, 1200]) expect(evaluate(rule, width), `${width} px`).toBeCloseTo(heightAt(options.heights, width), 0);
});

test("a class that is lower than the one before it is not held up by it", () => {
  const rule = heightRule([{from: 0, base: 1000, ratio: 1}, {from: 500, base: 0, ratio: 0.1}]);
  expect(evaluate(rule, 600)).toBe(60);
  expect(evaluate(rule, 499)).toBe(1499);
});

test("the listener takes heights from frames only, within bounds", () => {
  const [, code] = /<script>(.*)<\/script>/.exec(frameSnippet(options))!;
  const heard: ((event: unknown) => void)[] = [], frame = {contentWindow: {}, style: {height: ""}};
  new Function("addEventListener", "document", code!)((_: string, listener: (event: unknown) => void) => heard.push(listener), {querySelectorAll: () => [frame]});
  const say = (data: unknown, source: unknown = frame.contentWindow) => heard[0]!({data, source});
  for (const data of [null, "x", 5, {type: "other", height: 400}, {type: "statement-figure:height", height: "tall"}, {type: "statement-figure:height", height: -3}]) say(data);
  say({type: "statement-figure:height", height: 400}, {});
  expect(frame.style.height).toBe("");
  say({type: "statement-figure:height", height: 400.2});
  expect(frame.style.height).toBe("401px");
  say({type: "statement-figure:height", height: 1e9});
  expect(frame.style.height).toBe("20000px");
});
