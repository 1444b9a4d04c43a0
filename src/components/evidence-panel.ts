import type {Clause, Code, Reason, Scheme, Span, Tables} from "../schema.js";
import {count} from "../figures/words.js";
import {stanceWords, verbsByClause} from "../queries/stance-words.js";
import {cut} from "./cut.js";
import {builder, type Child} from "./element.js";
import {numberMark} from "./number-mark.js";
import type {PartContext} from "./part.js";
import {mentionKindNames, oneLine, poleClass, poleClasses, strengthNames} from "./wording.js";

export type PanelContext = Pick<PartContext, "tables" | "document" | "href">;

/** A clause's words with its stance words in bold. */
export function clauseWords(clause: Clause, {tables, document}: PanelContext): Child[] {
  const {text} = tables.statement, h = builder(document);
  return cut(clause, stanceWords(clause, verbsByClause(tables.verbs).get(clause.id) ?? [], text)).map((piece) => {
    const words = text.slice(piece.start, piece.end).replace(/\s+/g, " ");
    return piece.in.length ? h("b", {}, words) : words;
  });
}

const contextLength = 60;

/** The words before and after a place in its paragraph, cut at a word. */
export function contextOf(clause: Span, {statement, paragraphs}: Tables): {before: string; after: string} {
  const paragraph = paragraphs.find((p) => p.start <= clause.start && p.end >= clause.end) ?? {start: clause.start, end: clause.end};
  const before = oneLine(statement.text.slice(paragraph.start, clause.start)), after = oneLine(statement.text.slice(clause.end, paragraph.end));
  return {
    before: before.length <= contextLength ? before : `… ${before.slice(before.indexOf(" ", before.length - contextLength) + 1)}`,
    after: after.length <= contextLength ? after : `${after.slice(0, after.lastIndexOf(" ", contextLength))} …`
  };
}

/** One line a rule: its sentence, where the tables have one, and the words that it rests on. */
function reasonWords(reasons: Reason[], {tables, document}: PanelContext): Child[] {
  const h = builder(document), says = new Map((tables.rules ?? []).map((rule) => [rule.id, rule.says]));
  const lines = new Map<string, {rule: string; words: Set<string>}>();
  for (const {rule, words} of reasons) {
    const sentence = says.get(rule) ?? "", line = lines.get(sentence) ?? {rule, words: new Set()};
    if (words) line.words.add(oneLine(words));
    lines.set(sentence, line);
  }
  return [...lines].filter(([sentence, {words}]) => sentence || words.size).map(([sentence, {rule, words}]) =>
    h("p", {class: "reason", "data-rule": rule}, sentence, [...words].map((word, i) => [i ? ", " : sentence ? " " : "", h("q", {}, word)])));
}

/** Class of the clause in another scheme, or null. */
export function schemeClass(clause: Clause, scheme: Scheme | undefined): string | null {
  const id = scheme?.byClause[clause.id];
  return scheme && id !== undefined ? scheme.classes.find((row) => row.id === id)?.label ?? id : null;
}

function topicRows(clause: Clause, {tables, document}: PanelContext): Child[] {
  const h = builder(document), labels = new Map(tables.topicList.map((topic) => [topic.id, topic.label]));
  if (!clause.topics.length) return [h("p", {}, "none")];
  return clause.topics.map((id) => {
    const words = tables.topics.filter((row) => row.clause === clause.id && row.topic === id).flatMap((row) => row.words);
    return h("p", {}, labels.get(id) ?? id, " ", words.length ? h("q", {}, [...new Set(words.map(oneLine))].join(", ")) : "");
  });
}

function instrumentRows(clause: Clause, {tables, document, href}: PanelContext): Child[] {
  const h = builder(document), mentions = tables.mentions.filter((mention) => mention.clause === clause.id);
  if (!mentions.length) return [h("p", {}, "none")];
  return mentions.map((mention) => {
    const instrument = tables.instruments.find((row) => row.id === mention.instrument);
    const where = [mentionKindNames[mention.kind], mention.pinpoint && `“${mention.pinpoint}”`].filter(Boolean).join(", ");
    return h("p", {}, h("a", {href: href("instruments", `#${mention.instrument}`)}, instrument?.short ?? mention.instrument), " ", h("q", {}, oneLine(mention.words)), ` ${where}`);
  });
}

