import type {Outline} from "../briefing/slide.js";
import type {Tables} from "../schema.js";
import type {Selection} from "../queries/selection.js";

/** What a page knows of each statement of the site. */
export interface StatementSummary {
  id: string;
  title: string;
  date: string;
  kind?: string;
  /** Number of coded clauses. */
  clauses?: number;
}

/** Everything that a part is made from. Parts use nothing else, so that they are the same at build time and in a browser. */
export interface PartContext {
  tables: Tables;
  document: Document;
  selection: Selection;
  statements: StatementSummary[];
  /** Contents of evaluation.json, where the coder was measured. */
  evaluation?: unknown;
  /** The statement's briefing as edited beside it; left out, it is composed from the tables. */
  briefing?: Outline;
  /** Name of the page: "index", "text". */
  page: string;
  /** Address at which the site will stand, with a slash at the end; left out where it is not known. */
  site?: string;
  /** Way from the page to the site's root: "./", "../../". */
  root: string;
  /** Address of a page of the same statement; the rest (`?…`, `#…`) is appended as it is. */
  href(page: string, rest?: string): string;
}

/** The `data-…` attributes of a placeholder. */
export type Dataset = Record<string, string | undefined>;

export type Part = (context: PartContext, dataset: Dataset) => Element | Promise<Element>;
