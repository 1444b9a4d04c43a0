import {pole} from "../../src/schema.js";
import {form, wordClass as C, type Codebook} from "./codebook.js";
import {after, readAdjective, readGroup, readStanceNoun, readVerb, type Group, type Reading} from "./predicates.js";
import {beginsInfinitive, isFinite, isThat, readSubject, type Subject} from "./subjects.js";
import {Mark, type Tokens} from "./words.js";

/** A predicate that opens a clause. */
export interface Predicate extends Reading {
  /** First token of the clause: its subject where it has one of its own, else the verb group. */
  start: number;
  group: Group;
  subject: Subject | null;
  /** `plain`: a main verb without a stance; it only bounds clauses. */
  kind: "stance" | "norm" | "plain";
  /** The form that a verb joined to it must share; "any" where the spelling does not tell. */
  form: Group["form"] | "any";
  negated: boolean;
  modality: string | null;
  /** Verbs joined to it that share its object. */
  joined: Predicate[];
  /** Form of the reporting verb above it ("noted they reject A, condemned B"). */
  outerForm: Predicate["form"] | null;
  /** Subject of that verb, which a pronoun below it stands for. */
  outerSubject: Subject | null;
  /** How it was found to head a clause. */
  place: string;
  doubts: string[];
}

/** What has been passed since the predicate before, which decides whether a joined verb belongs to it. */
interface Passed {
  that: boolean;
  relative: boolean;
  /** Form of the verb of that relative clause. */
  relativeForm: Group["form"] | null;
  infinitive: boolean;
  /** Token of the last modal, or -1. */
  modal: number;
  /** Token of the last -ing form under a preposition, or -1. */
  gerund: number;
  /** Form of a stance verb refused inside a relative clause. */
  refused: Group["form"] | null;
}

const nothing = (): Passed => ({that: false, relative: false, relativeForm: null, infinitive: false, modal: -1, gerund: -1, refused: null});

/** What the document says of who speaks, as far as the sentence needs it. */
export interface Voice {
  /** Whether a subject can be one of those who make the statement. */
  speaks(t: Tokens, subject: Subject): boolean;
  /** Whether a speaker went before that "it" or "they" can stand for. */
  hasAntecedent(pronoun: "it" | "they"): boolean;
}

/** Finds the predicates that open clauses in the sentence from token `first` to `last`, left to right. */
export class SentenceReader {
  private found: Predicate[] = [];
  private passed = nothing();
  private opened = false;

  constructor(private readonly t: Tokens, private readonly codebook: Codebook, private readonly first: number, private readonly last: number, private readonly voice: Voice, private readonly preamble: boolean) {}

  read(): Predicate[] {
    const {t, last} = this;
    for (let i = this.first; i <= last; i++) {
      const w = t.words[i]!;
      const entry = w.entry;
      if (w.mark === Mark.semicolon) this.passed = {...nothing(), that: this.passed.that};
      if (w.classes & C.possessive && i > this.first && t.words[i - 1]!.classes & C.conjunction) {
        const second = this.secondObject(i);
        if (second) { this.found.push(second); i = second.to; continue; }
      }
      if (entry) {
        const next = this.tryEntry(i);
        if (next > i) { i = next - 1; continue; }
      }
      this.note(i);
    }
    return this.found;
  }

  private tryEntry(i: number): number {
    const {t} = this, w = t.words[i]!, entry = w.entry!;
    let predicate: Predicate | null = null;
    if (entry.adjectives.length) predicate = this.tryAdjective(i);
    if (!predicate && entry.verbs.length && this.couldBeVerb(i)) predicate = this.tryVerb(i);
    if (!predicate && entry.modals.length) predicate = this.tryModal(i);
    if (!predicate) return i;
    this.accept(predicate);
    return predicate.to + 1;
  }

  private accept(predicate: Predicate): void {
    const before = this.found.at(-1);
    this.passed = nothing();
    if (before && before.kind === "stance" && predicate.kind === "stance" && this.sharesObject(before, predicate)) {
      before.joined.push(predicate);
      before.to = Math.max(before.to, predicate.to);
      before.opens = predicate.opens;
      return;
    }
    if (before && before.kind === "plain" && this.sharesObject(before, predicate)) {
      // "have imposed and will continue to impose sanctions": one object, so one clause.
      predicate.start = before.start;
      predicate.subject ??= before.subject;
      this.found.pop();
    }
    if (before?.reports && this.descends(before, predicate)) {
      predicate.start = before.subject?.kind === "document" ? predicate.start : before.start;
      predicate.place = "reported-speech";
      predicate.outerForm = before.form;
      predicate.outerSubject = before.subject;
      this.found.pop();
    }
    this.found.push(predicate);
  }

