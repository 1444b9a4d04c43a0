import {CodebookError, readTable} from "./codebook-table.js";
import type {Clause, Mention, Principle, PrincipleCoding, Span} from "../../src/schema.js";

/** A row of codebook/principles.tsv. */
export interface PrincipleEntry extends Principle {
  /** Phrases that point to the principle wherever they stand. */
  words: string[];
  /** Phrases that point to it only in a clause on one of `topics`. */
  topicWords: string[];
  topics: string[];
}

const split = (cell: string) => cell.split("|").map((part) => part.trim()).filter(Boolean);

/** Reads the text of codebook/principles.tsv; throws a CodebookError where a principle lacks its id, label, wording or words. */
export function readPrinciples(tsv: string): PrincipleEntry[] {
  const columns = ["id", "label", "wording", "topics", "words", "topic_words"] as const;
  return readTable(tsv, "principles.tsv", columns).map(({line, cells}) => {
    const {id, label, wording} = cells;
    for (const name of ["id", "label", "wording", "words"] as const) if (!cells[name]) throw new CodebookError(`missing ${name}: "${id || label}"`, "principles.tsv", line);
    return {id, label, wording, words: split(cells.words), topicWords: split(cells.topic_words), topics: split(cells.topics)};
  });
}

/** A phrase as a pattern: `*` ends a word in any way, `?` is any letter, `_` is any one word. */
function pattern(phrase: string): RegExp {
  const body = phrase.split(/\s+/).map((word) => word === "_"
    ? "[\\w'’-]+"
    : word.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("?", "\\w").replaceAll("*", "[\\w-]*"));
  return new RegExp(`(?<![\\w-])${body.join("\\s+")}(?![\\w-])`, "gi");
}

/** Places of a phrase in a clause; a capital inside a sentence makes it part of a name ("Gulf Cooperation Council"). */
function places(clause: Clause, phrase: string): Span[] {
  return [...clause.text.matchAll(pattern(phrase))]
    .filter((match) => match.index === 0 || !/^[A-Z]/.test(match[0]))
    .map((match) => ({start: clause.start + match.index, end: clause.start + match.index + match[0].length}));
}

const inside = (span: Span, outer: Span) => span.start >= outer.start && span.end <= outer.end;

/** Places in reading order, overlapping ones joined. */
function merged(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else kept.push({...span});
  }
  return kept;
}

/**
 * Which of the seven principles of the Friendly Relations Declaration each clause's own words point to.
 * Rows come in reading order, then in the Declaration's order. Words inside the name of an instrument
 * (`mentions`) do not count: a title is not a position on what it names.
 */
export function codePrinciples(clauses: readonly Clause[], entries: readonly PrincipleEntry[], mentions: readonly Mention[] = []): PrincipleCoding[] {
  const titles = mentions.filter((mention) => mention.kind === "explicit");
  return clauses.flatMap((clause) => entries.flatMap((entry) => {
    const onTopic = entry.topics.some((topic) => clause.topics.includes(topic));
    const phrases = onTopic ? [...entry.words, ...entry.topicWords] : entry.words;
    const spans = merged(phrases.flatMap((phrase) => places(clause, phrase)))
      .filter((span) => !titles.some((title) => inside(span, title)));
    const words = spans.map((span) => clause.text.slice(span.start - clause.start, span.end - clause.start));
    return spans.length ? [{clause: clause.id, principle: entry.id, words, spans}] : [];
  }));
}
