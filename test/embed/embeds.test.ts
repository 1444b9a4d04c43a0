import {mkdtempSync, readFileSync, readdirSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {HtmlValidate} from "html-validate";
import {parseHTML} from "linkedom";
import {afterAll, beforeAll, expect, test} from "vitest";
import {writeEmbedModules, writeEmbeds} from "../../data-loaders/exports/embeds.js";
import type {OembedAnswer} from "../../data-loaders/exports/oembed.js";
import {figures} from "../../src/figures/index.js";
import type {Tables} from "../../src/schema.js";
import {syntheticTables} from "../figures/synthetic-tables.js";

const folder = mkdtempSync(join(tmpdir(), "embeds-"));
const hostile = `</script><img src=x onerror=alert(1)> "quoted" & <b>bold</b>`;

function tablesWithMarkup(): Tables {
  const tables = syntheticTables({clauses: 24});
  const [first, ...rest] = tables.clauses;
  return {...tables, clauses: [{...first!, text: hostile}, ...rest], statement: {...tables.statement, title: hostile, short: hostile}};
}

const tables = tablesWithMarkup(), id = tables.statement.id;
const options = {tables, site: "https://atlas.example/", version: "1.2.3"};
const read = (figure: string, file: string, root = folder) => readFileSync(join(root, "statements", id, "figures", figure, file), "utf8");

beforeAll(async () => {
  await writeEmbedModules({folder});
  await writeEmbeds({...options, folder, kept: "1.2.3", opens: true});
  await writeEmbeds({...options, folder: join(folder, "v/1.2.3"), frozen: true});
}, 120_000);

afterAll(() => rmSync(folder, {recursive: true}));

for (const figure of figures) {
  test(`the embed of ${figure.id} is well-formed, and the statement's words in it are text`, async () => {
    const html = read(figure.id, "embed.html");
    const validator = new HtmlValidate({
      extends: ["html-validate:standard"],
      // Not defects here: inline style and script keep the page in one file; text stands as the statement has it.
      rules: {"no-inline-style": "off", "long-title": "off", "no-trailing-whitespace": "off", "no-raw-characters": "off", "valid-id": "off", "svg-focusable": "off", "prefer-native-element": "off"}
    });
    const report = await validator.validateString(html);
    expect(report.results.flatMap(({messages}) => messages.map(({ruleId, message, line, column}) => `${ruleId}: ${message} (${line}:${column})`))).toEqual([]);
    const {document} = parseHTML(html);
    expect(document.querySelectorAll("img, b").length).toBe(0);
    expect(document.querySelectorAll("script").length).toBe(2);
  });

  test(`the embed of ${figure.id} asks nobody for anything`, () => {
    const {document} = parseHTML(read(figure.id, "embed.html"));
    const asked = [...document.querySelectorAll("[src], link[rel=stylesheet], link[rel=preload], use, image")];
    expect(asked).toEqual([]);
    const style = document.querySelector("style")!.textContent!;
    expect([...style.matchAll(/url\(([^)]{0,20})/g)].every(([, address]) => address!.startsWith("data:font/woff2"))).toBe(true);
    expect(style.includes("@import")).toBe(false);
  });

  test(`every mark of ${figure.id} leads to words that stand in the embed, at every width`, () => {
    const {document} = parseHTML(read(figure.id, "embed.html"));
    const listed = new Map([...document.querySelectorAll(".clauses > li")].map((item) => [item.id, item.querySelector("blockquote")!.textContent]));
    const drawings = [...document.querySelectorAll(".drawing")];
    expect(drawings.length).toBe(5);
    for (const drawing of drawings) {
      for (const mark of drawing.querySelectorAll(".mark")) for (const clause of mark.getAttribute("data-clauses")!.split(" ").filter(Boolean)) {
        expect(listed.get(clause)).toBe(tables.clauses.find((row) => row.id === clause)!.text.replace(/\s+/g, " ").trim());
      }
    }
  });

  test(`ids of ${figure.id} are unique in its embed, so that names and patterns belong to their drawing`, () => {
    const ids = [...read(figure.id, "embed.html").matchAll(/<[^>]*? id="([^"]+)"/g)].map(([, name]) => name);
    expect(ids.filter((name, i) => ids.indexOf(name) !== i)).toEqual([]);
  });

  test(`the oEmbed answer of ${figure.id} is a rich one, version 1.0, with whole addresses`, () => {
    const answer = JSON.parse(read(figure.id, "oembed.json")) as OembedAnswer;
    expect(answer).toMatchObject({version: "1.0", type: "rich", provider_name: "Statement Atlas", provider_url: options.site, shown: "1.2.3", kept: "1.2.3"});
    const frame = parseHTML(`<html><body>${answer.html}</body></html>`).document.querySelector("iframe")!;
    expect(frame.getAttribute("src")).toBe(`${options.site}statements/${id}/figures/${figure.id}/embed.html`);
    expect(frame.getAttribute("title")).toBe(answer.title);
    expect([frame.getAttribute("width"), frame.getAttribute("height")]).toEqual([String(answer.width), String(answer.height)]);
    expect(answer.thumbnail_url).toBe(`${options.site}statements/${id}/figures/${figure.id}/og.png`);
    const link = parseHTML(read(figure.id, "embed.html")).document.querySelector('link[type="application/json+oembed"]')!;
    expect(link.getAttribute("href")).toBe(`${options.site}statements/${id}/figures/${figure.id}/oembed.json`);
  });

  test(`the module of ${figure.id} and embed.mjs are at most 35 kB together, compressed`, () => {
    const size = ["embed.mjs", `embed/${figure.id}.mjs`].reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), {level: 9}).length, 0);
    expect(size).toBeLessThanOrEqual(35_000);
  });
}