  /** "reaffirmed the importance of A, and their commitment to B": a second object of another class is a clause of its own. */
  private secondObject(i: number): Predicate | null {
    const {t, last} = this, verb = this.found.at(-1);
    if (!verb || verb.kind !== "stance" || this.passed.that || verb.opens === "that" || verb.joined.length || verb.group.passive || verb.rule === "promise") return null;
    if (t.words[i]!.lower === "'s") return null;
    const noun = readStanceNoun(t, i, last);
    if (!noun || noun.row.stance === verb.stance) return null;
    const own = t.words[verb.verbAt]?.entry?.verbs.flatMap((v) => v.rows).find((r) => r.light);
    if (!own) return null;
    return {
      ...verb, start: i, from: noun.at, to: noun.at, lemma: `${own.verb} ${noun.row.noun}`, stance: noun.row.stance, strength: noun.row.strength, illocution: noun.row.illocution,
      rule: "second-object", entry: `stance-nouns: ${noun.row.noun}`, intensifier: noun.intensifier, opens: "other", group: {...verb.group, from: i}, subject: null, joined: [], outerForm: null, outerSubject: null, place: "second-object", doubts: []
    };
  }

  /** "oppose and condemn sanctions": nothing but "and" or a comma between the two. */
  private sharesObject(before: Predicate, now: Predicate): boolean {
    if (now.subject || now.group.from <= before.to || opposite(before, now)) return false;
    const end = before.joined.at(-1)?.to ?? before.to;
    for (let k = end + 1; k < now.group.from; k++) {
      const w = this.t.words[k]!;
      if (w.mark !== Mark.comma && !(w.classes & (C.conjunction | C.adverb))) return false;
    }
    return true;
  }

  /** "said they expect": the stance is in the words reported where their subject is the speaker again. */
  private descends(before: Predicate, now: Predicate): boolean {
    const subject = now.subject;
    if (!subject || (subject.boundary !== "verb" && subject.boundary !== "that")) return false;
    return subject.from <= before.to + (subject.boundary === "that" ? 8 : 3);
  }

  private note(i: number): void {
    const {t, passed} = this, w = t.words[i]!;
    if (isThat(t, i)) passed.that = true;
    else if (w.classes & C.relative) passed.relative = true;
    else if (w.lower === "to" && beginsInfinitive(t, i)) passed.infinitive = true;
    else if (passed.relative && passed.relativeForm === null && isFinite(t, i)) passed.relativeForm = w.ending === "s" || /^(?:is|has|does)$/.test(w.lower) ? "s" : w.ending === "ed" || /^(?:was|were|had|did)$/.test(w.lower) ? "past" : "base";
    if (w.classes & C.modal && t.pos[i] === "AUX") passed.modal = i;
    else if (w.ending === "ing" && t.pos[i] === "VERB") {
      const before = t.words[i - 1];
      if (before && (before.classes & C.preposition || before.lower === "to")) passed.gerund = i;
    }
  }

  /** Whether the spelling at `i` can stand for a verb there, by what is next to it. */
  private couldBeVerb(i: number): boolean {
    const {t} = this, w = t.words[i]!, before = t.words[i - 1];
    if (w.classes & C.preposition || this.hyphenated(i)) return false;
    if (w.capital && !w.capitals && i > this.first && !this.opensQuote(i)) return false;
    if (i === this.first) return true;
    if (!before) return true;
    if (before.classes & (C.determiner | C.possessive) && !standsAlone(before.lower, w.ending === "s")) return false;
    if (before.lower === "in" && w.ending === "ing" && this.found.at(-1)?.to === i - 2) return true;
    if (before.lower === "of" || before.lower === "in" || before.lower === "for" || before.lower === "with") return false;
    if (w.ending === "ing") return true;
    if (t.pos[i - 1] === "ADJ" && t.pos[i] !== "VERB" && !(before.classes & C.adverb) && !before.entry?.speaker && !before.capital) return false;
    return true;
  }

  /** Part of a compound ("newly-established", "support-based"), but for "re-" and the like. */
  private hyphenated(i: number): boolean {
    const {t} = this;
    if (t.words[i + 1]?.lower === "-" && t.starts[i + 1] === t.ends[i]) return true;
    return i > 1 && t.words[i - 1]!.lower === "-" && t.ends[i - 1] === t.starts[i] && t.words[i - 2]!.lower !== "re";
  }

  private opensQuote(i: number): boolean {
    for (let k = i - 1; k >= this.first; k--) {
      const w = this.t.words[k]!;
      if (w.mark === Mark.open || w.mark === Mark.other || w.mark === Mark.left || w.mark === Mark.right || w.mark === Mark.stop || w.classes & C.adverb) continue;
      return false;
    }
    return true;
  }

  private tryVerb(i: number): Predicate | null {
    const {t, last} = this;
    for (const {forms: bits, rows} of t.words[i]!.entry!.verbs) {
      const again = t.words[i - 1]?.lower === "-" && i - 2 >= this.first ? i - 2 : i;
      const group = readGroup(t, this.first, again, bits);
      if (group.form === "inf") continue;
      const reading = readVerb(t, i, last, rows, group);
      if (!reading) continue;
      reading.from = again;
      if (group.carrier || group.having) reading.from = this.afterAdverbs(group.from);
      if (group.passive && !reading.passive) continue;
      if (rows[0]!.opening && !this.atStart(group.from - 1)) continue;
      const placed = this.place(i, group, reading);
      if (placed) return placed;
    }
    return null;
  }

