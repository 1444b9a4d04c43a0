export interface Place {
  /** Id of the statement, where it is known. */
  statement?: string;
  file?: string;
  field?: string;
  /** 1-based. */
  line?: number;
}

/** What a user can mend in a statement, its metadata or its decisions; the message is one line that ends with the place. */
export class StatementError extends Error {
  override name = "StatementError";
  readonly place: Place;

  constructor(problem: string, place: Place = {}, hint = "") {
    const where = [place.file, place.line && `line ${place.line}`, place.field && `field "${place.field}"`].filter(Boolean).join(", ");
    const inside = [where, hint].filter(Boolean).join("; ");
    super(inside ? `${problem} (${inside})` : problem);
    this.place = place;
  }
}

/** A value as an error message shows it: JSON, cut to 60 characters. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}
