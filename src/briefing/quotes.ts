import {oneLine} from "../components/wording.js";
import {stances, type Clause, type Pole, type Tables} from "../schema.js";
import {count} from "../figures/words.js";
import type {Quote} from "./slide.js";

/** A quotation on a slide has at most so many words: what a room reads while it is spoken. */
const mostWords = 48;

/** A clause as a quotation; longer ones are cut at a word, and the place says of how many. */
export function quote(clause: Clause, most = mostWords): Quote {
  const words = oneLine(clause.text).split(" "), place = `Paragraph ${clause.paragraph}, clause ${clause.number}`;
  const {id, pole} = clause;
  if (words.length <= most) return {clause: id, pole, words: words.join(" "), place};
  return {clause: id, pole, words: `${words.slice(0, most).join(" ").replace(/[,;:.]$/, "")}\u00a0…`, place: `${place}, first ${most} of ${count(words.length, "word")}`};
}

/** One line for the speaker: “…” (paragraph 6, clause 9, condemn, strength 2). */
export function spokenQuote(clause: Clause): string {
  return `“${oneLine(clause.text)}” (paragraph ${clause.paragraph}, clause ${clause.number}, ${clause.stance}, strength ${clause.strength})`;
}

/** How far a class stands from the middle of the ten. */
const reach = (clause: Clause) => Math.abs(stances.indexOf(clause.stance) - (stances.length - 1) / 2);

/** Clauses by strength of wording, then by class from the pole's end, then in reading order. */
export const byStrength = (clauses: readonly Clause[]): Clause[] =>
  [...clauses].sort((a, b) => b.strength - a.strength || reach(b) - reach(a) || a.number - b.number);

/** The strongest clauses of a pole, at most `most`. */
export const strongest = ({clauses}: Tables, pole: Pole, most: number): Clause[] =>
  byStrength(clauses.filter((clause) => clause.pole === pole)).slice(0, most);
