import type {Span, Topic, TopicCoding} from "../../src/schema.js";
import {eachWord} from "./phrase-trie.js";
import type {TopicCodebook, TopicWord} from "./topics-codebook.js";

export {readTopicCodebook, type TopicCodebook} from "./topics-codebook.js";

/** A topic of a clause with the phrases that gave it. */
export interface TopicFinding extends Omit<TopicCoding, "clause"> {
  topic: Topic["id"];
  /** Lines of topic-words.tsv, one for each of `words`. */
  entries: string[];
  /** One sentence where only weak words speak for the topic, else null. */
  doubt: string | null;
}

interface Hit extends Span {
  word: TopicWord;
}

/** The topics that the words of a span are about, in the codebook's order, each with its words. */
export function codeTopics(text: string, span: Span, codebook: TopicCodebook): TopicFinding[] {
  const hits = findHits(text, span, codebook);
  if (hits.size === 0) return [];
  const strongTopics = new Set<string>();
  for (const [topic, found] of hits) if (found.some(({word}) => word.strong)) strongTopics.add(topic);
  const findings: TopicFinding[] = [];
  for (const {id} of codebook.topics) {
    const found = hits.get(id);
    if (!found) continue;
    const strong = strongTopics.has(id);
    if (!strong && strongTopics.size && !found.some(({word}) => word.with.some((topic) => strongTopics.has(topic)))) continue;
    findings.push({
      topic: id, words: found.map(({start, end}) => text.slice(start, end)), spans: found.map(({start, end}) => ({start, end})),
      entries: found.map(({word}) => word.phrase), doubt: strong ? null : doubtOf(text, found)
    });
  }
  return findings;
}

function doubtOf(text: string, found: Hit[]): string {
  const words = [...new Set(found.map(({start, end}) => `“${text.slice(start, end)}”`))];
  return words.length === 1 ? `the topic rests on one weak word, ${words[0]}` : `the topic rests on weak words, ${words.join(", ")}`;
}

function findHits(text: string, {start, end}: Span, {phrases}: TopicCodebook): Map<string, Hit[]> {
  const hits = new Map<string, Hit[]>();
  eachWord(text, start, end, (position) => {
    const words = phrases.match(text, position, end);
    if (!words) return 0;
    for (const word of words) {
      if (word.topic === null) continue;
      const known = hits.get(word.topic);
      const hit = {word, start: position, end: phrases.end};
      if (known) known.push(hit);
      else hits.set(word.topic, [hit]);
    }
    return phrases.end;
  });
  return hits;
}
