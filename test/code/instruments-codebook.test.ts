import {describe, expect, test} from "vitest";
import {readTable} from "../../data-loaders/code/codebook-table.js";
import {readInstrumentCodebook} from "../../data-loaders/code/instruments-codebook.js";
import {instrumentCodebook, instrumentTables} from "./instruments-tables.js";

const tables = instrumentTables(), codebook = instrumentCodebook();
const columns = ["id", "title", "short", "aliases", "kind", "adopted", "body", "symbol", "series", "status", "checked", "source"] as const;
const rows = readTable(tables.instruments, "instruments.tsv", columns);
const withRow = (...cells: string[]) => ({...tables, instruments: [columns.join("\t"), cells.join("\t")].join("\n")});

describe("the instrument codebook", () => {
  test("has ids once each, titles, short names that fit a label, and sources", () => {
    expect(new Set(rows.map(({cells}) => cells.id)).size).toBe(rows.length);
    for (const {cells} of rows) {
      for (const column of ["title", "short", "kind", "status", "source"] as const) expect(cells[column], `${cells.id} ${column}`).not.toBe("");
      expect(cells.short.length, cells.id).toBeLessThan(50);
    }
  });
  test("shows a symbol or series reference only where it was checked", () => {
    for (const {cells} of rows) {
      const checked = cells.checked.split(" ");
      const shown = codebook.instruments.get(cells.id)?.symbol;
      if (shown) expect(checked, cells.id).toContain(shown === cells.symbol ? "symbol" : "series");
      else expect((checked.includes("symbol") && cells.symbol) || (checked.includes("series") && cells.series), cells.id).toBeFalsy();
    }
    expect(codebook.instruments.get("un-charter")?.symbol).toBe("1 UNTS XVI");
    expect(codebook.instruments.get("friendly-relations-declaration-1970")?.symbol).toBe("A/RES/2625(XXV)");
    expect(codebook.instruments.get("udhr")?.symbol).toBeNull();
  });
  test("says in the source where a date was not checked", () => {
    for (const {cells} of rows) if (cells.adopted && !cells.checked.includes("adopted")) expect(codebook.instruments.get(cells.id)?.source, cells.id).toContain("date not checked");
    expect(codebook.instruments.get("un-charter")?.source).not.toContain("not checked");
  });
  test("gives no name to two instruments", () => {
    const names = new Map<string, string>();
    for (const {cells} of rows) for (const name of new Set([cells.title, ...cells.aliases.split("|").filter(Boolean)].map((each) => each.toLowerCase()))) {
      expect(names.get(name), name).toBeUndefined();
      names.set(name, cells.id);
    }
  });
  test("numbers the Security Council's resolutions without gap or overlap", () => {
    let next = 1;
    for (const {cells} of readTable(tables.resolutionYears, "instrument-resolution-years.tsv", ["year", "first", "last"])) {
      expect(Number(cells.first), cells.year).toBe(next);
      next = Number(cells.last) + 1;
    }
    expect([1, 242, 1373, 1540, 2231].map(codebook.resolutionYear)).toEqual([1946, 1967, 2001, 2004, 2015]);
  });
});

describe("faults in the tables", () => {
  test.each([
    [["UN Charter", "Charter", "Charter", "", "charter"], 'instrument id is not in kebab-case: "UN Charter" (codebook/instruments.tsv, line 2)'],
    [["charter", "", "Charter", "", "charter"], 'instrument without title, short name or kind: "charter" (codebook/instruments.tsv, line 2)'],
    [["charter", "Charter", "Charter", "", "charter", "26 June"], 'adopted is no ISO date: "26 June" (codebook/instruments.tsv, line 2)'],
    [["charter", "Charter", "Charter", "", "charter", "1945", "", "", "", "", "all"], 'unknown field in checked: "all"; known are adopted, symbol, series (codebook/instruments.tsv, line 2)']
  ])("%s", (cells, message) => {
    expect(() => readInstrumentCodebook(withRow(...cells))).toThrow(message);
  });
  test("a missing column is named", () => {
    expect(() => readInstrumentCodebook({...tables, marks: "word\nx"})).toThrow('missing column: "mark"; the columns are word, mark (codebook/instrument-marks.tsv, line 1)');
  });
});
