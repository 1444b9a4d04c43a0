import {pole, type Clause, type Instrument, type Party, type Reason, type Tables, type TopicCoding} from "../src/schema.js";
import {codeClauses, type ClauseDraft} from "./code/clauses.js";
import type {Codebook as ClauseCodebook} from "./code/codebook.js";
import type {InstrumentCodebook} from "./code/instruments-codebook.js";
import {findMentions} from "./code/instruments.js";
import type {PrincipleEntry} from "./code/principles.js";
import {codeTopics, type TopicCodebook, type TopicFinding} from "./code/topics.js";
import {placeMentions} from "./place-mentions.js";
import {countWords} from "./read/count-words.js";
import {textChunks} from "./read/text-chunks.js";
import {textDoubts} from "./read/text-doubts.js";
import type {SchemeTable} from "./schemes/read-scheme.js";

/** All vocabularies, read. */
export interface Codebook {
  clauses: ClauseCodebook;
  instruments: InstrumentCodebook;
  topics: TopicCodebook;
  principles: PrincipleEntry[];
  schemes: SchemeTable[];
  topicList: Tables["topicList"];
  stanceList: Tables["stanceList"];
  /** The coder's rules in a sentence each, for the pages to show. */
  rules: NonNullable<Tables["rules"]>;
}

/** What is known of a text beside its words. */
export interface CodingMetadata {
  title?: string;
  parties: Party[];
}

/** A text's rows as the coder alone made them. */
export type CodedStatement = Pick<Tables, "paragraphs" | "clauses" | "verbs" | "topics" | "mentions" | "instruments">;

/** Codes a text. Offsets are into the text as given. */
export function codeStatement(text: string, metadata: CodingMetadata, codebook: Codebook): CodedStatement {
  const whole: CodedStatement = {paragraphs: [], clauses: [], verbs: [], topics: [], mentions: [], instruments: []};
  const registry = new Map<string, Instrument>();
  for (const part of codeParts([text], metadata, codebook)) {
    for (const table of ["paragraphs", "clauses", "verbs", "topics", "mentions"] as const) for (const row of part[table]) (whole[table] as unknown[]).push(row);
    for (const instrument of part.instruments) registry.set(instrument.id, instrument);
  }
  return {...whole, instruments: [...registry.values()]};
}

/** Codes a text that comes in pieces, part by part; rows are numbered through. Words do not refer back over the edge of a part (`textChunks`). */
export function* codeParts(pieces: Iterable<string>, metadata: CodingMetadata, codebook: Codebook): Generator<CodedStatement> {
  const before: Before = {start: 0, paragraphs: 0, clauses: 0, mentions: 0, doubts: []};
  for (const {start, text} of textChunks(pieces)) {
    if (start === 0) before.doubts = textDoubts(text);
    const part = codePart(text, metadata, codebook, {...before, start});
    before.paragraphs = part.paragraphs.reduce((last, {number}) => number ?? last, before.paragraphs);
    before.clauses += part.clauses.length;
    before.mentions += part.mentions.length;
    yield part;
  }
}

/** What stands before a part: its place, the rows so far, and the doubts that hold for all its clauses. */
interface Before {
  start: number;
  paragraphs: number;
  clauses: number;
  mentions: number;
  doubts: string[];
}

function codePart(text: string, {title, parties}: CodingMetadata, codebook: Codebook, before: Before): CodedStatement {
  const issuer = parties.length === 1 ? parties[0]!.name : undefined;
  const {paragraphs, clauses: drafts, issuers} = codeClauses(text, {parties, issuer, codebook: codebook.clauses});
  const {mentions: found, instruments, doubts} = findMentions(text, codebook.instruments, {paragraphs, issuer, statementTitle: title});
  const blocks = paragraphs.map((block) => ({...block, number: block.number === null ? null : block.number + before.paragraphs}));
  const ids = clauseIds(drafts, blocks);
  const places = drafts.map(({start, end}, i) => ({id: ids[i]!, start, end}));
  const doubtAt = new Map(doubts.map(({start, doubt}) => [start, doubt]));
  const mentions = placeMentions(text, places, found).map((mention, i) => ({...mention, id: `m${before.mentions + i + 1}`, doubt: doubtAt.get(mention.start) ?? null}));
  const instrumentsOf = new Map<string, Set<string>>();
  for (const {clause, instrument} of mentions) if (clause) instrumentsOf.set(clause, (instrumentsOf.get(clause) ?? new Set()).add(instrument));
  const topics: TopicCoding[] = [];
  const clauses = drafts.map((draft, i): Clause => {
    const id = ids[i]!, words = text.slice(draft.start, draft.end), {extent, stance, strength, speakers} = draft.reasons;
    // A lone "cooperation" is between two parties only where two speak.
    const findings = codeTopics(text, draft, codebook.topics).filter(({topic, doubt}) => topic !== "bilateral" || doubt === null || issuers.length === 2);
    for (const {topic, words, spans, doubt} of findings) topics.push({clause: id, topic, words, spans, doubt});
    return {
      id, number: before.clauses + i + 1, paragraph: blocks[draft.paragraph]!.number ?? 0, sentence: draft.sentence,
      start: draft.start, end: draft.end, text: words, words: countWords(words),
      stance: draft.stance, pole: pole(draft.stance), strength: draft.strength, speakers: draft.speakers, verbs: draft.verbs.map(({lemma}) => lemma),
      modality: draft.modality, negated: draft.negated, topics: findings.map(({topic}) => topic),
      instruments: [...instrumentsOf.get(id) ?? []],
      doubts: [...before.doubts, ...draft.doubts], reasons: {extent, stance, strength, speakers, topics: findings.flatMap(topicReasons)}, decisions: []
    };
  });
  const verbs = drafts.flatMap((draft, i) => draft.verbs.map((verb) => ({clause: ids[i]!, ...verb})));
  const part = {paragraphs: blocks, clauses, verbs, topics, mentions, instruments};
  return before.start ? moved(part, before.start) : part;
}

/** `p6.s1.c2`: paragraph, sentence in it, clause in that. */
function clauseIds(drafts: readonly ClauseDraft[], blocks: readonly {number: number | null}[]): string[] {
  let sentence = "", clause = 0;
  return drafts.map((draft) => {
    const here = `p${blocks[draft.paragraph]!.number ?? 0}.s${draft.sentence}`;
    clause = here === sentence ? clause + 1 : 1;
    sentence = here;
    return `${here}.c${clause}`;
  });
}

const topicReasons = ({words, spans, entries}: TopicFinding): Reason[] =>
  words.map((word, i) => ({rule: "topic-words", words: word, span: spans[i]!, entry: `topic-words: ${entries[i]}`}));

/** The rows of a part at its place in the whole text. */
function moved(part: CodedStatement, by: number): CodedStatement {
  const move = <Row extends {start: number; end: number}>(row: Row): Row => ({...row, start: row.start + by, end: row.end + by});
  const moveReasons = (reasons: Reason[]) => reasons.map((reason) => reason.span ? {...reason, span: move(reason.span)} : reason);
  return {
    ...part,
    paragraphs: part.paragraphs.map(move),
    clauses: part.clauses.map((clause) => ({
      ...move(clause),
      reasons: Object.fromEntries(Object.entries(clause.reasons).map(([code, reasons]) => [code, moveReasons(reasons)])) as Clause["reasons"]
    })),
    verbs: part.verbs.map(move),
    topics: part.topics.map((row) => ({...row, spans: row.spans.map(move)})),
    mentions: part.mentions.map(move)
  };
}
