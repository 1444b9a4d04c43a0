import {pause} from "../components/pause.js";
import {eyebrowText} from "../components/title-block.js";
import {dateInWords} from "../components/wording.js";
import type {Figure} from "../figures/figure.js";
import {figures} from "../figures/index.js";
import {capital, count, inSentence, list, number, spelled} from "../figures/words.js";
import {findings, type Run} from "../queries/findings.js";
import {emptySelection} from "../queries/selection.js";
import {topicCoverageRows} from "../queries/topic-coverage.js";
import type {Clause, Pole, Tables} from "../schema.js";
import {byStrength, quote, spokenQuote, strongest} from "./quotes.js";
import {figureSlideId, type Field, type FigureSlide, type Outline, type QuotesSlide, type Slide, type SummarySlide, type TextSlide, type TitleSlide} from "./slide.js";

const ended = (text: string) => /[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
const ids = (clauses: readonly Clause[]) => clauses.map((clause) => clause.id);
const ofPole = ({clauses}: Tables, pole: Pole) => clauses.filter((clause) => clause.pole === pole);
const spoken = (clauses: readonly Clause[], most: number) => byStrength(clauses).slice(0, most).map(spokenQuote);

/** The first few of a list, and how many more there are. */
const some = (words: string[], most: number) => words.length > most + 1 ? `${words.slice(0, most).join(", ")} and ${words.length - most} more` : list(words);

function titleSlide(tables: Tables): TitleSlide {
  const {statement, clauses, paragraphs, coding} = tables, numbered = paragraphs.filter((paragraph) => paragraph.number !== null).length;
  return {
    kind: "title", id: "title", title: statement.title, eyebrow: eyebrowText({tables}),
    lines: [`${count(statement.words, "word")} in ${count(numbered, "paragraph")}, coded as ${count(clauses.length, "clause")} by stance, strength, topic and instrument`],
    notes: [
      `What the document is: ${ended(inSentence(statement.kind))} Date: ${dateInWords(statement.date)}.${statement.place ? ` Place: ${statement.place}.` : ""} Parties: ${list(statement.parties.map(({name}) => name)) || "not stated"}.`,
      `Text: ${ended(statement.source)} ${statement.note ?? ""}`.trim(),
      `Coded by rules, version ${coding.version}. Every mark in the figures leads to the clauses that it stands for.`
    ]
  };
}

/** "most about international law (3) and sovereignty (2)" */
function aboutTopics(tables: Tables, clauses: readonly Clause[]): string {
  const counted = tables.topicList.map(({id, label}) => ({label, n: clauses.filter((clause) => clause.topics.includes(id)).length}))
    .filter(({n}) => n > 0).sort((a, b) => b.n - a.n);
  return counted.length ? `Topics: ${some(counted.map(({label, n}) => `${inSentence(label)} (${number(n)})`), 3)}.` : "No topic of the list.";
}

function poleField(tables: Tables, pole: Exclude<Pole, "neutral">): Field {
  const clauses = ofPole(tables, pole), label = pole === "commitment" ? "Commits to" : "Condemns";
  const strong = clauses.filter((clause) => clause.strength === 3).length;
  const words = clauses.length
    ? `${clauses.length === 1 ? "clause" : "clauses"} with ${pole} wording, ${number(strong)} strong. ${aboutTopics(tables, clauses)}`
    : `clauses with ${pole} wording`;
  return {label, key: number(clauses.length), words, pole, clauses: ids(clauses)};
}

function lawField({mentions, instruments}: Tables): Field {
  const counted = instruments.map((instrument) => ({instrument, own: mentions.filter((mention) => mention.instrument === instrument.id)}))
    .filter(({own}) => own.some((mention) => mention.kind !== "generic")).sort((a, b) => b.own.length - a.own.length);
  const named = counted.length ? `Named: ${some(counted.map(({instrument, own}) => `${instrument.short} (${number(own.length)})`), 3)}.` : mentions.length ? "None is named." : "";
  return {
    label: "Leans on", key: number(mentions.length), words: `${mentions.length === 1 ? "mention" : "mentions"} of treaties, resolutions and declarations. ${named}`.trim(), pole: "neutral",
    clauses: [...new Set(mentions.flatMap(({clause}) => clause ?? []))]
  };
}

function silenceField(tables: Tables): Field {
  const {silent} = topicCoverageRows(tables);
  return {
    label: "Leaves out", key: number(silent.length), pole: "neutral", clauses: [],
    words: `of ${count(tables.topicList.length, "topic")} without a clause${silent.length ? `: ${some(silent.map(({label}) => inSentence(label)), 4)}.` : "."}`
  };
}

const plain = (runs: readonly Run[]) => runs.map((run) => typeof run === "string" ? run : run.text).join("");

function summarySlide(tables: Tables): SummarySlide {
  const [com, con] = [ofPole(tables, "commitment"), ofPole(tables, "condemnation")].map((clauses) => clauses.length) as [number, number];
  const fields = [poleField(tables, "commitment"), poleField(tables, "condemnation"), lawField(tables), silenceField(tables)];
  return {
    kind: "summary", id: "summary", fields,
    title: `Commitment wording in ${count(com, "clause")}, condemnation wording in ${number(con)}, neither in ${number(tables.clauses.length - com - con)}`,
    notes: [...findings(tables).map(({key, runs}) => ended(`${key} ${plain(runs)}`)), ...spoken([...strongest(tables, "commitment", 1), ...strongest(tables, "condemnation", 1)], 2)]
  };
}

function figureSlide(figure: Figure, tables: Tables, scheme?: string): FigureSlide {
  const rows = figure.query(tables, {...emptySelection, scheme: scheme ?? "stance"}), {title, subtitle, alt, note} = figure.caption(rows, tables);
  const behind = new Set(figure.table(rows, tables).clauses.flat()), byId = new Map(tables.clauses.map((clause) => [clause.id, clause]));
  const clauses = [...behind].flatMap((id) => byId.get(id) ?? []).filter((clause) => clause.pole !== "neutral");
  return {
    kind: "figure", id: figureSlideId(figure.id, scheme), figure: figure.id, ...(scheme ? {scheme} : {}), title, subtitle, alt,
    notes: [`Answers: ${figure.question}`, ended(alt), ...(note ? [ended(note)] : []), ...spoken(clauses, 3)]
  };
}

const loadFigures = (): Promise<Figure[]> => Promise.all(figures.map((entry) => entry.load()));

/** Slides of these figures, each under a scheme or the stance classes, with a pause after each: they are made in pages too. */
async function figureSlides(tables: Tables, asked: readonly [figure: Figure, scheme?: string][]): Promise<FigureSlide[]> {
  const slides: FigureSlide[] = [];
  for (const [figure, scheme] of asked) {
    slides.push(figureSlide(figure, tables, scheme));
    await pause();
  }
  return slides;
}

/** The figures that follow a scheme, under each scheme: slides that a reader may choose, beside those of the statement's briefing. */
export async function schemeSlides(tables: Tables): Promise<FigureSlide[]> {
  const following = tables.clauses.length ? (await loadFigures()).filter((figure) => figure.schemes) : [];
  return figureSlides(tables, following.flatMap((figure) => tables.schemes.filter(({id}) => id !== "stance").map(({id}): [Figure, string] => [figure, id])));
}

/** A slide of the strongest clauses of a pole; none where the pole has no clause. */
function quotesSlide(tables: Tables, pole: Exclude<Pole, "neutral">): QuotesSlide[] {
  const clauses = strongest(tables, pole, 4), of = ofPole(tables, pole).length;
  if (!clauses.length) return [];
  const strong = clauses.filter((clause) => clause.strength === 3).length;
  const how = strong === clauses.length ? "all strong" : strong ? `${spelled(strong)} of them strong` : "none of them strong";
  return [{
    kind: "quotes", id: `strongest-${pole}`, quotes: clauses.map((clause) => quote(clause)),
    title: clauses.length === of
      ? `${capital(pole)} wording, word for word: ${clauses.length === 1 ? "the one clause" : `all ${spelled(of)} clauses`}, ${clauses.length === 1 ? (strong ? "strong" : "not strong") : how}`
      : `${capital(pole)} wording, word for word: the ${spelled(clauses.length)} strongest of ${count(of, "clause")}, ${how}`,
    notes: clauses.map(spokenQuote)
  }];
}

function methodSlide(tables: Tables): TextSlide {
  const {statement, clauses, coding} = tables, alpha = coding.stanceAlpha;
  const outside = statement.words - clauses.reduce((sum, clause) => sum + clause.words, 0), doubtful = clauses.filter((clause) => clause.doubts.length).length;
  return {
    kind: "text", id: "method", title: "How it was coded, and what it does not show",
    points: [
      `Unit: the clause. ${capital(count(clauses.length, "clause"))}, each with one of ten stance classes and a strength from 1 (hedged) to 3 (strong), coded by rules (${coding.version}).`,
      alpha ? `Stance agreement with reference annotations: Krippendorff’s alpha ${alpha.value.toFixed(2)} on ${count(alpha.clauses, "clause")} of ${count(alpha.texts, "text")}.` : "Agreement with reference annotations was not measured for this version.",
      `${count(doubtful, "clause is", "clauses are")} marked as doubtful; ${count(coding.decisions.length, "code was", "codes were")} corrected by hand; ${number(Math.max(0, outside))} of ${count(statement.words, "word")} stand outside clauses.`,
      "Classes describe wording. They say nothing of intent, of deeds, or of who is right.",
      `Text: ${ended(statement.source)} ${ended(statement.licence)}`,
      ...(coding.doubts ?? []).map((doubt) => ended(capital(doubt)))
    ],
    notes: ["Questions: Q opens the clauses behind a figure, / finds any clause, topic or instrument.", ...(statement.note ? [ended(statement.note)] : [])]
  };
}

/** The briefing of a statement as its tables alone give it: every number and order is computed from the rows. */
export async function composeOutline(tables: Tables, address: string | null = null): Promise<Outline> {
  const {statement} = tables;
  const slides: Slide[] = tables.clauses.length
    ? [titleSlide(tables), summarySlide(tables), ...await figureSlides(tables, (await loadFigures()).map((figure) => [figure])), ...quotesSlide(tables, "commitment"), ...quotesSlide(tables, "condemnation"), methodSlide(tables)]
    : [titleSlide(tables), methodSlide(tables)];
  return {statement: statement.id, title: statement.title, source: `${ended(statement.short)} Classes describe wording, not merit.`, address, slides};
}
