import type {Pole} from "../schema.js";

/** A clause, or its first words, as a slide shows it. */
export interface Quote {
  clause: string;
  pole: Pole;
  /** The clause's own words, on one line; cut at a word where they are many. */
  words: string;
  /** "Paragraph 6, clause 9"; says so where the words are cut. */
  place: string;
}

/** One of the four fields of the summary. */
export interface Field {
  label: string;
  /** The number that stands large. */
  key: string;
  words: string;
  pole: Pole;
  clauses: string[];
}

interface Common {
  /** `stance-score`: what an edited briefing calls the slide. */
  id: string;
  /** The headline. */
  title: string;
  /** What the speaker sees: one paragraph each. */
  notes: string[];
  /** What of the slide a reader wrote who built a briefing of their own; the slide says so. */
  editor?: "headline" | "slide";
}

export interface TitleSlide extends Common {
  kind: "title";
  eyebrow: string;
  lines: string[];
}

export interface SummarySlide extends Common {
  kind: "summary";
  fields: Field[];
}

export interface FigureSlide extends Common {
  kind: "figure";
  /** Id in the figures' register. */
  figure: string;
  /** The scheme whose classes it shows, where these are not the stance classes. */
  scheme?: string;
  subtitle: string;
  alt: string;
}

export interface QuotesSlide extends Common {
  kind: "quotes";
  quotes: Quote[];
}

export interface TextSlide extends Common {
  kind: "text";
  points: string[];
}

/** What the slide of a figure is called, under the stance classes or under another scheme. */
export const figureSlideId = (figure: string, scheme = "stance"): string => scheme === "stance" ? figure : `${figure}-${scheme}`;

export type Slide = TitleSlide | SummarySlide | FigureSlide | QuotesSlide | TextSlide;

/** A briefing without any drawing: what every face of it is made from. */
export interface Outline {
  statement: string;
  title: string;
  /** Source line of slides without a figure. */
  source: string;
  /** Address of the live view; null where it is not known. */
  address: string | null;
  slides: Slide[];
}
