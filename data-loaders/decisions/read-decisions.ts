import {codes, stances, type Code} from "../../src/schema.js";
import {shown, StatementError, type Place} from "../read/statement-error.js";

/** One line of `<id>.decisions.tsv`. */
export interface DecisionRow {
  line: number;
  /** Words of the clause, as they stand in the text. */
  words: string;
  /** `fingerprint` of the block between blank lines that the words stand in: it ties the decision to that wording. */
  paragraph: string;
  code: Code;
  /** The right value; lists are joined with "|". */
  now: string;
  by: string;
  date: string;
  why: string;
}

const columns = ["words", "paragraph", "code", "now", "by", "date", "why"] as const;
const mayBeEmpty = new Set<string>(["paragraph", "now"]);

/** A cell as it was meant: spreadsheets put cells with quotation marks between quotation marks. */
const plain = (cell: string) => /^".*"$/s.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell;

/** Reads the decisions beside a statement; throws at the first line that is incomplete or names an unknown code or value. */
export function readDecisions(tsv: string, {topics, ...place}: Place & {topics: readonly string[]}): DecisionRow[] {
  const lines = tsv.replace(/^\uFEFF/, "").split(/\r?\n/).map((text, i) => ({line: i + 1, cells: text.split("\t").map((cell) => plain(cell.trim()))}));
  const [head, ...rows] = lines.filter(({cells}) => cells.some(Boolean) && !cells[0]?.startsWith("#"));
  const names = head?.cells ?? [];
  const missing = columns.find((column) => !names.includes(column));
  if (missing) throw new StatementError(`missing column: "${missing}"`, {...place, line: head?.line ?? 1}, `the columns are ${columns.join(", ")}`);
  return rows.map(({line, cells}) => {
    const row = Object.fromEntries(columns.map((column) => [column, cells[names.indexOf(column)] ?? ""])) as Record<typeof columns[number], string>;
    const at = {...place, line};
    const empty = columns.find((column) => !row[column] && !mayBeEmpty.has(column));
    if (empty) throw new StatementError(`empty ${empty}`, {...at, field: empty}, "a decision says what is decided, by whom, when and why");
    if (!(codes as readonly string[]).includes(row.code)) throw new StatementError(`unknown code: ${shown(row.code)}`, {...at, field: "code"}, `known are ${codes.join(", ")}`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(row.date)) throw new StatementError(`date must be like "2025-05-08": ${shown(row.date)}`, {...at, field: "date"});
    const wrong = wrongValue(row.code as Code, row.now, topics);
    if (wrong) throw new StatementError(`${wrong}: ${shown(row.now)}`, {...at, field: "now"});
    return {...row, code: row.code as Code, line};
  });
}

function wrongValue(code: Code, now: string, topics: readonly string[]): string | null {
  if (code === "stance" && !(stances as readonly string[]).includes(now)) return `unknown stance (known are ${stances.join(", ")})`;
  if (code === "strength" && !/^[123]$/.test(now)) return "strength must be 1, 2 or 3";
  if (code === "extent" && !now) return "an extent is given by its words";
  const unknown = code === "topics" ? readList(now).find((topic) => !topics.includes(topic)) : undefined;
  return unknown === undefined ? null : `unknown topic "${unknown}" (topics are listed in codebook/topics.tsv)`;
}

/** The values of a list cell. */
export const readList = (cell: string): string[] => cell.split("|").map((value) => value.trim()).filter(Boolean);
