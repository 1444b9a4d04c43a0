import {expect, test} from "vitest";
import {countWords} from "../../data-loaders/read/count-words.js";
import {textChunks} from "../../data-loaders/read/text-chunks.js";
import {textDoubts} from "../../data-loaders/read/text-doubts.js";

test("words are counted as a reader counts them: a dash or a bullet is none", () => {
  expect(countWords("The \"rule of law\" – 3 points:\n• one")).toBe(7);
});

test("parts of a text join to the text and begin where they say", () => {
  const text = "One paragraph.\n\nAnother one, longer.\r\n\r\nA third with 😀 in it.\n".repeat(40);
  for (const size of [7, 50, 300]) {
    const parts = [...textChunks([text.slice(0, 11), text.slice(11)], {whole: size, size})];
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.every((part) => part.text === text.slice(part.start, part.start + part.text.length) && part.text.length <= size)).toBe(true);
    expect(parts.every((part) => !/^[\udc00-\udfff]/.test(part.text))).toBe(true);
  }
});

test("only a text that is longer than any statement is cut", () => {
  expect([...textChunks(["a".repeat(250_000)])]).toHaveLength(1);
  expect([...textChunks(["a ".repeat(200_000)])].map(({text}) => text.length)).toEqual([65_536, 65_536, 65_536, 203_392]);
});

test("a text is cut between paragraphs where it can be", () => {
  expect([...textChunks(["aaaa bbbb.\n\ncccc dddd\neee"], {whole: 16, size: 16})].map(({text}) => text)).toEqual(["aaaa bbbb.\n\n", "cccc dddd\neee"]);
});

test("plain English leaves no doubt", () => {
  expect(textDoubts("The two sides agreed that the dialogue on the rivers of the region is of benefit to all, and they expressed their support for the work of the joint commission, which meets in the spring and in the autumn.")).toEqual([]);
});

test.each([
  ["French", "Les deux parties ont réaffirmé leur attachement au dialogue et à la coopération entre leurs pays. Elles condamnent toute ingérence dans les affaires intérieures des États et appellent au règlement pacifique des différends dans la région.", "the text does not read as English"],
  ["Spanish", "Las dos partes reafirmaron su compromiso con el diálogo y la cooperación entre sus países. Condenan toda injerencia en los asuntos internos de los Estados y hacen un llamamiento a la solución pacífica de las controversias en la región.", "the text does not read as English"],
  ["words without any stop", "the parties agreed that they support the work of the commission ".repeat(5), "the text has no sentence ends"],
  ["letters decoded wrongly", "The partiesâ€™ statement of the day.", "the text holds characters that were decoded wrongly before (1 times"],
  ["replacement characters", "The parties\uFFFD statement.", "the text holds characters that were decoded wrongly before (1 times"]
])("%s is doubtful", (_, text, doubt) => {
  expect(textDoubts(text)).toEqual([expect.stringContaining(doubt)]);
});
