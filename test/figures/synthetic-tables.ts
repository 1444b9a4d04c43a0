import {pole, stances, type Clause, type Instrument, type Mention, type Stance, type Strength, type Tables, type Topic} from "../../src/schema.js";

export interface SyntheticOptions {
  clauses: number;
  /** Same seed, same tables. Default 1. */
  seed?: number;
  /** Topic, instrument and verb labels of three lines. */
  longLabels?: boolean;
  /** Share of doubtful clauses, 0 to 1. Default 0. */
  doubtful?: number;
  /** Only clauses of these classes. */
  stances?: Stance[];
}

const verbsOf: Record<Stance, string[]> = {
  commit: ["pledge", "undertake", "commit", "reiterate commitment"], support: ["support", "welcome", "endorse"],
  affirm: ["affirm", "stress", "recall", "take note"], urge: ["urge", "call for"], decide: ["decide"], norm: ["must", "should"], describe: [],
  concern: ["express concern", "regret"], oppose: ["oppose", "reject"], condemn: ["condemn", "deplore"]
};
const illocutions: Record<Stance, string> = {
  commit: "commissive", support: "expressive", affirm: "assertive", urge: "directive", decide: "declaration", norm: "directive",
  describe: "assertive", concern: "expressive", oppose: "expressive", condemn: "expressive"
};
const weights: Stance[] = ["commit", "commit", "support", "support", "affirm", "affirm", "affirm", "urge", "urge", "decide", "norm", "describe", "describe", "concern", "oppose", "condemn"];
const objects = "the orderly exchange of lanterns between hill towns and valley towns under the rules that were agreed for bridges, ferries and shared wells".split(" ");
const topicNames = ["Bridges", "Ferries", "Lanterns", "Wells and springs", "Orchards", "Market days", "Hill paths", "Valley towns", "Kites", "Harvest records", "Clock towers", "Mills", "Bells", "Weather signs", "Reading rooms", "Gates", "Stairs", "Gardens", "Choirs", "Maps", "Pottery", "Looms", "Beehives", "Snow", "Songs"];

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Invented tables of any size for drawing tests: spans, words and links are consistent, the text says nothing. */
export function syntheticTables({clauses: n, seed = 1, longLabels = false, doubtful = 0, stances: only}: SyntheticOptions): Tables {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const tail = longLabels ? " and all that is held in common by the towns of the upper and the lower valley" : "";
  const topicList: Topic[] = topicNames.map((label, i) => ({id: `topic-${i + 1}`, label: label + tail, covers: label.toLowerCase()}));
  const registry: Instrument[] = Array.from({length: Math.max(3, Math.min(30, Math.ceil(n / 12)))}, (_, i) => ({
    id: `instrument-${i + 1}`, title: `Agreement ${i + 1} on Bridges and Wells${tail}`, short: `Agreement ${i + 1}${tail}`, kind: i % 3 ? "treaty" : "resolution",
    adopted: i % 7 === 6 ? null : String(1899 + Math.floor(next() * 125)), body: null, symbol: null, status: null, source: "invented"
  }));
  const parties = [{name: "Northland", aliases: []}, {name: "Southland", aliases: []}, {name: `Isle of Meres${tail}`, aliases: []}];

  const tables: Tables = {
    statement: {
      id: "synthetic", title: "An invented statement", short: "invented statement, 1 January 2025", kind: "joint statement", date: "2025-01-01", place: null,
      parties, source: "invented", language: "en", licence: "none", note: null, text: "", words: 0
    },
    coding: {version: "test", stanceAlpha: {value: 0.9, clauses: 100, texts: 4}, decisions: [], staleDecisions: []},
    paragraphs: [], clauses: [], verbs: [], topics: [], mentions: [], instruments: [], schemes: [], topicList,
    stanceList: stances.map((id) => ({id, pole: pole(id), definition: ""}))
  };
  let text = "";
  const perParagraph = n > 60 ? 6 : 3;
  for (let i = 0; i < n; i++) {
    const inParagraph = i % perParagraph;
    if (inParagraph === 0) {
      if (i) text += "\n\n";
      tables.paragraphs.push({number: tables.paragraphs.length + 1, role: "text", marker: null, start: text.length, end: text.length});
    } else text += " ";
    const stance = pick(only ?? weights), strength = pick<Strength>([1, 2, 2, 2, 3]), lemma = pick(verbsOf[stance]) ?? null;
    const intensifier = strength === 3 && lemma && stance !== "norm" ? "strongly" : null;
    const speaker = stance === "norm" || stance === "describe" ? [] : next() < 0.7 ? parties.slice(0, 2).map((p) => p.name) : [pick(parties).name];
    const form = [intensifier, lemma].filter(Boolean).join(" ");
    const size = 3 + Math.floor(next() * next() * 42);
    const object = Array.from({length: size}, (_, k) => objects[k % objects.length]).join(" ");
    const start = text.length, lead = stance === "describe" ? "There is " : stance === "norm" ? "Towns " : "They ";
    const words = `${lead}${form}${form ? " " : ""}${object}`;
    text += `${words}.`;
    const paragraph = tables.paragraphs.at(-1)!;
    paragraph.end = text.length;
    const id = `p${paragraph.number}.s${inParagraph + 1}.c1`;
    const topics = [...new Set(Array.from({length: 1 + Math.floor(next() * 3)}, () => topicList[Math.floor(next() * next() * 16)]!.id))];
    const reason = [{rule: "invented", words: form || "There is"}];
    const clause: Clause = {
      id, number: i + 1, paragraph: paragraph.number!, sentence: inParagraph + 1, start, end: start + words.length, text: words,
      words: words.split(" ").length, stance, pole: pole(stance), strength: stance === "describe" ? 2 : strength, speakers: speaker, verbs: lemma ? [lemma] : [],
      modality: stance === "norm" ? lemma : null, negated: false, topics, instruments: [],
      doubts: next() < doubtful ? ["another class is possible"] : [],
      reasons: {extent: reason, stance: reason, strength: reason, speakers: reason, topics: reason}, decisions: []
    };
    for (const topic of topics) tables.topics.push({clause: id, topic, words: [object.split(" ")[0]!], spans: [{start: start + lead.length, end: start + lead.length + 3}]});
    if (lemma) tables.verbs.push({
      clause: id, start: start + lead.length, end: start + lead.length + form.length, form, lemma, stance, illocution: illocutions[stance],
      strength: clause.strength, intensifier, negated: false
    });
    if (next() < 0.3) {
      const instrument = pick(registry), mention: Mention = {
        id: `m${tables.mentions.length + 1}`, clause: id, start: clause.end - object.length, end: clause.end, words: instrument.short,
        instrument: instrument.id, kind: pick(["explicit", "explicit", "anaphor", "generic"] as const), pinpoint: next() < 0.3 ? `Article ${1 + Math.floor(next() * 60)}` : null
      };
      tables.mentions.push(mention);
      clause.instruments.push(instrument.id);
      if (!tables.instruments.includes(instrument)) tables.instruments.push(instrument);
    }
    tables.clauses.push(clause);
  }
  if (n === 0) tables.paragraphs.push({number: 1, role: "text", marker: null, start: 0, end: (text = "A page without a clause.").length});
  tables.statement.text = text;
  tables.statement.words = text.split(/\s+/).filter(Boolean).length;
  return tables;
}