  private afterAdverbs(k: number): number {
    while (this.t.words[k]!.classes & C.adverb || this.t.words[k]!.mark) k++;
    return k;
  }

  private tryAdjective(i: number): Predicate | null {
    const {t, first, last} = this;
    const reading = readAdjective(t, i, last, t.words[i]!.entry!.adjectives);
    if (!reading) return null;
    let k = i - 1, from = i;
    while (k >= first && t.words[k]!.classes & (C.adverb | C.negation)) from = k--;
    // "are undeterred and steadfast": the copula stands before the first of two adjectives.
    if (k - 2 >= first && t.words[k]!.classes & C.conjunction && t.pos[k - 1] === "ADJ" && t.words[k - 2]!.classes & C.copula) k -= 2;
    const before = t.words[k];
    if (k >= first && before && before.classes & C.copula && !before.capital === !before.capitals) {
      const bits = before.ending === "ing" || before.lower === "being" ? form.ing : before.lower === "is" || before.ending === "s" ? form.s : before.lower === "was" || before.lower === "were" || before.ending === "ed" || before.lower === "became" ? form.past : form.base;
      const group = readGroup(t, first, k, before.lower === "been" ? form.participle : bits);
      if (group.form === "inf") return null;
      reading.from = group.carrier ? this.afterAdverbs(group.from) : k;
      reading.lemma = withCopula(reading.lemma, before.lower);
      return this.place(i, {...group, from: Math.min(group.from, k)}, reading);
    }
    if (k >= first && before && before.classes & C.copula) {
      reading.from = k;
      reading.lemma = withCopula(reading.lemma, before.lower);
      return this.place(i, {...readGroup(t, first, k, form.ing)}, reading);
    }
    if (t.words[i]!.capital && !t.words[i]!.capitals && from > first) return null;
    // "Deeply concerned by …," without a verb: only as a participle would stand.
    if (!participial.has(reading.lemma) || (beforeTo.has(reading.lemma) && reading.opens !== "to")) return null;
    return this.place(i, {from, form: "ing", modal: -1, negated: false, passive: false, having: false, perfect: false, carrier: false}, reading);
  }

  /** Decides whether a predicate heads a clause here; the order of the cases is the order of certainty. */
  private place(i: number, group: Group, reading: Reading): Predicate | null {
    const {t, first} = this;
    const before = group.from - 1;
    if (this.atStart(before)) return this.placeAtStart(group, reading);
    const w = t.words[before]!;
    if (group.form === "ing") return this.placeParticiple(before, group, reading);
    if (group.form === "participle") return null;
    if (group.form === "base" && before === first + 1 && t.words[first]!.lower === "let" && /^(?:me|us)$/.test(w.lower)) return this.make(reading, group, first, null, "base", "let-me");
    const joinedBy = this.joint(before);
    if (joinedBy) {
      const joined = this.placeJoined(i, group, reading, joinedBy);
      if (joined) return joined;
      if (this.passed.relative || this.passed.that) this.passed.refused = group.form;
      return null;
    }
    if (w.classes & (C.relative | C.subordinator) || w.lower === "that") {
      this.passed.refused = group.form;
      return null;
    }
    const subject = readSubject(t, this.codebook, first, before, this.found.at(-1)?.to ?? -1);
    return this.placeWithSubject(i, group, reading, subject);
  }

  private atStart(before: number): boolean {
    for (let k = before; k >= this.first; k--) {
      const w = this.t.words[k]!;
      if (w.mark === Mark.open || w.mark === Mark.other || w.mark === Mark.left || w.mark === Mark.right || w.mark === Mark.stop || w.classes & C.adverb || (w.classes & C.conjunction && k === this.first)) continue;
      return false;
    }
    return true;
  }

  private placeAtStart(group: Group, reading: Reading): Predicate | null {
    const start = group.from;
    if (group.form === "ing") {
      if (!this.preamble && reading.rule !== "stance-adjective" && this.isGerundSubject(reading.to)) return null;
      return this.make(reading, group, start, null, "ing", "participle-opening");
    }
    if (group.form === "s") return this.make(reading, group, start, null, "s", "operative-opening");
    if (group.form === "base" && !group.passive) return this.make(reading, group, start, null, "base", "bare-opening");
    if (group.form === "past" && !this.looksParticipial(reading)) return this.make(reading, group, start, null, "past", "bare-opening");
    return null;
  }

