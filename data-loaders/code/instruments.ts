import type {Instrument, Mention, Span} from "../../src/schema.js";
import {takeAct} from "./instruments-acts.js";
import type {Head, InstrumentCodebook, Trigger} from "./instruments-codebook.js";
import {takeFormed, takeLowerNamed} from "./instruments-formed.js";
import {takeName} from "./instruments-known.js";
import {Ledger} from "./instruments-ledger.js";
import {symbolAt} from "./instruments-numbers.js";
import {pinpointAround} from "./instruments-pinpoints.js";
import {takePresidential} from "./instruments-presidential.js";
import {takeClass, takeReference} from "./instruments-references.js";
import {takeLooseNumber, takeNumbered, takeResolution} from "./instruments-resolutions.js";
import {selfNames} from "./instruments-self.js";
import {takeShortName} from "./instruments-short-forms.js";
import {eachWord} from "./phrase-trie.js";

export interface MentionOptions {
  /** The statement's blocks; those with the role "heading" name the statement itself. */
  paragraphs?: (Span & {role?: string})[];
  /** Who issues the statement ("Security Council"): "its resolution" is then this body's. */
  issuer?: string;
  /** The statement's own title: it is no mention. */
  statementTitle?: string;
}

/** A mention that the rules leave in doubt, with the doubt in one sentence. */
export interface MentionDoubt extends Span {
  instrument: string;
  doubt: string;
}

export interface Mentions {
  mentions: Omit<Mention, "clause">[];
  /** A registry row for each instrument mentioned, in order of first mention. */
  instruments: Instrument[];
  doubts: MentionDoubt[];
}

/** Finds every mention of an international instrument in a text, by the codebook's names, by the form of names and numbers, and by reference back. */
export function findMentions(text: string, codebook: InstrumentCodebook, options: MentionOptions = {}): Mentions {
  const self = selfNames(text, codebook, options.statementTitle, options.paragraphs);
  const council = /security council/i.test(options.issuer ?? "") || /(?:^|\n)[“"]?The Security Council,?\b/.test(text.slice(0, 3000));
  const ledger = new Ledger(text, codebook, self, council);
  eachWord(text, 0, text.length, (position) => visit(ledger, position));
  return mentionsOf(ledger);
}

/** Looks for a mention at a word; returns where to go on, 0 for the next word. */
function visit(ledger: Ledger, position: number): number {
  const {text, codebook: {triggers: phrases}} = ledger;
  const code = text.charCodeAt(position);
  if (code >= 48 && code <= 57 && takeLooseNumber(ledger, position)) return ledger.floor;
  const triggers = phrases.match(text, position, text.length), end = phrases.end;
  if (triggers && position >= ledger.floor) for (const trigger of triggers) {
    const before = ledger.drafts.length;
    take(ledger, trigger, position, end);
    if (ledger.drafts.length > before) return Math.max(ledger.floor, end);
  }
  return ledger.short.size && code >= 65 && code <= 90 ? takeShortName(ledger, position) : 0;
}

/** A letter as the title of an item on the agenda (“Letter dated 4 July from … (S/2006/1)”). */
const agendaItem = /[“"]Letters?\s+dated\b[^”"\n]{0,230}$/;

function take(ledger: Ledger, trigger: Trigger, start: number, end: number): void {
  if (trigger.type === "name") takeName(ledger, trigger, start, end);
  else if (trigger.type === "head") takeHead(ledger, trigger.head, start, end);
  else if (trigger.type === "resolution") takeResolution(ledger, trigger.plural, start, end);
  else if (trigger.type === "presidential") takePresidential(ledger, start, end);
  else if (trigger.type === "act") takeAct(ledger, start);
  else if (/[A-Z]/.test(ledger.text.charAt(start)) && !agendaItem.test(ledger.before(start, 250))) takeNumbered(ledger, symbolAt(ledger.text, start, ledger.codebook));
}

/** A noun that heads a name, a reference back or a class. */
function takeHead(ledger: Ledger, head: Head, start: number, end: number): void {
  const capital = /\p{Lu}/u.test(ledger.text.charAt(start));
  const named = capital ? takeFormed(ledger, head, start, end) : takeLowerNamed(ledger, head, start, end);
  if (!named && !takeReference(ledger, head, start, end, capital) && head.plural && head.class) takeClass(ledger, head, start, end);
}

function mentionsOf({drafts, text, self, registry}: Ledger): Mentions {
  const own = new Set(drafts.filter(({instrument, start}) => registry.get(instrument)?.source === "the text" && self.titles(text, start)).map(({instrument}) => instrument));
  const kept = drafts.filter((draft) => !self.is(draft.instrument) && !own.has(draft.instrument) && draft.end > draft.start);
  const mentions = kept.map(({start, end, instrument, kind}, i) => ({
    id: `m${i + 1}`, start, end, words: text.slice(start, end), instrument, kind, pinpoint: kind === "generic" ? null : pinpointAround(text, start, end)
  }));
  const instruments = [...new Set(kept.map(({instrument}) => instrument))].map((id) => registry.get(id) as Instrument);
  const doubts = kept.flatMap(({start, end, instrument, doubt}) => (doubt ? [{start, end, instrument, doubt}] : []));
  return {mentions, instruments, doubts};
}
