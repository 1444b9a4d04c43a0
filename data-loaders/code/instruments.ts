import type {Instrument, Mention, MentionKind, Span} from "../../src/schema.js";
import {headNouns, type Body, type Head, type InstrumentCodebook, type Trigger} from "./instruments-codebook.js";
import {isoDate} from "./instruments-dates.js";
import {growDate, growLeadingDate, growLeft, growRight, nameToId} from "./instruments-names.js";
import {numberAt, numbersAfter, symbolAt, type Numbered} from "./instruments-numbers.js";
import {pinpointAround} from "./instruments-pinpoints.js";
import {selfNames, type SelfNames} from "./instruments-self.js";
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

interface Draft extends Span {
  instrument: string;
  kind: MentionKind;
  heads: Iterable<string>;
  doubt?: string;
}

/** Finds every mention of an international instrument in a text, by the codebook's names, by the form of names and numbers, and by reference back. */
export function findMentions(text: string, codebook: InstrumentCodebook, options: MentionOptions = {}): Mentions {
  const search = new Search(text, codebook, options);
  eachWord(text, 0, text.length, (position) => search.visit(position));
  return search.result();
}

class Search {
  private drafts: Draft[] = [];
  private floor = 0;
  private registry = new Map<string, Instrument>();
  private lastByHead = new Map<string, {instrument: string; at: number}>();
  private byName = new Map<string, Map<string, string>>();
  private short = new Map<string, string>();
  private self: SelfNames;
  private council: boolean;

