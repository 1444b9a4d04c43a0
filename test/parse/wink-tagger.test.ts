import {readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import type {Span} from "../../src/schema.js";
import {winkTagger} from "../../data-loaders/parse/wink-tagger.js";

const tagger = winkTagger();
const alone = (text: string, stretches: readonly Span[]) => stretches.flatMap((stretch) => tagger.tag(text, [stretch]));

/** Joins paragraphs to a text, and gives where each stands in it. */
function joined(paragraphs: readonly string[]): {text: string; stretches: Span[]} {
  const stretches: Span[] = [];
  let text = "";
  for (const paragraph of paragraphs) {
    stretches.push({start: text.length, end: text.length + paragraph.length});
    text += `${paragraph}\n\n`;
  }
  return {text, stretches};
}

test.each(readdirSync("test/input").filter((file) => file.endsWith(".txt")))("the paragraphs of %s are tagged together as each for itself", (file) => {
  const {text, stretches} = joined(readFileSync(`test/input/${file}`, "utf8").split(/\n\s*\n/).map((paragraph) => paragraph.trim()));
  expect(stretches.length).toBeGreaterThan(2);
  expect(tagger.tag(text, stretches)).toEqual(alone(text, stretches));
});

test.each([
  ["empty ones between", ["", "The two sides agreed.", "", "Yes.", "", "They left."]],
  ["blanks at their edges", [" The two sides agreed. ", "They left.", "\tThey came\n", "They stayed."]],
  ["line breaks, odd signs and letters of other planes", ["The two\nsides", "condemn 𝕻𝖔𝖗𝖙𝖘 💥", "Ã©mphasize \uFFFD", "“", "…”"]],
  ["more than is read at once", Array.from({length: 400}, (_, i) => `Article ${i} binds the two sides, e.g. in the U.S. and elsewhere.`)],
  ["one that is longer than that", ["They agreed.", "The two sides condemn the attack. ".repeat(400).trim(), "They left."]]
])("stretches with %s are tagged together as each for itself", (_, paragraphs) => {
  const {text, stretches} = joined(paragraphs), tagged = tagger.tag(text, stretches);
  expect(tagged).toEqual(alone(text, stretches));
  for (const {ids, starts, ends} of tagged) expect(ids.map((_, i) => text.slice(starts[i], ends[i]))).toEqual(ids.map((id) => tagger.spellings[id]));
});