/** Why a clause is coded as it is: one row a code, with rule and words. */
export function clauseFacts(clause: Clause, context: PanelContext, scheme?: Scheme): HTMLElement {
  const {tables, document} = context, h = builder(document);
  const definition = tables.stanceList.find((row) => row.id === clause.stance)?.definition;
  const reasons = (code: Code) => reasonWords(clause.reasons[code] ?? [], context);
  const other = scheme && scheme.id !== "stance" ? schemeClass(clause, scheme) ?? "no class" : null;
  const rows: [string, Child[]][] = [
    ["Class", [h("p", {}, h("strong", {}, clause.stance), definition ? `: ${tables.verbs.some((verb) => verb.clause === clause.id) && clause.speakers.length ? "the speaker " : ""}${definition}.` : "."), ...reasons("stance")]],
    ...(other ? [[scheme!.label, [h("p", {}, other)]] as [string, Child[]]] : []),
    ["Pole", [h("p", {}, clause.pole === "neutral" ? "neither" : clause.pole), h("p", {class: "reason"}, poleClasses[clause.pole].join(" + "))]],
    ["Strength", [h("p", {}, h("strong", {}, String(clause.strength)), `, ${strengthNames[clause.strength]}`), ...reasons("strength")]],
    ["Speaker", [h("p", {}, clause.speakers.join(", ") || "none: the document speaks"), ...reasons("speakers")]],
    ["Topics", topicRows(clause, context)],
    ["Instruments", instrumentRows(clause, context)],
    ...(clause.doubts.length ? [["Doubt", clause.doubts.map((doubt) => h("p", {}, doubt))] as [string, Child[]]] : []),
    ...(clause.decisions.length ? [["Decision", clause.decisions.map((row) => h("p", {}, `${row.code}: ${row.was} changed to ${row.now} by ${row.by}, ${row.date}. ${row.why}`))] as [string, Child[]]] : []),
    ["Characters", [h("p", {class: "num-tab"}, `${clause.start}–${clause.end}`)]]
  ];
  return h("dl", {}, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

function actions(clause: Clause, pinned: boolean, {document, href}: PanelContext): HTMLElement {
  const h = builder(document), button = (action: string, label: string) => h("button", {class: "text-button", type: "button", "data-act": action, "data-clause": clause.id}, label);
  const rule = clause.reasons.stance?.[0]?.rule;
  return h("footer", {},
    button("copy", "Copy quotation"), button("link", "Link to clause"), button("pin", pinned ? "Unpin" : "Pin"),
    h("a", {class: "text-button", href: href("method", rule ? `#rule-${rule}` : "#rules")}, "Show rule"),
    h("a", {class: "text-button", href: href("text", `#${clause.id}`), "data-act": "read", "data-clause": clause.id}, "Read in text"));
}

export interface PanelOptions {
  pinned: readonly string[];
  scheme?: Scheme;
  /** Whether a long list is shown to its end. */
  whole?: boolean;
}

const coded = (clause: Clause, {document}: PanelContext) => {
  const h = builder(document), pole = poleClass[clause.pole];
  return h("h2", {}, "Coded ", h("span", {class: pole ? `${pole}-text` : null}, clause.stance), `, strength ${clause.strength}`);
};

/** The panel of one clause: place, code, words in context, then the reasons in the order of the design. */
export function clausePanel(clause: Clause, context: PanelContext, {pinned, scheme}: PanelOptions): Child[] {
  const {tables, document} = context, h = builder(document), around = contextOf(clause, tables);
  const step = (act: string, label: string, sign: string, off: boolean) => h("button", {class: "icon", type: "button", "data-act": act, "aria-label": label, disabled: off}, sign);
  return [
    h("header", {}, numberMark(document, clause),
      h("span", {class: "place"}, `Clause ${clause.number} of ${tables.clauses.length} · paragraph ${clause.paragraph} · ${count(clause.words, "word")}`),
      h("span", {class: "steps"}, step("previous", "Previous clause", "←", clause.number === 1), step("next", "Next clause", "→", clause.number === tables.clauses.length), step("close", "Close", "×", false))),
    coded(clause, context),
    h("blockquote", {class: poleClass[clause.pole] || null},
      around.before ? h("span", {class: "context"}, `${around.before} `) : null, clauseWords(clause, context), around.after ? h("span", {class: "context"}, `${/^[,.;:!?]/.test(around.after) ? "" : " "}${around.after}`) : null),
    clauseFacts(clause, context, scheme),
    actions(clause, pinned.includes(clause.id), context)
  ];
}

function listItem(clause: Clause, context: PanelContext): HTMLElement {
  const {document, href} = context, h = builder(document);
  return h("li", {"data-clauses": clause.id},
    numberMark(document, clause, href("text", `#${clause.id}`)),
    h("div", {},
      h("div", {class: `words ${poleClass[clause.pole]}`}, clauseWords(clause, context)),
      h("div", {class: "codes"}, `${clause.stance} ${clause.strength} · paragraph ${clause.paragraph}${clause.speakers.length ? ` · ${clause.speakers.join(", ")}` : ""}`,
        h("button", {class: "text-button", type: "button", "data-act": "open", "data-clause": clause.id}, "Why"),
        h("button", {class: "text-button", type: "button", "data-act": "copy", "data-clause": clause.id}, "Copy"))));
}

// Longer lists, and groups of a scheme, show their beginning and a button for the rest.
const listed = 60, listedInGroup = 12;

/** Clauses under the classes of a scheme, classes without one left out; under the stance classes all in one group without a name. */
function groupsOf(clauses: readonly Clause[], scheme: Scheme | undefined): {label: string; rows: readonly Clause[]}[] {
  if (!scheme || scheme.id === "stance") return [{label: "", rows: clauses}];
  return [
    ...scheme.classes.map(({id, label}) => ({label, rows: clauses.filter((clause) => scheme.byClause[clause.id] === id)})),
    {label: "no class", rows: clauses.filter((clause) => scheme.byClause[clause.id] === undefined)}
  ].filter(({rows}) => rows.length > 0);
}

/** The panel of several clauses: their words in reading order, under another scheme by its classes. */
export function listPanel(heading: string, clauses: readonly Clause[], context: PanelContext, {scheme, whole}: PanelOptions): Child[] {
  const h = builder(context.document), groups = groupsOf(clauses, scheme);
  const most = whole ? Infinity : groups.length > 1 ? listedInGroup : listed;
  const rest = groups.reduce((sum, {rows}) => sum + Math.max(0, rows.length - most), 0);
  return [
    h("header", {}, h("span", {class: "place"}, heading),
      h("button", {class: "text-button", type: "button", "data-act": "pin-all"}, "Pin all"),
      h("button", {class: "icon", type: "button", "data-act": "close", "aria-label": "Close"}, "×")),
    groups.map(({label, rows}) => [
      label ? h("span", {class: "class-head"}, `${label}: ${rows.length}`) : null,
      h("ol", {class: "clause-list"}, rows.slice(0, most).map((clause) => listItem(clause, context)))]),
    rest ? h("button", {class: "text-button", type: "button", "data-act": "whole"}, `Show the other ${rest}`) : null
  ];
}
