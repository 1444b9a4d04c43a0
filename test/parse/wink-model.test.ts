import {expect, test} from "vitest";
import full from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import {winkModel} from "../../data-loaders/parse/wink-model.js";

const call = (part: unknown) => (part as () => unknown)();

test("the core is the one that the package reads", () => {
  expect(call(winkModel().core)).toEqual(call(full.core));
});

test("tokens, sentences and parts of speech are those of the whole model", () => {
  const text = "The two sides weren't surprised, No. 5 (2024) said: “We don't accept 3,000 kg…” Kinshasa’s Quxblen-like a/b isn’t zorbled. They reaffirmed art. 2(4)!";
  const read = (model: typeof full) => {
    const {readDoc, its} = winkNLP(model, ["sbd", "pos"]), document = readDoc(text);
    return {tokens: document.tokens().out(), pos: document.tokens().out(its.pos), ids: document.tokens().out(its.uniqueId), sentences: document.sentences().out()};
  };
  const tagged = read(winkModel() as typeof full);
  expect(tagged).toEqual(read(full));
  expect(tagged.sentences.length).toBeGreaterThan(1);
});
