import {poles, type Tables} from "../schema.js";
import {speakersRows, type SpeakersRows, type Voice} from "../queries/speakers.js";
import type {Caption, DrawOptions, Figure, FigureTable} from "./figure.js";
import {frame, type Body} from "./frame.js";
import {drawStaves, type Stave} from "./staves.js";
import {write} from "./text.js";
import {capital, count, list, number, spelled, tight} from "./words.js";

/** "China and Russia"; past three names the first two and how many others. */
export function voiceName({speakers}: Voice): string {
  if (speakers.length === 0) return "No speaker: the document";
  return speakers.length <= 3 ? list(speakers) : `${speakers.slice(0, 2).join(", ")} and ${speakers.length - 2} others`;
}

function title({voices, document, clauses, columns}: SpeakersRows): string {
  if (columns.length === 0) return "No clause was coded";
  if (clauses.length === 0) return "No clause fits the selection";
  const [first, second] = voices, n = clauses.length;
  if (!first) return n === 1 ? "The one clause names no speaker" : `None of the ${number(n)} clauses names a speaker`;
  if (!second) {
    const others = document ? `; the other ${document.clauses.length === 1 ? "one has" : `${spelled(document.clauses.length)} have`} no speaker` : "";
    return `One voice takes every stance: ${voiceName(first)}, in ${number(first.clauses.length)} of ${count(n, "clause")}${others}`;
  }
  const rest = voices.slice(2).reduce((sum, voice) => sum + voice.clauses.length, 0);
  const more = voices.length > 2 ? ` and ${voices.length === 3 ? "a third" : `${spelled(voices.length - 2)} others`} in ${rest === voices.length - 2 && rest > 1 ? "one each" : spelled(rest)}` : "";
  return `${capital(spelled(voices.length))} voices: ${voiceName(first)} in ${number(first.clauses.length)} of ${count(n, "clause")}, ${voiceName(second)} in ${spelled(second.clauses.length)}${more ? `,${more}` : ""}`;
}

function caption(rows: SpeakersRows): Caption {
  const claim = title(rows), {voices, document, clauses, columns} = rows;
  const n = clauses.length === columns.length ? count(columns.length, "clause") : `${number(clauses.length)} of ${count(columns.length, "clause")}`;
  return {
    title: claim,
    subtitle: clauses.length === 0 ? "" : tight(`Voices as staves, clauses across in reading order. Above the stave: commitment; below: condemnation; on it: neutral. n_=_${n}, ${count(voices.length, "voice")}.`),
    alt: `Score of ${count(voices.length, "voice")} over ${count(columns.length, "clause")} in reading order. ${claim}. ${voices.slice(0, 6).map((voice) => `${voiceName(voice)}: ${poles.map((pole) => `${voice.clauses.filter((clause) => clause.pole === pole).length} ${pole}`).join(", ")}.`).join(" ")}${document ? ` ${count(document.clauses.length, "clause")} without a speaker.` : ""}`,
    note: "A voice is whoever takes the stance, alone or together. Norms and descriptions are in the voice of the document. Disc: commitment. Ring: neutral. Diamond: condemnation."
  };
}

function table({voices, document}: SpeakersRows): FigureTable {
  const all = document ? [...voices, document] : voices;
  return {
    columns: ["Voice", "Commitment", "Neutral", "Condemnation", "Clauses"],
    rows: all.map((voice) => [voice.speakers.join(", ") || "no speaker", ...poles.map((pole) => voice.clauses.filter((clause) => clause.pole === pole).length), voice.clauses.length]),
    clauses: all.map((voice) => voice.clauses.map((clause) => clause.id))
  };
}

function drawBody(b: Body, rows: SpeakersRows): number {
  const {voices, document} = rows, s = b.scale;
  const all: Stave[] = (document ? [...voices, document] : voices).map((voice) => ({id: voice.id || "none", label: voiceName(voice), clauses: voice.clauses}));
  if (all.length === 0) {
    write(b.g, title(rows), {y: 18 * s, size: 18 * s, weight: 650, fill: b.theme.ink});
    return 40 * s;
  }
  return drawStaves(b, all, rows.columns, {noun: "voice", heading: "Voice, by number of clauses", bold: new Set(voices.slice(0, 1).map((voice) => voice.id)), silence: null});
}

export const speakers: Figure<SpeakersRows> = {
  id: "speakers",
  label: "Speakers",
  question: "Who says what, where a statement has several voices?",
  query: speakersRows,
  caption,
  table,
  draw: (rows: SpeakersRows, tables: Tables, options: DrawOptions) => frame(caption(rows), tables, options, (b) => drawBody(b, rows))
};
