import type {Party, Reason} from "../../src/schema.js";
import {addName, wordClass, type Codebook} from "./codebook.js";
import {issuersBeforeColon, issuersInOpening, issuersInTitle} from "./issuers.js";
import {nameAt, type Subject} from "./subjects.js";
import {Mark, mayOpenQuote, type Tokens} from "./words.js";

/** Opens the name of some who are not the ones that make the statement ("several lawmakers"). */
const someOthers = /^(?:several|many|some|most|few|more|fewer|other|various|numerous)$/;
/** Who speaks for a country. */
const leaders = /\b(?:President|Premier|Chancellor|King|Prince|Emir|Sultan|Minister)\b/;
const endsName = new Set(["on", "in", "at", "with", "as", "who", "which", "that", "from", "by", "to"]);

/** Who a subject stands for, why, and what is doubtful about it. */
export interface Resolved {
  speakers: string[];
  reason: Reason;
  doubt: string | null;
}

/** Keeps who speaks in a document, so that "they", "both sides" and "the Council" can be resolved. */
export class Speakers {
  private readonly codebook: Codebook;
  /** Those who make the statement. */
  issuers: string[];
  /** Given with the statement rather than gathered from it. */
  private readonly given: boolean;
  /** Last speaker of each number, for "they" and "it". */
  private many: string[] = [];
  private one: string[] = [];
  /** Who takes the first stance of the text, where it is one; nobody where "we" came first. */
  private firstVoice: string[] | null = null;
  /** Whether the issuers are no more than that voice. */
  private inferred = false;
  /** Surnames with a title, as the text introduces them. */
  private readonly people = new Map<string, string>();

  constructor(codebook: Codebook, options: {parties?: Party[]; issuer?: string}) {
    this.codebook = options.parties?.length ? {...codebook, names: new Map(codebook.names)} : codebook;
    this.issuers = options.parties?.map((p) => p.name) ?? [];
    if (!this.issuers.length && options.issuer) this.issuers = [options.issuer];
    this.given = this.issuers.length > 0;
    for (const party of options.parties ?? []) for (const alias of [party.name, ...party.aliases]) {
      const first = alias.toLowerCase().split(/\s+/)[0]!;
      this.codebook.names.set(first, [...(this.codebook.names.get(first) ?? [])]);
      addName(this.codebook.names, alias, party.name);
    }
  }

  get names(): Codebook {
    return this.codebook;
  }

  /** The organ or the parties that a heading names ("The Security Council,"). */
  hearHeading(t: Tokens, organ: string | null): void {
    if (this.given) return;
    if (organ) this.issuers = [organ];
    else if (!this.issuers.length) this.issuers = issuersInTitle(t, (from, to) => this.namedIn(t, from, to, true));
  }

  /** Who is quoted, for the "we" of their words; null outside quotations. */
  private quoted: string[] | null = null;

  get quotedNow(): string[] {
    return this.quoted ?? [];
  }

  /** Hears who says a sentence, and gives whom that stands for. */
  hearSayer(t: Tokens, sayer: Subject): Resolved {
    const resolved = this.resolve(t, sayer, []);
    this.quoted = resolved.speakers;
    return resolved;
  }

  /** Hears a sentence that begins at token `first` and does not say who says it: in quotation marks it goes on with the same one. */
  hearOn(t: Tokens, first: number): void {
    if (!mayOpenQuote(t.words[first]!.mark)) this.quoted = null;
  }

  /** Hears who takes a stance of their own, not only reports one. */
  hearStance(speakers: string[]): void {
    if (speakers.length === 1) this.firstVoice ??= speakers;
  }

  /** Whether a subject can be one of those who make the statement. */
  speaks(t: Tokens, subject: Subject): boolean {
    switch (subject.kind) {
      case "we": case "all": case "part": return subject.kind === "we" || !/^(?:states|nations|countries|members|member|party|state|country|governments|government|economies|officials|peoples)$/.test(t.words[subject.head]?.lower ?? "") || this.definite(t, subject) || ((!this.issuers.length || this.inferred) && t.words[subject.head]?.lower === "government" && t.words[subject.head]!.capital);
      case "pronoun": return t.words[subject.head]?.lower !== "it" && (t.words[subject.head]?.lower !== "they" || this.many.length > 0);
      case "name": case "organ": case "person": {
        const named = this.namedIn(t, subject.from, subject.to, true);
        if (named.length) return this.issuers.length === 0 || named.some((n) => this.issuers.includes(n));
        return subject.kind === "person" || (subject.kind === "organ" && (this.issuers.length === 0 || this.issuers.some((n) => n.toLowerCase().endsWith(t.words[subject.head]!.lower))));
      }
      default: return false;
    }
  }

