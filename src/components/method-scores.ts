import {builder, type Child} from "./element.js";
import type {Part} from "./part.js";

type Measures = Record<string, unknown>;

const isRecord = (value: unknown): value is Measures => typeof value === "object" && value !== null && !Array.isArray(value);

/** `stanceAlpha` → "stance alpha". */
const words = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`).replace(/[-_]/g, " ");

const shown = (value: unknown): string => typeof value === "number" ? (Number.isInteger(value) ? String(value) : value.toFixed(2)) : value === null ? "not measured" : String(value);

/** The measured agreement of the coder with reference annotations, as evaluation.json gives it; says so where it was not measured. */
export const methodScores: Part = ({document, evaluation}) => {
  const h = builder(document);
  if (!isRecord(evaluation)) return h("p", {class: "empty"}, "The coder was not measured in this build.");
  const table = (name: string, rows: [string, Measures][]): Child => {
    const columns = [...new Set(rows.flatMap(([, row]) => Object.keys(row).filter((key) => typeof row[key] !== "object" || row[key] === null)))];
    return h("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": name}, h("table", {},
      h("caption", {}, words(name)),
      h("thead", {}, h("tr", {}, h("th", {scope: "col"}, ""), columns.map((column) => h("th", {scope: "col", class: "is-number"}, words(column))))),
      h("tbody", {}, rows.map(([label, row]) => h("tr", {}, h("th", {scope: "row"}, label), columns.map((column) => h("td", {class: "is-number"}, column in row ? shown(row[column]) : "")))))));
  };
  const scalars = Object.entries(evaluation).filter(([, value]) => !isRecord(value) && !Array.isArray(value));
  return h("div", {},
    scalars.length ? h("ul", {}, scalars.map(([name, value]) => h("li", {}, `${words(name)}: ${shown(value)}`))) : null,
    Object.entries(evaluation).map(([name, value]) => {
      if (Array.isArray(value) && value.every(isRecord)) return table(name, value.map((row, i) => [String(row.label ?? row.genre ?? row.id ?? row.doc ?? i + 1), row]));
      if (isRecord(value) && Object.values(value).every(isRecord)) return table(name, Object.entries(value) as [string, Measures][]);
      if (isRecord(value)) return table(name, [["", value]]);
      return null;
    }));
};