test("embed.mjs itself is at most 8 kB, compressed", () => {
  expect(gzipSync(readFileSync(join(folder, "embed.mjs")), {level: 9}).length).toBeLessThanOrEqual(8000);
});

test("a kept embed says that it never changes, names its version, and leads to the live page", () => {
  const figure = figures[0]!.id, html = read(figure, "embed.html", join(folder, "v/1.2.3")), live = read(figure, "embed.html");
  expect(html.includes("Version 1.2.3: kept as it was, it never changes")).toBe(true);
  expect(live.includes("Version 1.2.3: live, it follows corrections")).toBe(true);
  const address = `https://atlas.example/v/1.2.3/statements/${id}/figures/${figure}/embed.html`;
  const link = parseHTML(html).document.querySelector(".meta a")!.getAttribute("href")!;
  expect(new URL(link, address).href).toMatch(new RegExp(`^https://atlas\\.example/statements/${id}/[\\w-]*#${figure}$`));
  expect((JSON.parse(read(figure, "oembed.json", join(folder, "v/1.2.3"))) as OembedAnswer).html).toContain(address);
});

test("a kept version has its own modules and tables, so that its element draws as it did", () => {
  for (const path of ["embed.mjs", ...figures.map((figure) => `embed/${figure.id}.mjs`)]) {
    expect(readFileSync(join(folder, "v/1.2.3", path)).equals(readFileSync(join(folder, path))), path).toBe(true);
  }
  expect(JSON.parse(readFileSync(join(folder, "v/1.2.3/statements", id, "tables.json"), "utf8"))).toEqual(JSON.parse(JSON.stringify(tables)));
});

test("two runs give the same bytes", async () => {
  const again = mkdtempSync(join(tmpdir(), "embeds-"));
  await writeEmbedModules({folder: again});
  await writeEmbeds({...options, folder: again, kept: "1.2.3", opens: true});
  for (const path of readdirSync(again, {recursive: true, encoding: "utf8"})) {
    if (statSync(join(again, path)).isFile()) expect(readFileSync(join(again, path)).equals(readFileSync(join(folder, path))), path).toBe(true);
  }
  rmSync(again, {recursive: true});
});
