import type {Figure} from "./figure.js";

export interface FigureEntry {
  id: string;
  /** Menu label. */
  label: string;
  question: string;
  load(): Promise<Figure<any>>;
}

/** The register: one line a figure, in menu order. The addresses are literals so that the site's build can follow them. */
export const figures: FigureEntry[] = [
  {id: "stance-score", label: "Stance score", question: "Where in the statement does it commit, and where does it condemn?", load: () => import("./stance-score.js").then((module) => module.stanceScore)},
  {id: "topic-coverage", label: "Topics", question: "What does the statement cover, with which wording, and on what is it silent?", load: () => import("./topic-coverage.js").then((module) => module.topicCoverage)},
  {id: "verb-ladder", label: "Verbs", question: "Which verbs commit and which condemn, and how strongly?", load: async () => (await import("./verb-ladder.js")).verbLadder},
  {id: "instrument-timeline", label: "Instruments", question: "Which law and which agreements does the statement lean on, and where?", load: async () => (await import("./instrument-timeline.js")).instrumentTimeline},
  {id: "verb-object", label: "Verbs and objects", question: "What is pledged, and what is condemned?", load: async () => (await import("./verb-object.js")).verbObject},
  {id: "topic-stance", label: "Topics by stance", question: "Which topics stand in which classes of wording?", load: () => import("./topic-stance.js").then((module) => module.topicStance)},
  {id: "topic-score", label: "Topics in reading order", question: "Where in the statement is each topic taken up, and with which wording?", load: () => import("./topic-score.js").then((module) => module.topicScore)},
  {id: "speakers", label: "Speakers", question: "Who says what, where a statement has several voices?", load: () => import("./speakers.js").then((module) => module.speakers)},
  {id: "principles", label: "Principles", question: "What does the statement say on each of the seven principles of the Friendly Relations Declaration?", load: async () => (await import("./principles.js")).principles},
  {id: "instrument-web", label: "Instruments and topics", question: "Which clauses and topics lean on which instrument?", load: () => import("./instrument-web.js").then((module) => module.instrumentWeb)},
];

/** The figure of this id; an error that names the known ones otherwise. */
export async function loadFigure(id: string): Promise<Figure<any>> {
  const entry = figures.find((figure) => figure.id === id);
  if (!entry) throw new Error(`unknown figure: "${id}" (known: ${figures.map((figure) => figure.id).join(", ")})`);
  return entry.load();
}
