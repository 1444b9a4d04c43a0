import type {Clause, Pole, Tables} from "../schema.js";
import {count, inSentence, list, number, ranges, spelled} from "../figures/words.js";

/** A piece of a sentence; a pole's own word is set in its colour. */
export type Run = string | {text: string; pole: Pole};

/** A sentence with its key number and the clauses that it rests on. */
export interface Finding {
  key: string;
  runs: Run[];
  /** What the clauses are: "clauses with a mention". */
  rests: string;
  clauses: string[];
}

const commitment: Run = {text: "commitment", pole: "commitment"}, condemnation: Run = {text: "condemnation", pole: "condemnation"};
const ids = (clauses: Clause[]) => clauses.map((clause) => clause.id);
const wordsOf = (clauses: Clause[]) => clauses.reduce((sum, clause) => sum + clause.words, 0);

function places(clauses: Clause[]): string {
  const paragraphs = [...new Set(clauses.map((clause) => clause.paragraph))].sort((a, b) => a - b);
  if (paragraphs.length > 8) return `in ${paragraphs.length} paragraphs from ${paragraphs[0]} to ${paragraphs.at(-1)}`;
  return `in paragraph${paragraphs.length === 1 ? "" : "s"} ${ranges(paragraphs)}`;
}

function together(tables: Tables, com: Clause[], con: Clause[]): Finding {
  const total = tables.paragraphs.filter((paragraph) => paragraph.number !== null).length;
  const both = new Set(com.map((clause) => clause.paragraph).filter((paragraph) => con.some((clause) => clause.paragraph === paragraph)));
  const stands = (run: Run, clauses: Clause[]): Run[] => clauses.length ? [run, ` wording stands ${places(clauses)}`] : ["there is no ", run, " wording"];
  const first: Run = com.length ? {text: "Commitment", pole: "commitment"} : commitment;
  return {
    key: `${both.size} of ${number(total)}`,
    runs: [`paragraph${total === 1 ? "" : "s"} ${both.size === 1 ? "holds" : "hold"} both poles. `, ...(com.length ? stands(first, com) : ["There is no ", commitment, " wording"]), ", ", ...stands(condemnation, con), "."],
    rests: "the two poles", clauses: ids([...com, ...con])
  };
}

function against(tables: Tables, com: Clause[], con: Clause[]): Finding {
  const neutral = tables.clauses.filter((clause) => clause.pole === "neutral");
  const share = Math.round(100 * wordsOf(neutral) / (wordsOf(tables.clauses) || 1));
  return {
    key: `${number(com.length)} to ${number(con.length)}`,
    runs: ["clauses of ", commitment, " and ", condemnation, `: ${number(wordsOf(com))} words against ${number(wordsOf(con))}. `,
      neutral.length ? `The other ${count(neutral.length, "clause")} (${share}% of the coded words) ${neutral.length === 1 ? "takes" : "take"} neither pole.` : "No clause takes neither pole."],
    rests: "the neutral clauses", clauses: ids(neutral)
  };
}

/** The topic with the most clauses of a pole; ties keep the order of the topic list. */
export function leadingTopic(tables: Tables, clauses: Clause[]): {id: string; label: string; clauses: Clause[]} | null {
  const counted = tables.topicList.map((topic) => ({id: topic.id, label: topic.label, clauses: clauses.filter((clause) => clause.topics.includes(topic.id))}));
  const best = counted.reduce((a, b) => b.clauses.length > (a?.clauses.length ?? 0) ? b : a, null as (typeof counted)[number] | null);
  return best?.clauses.length ? best : null;
}

function topic(tables: Tables, com: Clause[], con: Clause[]): Finding | null {
  const [leadRun, lead, otherRun, other] = com.length ? [commitment, com, condemnation, con] as const : [condemnation, con, commitment, com] as const;
  const best = leadingTopic(tables, lead);
  if (!best) return null;
  const shared = other.filter((clause) => clause.topics.includes(best.id)), worst = leadingTopic(tables, other);
  const runs: Run[] = [leadRun, ` clause${lead.length === 1 ? " is" : "s are"} about ${inSentence(best.label)}; `];
  if (other.length) runs.push(`${shared.length} of ${other.length} `, otherRun, ` clauses ${shared.length === 1 ? "is" : "are"}. `);
  else runs.push("there is no ", otherRun, " clause. ");
  if (worst && worst.id !== best.id) runs.push(`Of those, ${count(worst.clauses.length, "clause is", "clauses are")} about ${inSentence(worst.label)}.`);
  return {
    key: `${best.clauses.length} of ${lead.length}`, runs,
    rests: `${inSentence(best.label)} in either pole`, clauses: ids([...best.clauses, ...shared])
  };
}

function law({clauses, mentions, instruments}: Tables): Finding {
  const holding = clauses.filter((clause) => clause.instruments.length > 0 || mentions.some((mention) => mention.clause === clause.id));
  const outside = mentions.filter((mention) => mention.clause === null).length;
  const named = instruments.filter((instrument) => mentions.some((mention) => mention.instrument === instrument.id && mention.kind !== "generic"));
  const runs: Run[] = [];
  if (mentions.length === 0) runs.push("mentions of instruments: the statement leans on no treaty, resolution or declaration by name or class.");
  else {
    const where = holding.length > 8 ? `in ${holding.length} clauses from ${holding[0]!.number} to ${holding.at(-1)!.number}` : holding.length ? `in clause${holding.length === 1 ? "" : "s"} ${ranges(holding.map((clause) => clause.number))}` : "";
    runs.push(`mention${mentions.length === 1 ? "" : "s"} of instruments${where ? `, ${where}` : ""}${outside ? `; ${outside} outside every clause` : ""}. `);
    const names = named.map((instrument) => instrument.short);
    runs.push(named.length === 0 ? "None is named; all are generic."
      : `${spelled(named.length).replace(/^\w/, (c) => c.toUpperCase())} ${named.length === 1 ? "is" : "are"} named: ${list(names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names)}.`);
  }
  return {key: number(mentions.length), runs, rests: "clauses with a mention", clauses: ids(holding)};
}

/** Up to four sentences about a statement, every number counted from its rows; no clause gives none. */
export function findings(tables: Tables): Finding[] {
  if (!tables.clauses.length) return [];
  const of = (pole: Pole) => tables.clauses.filter((clause) => clause.pole === pole);
  const com = of("commitment"), con = of("condemnation");
  return [together(tables, com, con), against(tables, com, con), topic(tables, com, con), law(tables)].filter((finding) => finding !== null);
}
