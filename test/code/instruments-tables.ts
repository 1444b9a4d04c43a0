import {readFileSync} from "node:fs";
import {readInstrumentCodebook, type InstrumentTables} from "../../data-loaders/code/instruments-codebook.js";
import {readTopicCodebook, type TopicTables} from "../../data-loaders/code/topics-codebook.js";

const table = (name: string) => readFileSync(new URL(`../../data-loaders/codebook/${name}.tsv`, import.meta.url), "utf8");

export const instrumentTables = (): InstrumentTables => ({instruments: table("instruments"), heads: table("instrument-heads"), bodies: table("instrument-bodies"), marks: table("instrument-marks"), resolutionYears: table("instrument-resolution-years")});
export const topicTables = (): TopicTables => ({topics: table("topics"), words: table("topic-words")});
export const instrumentCodebook = () => readInstrumentCodebook(instrumentTables());
export const topicCodebook = () => readTopicCodebook(topicTables());
