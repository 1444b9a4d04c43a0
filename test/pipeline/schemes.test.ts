import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {readTable} from "../../data-loaders/code/codebook-table.js";
import {applyScheme, readScheme} from "../../data-loaders/schemes/read-scheme.js";
import {readSchemes} from "../../data-loaders/schemes/read-schemes.js";
import {stances, type Clause, type Stance} from "../../src/schema.js";
import {clauseRow} from "./rows.js";

const schemes = readSchemes("data-loaders/codebook/schemes");
const classOf = (scheme: string, stance: Stance, ...verbs: string[]) => {
  const clause = clauseRow("text", "text", {stance, verbs});
  return applyScheme(schemes.find(({id}) => id === scheme)!, [clause]).byClause[clause.id];
};

test("CAMEO, PLOVER and illocutionary classes come with the codebook", () => {
  expect(schemes.map(({id, label}) => [id, label])).toEqual([
    ["cameo-code", "CAMEO code"], ["cameo-root", "CAMEO root"], ["illocution", "Illocutionary class"], ["plover", "PLOVER type"]
  ]);
});

test.each<[Stance, string[], string | undefined, string | undefined, string | undefined]>([
  ["commit", ["pledge"], "030", "AGREE", "commissive"],
  ["commit", ["reiterate commitment"], "030", "AGREE", "commissive"],
  ["commit", ["uphold"], "052", "SUPPORT", "commissive"],
  ["affirm", ["agree"], "019", undefined, "assertive"],
  ["affirm", ["emphasize"], "010", undefined, "assertive"],
  ["support", ["support"], "051", "SUPPORT", "expressive"],
  ["urge", ["call for"], "020", undefined, "directive"],
  ["urge", ["demand"], "100", "REQUEST", "directive"],
  ["decide", ["decide"], "010", undefined, "declaration"],
  ["norm", ["must not"], "100", "REQUEST", "directive"],
  ["norm", ["should"], "020", undefined, "directive"],
  ["concern", ["express regret"], "110", "ACCUSE", "expressive"],
  ["oppose", ["reject"], "120", "REJECT", "expressive"],
  ["condemn", ["oppose", "condemn"], "111", "ACCUSE", "expressive"],
  ["describe", [], undefined, undefined, "assertive"]
])("%s with %j is CAMEO %s, PLOVER %s and %s", (stance, verbs, cameo, plover, illocution) => {
  expect([classOf("cameo-code", stance, ...verbs), classOf("plover", stance, ...verbs), classOf("illocution", stance, ...verbs)]).toEqual([cameo, plover, illocution]);
});

test("every stance has a rule in every scheme, and the root is the code's first two digits", () => {
  for (const stance of stances) {
    for (const {id, rules} of schemes) expect(rules.some((rule) => rule.stance === stance && !rule.lemma), `${id} ${stance}`).toBe(true);
    for (const verb of ["agree", "demand", "should", "regret", "reject", "uphold", "any"]) {
      expect(classOf("cameo-root", stance, verb)).toBe(classOf("cameo-code", stance, verb)?.slice(0, 2));
    }
  }
});

test("the schemes that come with the codebook name only words that its vocabularies have", () => {
  const lemmas = new Set(["verbs:lemma", "modals:lemma", "stance-nouns:noun"].flatMap((place) => {
    const [table, column] = place.split(":") as [string, string];
    return readTable(readFileSync(`data-loaders/codebook/${table}.tsv`, "utf8"), table, [column]).map(({cells}) => cells[column]!);
  }));
  for (const {id, rules} of schemes) {
    for (const {lemma} of rules) if (lemma) expect(lemmas, `${id}: ${lemma}`).toContain(lemma.replace(/^\* | not$/g, ""));
  }
});

test("an analyst's own table is a scheme", () => {
  const own = readScheme("# label: Heat\n# source: ours\nlemma\tstance\tclass\tlabel\tnote\n\t\thot\tHot\t\n\t\tcold\tCold\t\n* concern\t\tcold\t\t\n\tcondemn\thot\t\t\n", "heat");
  const clauses = [clauseRow("a b", "a", {id: "c1", stance: "condemn"}), clauseRow("a b", "b", {id: "c2", verbs: ["express concern"]}), clauseRow("a b", "b", {id: "c3"})] as Clause[];
  expect(applyScheme(own, clauses)).toEqual({
    id: "heat", label: "Heat", source: "ours", classes: [{id: "hot", label: "Hot"}, {id: "cold", label: "Cold"}], byClause: {c1: "hot", c2: "cold"}
  });
});

test("a rule with a class that is not named is refused with its line", () => {
  expect(() => readScheme("# label: Heat\n# source: ours\nlemma\tstance\tclass\tlabel\nx\t\thot\t\n", "heat"))
    .toThrow('unknown class: "hot"; the classes are the rows without lemma and stance (codebook/schemes/heat.tsv, line 4)');
});
