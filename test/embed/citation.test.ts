import {expect, test} from "vitest";
import {citePlain, citeRis, type Cited} from "../../data-loaders/exports/cite.js";
import {describeSelection} from "../../src/embed/describe-selection.js";
import {plainCitation} from "../../src/components/share-dialog-citation.js";
import {emptySelection} from "../../src/queries/selection.js";

test("a plain citation says author, year, title, version and address, from the RIS record", () => {
  const ris = "TY  - FIGURE\r\nAU  - Statement Atlas\r\nTI  - Which verbs commit?\r\nPY  - 2025\r\nPB  - Statement Atlas\r\nET  - 1.2.3\r\nUR  - https://atlas.example/v/1.2.3/\r\nER  - \r\n";
  expect(plainCitation(ris)).toBe("Statement Atlas (2025). Which verbs commit? Version 1.2.3. https://atlas.example/v/1.2.3/");
});

test("the dialog's plain citation is the one of the files", () => {
  const cited = {
    statement: {id: "first-text", title: "On bridges", date: "2025-05-08"}, version: "1.2.3", site: "https://atlas.example/", figure: {id: "verb-ladder", title: "Which verbs commit?"}
  } as unknown as Cited;
  expect(plainCitation(citeRis(cited))).toBe(citePlain(cited));
});

test("what an embed highlights is said in words", () => {
  expect(describeSelection({...emptySelection, topic: ["international-law"], pole: ["commitment", "condemnation"], doubtful: false, q: "law"}))
    .toBe("Highlighted: topic international law; pole commitment or condemnation; without doubt; with “law”");
});
