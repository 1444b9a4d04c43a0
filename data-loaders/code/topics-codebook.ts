import type {Topic} from "../../src/schema.js";
import {CodebookError, readTable} from "./codebook-table.js";
import {PhraseTrie} from "./phrase-trie.js";

/** The codebook's tables for topics, as text. */
export interface TopicTables {
  /** codebook/topics.tsv */
  topics: string;
  /** codebook/topic-words.tsv */
  words: string;
}

/** One line of topic-words.tsv. */
export interface TopicWord {
  /** Null for a line that shields its words from shorter ones. */
  topic: string | null;
  phrase: string;
  strong: boolean;
  /** Topics beside which a weak phrase counts too. */
  with: string[];
}

export interface TopicCodebook {
  topics: Topic[];
  words: TopicWord[];
  phrases: PhraseTrie<TopicWord>;
}

/** Reads the two tables; throws a CodebookError with table and line for what an analyst can mend. */
export function readTopicCodebook(tables: TopicTables): TopicCodebook {
  const topics = readTopics(tables.topics), ids = new Set(topics.map(({id}) => id));
  const phrases = new PhraseTrie<TopicWord>(), words: TopicWord[] = [], seen = new Set<string>();
  for (const {line, cells: {topic, phrase, weight, with: beside}} of readTable(tables.words, "topic-words.tsv", ["topic", "phrase", "weight", "with"] as const)) {
    const fault = (message: string) => new CodebookError(message, "topic-words.tsv", line);
    if (topic !== "none" && !ids.has(topic)) throw fault(`unknown topic: "${topic}"; topics are listed in codebook/topics.tsv`);
    if (weight !== "strong" && weight !== "weak" && topic !== "none") throw fault(`weight must be strong or weak: "${weight}"`);
    const single = /\([^()|]*\)/.exec(phrase)?.[0];
    if (single) throw fault(`a choice of one in "${phrase}": ${single} stands for one of several, parted by |; an empty one stands for none`);
    const others = beside.split(" ").filter(Boolean);
    for (const other of others) if (!ids.has(other)) throw fault(`unknown topic in with: "${other}"; topics are listed in codebook/topics.tsv`);
    const word = {topic: topic === "none" ? null : topic, phrase, strong: weight === "strong", with: others};
    words.push(word);
    for (const form of phraseForms(phrase)) {
      const key = `${topic}\t${form}`;
      if (seen.has(key)) continue;
      seen.add(key);
      try {
        phrases.add(form, word);
      } catch (error) {
        throw fault((error as Error).message);
      }
    }
  }
  return {topics, words, phrases};
}

function readTopics(tsv: string): Topic[] {
  const topics: Topic[] = [];
  for (const {line, cells: {id, label, covers}} of readTable(tsv, "topics.tsv", ["id", "label", "covers"] as const)) {
    if (topics.some((topic) => topic.id === id)) throw new CodebookError(`topic id stands twice: "${id}"`, "topics.tsv", line);
    topics.push({id, label, covers});
  }
  return topics;
}

/** Every form of a phrase: its choices written out, and the plural of its last word. */
export function phraseForms(phrase: string): string[] {
  const choice = phrase.includes("(") ? /\(([^()]*)\)/.exec(phrase) : null;
  if (choice) return [...new Set((choice[1] as string).split("|").flatMap((part) => phraseForms(phrase.slice(0, choice.index) + part + phrase.slice(choice.index + choice[0].length))))];
  const form = phrase.replace(/\s+/g, " ").trim();
  if (form.endsWith("^")) return [form];
  const plural = pluralOf(form);
  return plural ? [form, plural] : [form];
}

function pluralOf(phrase: string): string | null {
  if (!/[a-z]$/.test(phrase) || /(?:s|ed|ing|ly)$/.test(phrase)) return /(?:ss|us)$/.test(phrase) ? `${phrase}es` : null;
  if (/[^aeiou]y$/.test(phrase)) return `${phrase.slice(0, -1)}ies`;
  return /(?:x|ch|sh)$/.test(phrase) ? `${phrase}es` : `${phrase}s`;
}