  /** "Undertaking this agenda marks …": the participle is the subject of a verb without a comma before it. */
  private isGerundSubject(from: number): boolean {
    const {t, last} = this;
    let comma = false;
    for (let k = from + 1; k <= last; k++) {
      const w = t.words[k]!;
      if (w.mark === Mark.comma) { comma = true; continue; }
      if (w.mark === Mark.semicolon) return false;
      if (w.classes & C.relative || w.lower === "that") return false;
      if (isFinite(t, k) && !(w.entry?.verbs.length && comma)) return !comma;
      if (comma && w.classes & C.subject) return false;
    }
    return false;
  }

  private placeParticiple(before: number, group: Group, reading: Reading): Predicate | null {
    const {t} = this, w = t.words[before]!;
    const previous = this.found.at(-1) ?? null;
    if (previous && w.lower === "in" && previous.to === before - 1 && reading.stance !== "describe") {
      // "we are united in condemning", "we join in calling for": the act is in the participle.
      this.found.pop();
      return this.make({...reading, from: previous.from}, {...previous.group}, previous.start, previous.subject, previous.form, previous.place);
    }
    const joint = this.joint(before);
    if (joint) {
      if (previous?.form === "ing" && (joint.comma || this.passed.gerund < 0 || (!reading.action && joint.at - this.passed.gerund > 5))) return this.makeParticiple(reading, group, "participle-joined");
      if (!joint.comma && !joint.while) return null;
      if (this.passed.gerund >= 0 && reading.action) return null;
      if (!previous && !this.opening()) return joint.while ? this.makeParticiple(reading, group, "participle-joined") : null;
      return reading.action && joint.conjunction ? null : this.makeParticiple(reading, group, "participle");
    }
    if (w.classes & (C.subordinator | C.preposition | C.relative) || w.lower === "to" || w.mark) return w.mark === Mark.dash ? this.makeParticiple(reading, group, "participle") : null;
    const subject = readSubject(t, this.codebook, this.first, before, previous?.to ?? -1);
    if (t.words[subject.from]?.lower === "with" && speakerKinds.has(subject.kind)) return this.make(reading, group, subject.from, subject, "ing", "participle");
    return null;
  }

  private makeParticiple(reading: Reading, group: Group, place: string): Predicate | null {
    return this.make(reading, group, group.from, null, "ing", place);
  }

  /** How the token before a verb group joins it to what precedes, or null where it does not. */
  private joint(before: number): {comma: boolean; conjunction: boolean; semicolon: boolean; while: boolean; at: number} | null {
    const {t, first} = this;
    let k = before, conjunction = false, hasWhile = false;
    const w = t.words[k]!;
    if (w.classes & C.conjunction) { conjunction = true; hasWhile = /^(?:while|whilst|whereas)$/.test(w.lower); k--; }
    while (k > first && t.words[k]!.classes & C.adverb) k--;
    const mark = k >= first ? t.words[k]!.mark : Mark.none;
    const comma = mark === Mark.comma || mark === Mark.dash || (mark === Mark.right && conjunction);
    const semicolon = mark === Mark.semicolon || mark === Mark.colon;
    return conjunction || comma || semicolon ? {comma, conjunction, semicolon, while: hasWhile, at: k} : null;
  }

  private placeJoined(i: number, group: Group, reading: Reading, joint: NonNullable<ReturnType<SentenceReader["joint"]>>): Predicate | null {
    const {passed} = this;
    const previous = this.parent(group) ?? this.found.at(-1) ?? this.opening();
    if (group.form === "past" && !group.passive && group.modal < 0 && this.looksParticipial(reading)) return null;
    if (!previous || !this.sameForm(previous, group)) {
      const operative = this.operativeAfterLead(group, reading, joint);
      if (operative) return operative;
    }
    if (!previous) return this.afterAside(group, reading);
    if (this.homograph(i, group) && !this.carriesNoun(reading) && !this.objectFollows(i) && !(joint.comma && joint.conjunction && !reading.action && this.t.words[i + 1]?.mark === Mark.none && (this.t.pos[i + 1] === "ADJ" || this.t.pos[i + 1] === "NOUN"))) return null;
    if (previous.start > group.from) return null;
    if (previous.kind === "plain" && previous.to < previous.group.from) return null;
    if (!this.sameForm(previous, group) && !this.changesTense(i, previous, group, reading, joint)) return null;
    if (group.passive) return previous.group.passive && joint.conjunction ? this.make(reading, group, group.from, null, group.form, "joined") : null;
    if (passed.refused === group.form && !joint.comma && !joint.semicolon) return null;
    if (passed.relative && (passed.relativeForm ?? group.form) === group.form && reading.action && group.form !== "base" && !joint.comma && !joint.semicolon) return null;
    const open = passed.infinitive || (passed.modal >= 0 && passed.modal < group.from) || (previous.rule === "promise" && !(joint.comma && joint.conjunction));
    if (group.form === "base" && group.modal < 0 && open && !joint.semicolon && (reading.action || previous.rule === "promise")) return null;
    const made = this.make(reading, group, group.from, null, group.form, "joined");
    if (made && group.form === "base" && group.modal < 0 && open && !joint.comma && !joint.semicolon)
      made.doubts.push(`"${this.t.words[i]!.lower}" is read as a new act of the same speaker; it could also continue the infinitive before it.`);
    return made;
  }

