import type {Score} from "./score.js";
import type {Evaluation} from "./measure.js";

type Cell = string | number;

const shown = (value: Cell | null): string => value === null ? "-" : typeof value === "number" && !Number.isInteger(value) ? value.toFixed(3) : String(value);

/** Rows as text in columns, the first one left-aligned. */
function columns(head: string[], rows: (Cell | null)[][]): string {
  const cells = [head, ...rows.map((row) => row.map(shown))];
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  return cells.map((row) => row.map((cell, i) => i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)).join("  ").trimEnd()).join("\n");
}

const measures: [string, keyof Score][] = [
  ["clauses", "clauses"], ["clause F1", "clauseF1"], ["coded F1", "codedF1"], ["stance alpha", "stanceAlpha"], ["pole", "poleAccuracy"], ["strength", "strengthAccuracy"],
  ["verbs", "verbRecall"], ["topic F1", "topicF1"], ["mentions", "instruments"], ["instrument F1", "instrumentF1"], ["linked", "instrumentLinked"], ["kind", "instrumentKind"]
];

/** The evaluation as text for a terminal. */
export function report({version, note, overall, genres, texts, confusion, topics, unMarking, weaknesses, limits}: Evaluation): string {
  const row = (label: string, score: Score) => [label, ...measures.map(([, key]) => score[key])];
  const head = measures.map(([label]) => label);
  const stances = confusion.map(({label}) => label);
  return [
    `Coder ${version}`,
    `Reference annotations, ${overall.texts} texts`,
    columns(["text", ...head], [...texts.map((score) => row(score.doc, score)), ...genres.map((score) => row(`genre: ${score.genre} (${score.texts})`, score)), row("all", overall)]),
    "Stances: reference in rows, coder in columns",
    columns(["reference", "clauses", "missed", ...stances], confusion.map((one) => [one.label, one.clauses, one.missed, ...stances.map((stance) => one[stance])])),
    "Topics: faults in clauses",
    columns(["topic", "missed", "added"], topics.map(({topic, missed, added}) => [topic, missed, added])),
    "The United Nations' own marks",
    columns(["marks", "measure", "value", "n", "documents"], unMarking.map(({label, measure, value, n, documents}) => [label, measure, value, n, documents])),
    `Known weaknesses\n${weaknesses.map((line) => `- ${line}`).join("\n")}`,
    `Constructions that the rules are known to miss\n${limits.map((line) => `- ${line}`).join("\n")}`,
    note
  ].join("\n\n");
}
