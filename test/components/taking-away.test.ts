import JSZip from "jszip";
import {describe, expect, test} from "vitest";
import {pinsCsv, pinsMarkdown, pinsWord} from "../../src/components/pins-export.js";
import {keywordInContext, suggestions} from "../../src/components/search-dialog.js";
import {quotation} from "../../src/components/wording.js";
import {annotatedTables} from "../annotated-tables.js";

const tables = annotatedTables(), address = (id: string) => `https://example.org/text#${id}`;
const condemning = tables.clauses.filter((clause) => clause.stance === "condemn").map((clause) => clause.id);

describe("kept clauses", () => {
  test("leave as Markdown with their words, code, citation and address", () => {
    const markdown = pinsMarkdown(tables, condemning, address);
    for (const id of condemning) expect(markdown).toContain(`clause ${id}: <${address(id)}>`);
    expect(markdown.match(/^> /gm)).toHaveLength(condemning.length);
  });
  test("leave as CSV in which a formula stays words", () => {
    const odd = {...tables, clauses: [{...tables.clauses[0]!, text: '=HYPERLINK("x"), said both'}]};
    const csv = pinsCsv(odd, [odd.clauses[0]!.id], address);
    expect(csv.split("\r\n")).toHaveLength(3);
    expect(csv).toContain('"\'=HYPERLINK(""x""), said both"');
  });
  test("leave as a Word file that opens as a zip and holds every clause", async () => {
    const archive = await JSZip.loadAsync(pinsWord(tables, condemning, address), {checkCRC32: true});
    const document = await archive.file("word/document.xml")!.async("string");
    for (const id of condemning) expect(document).toContain(`clause ${id}`);
    expect(Object.keys(archive.files)).toContain("[Content_Types].xml");
  });
  test("a pin that the statement no longer has is left out", () => {
    expect(pinsCsv(tables, ["p99.s1.c1"], address).trim().split("\r\n")).toHaveLength(1);
  });
  test("a quotation cites source, paragraph and clause", () => {
    const clause = tables.clauses[13]!;
    expect(quotation(clause, tables.statement)).toBe(`“${clause.text}” (${tables.statement.short}, paragraph 8, clause ${clause.id})`);
  });
});

describe("search", () => {
  test("suggests the topic of sanctions, the UN Charter and the verb condemn as one types", () => {
    expect(suggestions(tables, "sanc")[0]).toMatchObject({kind: "topic", value: "sanctions", n: 3});
    expect(suggestions(tables, "un char").some((item) => item.value === "un-charter")).toBe(true);
    expect(suggestions(tables, "conde")[0]).toMatchObject({kind: "verb", value: "condemn"});
    expect(suggestions(tables, " ")).toEqual([]);
  });
  test("shows every occurrence with the words around it", () => {
    const hits = keywordInContext(tables, "unilateral");
    expect(hits.length).toBe(tables.clauses.flatMap((clause) => clause.text.toLowerCase().match(/unilateral/g) ?? []).length);
    for (const hit of hits) expect(hit.match.toLowerCase()).toBe("unilateral");
  });
});
