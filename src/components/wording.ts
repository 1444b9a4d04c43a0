import type {Clause, MentionKind, Pole, Stance, Statement, Strength} from "../schema.js";

export const strengthNames: Record<Strength, string> = {3: "strong", 2: "plain", 1: "hedged"};

export const mentionKindNames: Record<MentionKind, string> = {explicit: "named", anaphor: "short reference", generic: "generic"};

/** Class suffix of a pole in the style sheet. */
export const poleClass: Record<Pole, "com" | "con" | ""> = {commitment: "com", neutral: "", condemnation: "con"};

/** The classes of each pole, for "concern + oppose + condemn". */
export const poleClasses: Record<Pole, Stance[]> = {
  commitment: ["commit", "support"], neutral: ["affirm", "urge", "decide", "norm", "describe"], condemnation: ["concern", "oppose", "condemn"]
};

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `2025-05-08` → "8 May 2025"; a year or a month alone stays one. */
export function dateInWords(iso: string): string {
  const [year, month, day] = iso.split("-");
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** Text on one line, as the page shows it. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The clause's words with a citation: “…” (source, clause p6.s1.c2, paragraph 6). */
export const quotation = (clause: Clause, statement: Statement): string =>
  `“${oneLine(clause.text)}” (${statement.short.replace(/\.$/, "")}, paragraph ${clause.paragraph}, clause ${clause.id})`;
