import {group} from "d3-array";
import type {Clause, Paragraph, Span, Tables} from "../schema.js";
import {cut} from "./cut.js";
import {builder} from "./element.js";
import {numberMark} from "./number-mark.js";
import {stanceWords} from "../queries/stance-words.js";
import type {Part, PartContext} from "./part.js";
import {poleClass} from "./wording.js";

type Kind = "clause" | "verb" | "mention";
interface Stretch extends Span {kind: Kind; clause?: Clause; instrument?: string}

function stretches({statement, clauses, verbs, mentions}: Tables): Stretch[] {
  const byClause = group(verbs, (verb) => verb.clause);
  return [
    ...clauses.map((clause): Stretch => ({kind: "clause", start: clause.start, end: clause.end, clause})),
    ...clauses.flatMap((clause) => stanceWords(clause, byClause.get(clause.id) ?? [], statement.text).map((span): Stretch => ({kind: "verb", ...span}))),
    ...mentions.map((mention): Stretch => ({kind: "mention", start: mention.start, end: mention.end, instrument: mention.instrument}))
  ];
}

function paragraphWords(paragraph: Paragraph, all: Stretch[], {document, tables, href}: PartContext): HTMLElement {
  const h = builder(document), {text} = tables.statement;
  const words = h(paragraph.role === "heading" ? "h3" : "p", {class: "para-words"});
  const opened = new Set<Clause>();
  let holder: HTMLElement = words, current: Clause | undefined;
  for (const piece of cut(paragraph, all)) {
    const clause = piece.in.find((stretch) => stretch.kind === "clause")?.clause;
    if (clause !== current) {
      current = clause;
      holder = words;
      if (clause) {
        if (!opened.has(clause)) words.append(numberMark(document, clause, href(`text`, `#${clause.id}`)));
        holder = h("span", {
          class: ["clause", poleClass[clause.pole], clause.doubts.length > 0 && "is-doubtful"].filter(Boolean).join(" "),
          id: opened.has(clause) ? null : clause.id, "data-clauses": clause.id
        });
        opened.add(clause);
        words.append(holder);
      }
    }
    let node: Node = document.createTextNode(text.slice(piece.start, piece.end));
    if (piece.in.some((stretch) => stretch.kind === "mention")) node = h("span", {class: "mention"}, node);
    if (clause && piece.in.some((stretch) => stretch.kind === "verb")) node = h("b", {}, node);
    holder.append(node);
  }
  return words;
}

/** Topics and instruments of a paragraph, as links to the selection of their clauses. */
function paragraphNotes(paragraph: Paragraph, {document, tables, href}: PartContext): HTMLElement | null {
  const h = builder(document);
  const clauses = tables.clauses.filter((clause) => clause.start >= paragraph.start && clause.end <= paragraph.end);
  const topics = tables.topicList.filter((topic) => clauses.some((clause) => clause.topics.includes(topic.id)));
  const named = new Set(tables.mentions.filter((mention) => mention.start >= paragraph.start && mention.end <= paragraph.end).map((mention) => mention.instrument));
  const instruments = tables.instruments.filter((instrument) => named.has(instrument.id));
  if (!topics.length && !instruments.length) return null;
  const links = (items: {id: string; label: string}[], name: string) => items.length
    ? h("ul", {"aria-label": name}, items.map(({id, label}) => h("li", {}, h("a", {href: href("text", `?${name === "Topics" ? "topic" : "instrument"}=${encodeURIComponent(id)}`)}, h("span", {}, label)))))
    : null;
  return h("aside", {class: "para-notes", "aria-label": paragraph.number === null ? "Topics and instruments" : `Topics and instruments of paragraph ${paragraph.number}`},
    links(topics, "Topics"), links(instruments.map(({id, short}) => ({id, label: short})), "Instruments"));
}

// Above this, paragraphs out of sight are not laid out; their height is guessed from their length in characters.
const manyClauses = 150, lineLength = 68;

/** The statement itself, its clauses marked; `data-notes` puts topics and instruments beside each paragraph. */
export const statementText: Part = (context, dataset) => {
  const {document, tables} = context, h = builder(document);
  const all = stretches(tables), long = tables.clauses.length > manyClauses;
  return h("div", {class: long ? "reading is-long" : "reading", lang: tables.statement.language || null}, tables.paragraphs.map((paragraph) =>
    h("div", {
      class: `para para-${paragraph.role}`, id: paragraph.number === null ? null : `p${paragraph.number}`,
      style: long ? `contain-intrinsic-block-size: auto ${22 + 32 * Math.ceil((paragraph.end - paragraph.start) / lineLength)}px` : null
    },
      h("span", {class: "para-no"}, paragraph.number === null ? "" : `¶ ${paragraph.number}`),
      paragraphWords(paragraph, all, context),
      dataset.notes === undefined ? null : paragraphNotes(paragraph, context))));
};

/** What the marks in the text mean. */
export const textKey: Part = ({document}) => {
  const h = builder(document);
  const item = (shape: string, words: string) => h("li", {}, h("span", {class: `num ${shape}`, "aria-hidden": "true"}, ""), words);
  return h("ul", {class: "text-key", "aria-label": "Key"},
    item("com", "commitment"), item("", "neutral"), item("con", "condemnation"),
    h("li", {}, h("b", {class: "verbatim"}, "bold"), " the words that give the stance"),
    h("li", {}, h("span", {style: "background: var(--neutral-wash); padding: 0 4px"}, "grey ground"), " an instrument"),
    h("li", {class: "quiet"}, "grey words belong to no clause"));
};
