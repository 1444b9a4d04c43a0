import {group} from "d3-array";
import type {Clause, Span, Verb} from "../schema.js";

// An intensifier further from its verb than this stands in the object.
const beside = 40;

const grouped = new WeakMap<readonly Verb[], Map<string, Verb[]>>();

/** The verbs of each clause; worked out once for each table, since lists and lenses ask for one clause after the other. */
export function verbsByClause(verbs: readonly Verb[]): ReadonlyMap<string, Verb[]> {
  let byClause = grouped.get(verbs);
  if (!byClause) grouped.set(verbs, byClause = group(verbs, (verb) => verb.clause));
  return byClause;
}

/** Places of the words that give a clause its stance: verbs with their intensifiers, joined where only "and", "or", "to" or a comma stands between. */
export function stanceWords(clause: Clause, verbs: readonly Verb[], text: string): Span[] {
  const own = verbs.filter((verb) => verb.clause === clause.id);
  const spans = own.flatMap((verb) => [{start: verb.start, end: verb.end}, intensifier(clause, verb, text)].filter((span) => span !== null));
  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && (span.start <= last.end || /^\s*,?\s*(?:and|or|to)?\s*$/.test(text.slice(last.end, span.start)))) last.end = Math.max(last.end, span.end);
    else joined.push({...span});
  }
  return joined;
}

function intensifier(clause: Clause, verb: Verb, text: string): Span | null {
  const words = verb.intensifier?.toLowerCase();
  if (!words) return null;
  const from = Math.max(clause.start, verb.start - beside), to = Math.min(clause.end, verb.end + beside);
  const around = text.slice(from, to).toLowerCase();
  const before = around.lastIndexOf(words, Math.max(0, verb.start - from - words.length)), after = around.indexOf(words, Math.max(0, verb.start - from));
  const at = before >= 0 && (after < 0 || verb.start - from - before <= after - (verb.end - from)) ? before : after;
  return at < 0 ? null : {start: from + at, end: from + at + words.length};
}
