import {describe, expect, test} from "vitest";
import {codeTopics} from "../../data-loaders/code/topics.js";
import {phraseForms, readTopicCodebook} from "../../data-loaders/code/topics-codebook.js";
import {topicCodebook, topicTables} from "./instruments-tables.js";

const codebook = topicCodebook();
const find = (text: string, from = codebook) => codeTopics(text, {start: 0, end: text.length}, from);
const topics = (text: string) => find(text).map(({topic}) => topic);

/** A codebook of a few lines of one's own, beside the project's topics. */
const small = (...lines: string[]) => readTopicCodebook({topics: topicTables().topics, words: ["topic\tphrase\tweight\twith", ...lines].join("\n")});

describe("topics of a clause", () => {
  test.each([
    ["Norland undertakes to codify the rules of international law", ["international-law"]],
    ["they call for reform of the Security Council", ["un-system"]],
    ["both reject bloc confrontation and hegemonism", ["world-order"]],
    ["the sovereignty and territorial integrity of all states", ["sovereignty"]],
    ["no state may interfere in the internal affairs of others", ["non-interference"]],
    ["they condemn any act of aggression", ["use-of-force"]],
    ["disputes should be resolved through mediation", ["dispute-settlement"]],
    ["the arms embargo is lifted", ["sanctions"]],
    ["perpetrators must be brought to justice", ["international-justice"]],
    ["they will not place weapons in outer space", ["arms-control", "outer-space"]],
    ["the fight against terrorism and money laundering", ["terrorism-crime"]],
    ["rules for artificial intelligence", ["cyber-ict"]],
    ["the rights of women and children", ["human-rights"]],
    ["aid to refugees must not be hindered", ["humanitarian"]],
    ["they welcome the ceasefire", ["peace-conflict"]],
    ["joint military exercises will go on", ["security-cooperation"]],
    ["we thank the hosts for their warm hospitality", ["bilateral"]],
    ["we wish the injured a full recovery", ["humanitarian"]],
    ["they rejected this crude interference", ["non-interference"]],
    ["the ministry is imposing visa restrictions", ["sanctions"]],
    ["they reject discriminatory carbon border measures", ["climate-environment", "trade-economy"]],
    ["pollution by plastic must end", ["climate-environment"]],
    ["freedom of navigation in the strait", ["ocean"]],
    ["tariffs on steel will fall", ["trade-economy"]],
    ["the least developed countries need help to end poverty", ["development"]],
    ["hydrogen, natural gas and the harvest of wheat", ["energy-food"]],
    ["vaccines against malaria", ["health"]],
    ["students and museums", ["people-culture"]],
    ["they reject forced labor on ships", ["human-rights"]],
    ["the parties to the Indus Waters Treaty met", ["international-law"]],
    ["they boycotted the proceedings of the court", ["international-justice"]],
    ["a zone free of heavy weapons", ["arms-control"]],
    ["the leaders praised the friendship of their peoples", ["bilateral"]]
  ])("“%s”", (text, expected) => {
    expect(topics(text)).toEqual(expected);
  });

  test("each topic carries the words that gave it, where they stand", () => {
    const text = "They want a ceasefire, and peacekeepers for it";
    expect(find(text)).toEqual([{
      topic: "peace-conflict", words: ["ceasefire", "peacekeepers"], spans: [{start: 12, end: 21}, {start: 27, end: 39}], entries: ["ceasefire", "peacekeep*"], doubt: null
    }]);
  });
  test("only the clause's own words count", () => {
    const text = "Tariffs fall. They welcome the ceasefire.";
    expect(codeTopics(text, {start: 14, end: text.length}, codebook).map(({topic}) => topic)).toEqual(["peace-conflict"]);
  });
  test("a place or a date in passing gives no topic beside a real one", () => {
    expect(topics("They welcomed the export of wheat from Ukraine on 3 May")).toEqual(["trade-economy", "energy-food"]);
  });
  test("a place of conflict counts beside words of force", () => {
    expect(topics("They condemn the invasion of Ukraine")).toEqual(["use-of-force", "peace-conflict"]);
  });
  test("a clause without a topic has none", () => {
    expect(find("The leaders took note of it")).toEqual([]);
  });
});

