import {expect, test} from "vitest";
import {readCodebook} from "../../data-loaders/code/codebook.js";
import {readClauseTables} from "../../data-loaders/code/codebook-files.js";
import {codeClauses} from "../../data-loaders/code/clauses.js";
import {form, verbForms} from "../../data-loaders/parse/verb-forms.js";

const tables = readClauseTables();

test("verbs take their English forms", () => {
  const forms = (verb: string, irregular?: string) => [...verbForms(verb, irregular).keys()];
  expect(forms("agree")).toEqual(["agree", "agrees", "agreed", "agreeing"]);
  expect(forms("deplore")).toEqual(["deplore", "deplores", "deplored", "deploring"]);
  expect(forms("commit")).toEqual(["commit", "commits", "committed", "committing"]);
  expect(forms("reject")).toEqual(["reject", "rejects", "rejected", "rejecting"]);
  expect(forms("stress")).toEqual(["stress", "stresses", "stressed", "stressing"]);
  expect(forms("deny")).toEqual(["deny", "denies", "denied", "denying"]);
  expect(forms("call")).toEqual(["call", "calls", "called", "calling"]);
  expect(forms("regret")).toEqual(["regret", "regrets", "regretted", "regretting"]);
  expect(forms("plan")).toEqual(["plan", "plans", "planned", "planning"]);
  expect(forms("recognize")).toEqual(["recognize", "recognizes", "recognized", "recognizing", "recognise", "recognises", "recognised", "recognising"]);
  expect(forms("undertake", "undertook/undertaken")).toEqual(["undertake", "undertakes", "undertook", "undertaken", "undertaking"]);
  expect(verbForms("stand", "stood/stood").get("stood")).toBe(form.past | form.participle);
});

test("a new verb is a line in the table and nothing else", () => {
  expect(codeClauses("The ministers bless the new ferry.").clauses[0]!.stance).toBe("describe");
  const codebook = readCodebook({...tables, verbs: `${tables.verbs.trimEnd()}\nbless\tbless\t\tnp\tsupport\t2\texpressive\toppose\tP\t05\t051\tSUPPORT\tThe ministers bless the ferry.\n`});
  expect(codeClauses("The ministers bless the new ferry.", {codebook}).clauses[0]).toMatchObject({stance: "support", verbs: [{lemma: "bless"}]});
});

test("a wrong row is named with its table and line", () => {
  const broken = tables.verbs.replace(/^(pledge\tpledge\t\tto\t)commit/m, "$1promise");
  expect(() => readCodebook({...tables, verbs: broken})).toThrow(`unknown stance: "promise"; stances are listed in codebook/stances.tsv (codebook/verbs.tsv, line 2)`);
});

test("the example of every verb, noun and adjective is coded by its own row", () => {
  for (const [table, lemma] of [["verbs", "lemma"], ["stance-nouns", "noun"], ["stance-adjectives", "lemma"]] as const) {
    const [header, ...lines] = tables[table].trim().split("\n").map((line) => line.split("\t"));
    for (const cells of lines) {
      const row = Object.fromEntries(header!.map((name, i) => [name, cells[i] ?? ""]));
      if (row.frame === "noun" || row.stance === "describe") continue;
      const {clauses} = codeClauses(row.example!, {issuer: "Council"});
      const coded = clauses.map((c) => `${c.stance}: ${c.verbs.map((v) => v.lemma).join(", ")}`);
      expect(clauses.some((c) => c.verbs.some((v) => (v.lemma === row[lemma] || v.lemma.includes(row[lemma]!.split(" ")[0]!)) && (v.stance === row.stance || v.negated))), `${table}: ${row[lemma]} (${row.frame ?? ""}): "${row.example}" was coded ${coded.join("; ")}`).toBe(true);
    }
  }
});
