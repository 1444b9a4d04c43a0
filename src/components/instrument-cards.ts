import type {Instrument, Mention} from "../schema.js";
import {count} from "../figures/words.js";
import {builder} from "./element.js";
import {contextOf} from "./evidence-panel.js";
import {numberMark} from "./number-mark.js";
import type {Part, PartContext} from "./part.js";
import {dateInWords, mentionKindNames, oneLine} from "./wording.js";

/** The words around a mention, inside its clause or paragraph. */
function mentionItem(mention: Mention, {document, tables, href}: PartContext): HTMLElement {
  const h = builder(document), {text} = tables.statement;
  const clause = tables.clauses.find((row) => row.id === mention.clause);
  const span = contextOf(mention, tables);
  const note = [mentionKindNames[mention.kind], mention.pinpoint && `pinpoint “${mention.pinpoint}”`, clause ? `${clause.stance} ${clause.strength}` : "outside every clause"].filter(Boolean).join(" · ");
  return h("li", clause ? {"data-clauses": clause.id} : {},
    clause ? numberMark(document, clause, href("text", `#${clause.id}`)) : h("span", {}),
    h("div", {class: "words"}, span.before ? `${span.before} ` : "", h("b", {}, oneLine(text.slice(mention.start, mention.end))),
      span.after ? `${/^[,.;:]/.test(span.after) ? "" : " "}${span.after}` : "", h("small", {}, note)));
}

function card(instrument: Instrument, mentions: Mention[], context: PartContext): HTMLElement {
  const h = builder(context.document);
  const rows: [string, string | null][] = [
    ["Kind", instrument.kind], ["Adopted", instrument.adopted && dateInWords(instrument.adopted)], ["Body", instrument.body],
    ["Status", instrument.status], ["Symbol", instrument.symbol], ["Facts from", instrument.source]
  ];
  return h("section", {class: "card", id: instrument.id, "aria-labelledby": `${instrument.id}-title`},
    h("h3", {id: `${instrument.id}-title`}, instrument.title),
    h("dl", {}, rows.filter(([, value]) => value).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
    h("p", {}, h("a", {href: context.href("text", `?instrument=${encodeURIComponent(instrument.id)}`)}, count(mentions.length, "mention"))),
    h("ol", {class: "mentions"}, mentions.map((mention) => mentionItem(mention, context))));
}

/** A card for each instrument, most mentions first: title, facts where they were checked, every mention with its words. */
export const instrumentCards: Part = (context) => {
  const {document, tables} = context, h = builder(document);
  if (!tables.instruments.length) return h("p", {class: "empty"}, "No instrument is mentioned.");
  const cards = tables.instruments.map((instrument) => ({instrument, mentions: tables.mentions.filter((mention) => mention.instrument === instrument.id)}));
  cards.sort((a, b) => b.mentions.length - a.mentions.length);
  return h("div", {class: "cards"}, cards.map(({instrument, mentions}) => card(instrument, mentions, context)));
};
