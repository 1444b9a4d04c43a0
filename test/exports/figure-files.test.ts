import {createHash} from "node:crypto";
import JSZip from "jszip";
import {parseHTML} from "linkedom";
import {beforeAll, describe, expect, test} from "vitest";
import {citePlain} from "../../data-loaders/exports/cite.js";
import {figureCsv} from "../../data-loaders/exports/figure-data.js";
import {plainCitation} from "../../src/components/share-dialog-citation.js";
import {loadFigure} from "../../src/figures/index.js";
import {exported, namedTables, site, some} from "./exported.js";
import {notWellFormed} from "./well-formed.js";

let made: Awaited<ReturnType<typeof exported>>;
beforeAll(async () => {
  made = await exported();
}, 240_000);

const ids = some.map(({id}) => id);
const file = (figure: string, name: string) => made.read(`figures/${figure}/${name}`);
const words = (figure: string, name: string) => file(figure, name).toString("utf8");

async function said(id: string) {
  const figure = await loadFigure(id), rows = figure.query(made.tables);
  return {caption: figure.caption(rows, made.tables), table: figure.table(rows, made.tables)};
}

describe("every figure's folder", () => {
  test("has every file that a report writer is offered", () => {
    const names = ["cite.bib", "cite.ris", "data.csv", "data.json", "embed.html", "figure-dark.svg", "figure-outlined.svg", "figure.docx", "figure.pdf",
      "figure.png", "figure.svg", "figure.tex", "oembed.json", "og.png", "square.png", "wide.png"];
    expect(made.manifest.figures.map(({figure}) => figure)).toEqual(ids);
    for (const {files} of made.manifest.figures) expect(files.map(({name}) => name)).toEqual(names);
  });

  test("is listed in figures.json with sizes and hashes that hold", () => {
    expect(JSON.parse(made.text("figures.json"))).toEqual(JSON.parse(JSON.stringify(made.manifest)));
    for (const {figure, files} of made.manifest.figures) for (const {name, size, sha256} of files) {
      expect(file(figure, name).length).toBe(size);
      expect(createHash("sha256").update(file(figure, name)).digest("hex")).toBe(sha256);
    }
  });
});

describe.each(ids)("the pictures of %s", (id) => {
  test("are PNG files of the sizes that are named", () => {
    const sizes = {"square.png": [1080, 1080], "wide.png": [1920, 1080], "og.png": [1200, 630]};
    for (const {name, width, height} of made.manifest.figures.find(({figure}) => figure === id)!.files.filter(({name}) => name.endsWith(".png"))) {
      const bytes = file(id, name);
      expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, height]);
      expect([width, height]).toEqual(sizes[name as keyof typeof sizes] ?? [1600, height]);
    }
  });

  test("are well-formed XML as SVG, whatever names stand in them", () => {
    for (const name of ["figure.svg", "figure-dark.svg", "figure-outlined.svg"]) expect(notWellFormed(words(id, name)), name).toBeNull();
  });

  test("say title, subtitle, source, date, coding version and address in the picture itself", async () => {
    const {caption} = await said(id), {document} = parseHTML(words(id, "figure.svg"));
    const texts = [...document.querySelectorAll("text")].map((text) => text.textContent!.trim()), all = [...document.querySelectorAll("text tspan, text")].map((part) => part.textContent).join(" ").replace(/\s+/g, "");
    for (const part of [caption.title, caption.subtitle, "Source:", "1 January 2025", "Coded by rules (test)"]) expect(all).toContain(part.replace(/\s+/g, "").replaceAll("\u2011", "-"));
    expect(texts.join("")).toContain(`${site}statements/synthetic/`);
  });

  test("carry their alternative text, computed from the rows", async () => {
    const {caption} = await said(id);
    for (const name of ["figure.svg", "figure-dark.svg", "figure-outlined.svg"]) {
      const {document} = parseHTML(words(id, name)), svg = document.querySelector("svg")!;
      expect(svg.querySelector(`#${svg.getAttribute("aria-labelledby")}`)!.textContent).toBe(caption.title);
      expect(svg.querySelector(`#${svg.getAttribute("aria-describedby")}`)!.textContent).toBe(caption.alt);
    }
  });

  test("lead from each mark to the clause's words, and ask no one for anything", () => {
    const svg = words(id, "figure.svg"), {document} = parseHTML(svg);
    const marks = [...document.querySelectorAll("a[data-clauses]")];
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) expect(mark.getAttribute("href")).toBe(`${site}statements/synthetic/text#${mark.getAttribute("data-clauses")!.split(" ")[0]}`);
    expect(svg.replace(/<a [^>]*>/g, "")).not.toMatch(/(?:src|href)="(?!data:|#)|url\((?!data:|#)|@import/);
  });

  test("have letters as outlines where programs lack the fonts", () => {
    expect(words(id, "figure-outlined.svg")).not.toMatch(/<text|<tspan|font-family|@font-face/);
    expect(words(id, "figure.svg")).toMatch(/@font-face\{font-family:'Libre Franklin'/);
  });

  test("keep the blanks at the ends of spans in programs that drop them", () => {
    for (const name of ["figure.svg", "figure-dark.svg"]) expect(words(id, name)).toMatch(/^<svg[^>]* xml:space="preserve"/);
  });
});

