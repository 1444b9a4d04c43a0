import {expect, test} from "vitest";
import {codedJson} from "../../data-loaders/coded-json.js";
import {codeParts, codeStatement} from "../../data-loaders/index.js";
import {readCodebook} from "../../data-loaders/read/read-codebook.js";
import {textDoubts} from "../../data-loaders/read/text-doubts.js";

const codebook = readCodebook();
const code = (text: string) => codeStatement(text, {parties: []}, codebook);
const sentence = "The two sides support the accord, condemn any attack on ports and call on all states to keep the peace of the sea. ";

/** What must hold of any coding, whatever the text: places hold their words, ids are single, clauses come in order. */
function sound(text: string) {
  const coded = code(text);
  const {clauses, verbs, topics, mentions} = coded;
  const ids = new Set(clauses.map(({id}) => id));
  expect(ids.size).toBe(clauses.length);
  clauses.forEach((clause, i) => {
    expect(clause.number).toBe(i + 1);
    expect(text.slice(clause.start, clause.end)).toBe(clause.text);
    expect(clause.end).toBeGreaterThan(clause.start);
    expect(clause.start).toBeGreaterThanOrEqual(clauses[i - 1]?.start ?? 0);
  });
  for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.words);
  for (const row of [...verbs, ...topics]) expect(ids).toContain(row.clause);
  for (const {clause} of mentions) if (clause !== null) expect(ids).toContain(clause);
  return coded;
}

const strange: [string, string][] = [
  ["nothing", ""],
  ["blanks", " \n\n \t "],
  ["only headings", "JOINT STATEMENT\n\nPart One\n\nTrade\n\nSecurity\n"],
  ["no punctuation at all", "the two sides support the accord and condemn any attack on ports ".repeat(40)],
  ["one word", "Condemn"],
  ["unclosed quotation marks", `“The two sides condemn the attack. "They support talks. 'They call for calm.\n\n“They pledge aid.`],
  ["quotation marks on lines of their own", "“\n\nThe two sides condemn the attack.\n\n“\n\nAgreed. They support talks.\n\n”"],
  ["brackets without end", "((((The two sides [condemn {the attack (and support talks."],
  ["numbers and signs", "1. 2. 3.\n\n*** --- ***\n\n(a) (b) (c)\n\n100 % § 5; № 7 – €"],
  ["letters decoded wrongly", "The two sidesâ€™ leaders condemn the attack. They Ã©mphasize talks \uFFFD\uFFFD."],
  ["emoji and other planes", "The two sides 🤝 condemn the attack 💥 on 𝕻𝖔𝖗𝖙𝖘."],
  ["right-to-left letters", "يدين الجانبان الهجوم. The two sides condemn the attack."],
  ["zero-width and odd blanks", "The\u200b two\u00a0sides\u2028condemn\u3000the attack.\u2029They support talks."],
  ["markup", "<p>The two sides <b>condemn</b> the attack.</p><script>alert(1)</script>"],
  ["a very long word", `The two sides condemn ${"x".repeat(50_000)}.`],
  ["very many commas", `The two sides condemn ${"a, ".repeat(20_000)}and b.`],
  ["very many quotation marks", `The two sides condemn ${"\"".repeat(20_000)} x.`],
  ["very many brackets", `The two sides condemn ${"(".repeat(20_000)} x.`],
  ["very many dots", `The two sides condemn ${".".repeat(20_000)} x.`],
  ["very many dashes and blanks", `The two sides condemn ${"- ".repeat(20_000)} x.`],
  ["very many line breaks", `The two sides condemn x.${"\n".repeat(20_000)}They support y.`],
  ["very many capitals", `The two sides condemn ${"United Nations Charter Treaty ".repeat(2_000)}.`],
  ["very many conjunctions", `The two sides condemn ${"and that the ".repeat(5_000)}x.`],
  ["very many numbers", `resolutions ${"2712 (2023), ".repeat(3_000)}`],
  ["very many stance verbs", `They ${"condemn and support and urge that ".repeat(2_000)} x.`],
  ["a text on one line", sentence.repeat(500)]
];