  /** "supported A and intend to …": a present form after a past one, where no infinitive or subordinate clause is open that it could belong to. */
  private changesTense(i: number, previous: Predicate, group: Group, reading: Reading, joint: {conjunction: boolean}): boolean {
    const {passed} = this;
    return previous.form === "past" && (group.form === "base" || group.form === "s") && group.modal < 0 && joint.conjunction && !reading.action && this.t.pos[i] === "VERB" && !passed.infinitive && passed.modal < 0 && !passed.that && !passed.relative;
  }

  /** "Noting the drought, decides …", "With a view to peace, requests …": the organ acts after an adverbial or a participle. */
  private operativeAfterLead(group: Group, reading: Reading, joint: {comma: boolean; conjunction: boolean; at: number}): Predicate | null {
    if (group.form !== "s" || group.passive || !joint.comma || joint.conjunction || this.found.some((p) => p.form !== "ing")) return null;
    const {t, first} = this;
    const opener = t.words[first]!;
    if (opener.ending !== "ing" && !(opener.classes & (C.preposition | C.adverb))) return null;
    for (let k = first; k < joint.at; k++) if (isFinite(t, k) && !this.insideRelative(first, k)) return null;
    return this.make(reading, group, group.from, null, "s", "operative-opening");
  }

  /** "The Government, as host of the summit, welcomed": the subject stands before an aside. */
  private afterAside(group: Group, reading: Reading): Predicate | null {
    const subject = this.openingSubject(group.from - 1, group.passive);
    return subject ? this.make(reading, group, subject.from, subject, group.form, "subject-before-aside") : null;
  }

  private openingSubject(before: number, any: boolean): Subject | null {
    const {t, first} = this;
    let end = first;
    while (end <= before && t.words[end]!.mark !== Mark.comma && t.words[end]!.mark !== Mark.dash && t.words[end]!.mark !== Mark.left && !isFinite(t, end)) end++;
    if (end > before || isFinite(t, end) || end === first) return null;
    const subject = readSubject(t, this.codebook, first, end - 1, -1);
    if (subject.boundary !== "start" || !(any ? subject.head >= 0 : speakerKinds.has(subject.kind))) return null;
    for (let k = end; k <= before; k++) if (isFinite(t, k) && !this.insideRelative(end, k)) return null;
    // "We, the leaders of Norway and Iceland, …": the aside says who "we" are.
    return subject.kind === "we" ? {...subject, to: before} : subject;
  }

  private insideRelative(from: number, k: number): boolean {
    for (let j = k - 1; j >= from; j--) {
      const w = this.t.words[j]!;
      if (w.classes & (C.relative | C.subordinator) || w.lower === "that") return true;
      if (w.mark === Mark.comma && j < k - 6) return false;
    }
    return false;
  }

  /** The verb that a joined verb continues: the last one of the same form. */
  private parent(group: Group): Predicate | null {
    for (let k = this.found.length - 1; k >= Math.max(0, this.found.length - 6); k--) {
      const p = this.found[k]!;
      if (this.sameForm(p, group)) return p;
    }
    return null;
  }

  private sameForm(previous: Predicate, group: Group): boolean {
    if (previous.form === "any" || previous.form === group.form || previous.outerForm === group.form) return true;
    if (group.modal >= 0) return previous.form !== "ing" && !(this.passed.modal >= 0 && this.passed.modal < group.from) && !this.passed.relative && !this.passed.that;
    // "the leaders met and will …", "have agreed and reaffirm"
    return previous.modality !== null && group.form !== "ing" && previous.kind === "stance" && group.form === "base";
  }

  /** "endorsed by", "adopted in": a participle that only describes the noun before it. */
  private looksParticipial(reading: Reading): boolean {
    const {t} = this;
    if (reading.to > reading.from) return false;
    const next = t.words[reading.to + 1];
    if (!next || reading.to + 1 > this.last) return true;
    if (/^(?:by|at|during|under|pursuant|throughout|between|since|from|within)$/.test(next.lower)) return true;
    if (next.lower === "in") return !/^(?:particular|this|that)$/.test(t.words[reading.to + 2]?.lower ?? "");
    return next.lower === "on" && reading.lemma !== "agree";
  }