describe.each(ids)("the documents of %s", (id) => {
  test("are a PDF of one page with fonts inside, tagged as a figure with its alternative text", async () => {
    const pdf = file(id, "figure.pdf").toString("latin1"), {caption} = await said(id);
    expect(pdf.startsWith("%PDF-1.7")).toBe(true);
    for (const part of ["/StructTreeRoot", "/FontFile2", "/Lang (en)", "/S /Figure", "/Marked true", "/DisplayDocTitle true"]) expect(pdf).toContain(part);
    const utf16 = Buffer.from(`\ufeff${caption.alt}`, "utf16le").swap16().toString("latin1").replace(/[\n\r\t\b\f()\\]/g, (c) => `\\${{"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f"}[c] ?? c}`);
    expect(pdf.includes(`/Alt (${caption.alt.replace(/[()\\]/g, "\\$&")})`) || pdf.includes(`/Alt (${utf16})`)).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf).not.toContain("/Helvetica");
  });

  test("are a Word document with picture, alternative text, numbered caption, source as a link, and a table with a header row", async () => {
    const zip = await JSZip.loadAsync(file(id, "figure.docx")), {caption, table} = await said(id);
    const part = (name: string) => zip.file(name)!.async("string");
    for (const name of Object.keys(zip.files).filter((name) => /\.(xml|rels|svg)$/.test(name))) expect(notWellFormed(await part(name)), name).toBeNull();
    const document = await part("word/document.xml"), relations = await part("word/_rels/document.xml.rels");
    expect((await zip.file("word/media/image1.png")!.async("nodebuffer")).equals(file(id, "figure.png"))).toBe(true);
    expect(await part("word/media/image1.svg")).toBe(words(id, "figure-outlined.svg"));
    const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
    expect(document).toContain(`descr="${escaped(caption.alt)}"`);
    expect(document).toMatch(/SEQ Figure.*?fldCharType="separate"\/><w:t>1<\/w:t>/);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document.match(/<w:tr[ >]/g)).toHaveLength(table.rows.length + 1);
    expect(relations).toContain(`Target="${site}v/${made.manifest.version}/statements/synthetic/figures/${id}/embed.html" TargetMode="External"`);
  });

  test("are citations that name the kept copy, the same in plain words, BibTeX and RIS", async () => {
    const {caption} = await said(id), address = `${site}v/${made.manifest.version}/statements/synthetic/figures/${id}/embed.html`;
    expect(words(id, "cite.bib")).toContain(`url = {${address}}`);
    expect(words(id, "cite.ris")).toContain(`UR  - ${address}\r\n`);
    const cited = {statement: made.tables.statement, version: made.manifest.version, site, figure: {id, title: caption.title}};
    expect(plainCitation(words(id, "cite.ris"))).toBe(citePlain(cited));
    expect(words(id, "figure.tex")).toContain(`\\cite{${/@misc\{([^,]+),/.exec(words(id, "cite.bib"))![1]}}`);
  });
});

describe("the data of a figure", () => {
  test.each(ids)("are the rows that %s draws, each with its clauses", async (id) => {
    const {table, caption} = await said(id), data = JSON.parse(words(id, "data.json"));
    expect(words(id, "data.csv")).toBe(figureCsv(table));
    expect(words(id, "data.csv").split("\r\n")[0]).toBe([...table.columns, "Clause ids"].map((name) => /[,"|]/.test(name) ? `"${name}"` : name).join(","));
    expect(data).toMatchObject({title: caption.title, alt: caption.alt, version: made.manifest.version, columns: table.columns});
    expect(data.rows.map(({clauseIds}: {clauseIds: string[]}) => clauseIds)).toEqual(table.clauses);
    const known = new Set(made.tables.clauses.map(({id}) => id));
    for (const id of table.clauses.flat()) expect(known.has(id), id).toBe(true);
  });

  test("agree with the numbers of the alternative text", () => {
    const {alt, rows} = JSON.parse(words("stance-score", "data.json")) as {alt: string; rows: Record<string, string | number>[]};
    const sides = ["commitment", "neutral", "condemnation"].map((pole) => ({pole, rows: rows.filter((row) => row.Pole === pole)})).filter(({rows}) => rows.length);
    expect(sides.length).toBeGreaterThan(1);
    for (const {pole, rows} of sides) {
      const [, clauses, count] = new RegExp(`${pole}: ([\\d,]+) clauses?, ([\\d,]+) words?`, "i").exec(alt)!;
      expect([Number(clauses), Number(count!.replace(",", ""))]).toEqual([rows.length, rows.reduce((sum, row) => sum + Number(row.Words), 0)]);
    }
  });
});

test("two runs give the same bytes", async () => {
  const {contents} = await import("./exported.js"), again = await exported();
  const [first, second] = [contents(made.folder), contents(again.folder)];
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...first].filter(([path, bytes]) => second.get(path) !== bytes).map(([path]) => path)).toEqual([]);
}, 240_000);

test("a letter that no face has stops the build and says figure, character and words", async () => {
  const tables = namedTables();
  tables.statement.short = "statement of 中国 and others, 1 January 2025";
  await expect(exported({tables, figures: some.slice(0, 1)})).rejects.toThrow(/^no glyph for U\+4E2D "中" in figure "stance-score" of "synthetic": ".*statement of 中国 and others.*" \(add a face/);
});
