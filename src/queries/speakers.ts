import type {Clause, Tables} from "../schema.js";
import type {Selection} from "./selection.js";
import {keptClauses} from "./topic-coverage.js";

export interface Voice {
  /** Speakers joined by " + "; empty for clauses that no one is said to speak. */
  id: string;
  speakers: string[];
  clauses: Clause[];
}

export interface SpeakersRows {
  /** Who takes a stance, alone or together: most clauses first, ties by first clause. */
  voices: Voice[];
  /** Clauses in the voice of the document (norms, descriptions): null where there is none. */
  document: Voice | null;
  /** The clauses that the selection keeps. */
  clauses: Clause[];
  /** All clauses in reading order. */
  columns: Clause[];
}

/** Clauses by who takes the stance; speakers who speak together are one voice. */
export function speakersRows(tables: Tables, selection?: Selection): SpeakersRows {
  const clauses = keptClauses(tables, selection), voices = new Map<string, Voice>();
  for (const clause of clauses) {
    const id = [...clause.speakers].sort().join(" + ");
    const voice = voices.get(id);
    if (voice) voice.clauses.push(clause);
    else voices.set(id, {id, speakers: clause.speakers, clauses: [clause]});
  }
  const document = voices.get("") ?? null;
  voices.delete("");
  return {voices: [...voices.values()].sort((a, b) => b.clauses.length - a.clauses.length), document, clauses, columns: tables.clauses};
}