  private placeWithSubject(i: number, group: Group, reading: Reading, subject: Subject): Predicate | null {
    const {t, first} = this, previous = this.found.at(-1) ?? null;
    subject = previous ? subject : this.wholeList(subject);
    const {boundary, kind} = subject;
    if (boundary === "far") return null;
    if (boundary === "that" || boundary === "verb") {
      const inner = previous?.reports === true && subject.from <= previous.to + (boundary === "that" ? 8 : 3) && (kind === "pronoun" || kind === "we" || ((saying.has(previous.lemma) || reportVoices.has(previous.subject?.kind ?? "none")) && speakerKinds.has(kind)));
      return inner ? this.make(reading, group, subject.from, subject, group.form, "reported-speech") : null;
    }
    if (boundary === "subordinate") {
      this.passed.refused = group.form;
      return null;
    }
    if (group.passive) {
      if (previous && (previous.opens === "that" || this.passed.that) && boundary !== "semicolon") return null;
      if (boundary === "comma" && previous) return null;
      return this.make(reading, group, subject.from, subject, group.form, "passive");
    }
    if (kind === "pronoun" && this.refersElsewhere(subject)) return null;
    if (kind === "document" && !reading.reports) return null;
    if (!speakerKinds.has(kind)) {
      if (kind === "proper" && boundary !== "and" && !(reading.action && subject.head === first) && !(boundary === "comma" && previous)) return this.homograph(i, group) ? null : this.make(reading, group, subject.from, subject, group.form, "subject", "The subject is taken for a speaker by its capital letter only.");
      const able = reading.human && kind === "other" && (boundary === "start" || boundary === "semicolon" || boundary === "comma-and" || (boundary === "comma" && !previous)) && !this.homograph(i, group) && !this.looksParticipial(reading);
      return able ? this.make(reading, group, subject.from, subject, group.form, "subject", "The subject is taken for a speaker since only speakers do what the verb says.") : null;
    }
    if (this.homograph(i, group) && !this.carriesNoun(reading) && !this.verbByContext(i, subject)) return null;
    if (boundary === "and" && previous && (previous.opens === "that" || this.passed.that || this.passed.relative) && kind !== "we" && kind !== "pronoun" && kind !== "name" && kind !== "all") return null;
    if (boundary === "and" && this.passed.that && !previous) return null;
    if (boundary === "comma" && previous && this.passed.relative && kind !== "we" && kind !== "pronoun") return null;
    if (group.form === "past" && this.looksParticipial(reading) && group.modal < 0 && !["we", "pronoun"].includes(kind)) return null;
    if (subject.head >= 0 && t.words[subject.head]!.classes & C.preposition) return null;
    return this.make(reading, group, subject.from, subject, group.form, "subject");
  }

  /** "The leaders of A, B and C reaffirmed": the names before the comma are part of the subject where the sentence opens with it. */
  private wholeList(subject: Subject): Subject {
    const {t, first} = this;
    if ((subject.boundary !== "comma" && subject.boundary !== "comma-and") || (subject.kind !== "name" && subject.kind !== "proper")) return subject;
    const opener = t.words[first]!;
    if (opener.ending === "ing" || opener.ending === "ed" || opener.classes & (C.preposition | C.subordinator | C.adverb) || opener.lower === "as" || opener.lower === "while") return subject;
    const opening = this.openingSubject(subject.from - 1, false);
    return opening ? {...opening, to: subject.to, general: false} : subject;
  }

  /** "Resilience is more than skill; it requires …": a pronoun for a thing named before in the sentence, or with no speaker before. */
  private refersElsewhere(subject: Subject): boolean {
    const {t, first} = this;
    const pronoun = t.words[subject.head]!.lower;
    if (pronoun !== "it" && pronoun !== "they") return false;
    if (!this.voice.hasAntecedent(pronoun)) return true;
    if (this.found.length || subject.boundary === "start") return false;
    for (let k = first; k < subject.from - 1; k++) if (isFinite(t, k)) return !speakerKinds.has(readSubject(t, this.codebook, first, k - 1, -1).kind);
    return false;
  }

  /** The engine takes it for a noun. */
  private homograph(i: number, group: Group): boolean {
    const pos = this.t.pos[i];
    return (pos === "NOUN" || pos === "PROPN" || pos === "ADJ") && group.from === i && (group.form === "base" || group.form === "s");
  }

  /** More words than a preposition belong to it ("takes note of"), so that it is hardly a noun. */
  private carriesNoun(reading: Reading): boolean {
    return reading.rule === "set-phrase" ? reading.to > reading.from + 1 : reading.to > reading.from;
  }

  /** A homograph is a verb where an object, a that-clause or its own particle follows it. */
  private verbByContext(i: number, subject: Subject): boolean {
    const {t, last} = this;
    if (t.words[i]!.capitals) return true;
    if (subject.kind === "we" || subject.kind === "pronoun") return true;
    const next = after(t, i, last);
    if (next > last) return false;
    const w = t.words[next]!;
    if (this.objectFollows(i)) return true;
    return !w.mark && !(w.classes & (C.preposition | C.conjunction | C.be | C.have | C.modal)) && t.pos[next] !== "VERB" && t.pos[next] !== "AUX";
  }

  private objectFollows(i: number): boolean {
    const {t, last} = this;
    const next = after(t, i, last);
    if (next > last) return false;
    const w = t.words[next]!;
    if (next > i + 1) return true;
    if (w.classes & (C.determiner | C.possessive | C.subject) || w.lower === "that" || w.lower === "to" || t.pos[next] === "PROPN" || t.pos[next] === "PRON") return true;
    return /^(?:on|upon|for)$/.test(w.lower);
  }

