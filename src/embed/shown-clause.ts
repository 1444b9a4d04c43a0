import {oneLine, strengthNames} from "../components/wording.js";
import type {Clause} from "../schema.js";

/** What an embed shows of a clause: where it stands, how it is coded, its words. */
export interface ShownClause {
  id: string;
  number: number;
  /** "Clause 3, paragraph 2: commit, strong". */
  heading: string;
  text: string;
  /** Address of the clause in the text; null where there is none to go to. */
  href: string | null;
}

/** The parts of a clause that filters look at. */
export type Filtered = Pick<Clause, "topics" | "stance" | "pole" | "strength" | "speakers" | "verbs" | "instruments" | "doubts" | "text">;

/** Place and code of a clause in words. */
export function clauseHeading({number, paragraph, stance, strength, doubts}: Clause): string {
  return `Clause ${number}, paragraph ${paragraph}: ${stance}, ${strengthNames[strength]}${doubts.length ? ", doubtful" : ""}`;
}

export const showClause = (clause: Clause, href: string | null): ShownClause =>
  ({id: clause.id, number: clause.number, heading: clauseHeading(clause), text: oneLine(clause.text), href});
