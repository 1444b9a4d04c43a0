import {stances} from "../schema.js";
import {count, number} from "../figures/words.js";
import {builder, type Child} from "./element.js";
import type {Part} from "./part.js";

type Row = Record<string, unknown>;

/** The parts of evaluation.json that the page shows; each is left out where it was not measured. */
interface Evaluation {
  version?: string;
  note?: string;
  overall?: Row;
  genres?: Row[];
  texts?: Row[];
  confusion?: Row[];
  topics?: Row[];
  unMarking?: Row[];
  weaknesses?: string[];
  /** Constructions that the rules are known to miss. */
  limits?: string[];
}

/** Measures by their name in the file: heading, and whether they are a number of things rather than a share. */
const measures: [name: string, heading: string, n?: boolean][] = [
  ["texts", "texts", true], ["clauses", "n clauses", true], ["clauseF1", "clauses found, F1"], ["codedF1", "found with the right class, F1"],
  ["stanceAccuracy", "right class"], ["stanceAlpha", "class, alpha"], ["poleAccuracy", "right pole"], ["strengthAccuracy", "right strength"], ["verbRecall", "verbs found"],
  ["topicPrecision", "topics given rightly"], ["topicRecall", "topics found"], ["topicF1", "topics, F1"],
  ["instruments", "n instruments", true], ["instrumentF1", "instruments, F1"], ["instrumentLinked", "linked to the right one"], ["instrumentKind", "right kind"]
];

const shown = (value: unknown): string => typeof value === "number" ? (Number.isInteger(value) && value !== 1 && value !== 0 ? number(value) : value.toFixed(2)) : value === null || value === undefined ? "not measured" : String(value);

/** How far the coder agrees with reference annotations, by kind of text, with n everywhere; says so where it was not measured. */
export const methodScores: Part = ({document, tables, evaluation: given}) => {
  const h = builder(document), evaluation = given as Evaluation | undefined;
  if (!evaluation?.overall) return h("p", {class: "empty"}, "The coder was not measured in this build.");
  const table = (name: string, columns: string[], rows: [string, (string | number)[]][]): Child => h("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": name}, h("table", {},
    h("caption", {}, name),
    h("thead", {}, h("tr", {}, h("td", {}), columns.map((column) => h("th", {scope: "col", class: "is-number is-wrapping"}, column)))),
    h("tbody", {}, rows.map(([label, cells]) => h("tr", {}, h("th", {scope: "row"}, label), cells.map((cell) => h("td", {class: "is-number"}, cell)))))));
  const scored: [string, Row][] = [["All texts", evaluation.overall], ...(evaluation.genres ?? []).map((row): [string, Row] => [String(row.genre), row])];
  const known = measures.filter(([name]) => name in evaluation.overall!);
  const used = stances.filter((stance) => evaluation.confusion?.some((row) => row.label === stance || Number(row[stance]) > 0));
  const labels = new Map(tables.topicList.map(({id, label}) => [id, label])), weaknesses = evaluation.weaknesses ?? [];
  const differences = [
    used.length ? table("Classes: one row for each class of the reference, one column for each class that the coder gave, in clauses", [...used, "not found", "n"],
      used.map((stance): [string, string[]] => {
        const row = evaluation.confusion!.find(({label}) => label === stance) ?? {};
        return [stance, [...used.map((other) => number(Number(row[other] ?? 0))), number(Number(row.missed ?? 0)), number(Number(row.clauses ?? 0))]];
      })) : null,
    evaluation.topics?.length ? table("Topics where coder and reference differ, in clauses", ["missed", "added"],
      evaluation.topics.map((row): [string, string[]] => [labels.get(String(row.topic)) ?? String(row.topic), [number(Number(row.missed ?? 0)), number(Number(row.added ?? 0))]])) : null,
    weaknesses.length ? [h("h3", {}, `${count(weaknesses.length, "kind of error", "kinds of error")} seen in these texts`), h("ul", {}, weaknesses.map((sentence) => h("li", {}, sentence)))] : null
  ].filter(Boolean);
  return h("div", {class: "scores"},
    evaluation.note ? h("p", {}, evaluation.note) : null,
    table(`Agreement by kind of text (coder ${evaluation.version ?? ""})`, scored.map(([label]) => label),
      known.map(([name, heading, n]): [string, string[]] => [heading, scored.map(([, row]) => n ? number(Number(row[name])) : shown(row[name]))])),
    evaluation.unMarking?.length ? table("Against the United Nations' own marks in its resolutions", ["measure", "value", "n", "documents"],
      evaluation.unMarking.map((row): [string, string[]] => [String(row.label), [String(row.measure), shown(row.value), number(Number(row.n)), number(Number(row.documents))]])) : null,
    evaluation.limits?.length ? [h("h3", {}, "Constructions that the rules are known to miss"), h("ul", {}, evaluation.limits.map((sentence) => h("li", {}, sentence)))] : null,
    differences.length ? h("details", {class: "fold"}, h("summary", {}, "Where coder and reference differ"), differences) : null);
};
