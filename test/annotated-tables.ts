import {existsSync, readFileSync} from "node:fs";
import {stances, pole, type Clause, type Instrument, type Mention, type Stance, type Strength, type Tables} from "../src/schema.js";

const shared = new URL("../../shared/", import.meta.url);

/** Tables made from a reference annotation instead of by the coder: for looking at figures. */
export function annotatedTables(doc = "news-china-russia-international-law"): Tables {
  if (!existsSync(shared)) throw new Error("the reference annotations are missing: expected a folder `shared` beside the checkout");
  const read = (path: string) => readFileSync(new URL(path, shared), "utf8");
  const text = read(`corpus/statements/${doc}.txt`);
  const annotation = JSON.parse(read(`reference/annotations/${doc}.json`));
  const rows = (path: string) => {
    const [head, ...lines] = read(path).trim().split("\n").map((line) => line.split("\t"));
    return lines.map((cells) => Object.fromEntries(head!.map((name, i) => [name, cells[i] ?? ""])));
  };
  const registry = new Map(rows("reference/instruments.tsv").map((row) => [row.id!, row]));
  const blocks = [...text.matchAll(/\S[^]*?(?=\n\s*\n|\s*$)/g)].map((match, i) => ({
    number: i + 1, role: "text" as const, marker: null, start: match.index, end: match.index + match[0].length
  }));
  const paragraphOf = (at: number) => blocks.find((block) => at < block.end)?.number ?? blocks.length;
  const counts = new Map<number, number>();
  const clauses: Clause[] = annotation.clauses.map((row: any, i: number) => {
    const paragraph = paragraphOf(row.start), n = (counts.get(paragraph) ?? 0) + 1;
    counts.set(paragraph, n);
    const words = text.slice(row.start, row.end), stance = row.stance[0] as Stance;
    const verb = row.verbs.join(" and ");
    const reason = (rule: string) => [{rule, words: verb || words.split(" ")[0]!}];
    return {
      id: `p${paragraph}.s1.c${n}`, number: i + 1, paragraph, sentence: 1, start: row.start, end: row.end, text: words,
      words: words.split(/\s+/).length, stance, pole: pole(stance), strength: row.strength[0] as Strength,
      speakers: row.speakers, verbs: row.verbs, modality: null, negated: false, topics: row.topics,
      instruments: [...new Set(annotation.instruments.filter((m: any) => m.start >= row.start && m.end <= row.end).map((m: any) => m.id[0]))] as string[],
      doubts: row.stance.length > 1 ? [`also read as ${row.stance[1]}`] : [],
      reasons: {extent: reason("annotation"), stance: reason("annotation"), strength: reason("annotation"), speakers: reason("annotation"), topics: reason("annotation")},
      decisions: []
    };
  });
  const mentions: Mention[] = annotation.instruments.map((row: any, i: number) => ({
    id: `m${i + 1}`, clause: clauses.find((c) => row.start >= c.start && row.end <= c.end)?.id ?? null,
    start: row.start, end: row.end, words: text.slice(row.start, row.end), instrument: row.id[0], kind: row.kind[0], pinpoint: row.pinpoint
  }));
  const instruments: Instrument[] = [...new Set(mentions.map((m) => m.instrument))].map((id) => {
    const row = registry.get(id);
    return row
      ? {id, title: row.official_title!, short: row.aliases!.split("|")[0] || row.official_title!, kind: row.kind!, adopted: row.adopted!, body: row.place_or_body!, symbol: null, status: row.legal_status!, source: row.source!}
      : {id, title: id, short: id.replaceAll("-", " "), kind: "class of texts", adopted: null, body: null, symbol: null, status: null, source: "the text"};
  });
  const illocutions: Record<string, string> = {commit: "commissive", urge: "directive", norm: "directive", decide: "declaration", affirm: "assertive"};
  return {
    statement: {
      id: doc, title: doc.replaceAll("-", " "), short: doc.replaceAll("-", " "), kind: "news report", date: "2025-05-08", place: null,
      parties: [{name: "China", aliases: []}, {name: "Russia", aliases: []}], source: "corpus", language: "en", licence: "see corpus", note: null,
      text, words: text.split(/\s+/).filter(Boolean).length
    },
    coding: {version: "annotation", stanceAlpha: null, decisions: [], staleDecisions: []},
    paragraphs: blocks, clauses,
    verbs: clauses.flatMap((c) => c.verbs.map((lemma) => {
      const stem = lemma.split(" ")[0]!.slice(0, 4), at = Math.max(0, c.text.toLowerCase().indexOf(stem));
      const form = c.text.slice(at).split(/\s/)[0]!;
      return {clause: c.id, start: c.start + at, end: c.start + at + form.length, form, lemma, stance: c.stance,
        illocution: illocutions[c.stance] ?? "expressive", strength: c.strength, intensifier: null, negated: false};
    })),
    topics: clauses.flatMap((c) => c.topics.map((topic) => ({clause: c.id, topic, words: [], spans: []}))),
    mentions, instruments, schemes: [],
    topicList: rows("reference/topics.tsv").map((row) => ({id: row.id!, label: row.label!, covers: ""})),
    stanceList: stances.map((id) => ({id, pole: pole(id), definition: ""}))
  };
}
