/** One width class of an embed: drawn once, scaled within the class. */
export interface WidthClass {
  /** Least width of the frame in px. */
  from: number;
  /** Width of the frame in px at which the drawing has its own size. */
  drawn: number;
  /** Space at each side in px. */
  side: number;
}

// Set so that within 320 to 1200 px no text gets smaller than 0.9 of its size.
const classes: WidthClass[] = [
  {from: 0, drawn: 335, side: 16},
  {from: 450, drawn: 470, side: 16},
  {from: 600, drawn: 660, side: 24},
  {from: 800, drawn: 860, side: 28},
  {from: 1000, drawn: 1080, side: 32}
];

const long = 200;

/** The width classes for a statement of so many clauses: a long one has fewer, so that its embeds stay light. */
export const widthClasses = (clauses: number): WidthClass[] => clauses > long ? classes.filter((_, i) => i % 2 === 0) : classes;

/** Width of the drawing itself in px. */
export const innerWidth = ({drawn, side}: WidthClass): number => drawn - 2 * side;
