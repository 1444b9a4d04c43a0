import {strengthNames} from "../../src/components/wording.js";
import {instrumentTimelineRows} from "../../src/queries/instrument-timeline.js";
import {speakersRows} from "../../src/queries/speakers.js";
import {topicCoverageRows} from "../../src/queries/topic-coverage.js";
import {verbsOf} from "../../src/queries/verb-ladder.js";
import {capital, list} from "../../src/figures/words.js";
import {poles, type Clause, type Pole, type Tables} from "../../src/schema.js";
import {light} from "../../src/theme/theme.js";

/** A stacked bar chart that an office program draws itself: one value of each series for each label. */
export interface NativeChart {
  labels: string[];
  series: {name: string; values: number[]; colour: string}[];
  /** What a unit of the bars is. */
  unit: string;
  /** What the chart leaves out, if anything. */
  left: string;
}

const most = 12;
const colours: Record<Pole, string> = {commitment: light.com, neutral: light.faint, condemnation: light.con};

function byPole(rows: {label: string; clauses: readonly Clause[]}[], unit: string, noun: string, of: readonly Pole[] = poles): NativeChart | null {
  const kept = rows.slice(0, most);
  if (!kept.length) return null;
  return {
    labels: kept.map(({label}) => label), unit, left: rows.length > most ? `The chart has the first ${most} of ${rows.length} ${noun}.` : "",
    series: of.map((pole) => ({name: capital(pole), colour: colours[pole], values: kept.map(({clauses}) => clauses.filter((clause) => clause.pole === pole).length)}))
  };
}

/** Clauses of both poles by strength, each strength with its most frequent verbs. */
function strengths(tables: Tables) {
  const read = verbsOf(tables);
  return ([3, 2, 1] as const).map((strength) => {
    const clauses = tables.clauses.filter((clause) => clause.strength === strength && clause.pole !== "neutral"), counted = new Map<string, number>();
    for (const clause of clauses) for (const {lemma, label} of read(clause)) if (lemma) counted.set(label, (counted.get(label) ?? 0) + 1);
    const verbs = [...counted].sort((x, y) => y[1] - x[1]).map(([label]) => label);
    return {label: [capital(strengthNames[strength]), verbs.slice(0, 3).join(", ")].filter(Boolean).join(": ") + (verbs.length > 3 ? ", …" : ""), clauses};
  });
}

function voices(tables: Tables) {
  const {voices, document} = speakersRows(tables);
  const name = (speakers: readonly string[]) => speakers.length > 3 ? `${speakers.slice(0, 2).join(", ")} and ${speakers.length - 2} others` : list([...speakers]);
  return [...voices.map(({speakers, clauses}) => ({label: name(speakers), clauses})), ...(document ? [{label: "No speaker: the document", clauses: document.clauses}] : [])];
}

/** The charts by the figure that they carry; every other figure is a picture. */
const charts: Record<string, (tables: Tables) => NativeChart | null> = {
  "topic-coverage": (tables) => byPole(topicCoverageRows(tables).topics.map(({topic, clauses}) => ({label: topic.label, clauses})), "clauses", "topics"),
  "verb-ladder": (tables) => byPole(strengths(tables), "clauses, by strength of wording with the most frequent verbs", "strengths", ["commitment", "condemnation"]),
  "instrument-timeline": (tables) => {
    const {dated, undated, generic} = instrumentTimelineRows(tables);
    const rows = [...dated, ...undated, ...generic].sort((a, b) => b.mentions.length - a.mentions.length), kept = rows.slice(0, most);
    return kept.length ? {
      labels: kept.map(({instrument, time}) => time === null ? instrument.short : `${instrument.short} (${Math.floor(time)})`), unit: "mentions",
      left: rows.length > most ? `The chart has the first ${most} of ${rows.length} instruments.` : "",
      series: [{name: "Mentions", values: kept.map(({mentions}) => mentions.length), colour: light.ink2}]
    } : null;
  },
  speakers: (tables) => byPole(voices(tables), "clauses", "voices")
};

/** The chart that carries a figure, or null where a picture must. */
export const nativeChart = (figure: string, tables: Tables): NativeChart | null => charts[figure]?.(tables) ?? null;
