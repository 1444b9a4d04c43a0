import type {Tables} from "../schema.js";
import type {Selection} from "../queries/selection.js";
import type {Theme} from "../theme/theme.js";

/** What a figure says of itself in words; every number in it is computed from the rows. */
export interface Caption {
  /** One finding, present tense, with a count or an order. */
  title: string;
  /** What a mark is, the scales, the unit and n. */
  subtitle: string;
  /** Alternative text: kind of figure, finding, main counts. */
  alt: string;
  /** What stands in the source line after the statement: how to read, what it does not show. */
  note: string;
}

export interface FigureTable {
  columns: string[];
  rows: (string | number)[][];
  /** The clause ids behind each row. */
  clauses: string[][];
}

export interface DrawOptions {
  /** Width of the drawing in px; the figure chooses its height and its layout (narrow below 600). */
  width: number;
  /** Fixed height in px (slides); default: what the rows need. */
  height?: number;
  theme: Theme;
  document: Document;
  /** Prefix of ids inside the SVG, so that several can stand in one page. */
  idPrefix?: string;
  /** Scale of all type: 1 page, 1.6 slide. */
  typeScale?: number;
  /** False leaves out title, subtitle (the page shows them as text); the source line stays. */
  heading?: boolean;
  /** Address of a clause, for the links that marks are; null draws marks without links. */
  href?: ((clause: string) => string) | null;
  /** Address of the live figure, printed in the source line; null leaves it out. */
  address?: string | null;
  /** Draw doubtful marks hollow. Default true. */
  doubtful?: boolean;
}

/** One figure: a query, words, a table and a drawing. `Rows` is whatever its drawing needs. */
export interface Figure<Rows = unknown> {
  id: string;
  /** Menu label. */
  label: string;
  /** What question it answers, in a sentence. */
  question: string;
  /** True where the query follows the scheme of the selection, so that the page draws it again when that changes. */
  schemes?: boolean;
  query(tables: Tables, selection?: Selection): Rows;
  caption(rows: Rows, tables: Tables): Caption;
  table(rows: Rows, tables: Tables): FigureTable;
  draw(rows: Rows, tables: Tables, options: DrawOptions): SVGSVGElement;
}