  /** The main verb of a sentence that opens with a speaker, so that what is joined to it has a subject. */
  private opening(): Predicate | null {
    if (this.opened) return null;
    this.opened = true;
    const {t, first, last} = this;
    for (let k = first; k <= last; k++) {
      const w = t.words[k]!;
      if (w.classes & (C.relative | C.subordinator) && w.lower !== "as" && k > first) return null;
      if (!isFinite(t, k)) continue;
      const group = readGroup(t, first, k, w.ending === "ed" ? form.past | form.participle : w.ending === "s" ? form.s : form.base | form.past);
      if (group.form === "inf") continue;
      const subject = readSubject(t, this.codebook, first, group.from - 1, -1);
      if (!speakerKinds.has(subject.kind) && subject.kind !== "proper") return null;
      const shape = w.ending === "ed" ? "past" : group.from < k ? group.form : t.pos[k] === "AUX" ? (/^(?:is|has)$/.test(w.lower) ? "s" : "past") : w.ending === "s" ? "s" : "any";
      const plain = this.plain(k, group, subject, shape);
      this.found.push(plain);
      return plain;
    }
    return null;
  }

  private plain(k: number, group: Group, subject: Subject, shape: Predicate["form"]): Predicate {
    const {t, last} = this;
    let to = k;
    while (to < last && (t.pos[to + 1] === "VERB" || t.pos[to + 1] === "AUX") && t.words[to + 1]!.ending !== "ing") to++;
    return {
      from: k, to, lemma: "", stance: "describe", strength: 2, illocution: "assertive", negatedStance: "describe", rule: "no-stance", entry: "", action: false, passive: false, human: false, reports: false,
      opens: "other", intensifier: -1, verbAt: k, start: subject.from, group, subject, kind: "plain", form: shape, negated: false, modality: null, joined: [], outerForm: null, outerSubject: null, place: "subject", doubts: []
    };
  }

  /** "will", "must", "have the right to": a promise where the speaker is the subject, else a norm. */
  private tryModal(i: number): Predicate | null {
    const {t, first} = this, w = t.words[i]!;
    if (this.passed.relative && !this.found.length) return null;
    for (const row of w.entry!.modals) {
      if (!row.words.every((word, j) => t.words[i + j]?.lower === word || (j > 0 && t.words[i + j + 1]?.lower === word && t.words[i + j]!.classes & C.adverb))) continue;
      if (w.lower === "may" && w.capital) continue;
      if (row.kind !== "promise") continue;
      const before = i - 1;
      if (before < first) continue;
      let k = before;
      while (k >= first && t.words[k]!.classes & C.adverb) k--;
      if (k < first) continue;
      const joint = this.joint(k);
      const previous = this.found.at(-1) ?? null;
      const negated = ((t.words[i + 1]?.classes ?? 0) & C.negation) > 0;
      if (negated && this.refusalFollows(i)) continue;
      const reading: Reading = {
        from: i, to: i + row.words.length - 1, lemma: row.lemma, stance: "commit", strength: 2, illocution: "commissive", negatedStance: "commit", rule: "promise", entry: `modals: ${row.lemma}`,
        action: false, passive: false, human: false, reports: false, opens: "other", intensifier: -1, verbAt: i
      };
      const group: Group = {from: k + 1, form: "base", modal: i, negated, passive: false, having: false, perfect: false, carrier: false};
      if (joint) {
        const aside = previous ? null : this.openingSubject(k, false);
        if (aside && this.promises(aside)) return this.make(reading, group, aside.from, aside, "base", "subject-before-aside");
        const earlier = previous ?? this.opening();
        const speaker = earlier?.subject ?? this.found.findLast((p) => p.subject !== null)?.subject;
        if (!earlier || !speaker || !this.promises(speaker) || this.passed.modal >= 0 || this.passed.relative || this.passed.that || earlier.opens === "that") continue;
        if (earlier.modality && earlier.rule === "promise") continue;
        return this.make(reading, group, group.from, null, "base", "joined");
      }
      const subject = readSubject(t, this.codebook, first, k, previous?.to ?? -1);
      if (!this.promises(subject)) continue;
      if (subject.boundary === "that" || subject.boundary === "verb" || subject.boundary === "subordinate" || subject.boundary === "far") {
        if (!(previous?.reports && subject.from <= previous.to + 3 && (subject.kind === "pronoun" || subject.kind === "we"))) continue;
      } else if ((subject.boundary === "and" || subject.boundary === "comma-and" || subject.boundary === "comma") && previous && (previous.opens === "that" || this.passed.that)) continue;
      return this.make(reading, group, subject.from, subject, "base", "subject");
    }
    return null;
  }