  hasAntecedent(pronoun: "it" | "they"): boolean {
    return pronoun === "it" ? this.one.length > 0 || this.issuers.length === 1 : true;
  }

  private definite(t: Tokens, subject: Subject): boolean {
    for (let k = subject.from; k <= subject.to; k++) if (/^(?:two|both|our|three|four|five|these|contracting)$/.test(t.words[k]!.lower)) return true;
    return this.namedIn(t, subject.from, subject.to, true).length > 0;
  }

  /** The speakers that a subject stands for, with the reason. */
  resolve(t: Tokens, subject: Subject | null, previous: string[]): Resolved {
    if (!subject) return previous.length ? {speakers: previous, reason: {rule: "same-speaker", words: ""}, doubt: null} : this.issuersOf("", null);
    const span = {start: t.starts[subject.from] ?? 0, end: t.ends[subject.to] ?? 0};
    const words = this.text.slice(span.start, span.end);
    let named = this.namedIn(t, subject.from, subject.to, true);
    // "Norway's Foreign Ministry" and "Norway's minister" speak for Norway.
    if (!named.length && (subject.kind === "organ" || subject.kind === "person")) {
      named = this.namedIn(t, subject.from, subject.to, false);
      if (!named.length) named = this.ownerIn(t, subject);
    }
    const reason = (rule: string, entry?: string): Reason => ({rule, words, span, ...(entry ? {entry} : {})});
    const several = subject.kind === "person" ? this.personsIn(t, subject) : null;
    if (several && several.names.length > 1) {
      this.remember(t, subject, several.names);
      return {speakers: several.names, reason: reason("speaker-person"), doubt: several.doubt};
    }
    const head = t.words[subject.head];
    if (named.length && subject.kind !== "we" && subject.kind !== "pronoun") {
      const speakers = this.expand(named);
      this.remember(t, subject, speakers);
      return {speakers, reason: reason("speaker-named", `speakers: ${named[0]}`), doubt: null};
    }
    switch (subject.kind) {
      case "we": {
        if (this.quoted) return {speakers: this.quoted, reason: reason("speaker-quoted"), doubt: null};
        if (named.length && !this.given) this.issuers = this.expand(named);
        // "China condemns the attack. We urge …": the one that takes the first stance is the one that says "we".
        if (!this.issuers.length && this.firstVoice?.length) {
          this.issuers = this.firstVoice;
          this.inferred = true;
        }
        this.firstVoice ??= [];
        return this.issuersOf(words, span);
      }
      case "pronoun": {
        const many = head ? /^(?:they|both|each|neither|all)$/.test(head.lower) : true;
        const speakers = many ? (this.many.length && head?.lower === "they" ? this.many : this.issuers) : this.one.length ? this.one : this.issuers;
        return speakers.length ? {speakers, reason: reason("speaker-pronoun"), doubt: null} : this.unresolved(words, span);
      }
      case "all": {
        if (someOthers.test(t.words[subject.from]!.lower)) return this.asWritten(t, {...subject, kind: "other"});
        if (this.issuers.length) this.many = this.issuers;
        return this.issuersOf(words, span);
      }
      case "organ": case "part": case "voice": case "document": {
        if (this.issuers.length && (subject.kind !== "part" || this.issuers.length === 1)) {
          this.remember(t, subject, this.issuers);
          return this.issuersOf(words, span);
        }
        if (subject.kind === "organ") return this.asWritten(t, subject);
        return this.unresolved(words, span);
      }
      case "person": case "proper": case "other": {
        const known = this.peopleIn(t, subject);
        if (known.length) {
          this.remember(t, subject, known);
          return {speakers: known, reason: reason("speaker-person"), doubt: null};
        }
        const other = subject.kind === "person" && leaders.test(words) ? this.partyOfTheOther() : null;
        if (other) {
          this.remember(t, subject, [other]);
          return {speakers: [other], reason: reason("speaker-person"), doubt: takenFor(words, other)};
        }
        return this.asWritten(t, subject);
      }
      default: return this.issuersOf(words, span);
    }
  }

  /** Of two parties, the one that no person is known to speak for where somebody does for the other. */
  private partyOfTheOther(): string | null {
    const tied = new Set(this.people.values()), left = this.issuers.filter((name) => !tied.has(name));
    return this.issuers.length === 2 && left.length === 1 ? left[0]! : null;
  }

  /** "Norland's foreign ministry": the capitalised name that owns the body or the person, where the codebook does not know it. */
  private ownerIn(t: Tokens, {from, to}: Subject): string[] {
    for (let k = from + 1; k < to; k++) {
      if (t.words[k]!.lower !== "'s" && t.words[k]!.lower !== "'") continue;
      let start = k;
      while (start > from && t.words[start - 1]!.capital && !t.words[start - 1]!.classes) start--;
      return start < k ? [this.text.slice(t.starts[start], t.ends[k - 1]).replace(/\s+/g, " ")] : [];
    }
    return [];
  }

