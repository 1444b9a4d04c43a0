import type {Tables} from "../../src/schema.js";
import type {CsvTable} from "./csv.js";

/** One row a topic of a clause, with the words that gave it and their places ("161-170", in the order of the words). */
export const topicsTable = ({topics}: Tables): CsvTable => ({
  columns: ["clause", "topic", "words", "places"],
  rows: topics.map(({clause, topic, words, spans}) => [clause, topic, words, spans.map(({start, end}) => `${start}-${end}`)])
});
