import type {Tables} from "../schema.js";
import {count} from "../figures/words.js";
import {builder} from "./element.js";
import type {Part} from "./part.js";
import {oneLine} from "./wording.js";

type Cell = string | number | boolean | null;
type Kind = "words" | "number" | "id" | "";
interface Columns<Row> {rows: Row[]; clause: (row: Row) => string | null; columns: [name: string, kind: Kind, value: (row: Row) => Cell][]}

const readable = <Row>(table: Columns<Row>) => table;

/** The tables as they are read in the page; the files hold every column. */
const readableTables = (tables: Tables) => ({
  clauses: readable({rows: tables.clauses, clause: (row) => row.id, columns: [
    ["text", "words", (row) => oneLine(row.text)], ["words", "number", (row) => row.words], ["stance", "", (row) => row.stance], ["pole", "", (row) => row.pole],
    ["strength", "number", (row) => row.strength], ["speakers", "", (row) => row.speakers.join(", ")], ["verbs", "", (row) => row.verbs.join(", ")],
    ["topics", "", (row) => row.topics.join(", ")], ["instruments", "", (row) => row.instruments.join(", ")], ["start", "number", (row) => row.start], ["end", "number", (row) => row.end]]}),
  verbs: readable({rows: tables.verbs, clause: (row) => row.clause, columns: [
    ["form", "words", (row) => oneLine(row.form)], ["lemma", "", (row) => row.lemma], ["stance", "", (row) => row.stance], ["illocution", "", (row) => row.illocution],
    ["strength", "number", (row) => row.strength], ["intensifier", "", (row) => row.intensifier], ["negated", "", (row) => row.negated ? "yes" : ""], ["start", "number", (row) => row.start], ["end", "number", (row) => row.end]]}),
  topics: readable({rows: tables.topics, clause: (row) => row.clause, columns: [
    ["topic", "", (row) => row.topic], ["words that gave it", "words", (row) => row.words.map(oneLine).join("; ")]]}),
  instruments: readable({rows: tables.mentions, clause: (row) => row.clause, columns: [
    ["words", "words", (row) => oneLine(row.words)], ["instrument", "", (row) => row.instrument], ["kind", "", (row) => row.kind], ["pinpoint", "", (row) => row.pinpoint],
    ["start", "number", (row) => row.start], ["end", "number", (row) => row.end]]}),
  registry: readable({rows: tables.instruments, clause: () => null, columns: [
    ["id", "id", (row) => row.id], ["official title", "words", (row) => row.title], ["kind", "", (row) => row.kind], ["adopted", "id", (row) => row.adopted],
    ["body", "", (row) => row.body], ["symbol", "id", (row) => row.symbol], ["status", "", (row) => row.status]]})
});

const shown = 200;

/** One table to read (`data-table`: clauses, verbs, topics, instruments or registry); long tables show their first rows and say so. */
export const dataTable: Part = ({document, tables, href}, dataset) => {
  const all = readableTables(tables), name = dataset.table as keyof typeof all;
  const table = all[name] as Columns<any> | undefined;
  if (!table) throw new Error(`unknown table: "${name}" (known: ${Object.keys(all).join(", ")})`);
  const h = builder(document), linked = name !== "registry";
  const rows = table.rows.slice(0, shown);
  const says = table.rows.length === 0 ? "No rows." : table.rows.length > shown ? `The first ${shown} of ${count(table.rows.length, "row")}; the file has all.` : `${count(table.rows.length, "row")}.`;
  return h("div", {class: `table-scroll${rows.length > 12 ? " is-tall" : ""}`, tabindex: 0, role: "region", "aria-label": `Table: ${name}`},
    h("table", {},
      h("caption", {}, says),
      h("thead", {}, h("tr", {}, linked ? h("th", {scope: "col"}, "clause") : null, table.columns.map(([column, kind]) => h("th", {scope: "col", class: kind === "number" ? "is-number" : null}, column)))),
      h("tbody", {}, rows.map((row) => {
        const clause = table.clause(row);
        return h("tr", clause ? {"data-clauses": clause} : {},
          linked ? h("td", {class: "is-id"}, clause ? h("a", {href: href("text", `#${clause}`), "data-clauses": clause}, clause) : "outside") : null,
          table.columns.map(([, kind, value]) => h("td", {class: kind ? `is-${kind}` : null}, String(value(row) ?? ""))));
      }))));
};

const files: [string, string][] = [
  ["clauses.csv", "One row a clause: place, text, words, stance, pole, strength, speakers, verbs, modality, negation, topics, instruments"],
  ["verbs.csv", "One row an occurrence of a stance verb: form, lemma, class, illocutionary class, strength, intensifier"],
  ["topics.csv", "One row a topic of a clause, with the words that gave it"],
  ["instruments.csv", "One row a mention: words, instrument, kind, pinpoint"],
  ["registry.csv", "One row an instrument: official title, kind, date, body, symbol where checked"],
  ["tables.json", "All of these in one file, with every reason, doubt and decision"]
];

/** Links to the files of the statement. */
export const fileList: Part = ({document, tables, root}) => {
  const h = builder(document);
  return h("ul", {class: "file-list"}, files.map(([file, says]) => h("li", {},
    h("a", {href: `${root}statements/${tables.statement.id}/${file}`, download: `${tables.statement.id}-${file}`}, file), h("small", {}, says))));
};