  /** A group that makes the statement with another is named as it stands; "G7" alone is not opened up into members. */
  private expand(named: string[]): string[] {
    return [...new Set(named)];
  }

  private asWritten(t: Tokens, subject: Subject): Resolved {
    let from = subject.from;
    // "In addition the Council": the name begins after the words that lead it in.
    const leads = wordClass.preposition | wordClass.subordinator | wordClass.adverb;
    if (subject.head > from && t.words[from]!.classes & leads) {
      from = subject.head;
      while (t.words[from - 1]!.capital && !(t.words[from - 1]!.classes & leads)) from--;
    }
    while (from < subject.to && !t.words[from]!.capital && subject.kind !== "other") from++;
    if (from <= subject.to && /^the$/.test(t.words[from]!.lower)) from++;
    let to = from;
    while (to < subject.to && !t.words[to + 1]!.mark && to - from < 9 && !endsName.has(t.words[to + 1]!.lower)) to++;
    const span = {start: t.starts[from]!, end: t.ends[to]!};
    const name = this.text.slice(span.start, span.end).replace(/\s+/g, " ");
    // "the Ministry" after "the Ministry of Foreign Affairs": the same.
    const before = this.one[0];
    const same = subject.kind === "organ" && before !== undefined && from === to && before.toLowerCase().split(/\s+/).includes(name.toLowerCase());
    const speakers = same ? this.one : name ? [name] : this.issuers;
    this.remember(t, subject, speakers);
    return {speakers, reason: {rule: "speaker-as-written", words: name, span}, doubt: null};
  }

  /** The statement, so that speakers can be named in its own words. */
  text = "";

  private issuersOf(words: string, span: {start: number; end: number} | null): Resolved {
    const reason: Reason = {rule: "speaker-issuers", words, ...(span ? {span} : {})};
    return {speakers: this.issuers, reason, doubt: this.issuers.length ? null : "Who speaks is not said in the text read so far; the same holds for later clauses."};
  }

  /** Whether a doubt is new; what holds for the whole text is said at its first clause only, so that it does not hide other doubts. */
  isNew(doubt: string): boolean {
    const known = this.said.has(doubt);
    this.said.add(doubt);
    return !known;
  }

  private readonly said = new Set<string>();

  private unresolved(words: string, span: {start: number; end: number}): Resolved {
    return {speakers: this.issuers, reason: {rule: "speaker-issuers", words, span}, doubt: `Which of those who speak "${words.slice(0, 60)}" means is not certain; the same holds for later clauses.`};
  }

  private remember(t: Tokens, subject: Subject, speakers: string[]): void {
    if (!this.issuers.length && speakers.length > 1 && !this.given) this.issuers = speakers;
    if (speakers.length > 1 || subject.kind === "all") this.many = speakers;
    else this.one = speakers;
  }

  /** Names that stand in tokens `from` to `to`; with `heads`, not those that only own another noun or say what it is about ("the talks on Libya"). */
  namedIn(t: Tokens, from: number, to: number, heads: boolean): string[] {
    const found: string[] = [];
    let about = -1;
    for (let k = from; k <= to && k < t.length; k++) {
      const name = nameAt(t, this.codebook, k);
      if (!name) {
        if (about === k && (t.words[k]!.mark === Mark.comma || t.words[k]!.classes & (wordClass.conjunction | wordClass.determiner))) about++;
        continue;
      }
      const next = t.words[k + name.length];
      const owner = next?.lower === "'s" || next?.lower === "'";
      if (about === k || isAbout(t, from, k)) about = k + name.length;
      if (!(heads && (about > k || (owner && k + name.length <= to))) && !found.includes(name.name)) found.push(name.name);
      k += name.length - 1;
    }
    return found;
  }

