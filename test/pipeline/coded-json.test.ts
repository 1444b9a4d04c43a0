import {expect, test} from "vitest";
import {codedJson} from "../../data-loaders/coded-json.js";
import {codeParts} from "../../data-loaders/index.js";
import {readCodebook} from "../../data-loaders/read/read-codebook.js";

const codebook = readCodebook(), head = {file: "long.txt", id: "long", version: "1", doubts: []};
const paragraph = "The Council recalls resolution 2728 (2024) and the Vienna Convention on the Law of Treaties, and “condemns” the violation of the Charter of the United Nations.";

test("the mentions of a long text, which are packed on the way, stand in the JSON in their order", () => {
  const text = Array.from({length: 1500}, () => paragraph).join("\n\n"), parts = [...codeParts([text], {parties: []}, codebook)];
  const pieces = [...codedJson(head, parts)], coded = JSON.parse(pieces.join("")) as {clauses: unknown[]; instruments: Record<string, unknown>[]; registry: {id: string}[]};
  const mentions = parts.flatMap((part) => part.mentions);
  expect(JSON.stringify(mentions).length).toBeGreaterThan(2 * (1 << 18));
  expect(coded.instruments).toEqual(mentions.map(({id: mention, instrument: id, ...rest}) => ({id, mention, ...rest})));
  expect(coded.clauses).toEqual(parts.flatMap((part) => part.clauses));
  expect(coded.registry.map(({id}) => id).sort()).toEqual([...new Set(mentions.map(({instrument}) => instrument))].sort());
  expect(Math.max(...pieces.map(({length}) => length))).toBeLessThan(1 << 19);
});
