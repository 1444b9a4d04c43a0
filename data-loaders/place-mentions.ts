import type {Clause, Mention} from "../src/schema.js";

type Place = Pick<Clause, "id" | "start" | "end">;

/**
 * The clause of each mention: the one that holds most of it, else the one that it leads, as in "In accordance with the Charter,
 * the two sides …"; null where it stands outside every clause. Clauses and mentions come in reading order.
 */
export function placeMentions(text: string, clauses: readonly Place[], mentions: readonly Omit<Mention, "clause">[]): Mention[] {
  let next = 0;
  return mentions.map((mention) => {
    while (next < clauses.length && clauses[next]!.end <= mention.start) next++;
    return {...mention, clause: clauseOf(text, clauses, next, mention)?.id ?? null};
  });
}

function clauseOf(text: string, clauses: readonly Place[], next: number, mention: Omit<Mention, "clause">): Place | null {
  let best: Place | null = null, most = 0;
  for (let i = next; i < clauses.length && clauses[i]!.start < mention.end; i++) {
    const shared = Math.min(mention.end, clauses[i]!.end) - Math.max(mention.start, clauses[i]!.start);
    if (shared > most) [best, most] = [clauses[i]!, shared];
  }
  if (best) return best;
  const following = clauses[next];
  return following && leads(text.slice(mention.end, following.start + 1)) ? following : null;
}

/** Whether no sentence or paragraph ends in the words from a mention to the first letter of a clause; a list's lead-in (":") goes on. */
const leads = (between: string) => between.length < 400 && !/\n\s*\n|[.!?]["”’)]*\s+["“(]*[A-Z]|;/.test(between);