  /** "will never accept": the negated verb has a stance of its own. */
  private refusalFollows(i: number): boolean {
    const {t, last} = this;
    let k = i + 1;
    while (k < last && t.words[k]!.classes & (C.adverb | C.negation)) k++;
    return t.words[k]!.entry?.verbs.some((v) => v.rows.some((r) => r.negated === "oppose" && r.stance !== "oppose")) ?? false;
  }

  private promises(subject: Subject): boolean {
    if (subject.general) return false;
    return subject.kind === "we" || this.voice.speaks(this.t, subject);
  }

  private make(reading: Reading, group: Group, start: number, subject: Subject | null, shape: Predicate["form"], place: string, doubt?: string): Predicate | null {
    const modalWord = group.modal >= 0 ? this.t.words[group.modal]!.lower : null;
    // Field by field: spreading is several times slower here, and this runs for every clause.
    const predicate: Predicate = {
      from: reading.from, to: reading.to, lemma: reading.lemma, stance: reading.stance, strength: reading.strength, illocution: reading.illocution, negatedStance: reading.negatedStance,
      rule: reading.rule, entry: reading.entry, action: reading.action, passive: reading.passive, human: reading.human, reports: reading.reports, opens: reading.opens, verbAt: reading.verbAt, intensifier: reading.intensifier,
      start, group, subject, kind: "stance", form: shape, negated: group.negated, modality: modalWord === "'ll" ? "will" : modalWord, joined: [], outerForm: null, outerSubject: null, place, doubts: doubt ? [doubt] : []
    };
    if (reading.rule === "promise") return predicate;
    // "has established": what was done before is told, not done by saying it.
    if (reading.stance === "decide" && reading.action && group.perfect) return null;
    if (modalWord && !this.modalStance(predicate, modalWord)) return null;
    // "Neither side recognizes": the subject denies.
    predicate.negated ||= subject !== null && /^(?:neither|no|none|nobody)$/.test(this.t.words[subject.from]?.lower ?? "");
    if (predicate.negated) {
      predicate.stance = reading.negatedStance;
      predicate.rule = predicate.stance === reading.stance ? predicate.rule : "negation";
    }
    return predicate;
  }

  /** A stance verb under a modal: "will" is a promise and read as such, "must" a norm; "would" leaves it as it is, a negated "can" refuses. */
  private modalStance(predicate: Predicate, modal: string): boolean {
    if (modal === "will" || modal === "shall" || modal === "wo" || modal === "'ll") {
      return predicate.group.negated && predicate.negatedStance === "oppose";
    }
    if (modal === "would") return predicate.group.carrier || !predicate.action;
    if (modal === "cannot" || modal === "can" || modal === "ca" || modal === "could") return predicate.group.negated && predicate.negatedStance === "oppose";
    return false;
  }
}

const participial = new Set(["be committed", "be determined", "be resolved", "be dedicated", "be guided by", "be convinced", "be confident", "be aware", "be mindful", "be conscious", "be cognizant", "be cognisant", "be concerned", "be worried", "be troubled", "be disturbed", "be distressed", "be alarmed", "be dismayed", "be disappointed", "be saddened", "be grieved", "be shocked", "be horrified", "be appalled", "be outraged", "be encouraged", "be heartened", "be inspired", "be desirous", "be united", "be reminded", "be persuaded", "be willing", "be ready", "be eager", "be gratified", "be pleased", "be satisfied", "be proud", "be prepared", "be opposed", "be grateful", "be anxious", "be frustrated", "be steadfast", "be resolute", "be indignant", "be hopeful", "be certain"]);
/** One blames what the other favours: they can hardly share an object. */
const opposite = (a: Predicate, b: Predicate) => pole(a.stance) !== pole(b.stance) && pole(a.stance) !== "neutral" && pole(b.stance) !== "neutral";

/** "remain committed" keeps its own copula, as light verbs keep their verb. */
function withCopula(lemma: string, copula: string): string {
  const verb = /^(?:remain|stay|feel|become|stand)/.exec(copula)?.[0] ?? ({felt: "feel", became: "become", stood: "stand"} as Record<string, string>)[copula];
  return verb ? lemma.replace(/^be /, `${verb} `) : lemma;
}

/** Without a copula these need "to": "committed against civilians" is no stance. */
const beforeTo = new Set(["be committed", "be dedicated", "be resolved", "be prepared", "be opposed", "be willing", "be ready"]);
const speakerKinds = new Set<Subject["kind"]>(["we", "pronoun", "name", "part", "all", "person", "organ", "voice", "place", "document"]);
/** Those who tell what others say; a party that "noted Z requested a review" takes a stance of its own. */
const reportVoices = new Set<Subject["kind"]>(["document", "voice"]);
const saying = new Set(["say", "add", "tell"]);
/** "both support", "each supports": a quantifier that is the subject itself, by its number. */
const standsAlone = (word: string, singular: boolean) => (singular ? word === "each" || word === "neither" : word === "both" || word === "all" || word === "each" || word === "neither");