  constructor(private text: string, private codebook: InstrumentCodebook, options: MentionOptions) {
    this.self = selfNames(text, codebook, options.statementTitle, options.paragraphs);
    this.council = /security council/i.test(options.issuer ?? "") || /(?:^|\n)[“"]?The Security Council,?\b/.test(text.slice(0, 3000));
  }

  /** Looks for a mention at a word; returns where to go on, 0 for the next word. */
  visit(position: number): number {
    const code = this.text.charCodeAt(position);
    if (code >= 48 && code <= 57) {
      const loose = this.looseNumber(position);
      if (loose) return loose;
    }
    const triggers = this.codebook.triggers.match(this.text, position, this.text.length);
    if (!triggers) return code >= 65 && code <= 90 && this.short.size ? this.shortName(position) : 0;
    const end = this.codebook.triggers.end;
    for (const trigger of triggers) {
      const before = this.drafts.length;
      this.take(trigger, position, end);
      if (this.drafts.length > before) return Math.max(this.floor, end);
    }
    return this.short.size ? this.shortName(position) : 0;
  }

  private take(trigger: Trigger, start: number, end: number): void {
    if (start < this.floor) return;
    if (trigger.type === "name") this.name(trigger, start, end);
    else if (trigger.type === "head") this.head(trigger.head, start, end);
    else if (trigger.type === "resolution") this.resolution(trigger.plural, start, end);
    else if (trigger.type === "presidential") this.presidential(start, end);
    else if (trigger.type === "symbol" && /[A-Z]/.test(this.text.charAt(start))) this.numbered(symbolAt(this.text, start, this.codebook));
  }

  private add(draft: Draft): void {
    this.floor = Math.max(this.floor, draft.end);
    if (draft.kind !== "generic") for (const head of draft.heads) this.lastByHead.set(head, {instrument: draft.instrument, at: draft.end});
    this.drafts.push(draft);
  }

  private before(start: number, length = 60): string {
    return this.text.slice(Math.max(this.floor, start - length), start);
  }

  // ---- names that the codebook knows

  private name({id, phrase, exact}: Trigger & {type: "name"}, start: number, end: number): void {
    const words = this.text.slice(start, end);
    if (!this.printedAsName(words, phrase) || this.namesBody(end) || this.amongBodies(start, end)) return;
    const grown = growRight(this.text, end, this.codebook);
    const same = this.continues(id, this.text.slice(end, grown));
    if (exact && grown > end && !same) return;
    const left = growLeft(this.text, start, this.floor);
    const lead = this.text.slice(left, start);
    const from = /^(?:(?:\d{4}|UN|United Nations|International|ASEAN|AU|WTO|EU|APEC)[\s-]+)+$/.test(lead) ? left : growLeadingDate(this.text, start, this.floor);
    this.explicit(from, same ? grown : end, id, this.codebook.headsOf.get(id) ?? []);
  }

  /** Two capitals, or as many as the codebook's name has; a head noun after a capitalised first word may be small ("the Paris agreement"). */
  private printedAsName(words: string, phrase: string): boolean {
    if (capitalCount(words) >= Math.min(2, capitalCount(phrase)) || /[A-Z]{3}/.test(words)) return true;
    const [first = "", ...others] = words.split(/\s+/);
    return /^\p{Lu}/u.test(first) && others.length === 1 && this.codebook.heads.get(others[0] as string)?.title === "strong";
  }

  /** Whether words after a name go on with its official title, so that they belong to it. */
  private continues(id: string, words: string): boolean {
    const plain = (title: string) => title.toLowerCase().replaceAll("-", "");
    const title = plain(`${this.codebook.instruments.get(id)?.title} ${this.codebook.instruments.get(id)?.short}`);
    return plain(words).split(/[^\p{L}\p{N}]+/u).every((word) => word.length < 4 || title.includes(word));
  }

  /** Adds an explicit mention, with the date, the short form and the symbol that follow it. */
  private explicit(start: number, end: number, instrument: string, heads: Iterable<string>, doubt?: string): void {
    const name = this.text.slice(start, end), dated = growDate(this.text, end);
    const close = Math.max(dated, this.defineShort(end, instrument, name), this.defineShort(dated, instrument, name));
    this.know(instrument);
    this.add({start, end: close, instrument, kind: "explicit", heads, ...(doubt ? {doubt} : {})});
  }

  private know(id: string): void {
    const known = this.codebook.instruments.get(id);
    if (known && !this.registry.has(id)) this.registry.set(id, known);
  }

  /** Keeps the short form in brackets after a name ("(UNFCCC)", "(the “Accord”)"); returns the end of the brackets or `end`. */
  private defineShort(end: number, instrument: string, name: string): number {
    const match = /^[”"’]?\s*\(\s*(?:(?:hereinafter|hereafter|henceforth)(?:\s+referred\s+to\s+as)?[,:]?\s*)?(?:the\s+)?["“‘']?((?:\d{4}\s)?[A-Z][\p{L}\p{N}+&/.-]{1,14}(?:\s[A-Z][\p{L}]{2,14}){0,3})["”’']?\s*\)/u.exec(this.text.slice(end, end + 90));
    if (!match || /^(?:Annex|Article|Chapter|Part|Section|No)\b/.test(match[1] as string)) return end;
    const short = match[1] as string, quoted = /["“‘]/.test(match[0]);
    if ((quoted || shortens(short, name, this.codebook)) && this.short.size < 500) this.short.set(short, instrument);
    return end + match[0].length;
  }

  private shortName(position: number): number {
    const word = /[A-Z][\p{L}\p{N}+&/-]*(?:\.[A-Z])*/uy;
    word.lastIndex = position;
    const found = word.exec(this.text)?.[0];
    const instrument = found === undefined ? undefined : this.short.get(found);
    if (!instrument || found === undefined || position < this.floor) return 0;
    this.know(instrument);
    this.add({start: position, end: position + found.length, instrument, kind: "explicit", heads: []});
    return this.floor;
  }

  /** A short form in a list of bodies ("WTO, UNCCD, UNCTAD") is the secretariat, not the convention. */
  private amongBodies(start: number, end: number): boolean {
    return /^[A-Z]{3,}$/.test(this.text.slice(start, end)) && /[A-Z]{2,},\s$/.test(this.before(start, 8)) && /^,\s[A-Z]{2,}/.test(this.text.slice(end, end + 5));
  }

  private namesBody(end: number): boolean {
    const next = /^[’']?s?\s+(\p{Lu}[\p{L}]+)/u.exec(this.text.slice(end, end + 40))?.[1];
    if (next === "COP") return true;
    return next !== undefined && this.codebook.marks.get("body")?.has(next.toLowerCase()) === true;
  }

  // ---- nouns that head a name, a reference back or a class

  private head(head: Head, start: number, end: number): void {
    const capital = /\p{Lu}/u.test(this.text.charAt(start));
    if (capital && this.formed(head, start, end)) return;
    if (!capital && this.lowerNamed(head, start, end)) return;
    if (this.back(head, start, end, capital)) return;
    if (head.plural && head.class) this.class(head, start, end);
  }

  /** A capitalised name that the codebook does not know ("the Kuala Lumpur Declaration"). */
  private formed(head: Head, start: number, end: number): boolean {
    if (head.title === "never" || this.namesBody(end)) return false;
    const left = growLeadingDate(this.text, growLeft(this.text, start, this.floor), this.floor);
    const tail = /^\s+of\s+(?:Understanding|Cooperation|Intent|Agreement)\b/.exec(this.text.slice(end, end + 30))?.[0].length ?? 0;
    const right = growRight(this.text, end + tail, this.codebook);
    const lead = this.text.slice(left, start).trim(), follow = this.text.slice(end, right).trim();
    const year = isoDate(this.text.slice(left, growDate(this.text, right)));
    const named = lead.replace(/^(?:\d{4}|Final|Joint|New)$/, "") || follow;
    const titled = head.title === "strong" && (head.noun.includes(" ") || lead) && /^\s+(?:on|of|regarding|concerning|issued|signed|adopted|concluded|reached)\s/.test(this.text.slice(end, end + 14));
    if (!named && !year && !titled) return false;
    const ownOfState = /\p{Lu}[\p{L}.]*(?:[’']s|s[’'])\s+$/u.test(this.before(left, 30)) || (/[’']s?(?:\s|$)/.test(lead) && !this.marked(lead, "international"));
    if (this.marked(lead, "national") || (head.title !== "strong" && (ownOfState || !this.international(head, lead, follow)))) return false;
    const classWord = (word: string) => /^[A-Z]{2,}$/.test(word) || this.codebook.marks.get("class")?.has(word.toLowerCase()) === true;
    if (head.plural && head.class && !follow && (lead === "United Nations" || lead.split(/\s+/).every(classWord))) return false;
    if (/\b(?:this|present)\s+$/i.test(this.before(left, 12))) { this.floor = right; return true; }
    this.byForm(left, right, head, capitalCount(lead + follow) < 2 && !year ? "recognized as an instrument by one capitalised word alone" : undefined);
    return true;
  }

  private marked(lead: string, mark: string): boolean {
    return lead.toLowerCase().split(/\s+/).some((word) => this.codebook.marks.get(mark)?.has(word.replace(/['’]s?$/, "")));
  }

  /** Whether a noun that heads plans of one government too ("strategy") stands in the name of an international instrument. */
  private international(head: Head, lead: string, follow: string): boolean {
    if (/\bJoint\b|\bPeace\b/.test(lead)) return true;
    if (head.noun === "statement" && /^(?:of|by)\s+the\s+(?!President|Minist|Government|Secretary)/.test(follow)) return true;
    return head.title === "phrase" ? /^(?:on|for|concerning|regarding)\s/.test(follow) : this.marked(lead, "international");
  }

  /** A name in small letters that a date, a draft or two sides make one instrument ("its declaration of October 1970"). */
  private lowerNamed(head: Head, start: number, end: number): boolean {
    if (head.plural || head.title !== "strong") return false;
    const after = this.text.slice(end, end + 40);
    const sides = head.anaphor && /^\s+(?:between|among)\s+(?:the\s+)?(?:\p{Lu}[\p{L}.-]*\s+){1,4}and\s+(?:the\s+)?\p{Lu}/u.test(this.text.slice(end, end + 120));
    const dated = growDate(this.text, end) > end;
    const draft = head.noun.startsWith("draft ") && !/\bthis\s+$/i.test(this.before(start));
    if (!sides && !dated && !draft) return false;
    const modifier = /(?:(?:\p{Lu}[\p{L}.-]*|peace|ceasefire|truce|compact|trade|framework|political|joint)\s+)+$/u.exec(this.before(start));
    const from = modifier ? start - modifier[0].length : start;
    const right = sides ? Math.max(end, growRight(this.text, end, this.codebook)) : draft ? end + (/^\s+(?:of|on)\s+(?:its|their|the)?\s*[\p{L}-]+/u.exec(after)?.[0].length ?? 0) : end;
    this.byForm(from, right, head, "named in small letters");
    return true;
  }

  private byForm(start: number, end: number, head: Head, doubt?: string): void {
    const close = growDate(this.text, end);
    const words = this.text.slice(start, close);
    const following = /^\s*\(/.test(this.text.slice(close, close + 3)) ? this.identified(close) : null;
    const instrument = following ?? this.idOf(nameToId(this.text.slice(start, end)), isoDate(words));
    if (!this.registry.has(instrument)) {
      const title = this.text.slice(start, end).replace(/\s+/g, " ");
      this.registry.set(instrument, this.codebook.instruments.get(instrument) ?? {
        id: instrument, title, short: title.length > 48 ? `${title.slice(0, 47).replace(/\s+\S*$/, "")}…` : title, kind: head.singular.replace("communiqué", "communique"),
        adopted: isoDate(words), body: null, symbol: null, status: null, source: "the text"
      });
    }
    this.explicit(start, end, instrument, headNouns(this.text.slice(start, end), this.codebook.heads).slice(0, 3), doubt);
  }

  /** The instrument that brackets after a name give its number for ("its declaration of October 1970 (resolution 2625 (XXV))"). */
  private identified(position: number): string | null {
    const opening = /^\s*\((?:General\s+Assembly\s+|Security\s+Council\s+)?(?:resolution\s+(?=[\dAS])|(?=[AS]\/RES))/.exec(this.text.slice(position, position + 60));
    return opening ? numberAt(this.text, position + opening[0].length, null, this.codebook)?.id ?? null : null;
  }

  /** One id for a name in all its mentions; a date tells two instruments of one name apart. */
  private idOf(name: string, date: string | null): string {
    const year = date?.slice(0, 4) ?? "";
    const variants = this.variants(this.longerName(name) ?? name);
    const known = year ? variants.get(date as string) ?? [...variants].find(([when]) => when === "" || when === year || (when.startsWith(year) && date === year))?.[1] : [...variants.values()].at(-1);
    if (known !== undefined) {
      if (date) { variants.delete(""); variants.set(date, known); }
      return known;
    }
    const taken = [...variants.keys()].some((when) => when.startsWith(year) && year);
    const id = year && !name.includes(year) ? `${name}-${taken ? date : year}` : name;
    variants.set(date ?? "", id);
    return id;
  }

  /** A name given before that this one shortens ("the Nature Compact" after "the G7 2030 Nature Compact"). */
  private longerName(name: string): string | null {
    if (this.byName.has(name)) return null;
    const parts = name.split("-").length;
    if (parts < 2 || this.byName.size > 2000) return null;
    let found: string | null = null;
    for (const known of this.byName.keys()) if (known.endsWith(`-${name}`) || (parts > 3 && known.startsWith(`${name}-`))) found = known;
    return found;
  }

  private variants(name: string): Map<string, string> {
    let variants = this.byName.get(name);
    if (!variants) this.byName.set(name, variants = new Map());
    return variants;
  }

  /** "the Charter", "that agreement", "this draft statement": the last one named before that is called so. */
  private back(head: Head, start: number, end: number, capital: boolean): boolean {
    const match = /(?:^|[\s(“"])((the|that|this|said|these|those|both|such|present)\s+(?:(?:above-?mentioned|aforementioned|aforesaid|said|same|latter|present|former|two|three|landmark|historic|joint|Joint)\s+)*)$/i.exec(this.before(start));
    if (!match || !head.anaphor && !capital) return false;
    const pointer = (match[2] as string).toLowerCase(), from = start - (match[1] as string).length;
    const antecedent = this.lastByHead.get(head.singular);
    const own = this.self.heads.has(head.singular);
    const follows = this.text.slice(end, end + 24);
    if (capital ? /^\s+(?:[Oo]n|[Aa]gainst|[Cc]oncerning|[Rr]egarding)\s/.test(follows) : pointer === "the" && (/^\s+(?:by|to|on|between|among|reached|of|for|with|that|in\s+principle)\b/.test(follows) || start - (antecedent?.at ?? 0) > 6000)) return false;
    if ((pointer === "this" || pointer === "present") && (own || !antecedent || start - antecedent.at > 800)) return false;
    if (own && !antecedent) return false;
    if (antecedent) {
      const several = /(?:treaties|conventions|protocols|agreements|accords|covenants|declarations)(?:-\d+)?$/.test(antecedent.instrument);
      if (several !== head.plural && !(head.plural && capital)) return false;
      this.know(antecedent.instrument);
      this.add({start: from, end, instrument: antecedent.instrument, kind: "anaphor", heads: [head.singular]});
      return true;
    }
    if (!capital || head.plural || head.title !== "strong" || pointer !== "the") return false;
    return this.withoutAntecedent(head, from, end);
  }

  private withoutAntecedent(head: Head, start: number, end: number): boolean {
    if (head.singular === "charter") {
      this.know("un-charter");
      this.add({start, end, instrument: "un-charter", kind: "anaphor", heads: ["charter"], doubt: "no charter is named before; taken for the Charter of the United Nations"});
      return true;
    }
    if (!/^(?:treaty|convention|covenant|protocol|agreement|accord|pact|declaration|statute|communiqué|communique|roadmap)$/.test(head.singular)) return false;
    const id = nameToId(head.singular);
    if (!this.registry.has(id)) this.registry.set(id, {id, title: this.text.slice(start, end).replace(/^the\s+/i, ""), short: this.text.slice(start, end).replace(/^the\s+/i, ""), kind: head.singular, adopted: null, body: null, symbol: null, status: null, source: "the text"});
    this.add({start, end, instrument: id, kind: "anaphor", heads: [head.singular], doubt: `no ${head.singular} is named before`});
    return true;
  }

  /** "UN treaties", "relevant international conventions": a class of instruments. */
  private class(head: Head, start: number, end: number): void {
    const match = /((?:[\p{L}.-]+\s+){1,6})$/u.exec(this.before(start, 80));
    const words = match ? (match[1] as string).trim().split(/\s+/) : [];
    const kept: string[] = [];
    let extent = 0;
    for (let i = words.length - 1; i >= 0; i--) {
      const word = (words[i] as string).toLowerCase(), pair = `${(words[i - 1] ?? "").toLowerCase()} ${word}`;
      if (this.codebook.marks.get("class")?.has(pair)) { kept.unshift(pair); i--; extent = words.length - i; continue; }
      if (this.codebook.marks.get("class")?.has(word)) { kept.unshift(word); extent = words.length - i; continue; }
      if (/^(?:relevant|applicable|existing|previous)$/.test(word) || (kept.length && /^(?:all|other|its|their|core|key|such|various|respective)$/.test(word))) { extent = words.length - i; continue; }
      if (!(kept.length && /^(?:and|or)$/.test(word)) && !(/^(?:and|or|arrangements|conventions|treaties|protocols|agreements)$/.test(word) && /^(?:and|or)$/.test(words.at(-1) ?? ""))) break;
    }
    const last = this.drafts.at(-1);
    if (last?.kind === "generic" && /^\s+and\s+$/.test(this.text.slice(last.end, start))) { last.end = end; this.floor = end; return; }
    if (!extent && !/^(?:treaties|conventions|memoranda)$/.test(head.class ?? "")) return;
    const from = extent && match ? start - tail(match[1] as string, extent) : start;
    const modifiers = kept.map((word) => (word === "united nations" ? "un" : word));
    const id = nameToId([...modifiers, head.class].join(" "));
    const whole = end + (/^\s+of\s+(?:understanding|cooperation)\b/.exec(this.text.slice(end, end + 20))?.[0].length ?? 0);
    this.generic(from, whole, id, [...modifiers, head.class?.replaceAll("-", " ")].join(" "));
  }

  private generic(start: number, end: number, id: string, title: string): void {
    const label = title.replace(/^un\b/, "UN").replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
    if (!this.registry.has(id)) this.registry.set(id, {id, title: label, short: label, kind: "class of instruments", adopted: null, body: null, symbol: null, status: null, source: "the text"});
    this.add({start, end, instrument: id, kind: "generic", heads: []});
  }

  // ---- resolutions and documents by number

  private numbered(found: Numbered | null, start?: number): void {
    if (!found || found.start < this.floor || this.self.symbolLine(this.text, found.start, found.end)) return;
    if (!this.registry.has(found.id)) this.registry.set(found.id, this.codebook.instruments.get(found.id) ?? {
      id: found.id, title: found.title, short: found.title.replace("Security Council resolution", "Resolution").replace(/^.*statement.*$/i, found.title).replace("General Assembly resolution", "GA resolution"),
      kind: /resolution/.test(found.id) ? "resolution" : /presidential/.test(found.id) ? "presidential statement" : "document", adopted: found.adopted, body: found.body, symbol: found.symbol, status: null, source: "the text"
    });
    const heads = /resolution/.test(found.title) ? ["resolution"] : /Statement/.test(found.title) ? ["statement"] : [];
    this.add({start: start ?? found.start, end: found.end, instrument: found.id, kind: "explicit", heads});
  }

  private looseNumber(position: number): number {
    if (position < this.floor) return 0;
    const ahead = /^(\d{1,4})\s?\(((?:19|20)\d\d)\)/.exec(this.text.slice(position, position + 14));
    if (!ahead || this.codebook.resolutionYear(Number(ahead[1])) !== Number(ahead[2])) return 0;
    for (const found of numbersAfter(this.text, position, null, this.codebook)) this.numbered(found);
    return this.floor > position ? this.floor : 0;
  }

  private resolution(plural: boolean, start: number, end: number): void {
    const {from, body} = this.bodyBefore(start);
    const issuer = body ?? this.bodyAfter(end);
    const numbers = numbersAfter(this.text, end, issuer, this.codebook);
    if (numbers.length) {
      numbers.forEach((found, i) => this.numbered(found, i === 0 ? from : undefined));
      return;
    }
    if (plural) this.resolutionClass(start, end, from, issuer);
    else this.resolutionBack(start, end);
  }

  /** The body named right before "resolution(s)", and where its words begin. */
  private bodyBefore(start: number): {from: number; body: Body | null} {
    const match = this.codebook.bodies.before.exec(this.before(start));
    if (match) return {from: start - match[0].length, body: this.codebook.bodies.byName.get((match[1] as string).replace(/\s+/g, " ")) ?? null};
    const letters = /(?<![\p{L}-])(?![IVXLC]+\s)([A-Z]{3,10})\s+$/u.exec(this.before(start));
    return letters ? {from: start - letters[0].length, body: {id: (letters[1] as string).toLowerCase(), label: letters[1] as string}} : {from: start, body: null};
  }

  private bodyAfter(end: number): Body | null {
    const after = /^\s+(?:\([^)]*\)\s+)?(?:(?:adopted|passed)\s+)?(?:of|by)\s+(?:the\s+)?((?:\p{Lu}[\p{L}]*\s*){1,5})/u.exec(this.text.slice(end, end + 70))?.[1];
    const name = after === undefined ? undefined : this.codebook.bodies.after.exec(after)?.[1];
    return name === undefined ? null : this.codebook.bodies.byName.get(name.replace(/\s+/g, " ")) ?? null;
  }

  private resolutionClass(start: number, end: number, from: number, body: Body | null): void {
    const before = this.before(from, 50);
    const lead = /(?:(?:all|its|their|the|these|those|his|of|other|relevant|previous|subsequent|applicable|existing|pertinent|related|above-?mentioned|aforementioned|earlier|prior|past|recent|successive|UN|such)\s+)+$/i.exec(before)?.[0] ?? "";
    const issuer = body ?? (/\bits\b/i.test(lead) && this.council ? {id: "unsc", label: "UN Security Council"} : null);
    if (!issuer && !/relevant|previous|UN|applicable|pertinent|mentioned|these|those|its|subsequent/i.test(lead)) return;
    const trimmed = lead.replace(/^(?:(?:of|the|all|such|these|those)\s+)+/i, "");
    const of = /^\s+(?:(?:adopted|passed)\s+)?(?:of|by)\s+(?:the\s+)?(?:UN\s+|United\s+Nations\s+)?(?:Security\s+Council|General\s+Assembly|Human\s+Rights\s+Council|Council)/.exec(this.text.slice(end, end + 80))?.[0].length ?? 0;
    const on = of ? 0 : /^\s+(?:on\s+the\s+situation\s+in|on|concerning|regarding|relating\s+to)\s+(?:the\s+)?(?:\p{Lu}[\p{L}]*(?:\s+|(?=[,.;)]|$))|(?:and|of|the)\s+(?=\p{Lu})){1,5}/u.exec(this.text.slice(end, end + 90))?.[0].trimEnd().length ?? 0;
    const last = this.council ? {id: "unsc", label: "UN Security Council"} : this.lastResolutionBody();
    const chosen = issuer && issuer.id !== "un" ? issuer : issuer ?? last ?? {id: "un", label: "UN"};
    this.generic(from - trimmed.length, end + (of || on), `${chosen.id}-resolutions`, `${chosen.label} resolutions`);
  }

  private lastResolutionBody(): Body | null {
    const last = this.lastByHead.get("resolution")?.instrument;
    return last ? [...this.codebook.bodies.byName.values()].find(({id}) => last.startsWith(`${id}-`)) ?? null : null;
  }

  private resolutionBack(start: number, end: number): void {
    const match = /(?:^|[\s(])((?:that|the|said|the same|the said|the aforementioned|the above-?mentioned)\s+)$/i.exec(this.before(start, 30));
    const antecedent = this.lastByHead.get("resolution");
    if (!match || !antecedent || this.self.resolution && /^the\s/i.test(match[1] as string) || /^\s+(?:of|to|through|on)\b/.test(this.text.slice(end, end + 10))) return;
    this.add({start: start - (match[1] as string).length, end, instrument: antecedent.instrument, kind: "anaphor", heads: ["resolution"]});
  }

  /** Statements by the President of the Security Council: by symbol, by date, or as a class. */
  private presidential(start: number, end: number): void {
    const lead = /(?:UN\s+|United\s+Nations\s+)?(?:Security\s+Council(?:[’']s)?\s+)$/.exec(this.before(start))?.[0].length ?? 0;
    const of = /^\s+of\s+the\s+(?:UN\s+|United\s+Nations\s+)?Security\s+Council/.exec(this.text.slice(end, end + 50))?.[0].length ?? 0;
    const from = start - lead;
    let at = end + of, first = true;
    const piece = /(?:\s*(?:,|;|and|or|as well as|of|issued on|dated)\s*)*(?:(?:of|dated|on|issued on)\s+)?((?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:\d{1,2},?\s+)?\d{4})?\s*(?:\(?(S\/PRST\/\s?\d{4}\/\d+)\)?)?/uy;
    for (let count = 0; count < 200; count++) {
      piece.lastIndex = at;
      const match = piece.exec(this.text);
      if (!match || (!match[1] && !match[2]) || /\n\s*\n/.test(match[0])) break;
      const close = at + match[0].trimEnd().length, inner = at + match[0].search(/[\dJFMASOND(]/);
      const symbol = match[2] ? symbolAt(this.text, at + match[0].indexOf("S/PRST"), this.codebook) : null;
      this.statement(first ? from : inner, close, symbol, match[1] ?? null);
      at = close;
      first = false;
    }
    if (first && /statements/i.test(this.text.slice(start, end))) this.generic(from, end + of, "unsc-presidential-statements", "Security Council presidential statements");
  }

  private statement(start: number, end: number, symbol: Numbered | null, date: string | null): void {
    const iso = date ? isoDate(date) : null;
    const byDate = iso ? this.variants("unsc-presidential-statement").get(iso) : undefined;
    const id = symbol?.id ?? byDate ?? `unsc-presidential-statement-${iso}`;
    if (iso) this.variants("unsc-presidential-statement").set(iso, id);
    if (!this.registry.has(id)) this.registry.set(id, {id, title: `Statement by the President of the Security Council${date ? ` of ${date}` : ` ${symbol?.symbol}`}`, short: `Presidential statement ${symbol?.symbol ?? date}`, kind: "presidential statement", adopted: iso ?? symbol?.adopted ?? null, body: "UN Security Council", symbol: symbol?.symbol ?? null, status: null, source: "the text"});
    this.add({start, end, instrument: id, kind: "explicit", heads: ["statement"]});
  }

  // ---- what is handed back

  result(): Mentions {
    const kept = this.drafts.filter((draft) => !this.self.is(draft.instrument) && draft.end > draft.start);
    const mentions = kept.map((draft, i) => ({
      id: `m${i + 1}`, start: draft.start, end: draft.end, words: this.text.slice(draft.start, draft.end), instrument: draft.instrument,
      kind: draft.kind, pinpoint: draft.kind === "generic" ? null : pinpointAround(this.text, draft.start, draft.end)
    }));
    const instruments = [...new Set(kept.map(({instrument}) => instrument))].map((id) => this.registry.get(id) as Instrument);
    const doubts = kept.filter(({doubt}) => doubt).map(({start, end, instrument, doubt}) => ({start, end, instrument, doubt: doubt as string}));
    return {mentions, instruments, doubts};
  }
}

/** Whether letters in brackets abbreviate the name before them, and not a body at its end ("the Statement of the Support Group (ISSG)"). */
function shortens(letters: string, name: string, codebook: InstrumentCodebook): boolean {
  if (!/^[A-Z0-9][A-Za-z0-9+&/.-]*[A-Z0-9][A-Za-z0-9]*$/.test(letters)) return false;
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const headLast = codebook.heads.has((words.at(-1) ?? "").toLowerCase());
  return headLast || words[0]?.charAt(0) === letters.charAt(0) || /^(?:UN|United|Declaration|ASEAN)$/.test(words[0] ?? "");
}

const capitalCount = (words: string): number => (words.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).length;

/** Length of the last `count` words of a phrase with the blanks that follow them. */
function tail(phrase: string, count: number): number {
  return new RegExp(`(?:\\S+\\s+){${count}}$`).exec(phrase)?.[0].length ?? 0;
}
