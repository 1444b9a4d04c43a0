import type {Clause, Scheme} from "../../src/schema.js";
import {CodebookError, readTable} from "../code/codebook-table.js";

/** A table that gives clauses a class by verb and stance; see codebook/schemes/README.md. */
export interface SchemeTable extends Omit<Scheme, "byClause"> {
  /** In order: the first that fits a clause decides. An empty lemma or stance fits any; a lemma "* commitment" any verb with that noun. */
  rules: {lemma: string; stance: string; class: string}[];
}

/** Reads codebook/schemes/<id>.tsv. Rows without lemma and stance name the classes in order of display; the other rows are the rules. */
export function readScheme(tsv: string, id: string): SchemeTable {
  const table = `schemes/${id}.tsv`;
  const about = (name: string) => {
    const value = new RegExp(`^# ${name}: (.+)$`, "m").exec(tsv)?.[1]?.trim();
    if (!value) throw new CodebookError(`missing "# ${name}: …"`, table, 1);
    return value;
  };
  const rows = readTable(tsv, table, ["lemma", "stance", "class", "label"]);
  const classes = rows.filter(({cells}) => !cells.lemma && !cells.stance).map(({line, cells}) => {
    if (!cells.class || !cells.label) throw new CodebookError("a class needs its id and its label", table, line);
    return {id: cells.class, label: cells.label};
  });
  const rules = rows.filter(({cells}) => cells.lemma || cells.stance).map(({line, cells}) => {
    if (cells.class && !classes.some((known) => known.id === cells.class)) {
      throw new CodebookError(`unknown class: "${cells.class}"; the classes are the rows without lemma and stance`, table, line);
    }
    return {lemma: cells.lemma, stance: cells.stance, class: cells.class};
  });
  return {id, label: about("label"), source: about("source"), classes, rules};
}

const fits = (rule: string, lemma: string) => rule.startsWith("* ") ? lemma.endsWith(rule.slice(1)) : rule === lemma;

/** The classes of a statement's clauses; a clause that no rule fits, or only a rule without class, has none. */
export function applyScheme({rules, ...scheme}: SchemeTable, clauses: readonly Clause[]): Scheme {
  const byClause: Record<string, string> = {};
  for (const clause of clauses) {
    const rule = rules.find(({lemma, stance}) => (!stance || stance === clause.stance) && (!lemma || clause.verbs.some((verb) => fits(lemma, verb))));
    if (rule?.class) byClause[clause.id] = rule.class;
  }
  return {...scheme, byClause};
}
