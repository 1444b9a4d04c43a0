import type {Span} from "../../src/schema.js";

/** A Security Council document with the words that the UN prints in italics, paragraph by paragraph. */
export interface MarkedDocument {
  id: string;
  paragraphs: string[];
  marks: {para: number; italic: string[]}[];
}

/** What is needed of a coder: clauses with their places and the words of their verbs. */
export type ClauseCoder = (text: string) => {clauses: (Span & {verbs: {form: string; start: number}[]})[]};

export interface VerbScore {
  /** Italic clause verbs. */
  asked: number;
  /** Those that are a verb of a clause in the same paragraph, each verb counted once. */
  found: number;
  recall: number;
  /** Of the first clauses of paragraphs with italics: how many there are, and how many begin with the first italic verb. */
  firstVerbs: {given: number; right: number; precision: number};
  /** Some that were not found. */
  misses: {document: string; italic: string; paragraph: string}[];
}

/** Compares the verbs of clauses with the clause verbs that the UN prints in italics. */
export function scoreClauseVerbs(documents: Iterable<MarkedDocument>, code: ClauseCoder, sample = 50): VerbScore {
  const score: VerbScore = {asked: 0, found: 0, recall: 1, firstVerbs: {given: 0, right: 0, precision: 1}, misses: []};
  for (const document of documents) scoreDocument(document, code, score, sample);
  score.recall = score.asked ? score.found / score.asked : 1;
  score.firstVerbs.precision = score.firstVerbs.given ? score.firstVerbs.right / score.firstVerbs.given : 1;
  return score;
}

function scoreDocument(document: MarkedDocument, code: ClauseCoder, score: VerbScore, sample: number): void {
  const asked = new Map<number, string[]>();
  for (const {para, italic} of document.marks) {
    const verbs = italic.map(clauseVerb).filter((v) => v !== null);
    if (verbs.length) asked.set(para, [...(asked.get(para) ?? []), ...verbs]);
  }
  if (!asked.size) return;
  const {clauses} = code(document.paragraphs.join("\n\n"));
  let start = 0, next = 0;
  document.paragraphs.forEach((paragraph, index) => {
    const end = start + paragraph.length;
    const inside: (typeof clauses)[number][] = [];
    while (next < clauses.length && clauses[next]!.start < end) {
      if (clauses[next]!.start >= start) inside.push(clauses[next]!);
      next++;
    }
    const verbs = asked.get(index);
    if (verbs) scoreParagraph(document.id, paragraph, verbs, inside, score, sample);
    start = end + 2;
  });
}

function scoreParagraph(id: string, paragraph: string, asked: string[], clauses: ReturnType<ClauseCoder>["clauses"], score: VerbScore, sample: number): void {
  const given = clauses.flatMap((c) => c.verbs.map((v) => words(v.form)));
  const free = new Set(given.keys());
  for (const verb of asked) {
    score.asked++;
    const hit = [...free].find((i) => given[i]!.includes(verb));
    if (hit !== undefined) { free.delete(hit); score.found++; }
    else if (score.misses.length < sample) score.misses.push({document: id, italic: verb, paragraph});
  }
  const first = clauses.find((c) => c.verbs.length);
  if (!first) return;
  score.firstVerbs.given++;
  if (words(first.verbs[0]!.form).includes(asked[0]!)) score.firstVerbs.right++;
}

const words = (form: string) => form.toLowerCase().replaceAll("‑", "-").split(/[^\p{L}-]+/u).filter(Boolean);

/** Words before the verb in italics: "also", "further", "and", "while". */
const before = new Set(["also", "further", "and", "while", "strongly", "again", "once", "fully", "deeply", "gravely", "seriously", "unequivocally", "firmly", "in", "this", "regard", "again", "specifically", "hereby", "equally", "particularly", "extremely", "urgently"]);
const adjectives = new Set(["mindful", "aware", "conscious", "determined", "concerned", "convinced", "disturbed", "distressed", "alarmed", "guided", "committed", "encouraged", "willing", "cognizant", "appalled", "dismayed", "shocked", "desirous", "resolved", "confident"]);
/** In italics, but no clause verbs: conditions, headings of lists of names, parts of titles, nouns. */
const others = new Set(["including", "provided", "identifiers", "states", "names", "addresses", "elected", "submitted", "signed", "police", "ensuring", "monitoring", "creating", "reads", "sixteen", "used", "issued"]);

/** The verb of an italic phrase ("also strongly condemns" gives "condemns"), or null for the organ's name, a title or another italic. */
export function clauseVerb(italic: string): string | null {
  const parts = words(italic);
  while (parts.length && before.has(parts[0]!)) parts.shift();
  const [verb] = parts;
  if (!verb || verb.length < 4 || others.has(verb) || parts.length > 7) return null;
  if (/\p{L}\s+(?:\p{Lu}\p{Ll}{3,}|\p{Lu}\p{Lu})/u.test(italic.trim())) return null;
  return adjectives.has(verb) || /(?:ing|[^s]s|ses|sses)$/.test(verb) ? verb : null;
}