  /** Learns "President Joseph R. Biden Jr. of the United States", "President of the United States Joseph R. Biden": the surname speaks for the name after "of". */
  learn(t: Tokens, first: number, last: number): void {
    for (let k = first; k <= last; k++) {
      const w = t.words[k]!;
      if (!w.capital || w.entry?.speaker?.kind !== "person") continue;
      // "Indian Prime Minister", "U.S. Treasury Secretary"
      let from = k;
      while (from > first + 1 && k - from < 3 && t.words[from - 1]!.capital && !t.words[from - 1]!.classes && !nameAt(t, this.codebook, from - 1)) from--;
      const before = from > first ? nameAt(t, this.codebook, from - 1) : null;
      let end = k + 1, office: string | null = null;
      if (t.words[end]?.lower === "of") {
        const at = t.words[end + 1]?.lower === "the" ? end + 2 : end + 1, of = at <= last ? nameAt(t, this.codebook, at) : null;
        if (of && !of.demonym) {
          office = of.name;
          end = at + of.length;
        }
      }
      const surnames: string[] = [];
      while (end <= last && (t.words[end]!.capital || t.words[end]!.lower === "." || /^(?:da|de|bin|al|van|von|el)$/.test(t.words[end]!.lower))) {
        if (t.words[end]!.lower.length > 2) surnames.push(t.words[end]!.lower);
        end++;
      }
      if (!surnames.length) continue;
      let name = before?.name ?? office;
      if (!name && t.words[end]?.lower === "of") {
        for (let j = end + 1; j <= Math.min(last, end + 6); j++) {
          const found = nameAt(t, this.codebook, j);
          if (found && !found.demonym) { name = found.name; break; }
          if (t.words[j]!.mark) break;
        }
      }
      if (name) for (const surname of surnames) if (!this.people.has(surname)) this.people.set(surname, name);
      k = end - 1;
    }
  }

  /** "President Cruz and Minister Holm": each by the party that the text ties them to, or else by title and name. */
  private personsIn(t: Tokens, {from, to}: Subject): {names: string[]; doubt: string | null} | null {
    const names: string[] = [];
    let start = from, doubt: string | null = null;
    for (let k = from; k <= to + 1; k++) {
      if (k <= to && !(t.words[k]!.classes & wordClass.conjunction)) continue;
      while (start < k && !t.words[start]!.capital) start++;
      if (start < k && /^(?:both|the)$/.test(t.words[start]!.lower)) start++;
      const isPerson = t.words.slice(start, k).some((w) => w.capital && w.entry?.speaker?.kind === "person");
      if (!isPerson) return null;
      const words = this.text.slice(t.starts[start], t.ends[k - 1]).replace(/\s+/g, " ");
      const tied = this.namedIn(t, start, k - 1, true).at(0) ?? t.words.slice(start, k).map((w) => this.people.get(w.lower)).find(Boolean);
      const other = tied ? null : this.partyOfTheOther();
      if (other) doubt = takenFor(words, other);
      names.push(tied ?? other ?? words);
      start = k + 1;
    }
    return {names: [...new Set(names)], doubt};
  }

  private peopleIn(t: Tokens, subject: Subject): string[] {
    const known = new Set<string>();
    for (let k = subject.from; k <= subject.to; k++) {
      const name = this.people.get(t.words[k]!.lower);
      if (name) known.add(name);
    }
    return [...known];
  }

  /** Takes those whom a line that only introduces names for the issuers where nothing else names them. */
  introduceIn(t: Tokens, first: number, last: number): void {
    if (!this.given && !this.issuers.length) this.issuers = issuersBeforeColon(t, first, last, (from, to) => this.namedIn(t, from, to, true));
  }

  /** Takes those who open the text for its issuers where nothing else names them; looks at the first four sentences. */
  introduce(t: Tokens, codebook: Codebook, first: number, last: number): void {
    if (this.given || this.issuers.length || this.introduced > 3) return;
    this.introduced++;
    this.issuers = issuersInOpening(t, codebook, first, last, (from, to) => this.namedIn(t, from, to, true));
  }

  private introduced = 0;

  /** Who takes the stance of a passive: the agent after "by" where one is named, else those who make the statement. */
  resolveAgent(t: Tokens, verb: number, last: number, previous: string[]): Resolved {
    if (t.words[verb + 1]?.lower === "by") {
      const named = this.namedIn(t, verb + 2, Math.min(last, verb + 8), true);
      if (named.length) return {speakers: named, reason: {rule: "speaker-agent", words: named.join(", "), span: {start: t.starts[verb + 1]!, end: t.ends[Math.min(last, verb + 2)]!}}, doubt: null};
    }
    if (previous.length) return {speakers: previous, reason: {rule: "same-speaker", words: ""}, doubt: null};
    const issuers = this.issuersOf("", null);
    return {...issuers, doubt: this.issuers.length > 1 ? "The passive does not say who takes the stance; it is given to all who make the statement." : issuers.doubt};
  }
}

const takenFor = (words: string, party: string) => `"${words.slice(0, 60)}" is taken to speak for ${party}, since the other party's leader is known; the same holds for later clauses.`;

/** "the envoy to Chad", "a meeting on the Sudan". */
function isAbout(t: Tokens, from: number, k: number): boolean {
  const before = k > from && t.words[k - 1]!.classes & wordClass.determiner ? k - 2 : k - 1;
  return before >= from && /^(?:in|on|to|for|about|concerning|regarding)$/.test(t.words[before]!.lower);
}