describe("weights", () => {
  const words = small("health\tnurse\tstrong", "ocean\tharbour\tweak", "sanctions\tlist\tweak\thealth", "none\tnurse shark\t");
  test("a weak word alone gives its topic with a doubt that names it", () => {
    expect(find("the harbour is open", words)).toMatchObject([{topic: "ocean", doubt: "the topic rests on one weak word, “harbour”"}]);
  });
  test("a weak word gives nothing beside a strong one, unless its line says so", () => {
    expect(find("nurses in the harbour", words).map(({topic}) => topic)).toEqual(["health"]);
    expect(find("nurses on the list", words).map(({topic}) => topic)).toEqual(["sanctions", "health"]);
  });
  test("a line with the topic none shields its words", () => {
    expect(find("a nurse shark", words)).toEqual([]);
  });
});

describe("phrases", () => {
  test("a choice is written out, an empty one too, and the last word gets its plural", () => {
    expect(phraseForms("(joint |)peace treat(y|ies)")).toEqual(["joint peace treaty", "joint peace treaties", "peace treaty", "peace treaties"]);
    expect(phraseForms("peacekeep*")).toEqual(["peacekeep*"]);
  });
  test("case, accents, hyphens, line breaks and curly apostrophes make no difference", () => {
    const words = small("health\tfield-hospital\tstrong", "ocean\tneptune's coté\tstrong");
    expect(find("FIELD\nhospitals and Neptune’s Cote", words)).toHaveLength(2);
  });
  test("a phrase does not run over the end of a paragraph, nor into a longer word", () => {
    const words = small("health\tfield hospital\tstrong");
    expect(find("field\n\nhospital, field hospitality", words)).toEqual([]);
  });
  test("a phrase in capitals is asked for in capitals", () => {
    expect(topics("WHO experts came")).toEqual(["health"]);
    expect(topics("those who came")).toEqual([]);
  });
  test("a phrase that wants a name after it is not found before another word", () => {
    expect(topics("the situation in Norland")).toEqual(["peace-conflict"]);
    expect(topics("the situation in offices")).toEqual([]);
  });
  test("phrases of one spelling ask each for their own surroundings", () => {
    const words = small("health\thospital*\tstrong\t", "humanitarian\thospital\tstrong\t", "peace-conflict\traid on ^\tstrong\t", "use-of-force\traid on\tstrong\t");
    const of = (text: string) => find(text, words).map(({topic}) => topic).sort();
    expect(of("a hospital")).toEqual(["health", "humanitarian"]);
    expect(of("their hospitality")).toEqual(["health"]);
    expect(of("a raid on ships")).toEqual(["use-of-force"]);
    expect(of("a raid on Suva")).toEqual(["peace-conflict", "use-of-force"]);
  });
  test("of two phrases the longer counts", () => {
    expect(topics("a good investment climate")).toEqual(["trade-economy"]);
    expect(topics("a learning environment")).toEqual([]);
  });
});

describe("faults in the tables", () => {
  test.each([
    ["fisheries\tcod\tstrong", 'unknown topic: "fisheries"; topics are listed in codebook/topics.tsv (codebook/topic-words.tsv, line 2)'],
    ["ocean\tharbo(u)r\tstrong", 'a choice of one in "harbo(u)r": (u) stands for one of several, parted by |; an empty one stands for none (codebook/topic-words.tsv, line 2)'],
    ["ocean\tcod\tloud", 'weight must be strong or weak: "loud" (codebook/topic-words.tsv, line 2)'],
    ["ocean\tcod\tweak\tfish", 'unknown topic in with: "fish"; topics are listed in codebook/topics.tsv (codebook/topic-words.tsv, line 2)'],
    ["ocean\t\tweak", 'empty phrase: "" (codebook/topic-words.tsv, line 2)'],
    ["ocean\tc;d\tweak", 'phrase with a character that is no part of words: "c;d" (codebook/topic-words.tsv, line 2)'],
    ["ocean\tcod\tweak\t\tmore", '5 cells where the header has 4 columns: "ocean\tcod\tweak\t\tmore" (codebook/topic-words.tsv, line 2)']
  ])("%s", (line, message) => {
    expect(() => small(line)).toThrow(message);
  });
});

test("a text of 2 MB on one line is coded in time that grows with its length", () => {
  const line = "peace and security cooperation between the united states of the peace process on sanctions ".repeat(5500);
  const time = (text: string) => { const from = performance.now(); find(text); return performance.now() - from; };
  time(line);
  const short = time(line), long = time(line.repeat(4));
  expect(long).toBeLessThan(short * 16 + 200);
});