test.each(strange)("%s: the coding ends, and what it gives stands in the text", (_, text) => {
  sound(text);
}, 20_000);

test.each([
  ["French", "Les deux parties ont réaffirmé leur attachement au dialogue et à la coopération entre leurs pays. Elles condamnent toute ingérence dans les affaires intérieures des États et appellent au règlement pacifique des différends dans la région."],
  ["Russian", "Стороны подтвердили приверженность диалогу и сотрудничеству между своими странами. Они осуждают любое вмешательство во внутренние дела государств и призывают к мирному урегулированию споров в регионе и за его пределами, а также выступают за равноправие."]
])("%s is not coded as if it were English: every clause is doubtful", (_, text) => {
  const {clauses} = sound(text);
  expect(clauses.length).toBeGreaterThan(0);
  for (const {doubts} of clauses) expect(doubts).toContainEqual(expect.stringContaining("does not read as English"));
});

test("a text without sentence ends is coded with a doubt", () => {
  const {clauses} = sound(strange[3]![1]);
  for (const {doubts} of clauses) expect(doubts).toContainEqual(expect.stringContaining("no sentence ends"));
});

test("headings alone give no clause", () => {
  expect(code(strange[2]![1]).clauses).toEqual([]);
});

test("a text of many parts is numbered through and keeps its places", () => {
  const text = `${sentence}They recall the UN Charter.\n\n`.repeat(9000);
  expect(text.length).toBeGreaterThan(1 << 20);
  const {clauses, mentions, paragraphs} = code(text);
  expect(clauses.length).toBe(9000 * 4);
  expect(new Set(clauses.map(({id}) => id)).size).toBe(clauses.length);
  expect(clauses.at(-1)).toMatchObject({id: "p9000.s2.c1", number: 36_000});
  const last = clauses.at(-1)!, mention = mentions.at(-1)!;
  expect(text.slice(last.start, last.end)).toBe("They recall the UN Charter");
  expect(text.slice(mention.start, mention.end)).toBe("UN Charter");
  expect(mention).toMatchObject({id: "m9000", clause: last.id});
  expect(text.slice(last.reasons.stance[0]!.span!.start, last.reasons.stance[0]!.span!.end)).toContain("recall");
  expect(paragraphs).toHaveLength(9000);
}, 120_000);

test.each<[string, (n: number) => string]>([
  ["ordinary text", (n) => `${sentence}\n\n`.repeat(n)],
  ["one line", (n) => sentence.repeat(n)],
  ["one sentence without end", (n) => "the two sides support the accord and condemn any attack on ports and ".repeat(2 * n)],
  ["capitals", (n) => "The United Nations Treaty Of The ".repeat(4 * n)],
  ["quotation marks", (n) => "\"'“ ".repeat(30 * n)],
  ["no blanks", (n) => "condemn".repeat(20 * n)]
])("time grows with length, not faster: %s", (_, make) => {
  const seconds = (text: string) => {
    const started = process.cpuUsage();
    code(text);
    return process.cpuUsage(started).user / 1e6;
  };
  const short = make(400), long = make(1600);
  code(short);
  const [one, four] = [Math.min(seconds(short), seconds(short)), Math.min(seconds(long), seconds(long))];
  expect(four).toBeLessThan(10 * Math.max(one, 0.02));
}, 120_000);

test("a text without a clause says so, and one in other letters is doubted", () => {
  const json = (text: string) => JSON.parse([...codedJson({file: "x.txt", id: "x", version: "1", doubts: textDoubts(text)}, codeParts([text], {parties: []}, codebook))].join("")) as {clauses: unknown[]; doubts: string[]; empty?: string};
  expect(json("JOINT STATEMENT\n\nTrade and Investment\n\nPeace\n").empty).toBe("no clause was found: the text holds headings only, or no sentence in English");
  expect(json(sentence).empty).toBeUndefined();
  expect(json("يدين الجانبان الهجوم على الميناء ويدعوان إلى الهدوء.").doubts).toEqual(["the text is hardly in Latin letters, so that it does not read as English"]);
});
