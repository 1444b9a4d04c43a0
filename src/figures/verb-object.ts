import type {Tables} from "../schema.js";
import {sharings, verbObjectRows, type Sharing, type Take, type VerbObjectRows, type VerbObjectTopic} from "../queries/verb-object.js";
import {joined} from "../queries/verb-ladder.js";
import {measure, wrap, type TextStyle} from "../theme/measure.js";
import type {Caption, DrawOptions, Figure} from "./figure.js";
import {frame, type Body} from "./frame.js";
import {carry, mark, poleColours} from "./marks.js";
import {wrapRuns, writeRuns, type Run} from "./runs.js";
import {px, write, type Parent} from "./text.js";
import {anchor, distinct, flowBlock, stack, type Block, type Column, type Setting, type VerbClauses} from "./verb-blocks.js";
import {capital, count, inSentence, list, spelled, tight} from "./words.js";

type Side = "commitment" | "condemnation";
const sides: Side[] = ["commitment", "condemnation"];

const clausesOf = (row: VerbObjectTopic) => distinct([...row.commitment, ...row.condemnation].map((take) => take.clause));
const ofSharing = (rows: VerbObjectRows, sharing: Sharing) => rows.topics.filter((row) => row.sharing === sharing);
const sharingNames: Record<Sharing, string> = {commitment: "Commitment only", both: "Both", condemnation: "Condemnation only"};

function title(rows: VerbObjectRows): string {
  const [first, ...rest] = sharings.map((sharing) => ({sharing, n: ofSharing(rows, sharing).length})).filter(({n}) => n > 0).sort((a, b) => b.n - a.n);
  const wording: Record<Sharing, string> = {commitment: "commitment wording only", both: "both", condemnation: "condemnation wording only"};
  const full: Record<Sharing, string> = {...wording, both: "both commitment and condemnation wording"};
  if (!first) return "No topic takes commitment or condemnation wording";
  if (rows.topics.length === 1) return `${capital(inSentence(rows.topics[0]!.topic.label))} is the one topic with wording of a pole: ${full[first.sharing]}`;
  if (!rest.length) return `All ${spelled(first.n)} topics with wording of either pole take ${wording[first.sharing]}`;
  const takes = `${capital(spelled(first.n))} ${first.n === 1 ? "topic takes" : "topics take"} ${full[first.sharing]}`;
  return `${takes}, ${list(rest.map(({sharing, n}) => `${spelled(n)} ${wording[sharing]}`))}`;
}

function caption(rows: VerbObjectRows): Caption {
  const pairs = rows.topics.reduce((sum, row) => sum + row.commitment.length + row.condemnation.length, 0);
  const counts = rows.topics.slice(0, 8).map((row) => `${row.topic.label} ${row.commitment.length} to ${row.condemnation.length}`);
  const left = rows.polar - rows.clauses.length;
  return {
    title: title(rows),
    subtitle: tight(`Topics with the verbs that they take and the clause's words. n_=_${count(rows.clauses.length, "commitment or condemnation clause")}, ${count(pairs, "topic coding")}; a clause may have several topics.`),
    alt: `Topics between verbs of commitment and verbs of condemnation. ${title(rows)}. ${counts.length ? `Clauses of commitment to condemnation: ${counts.join(", ")}${rows.topics.length > 8 ? ", …" : ""}.` : ""}`.trim(),
    note: [
      "Where words are shown, those that gave the topic are bold.",
      left ? `${count(left, "clause")} of a pole without a topic ${left === 1 ? "is" : "are"} left out.` : "",
      `Neutral clauses are not shown; ${rows.neither.length} of ${rows.neither.length + rows.topics.length} topics ${rows.neither.length === 1 ? "has" : "have"} no clause of a pole.`
    ].filter(Boolean).join(" ")
  };
}

/** What a topic's side shows: that many clauses in up to `deep` lines each, or verbs with their counts in that many lines. */
interface Level {lines: number; verbs: boolean; deep: number}

function takeRuns(take: Take, size: number, {b, colour}: Setting): Run[] {
  const serif = {face: "serif" as const, size: size * b.scale};
  return [
    ...take.verb ? [{...serif, face: take.verbatim ? "serif" as const : "sans" as const, text: take.verb, weight: 600, fill: colour}] : [],
    ...take.gap ? [{...serif, text: "…", fill: b.theme.ink2}] : [],
    ...take.words.map(({text, topic, glued}, i) => ({...serif, text, glued: glued && (i > 0 || !take.gap), weight: topic ? 650 : 400, fill: b.theme.ink}))
  ];
}

function takeBlock(take: Take, deep: number, setting: Setting): Block {
  const {b, k, column} = setting, inset = 32 * k, leading = 20 * k;
  const lines = wrapRuns(takeRuns(take, 14.5, setting), column.width - inset, deep);
  return {
    height: lines.length * leading + 8 * k,
    draw(g, top) {
      const link = mark(g, {clauses: [take.clause], x: column.edge + column.away * 13.7 * k, y: top + 13.5 * k, r: 10 * k, label: take.clause.number, theme: b.theme, options: b.options});
      writeRuns(link, lines, {x: column.edge + column.away * inset, y: top + 18.5 * k, leading, anchor: anchor(column)});
    }
  };
}

/** The verbs of several clauses, most clauses first. */
function byVerb(takes: readonly Take[]): VerbClauses[] {
  const groups = new Map<string, {lemma: string | null; label: string; occurrences: {clause: Take["clause"]}[]}>();
  for (const {clause, verbs} of takes) for (const {lemma, label} of verbs) {
    const own = groups.get(String(lemma)) ?? {lemma, label, occurrences: []};
    own.occurrences.push({clause});
    groups.set(String(lemma), own);
  }
  return [...groups.values()].sort((a, b) => b.occurrences.length - a.occurrences.length);
}

function moreBlock(takes: readonly Take[], {b, k, column}: Setting): Block {
  return {
    height: 22 * k,
    draw: (g, top) => void write(carry(g, takes.map((take) => take.clause), b.options), `and ${takes.length} more`,
      {size: 13.5 * k, x: column.edge + column.away * 32 * k, y: top + 15 * k, anchor: anchor(column), fill: b.theme.ink2})
  };
}

/** How many clauses, then the verbs as running words. */
function verbsBlock(takes: readonly Take[], level: Level, setting: Setting): Block {
  const {b, k, column, colour} = setting, inset = 44 * k;
  const inner: Setting = {...setting, column: {...column, edge: column.edge + column.away * inset, width: column.width - inset}};
  const flow = flowBlock(byVerb(takes), level.lines, inner, false);
  return {
    height: flow.height,
    draw(g, top) {
      write(carry(g, takes.map((take) => take.clause), b.options), String(takes.length), {size: 16 * k, weight: 750, x: column.edge, y: top + 18.5 * k, anchor: anchor(column), fill: colour});
      flow.draw(g, top);
    }
  };
}

function sideBlock(takes: readonly Take[], level: Level, setting: Setting): Block {
  if (!takes.length) return {height: 0, draw: () => {}};
  if (level.verbs) return verbsBlock(takes, level, setting);
  const shown = takes.length > level.lines + 1 ? takes.slice(0, level.lines) : takes, rest = takes.slice(shown.length);
  return stack([...shown.map((take) => takeBlock(take, level.deep, setting)), ...rest.length ? [moreBlock(rest, setting)] : []]);
}

interface Plan {height: number; draw(g: Parent): void}

const labelStyle = (k: number): TextStyle => ({size: 15 * k, weight: 650});

function rule(g: Parent, y: number, b: Body, stroke: string, width = 1): void {
  g.append("line").attr("x2", px(b.width)).attr("y1", px(y)).attr("y2", px(y)).attr("stroke", stroke).attr("stroke-width", width);
}

/** Topics down the middle, verbs of commitment to the left, of condemnation to the right. */
function acrossPlan(rows: VerbObjectRows, level: Level, b: Body): Plan {
  const k = b.scale, middle = b.width / 2, half = Math.min((b.height === null ? 105 : 140) * k, b.width * 0.14), gap = 16 * k;
  const columns: Record<Side, Column> = {
    commitment: {edge: middle - half - gap, away: -1, width: middle - half - gap},
    condemnation: {edge: middle + half + gap, away: 1, width: middle - half - gap}
  };
  const setting = (side: Side): Setting => ({b, k, column: columns[side], colour: poleColours(side, b.theme).text});
  const groups = sharings.map((sharing) => ({sharing, rows: ofSharing(rows, sharing).map((row) => {
    const label = wrap(row.topic.label, 2 * half, labelStyle(k), 4);
    const blocks = sides.map((side) => sideBlock(row[side], level, setting(side)));
    return {row, label, blocks, height: Math.max(label.length * 19 * k + 9 * k, ...blocks.map((block) => block.height)) + 8 * k};
  })})).filter((group) => group.rows.length > 0);
  const head = 30 * k;
  return {
    height: head + groups.reduce((sum, group) => sum + group.rows.reduce((all, row) => all + row.height, 0) + 8 * k, 0),
    draw(g) {
      for (const side of sides) write(g, `${capital(side)} verbs`, {size: 16 * k, weight: 750, x: columns[side].edge, y: 14 * k, anchor: anchor(columns[side]), fill: poleColours(side, b.theme).text});
      write(g, "Topics", {size: 16 * k, weight: 750, x: middle, y: 14 * k, anchor: "middle", fill: b.theme.ink});
      let y = head;
      for (const group of groups) {
        rule(g, y, b, b.theme.mark, 1.5);
        if (group.sharing !== "both") {
          const empty = group.sharing === "commitment" ? columns.condemnation : columns.commitment;
          const silent = group.sharing === "commitment" ? "condemnation" : "commitment";
          const style: TextStyle = {size: 14 * k}, short = `No ${silent} clause`;
          const long = `${short} on ${group.rows.length === 1 ? "this topic" : `these ${group.rows.length} topics`}`;
          write(g, measure(long, style) <= empty.width ? long : short, {...style, x: empty.edge, y: y + 27 * k, anchor: anchor(empty), fill: b.theme.ink3});
        }
        y += 4 * k;
        group.rows.forEach(({row, label, blocks, height}, i) => {
          if (i) rule(g, y, b, b.theme.hair);
          write(carry(g, clausesOf(row), b.options, `${row.topic.label}: ${count(row.commitment.length, "commitment clause")}, ${count(row.condemnation.length, "condemnation clause")}`), label,
            {...labelStyle(k), x: middle, y: y + 23 * k, leading: 19 * k, anchor: "middle", fill: b.theme.ink});
          blocks.forEach((block) => block.draw(g, y + 4.5 * k));
          y += height;
        });
        y += 4 * k;
      }
    }
  };
}

/** Narrow: each topic with commitment above and condemnation below. */
function downPlan(rows: VerbObjectRows, level: Level, b: Body): Plan {
  const k = b.scale, column: Column = {edge: 0, away: 1, width: b.width};
  const setting = (side: Side): Setting => ({b, k, column, colour: poleColours(side, b.theme).text});
  const groups = sharings.map((sharing) => ({sharing, rows: ofSharing(rows, sharing).map((row) => {
    const label = wrap(row.topic.label, b.width, labelStyle(k), 4);
    const blocks = stack(sides.map((side) => sideBlock(row[side], level, setting(side))));
    return {row, label, blocks, height: label.length * 19 * k + 10 * k + blocks.height + 12 * k};
  })})).filter((group) => group.rows.length > 0);
  const name = 34 * k;
  return {
    height: groups.reduce((sum, group) => sum + name + group.rows.reduce((all, row) => all + row.height, 0) + 8 * k, 0),
    draw(g) {
      let y = 0;
      for (const group of groups) {
        const tone = group.sharing === "both" ? b.theme.ink : poleColours(group.sharing, b.theme).text;
        rule(g, y, b, b.theme.mark, 1.5);
        write(g, `${sharingNames[group.sharing]}: ${count(group.rows.length, "topic")}`, {size: 14.5 * k, weight: 750, y: y + 22 * k, fill: tone});
        y += name;
        group.rows.forEach(({row, label, blocks, height}, i) => {
          if (i) rule(g, y, b, b.theme.hair);
          write(carry(g, clausesOf(row), b.options), label, {...labelStyle(k), y: y + 20 * k, leading: 19 * k, fill: b.theme.ink});
          blocks.draw(g, y + label.length * 19 * k + 10 * k);
          y += height;
        });
        y += 8 * k;
      }
    }
  };
}

/** Taller than this in px, a page's drawing shows less of each topic. */
const tallest = {wide: 2100, narrow: 2600};

const shortWidth = 900;

/** The fullest plan that fits; topics at the end of each group are folded where even the least does not. */
function choose(rows: VerbObjectRows, b: Body): Plan {
  const make = b.narrow ? downPlan : acrossPlan;
  const room = b.height ?? tallest[b.narrow ? "narrow" : "wide"] * b.scale;
  const levels: Level[] = [
    {lines: Infinity, deep: 2, verbs: false},
    // In a short line a verb and its topic seldom both have room.
    ...b.width < shortWidth * b.scale && b.height === null ? [{lines: 3, deep: 2, verbs: false}] : [],
    {lines: Infinity, deep: 1, verbs: false}, {lines: 3, deep: 1, verbs: false},
    ...[Infinity, 2, 1].map((lines) => ({lines, deep: 1, verbs: true}))
  ];
  for (const level of levels) {
    const plan = make(rows, level, b);
    if (plan.height <= room) return plan;
  }
  if (b.height === null) return make(rows, levels.at(-1)!, b);
  return foldedPlan(rows, b);
}

/** For a fixed height: the topics with most clauses, the others counted in a last line. */
function foldedPlan(rows: VerbObjectRows, b: Body): Plan {
  const k = b.scale, bySize = [...rows.topics].sort((a, z) => clausesOf(z).length - clausesOf(a).length);
  for (let n = bySize.length - 1; n > 0; n--) {
    const shown = new Set(bySize.slice(0, n)), rest = bySize.slice(n);
    const plan = acrossPlan({...rows, topics: rows.topics.filter((row) => shown.has(row))}, {lines: 1, deep: 1, verbs: true}, b);
    if (plan.height + 24 * k > b.height! && n > 1) continue;
    return {
      height: plan.height + 24 * k,
      draw(g) {
        plan.draw(g);
        write(carry(g, distinct(rest.flatMap(clausesOf)), b.options), `and ${count(rest.length, "topic")} more with fewer clauses`,
          {size: 14 * k, x: b.width / 2, y: plan.height + 14 * k, anchor: "middle", fill: b.theme.ink2});
      }
    };
  }
  return acrossPlan(rows, {lines: 1, deep: 1, verbs: true}, b);
}

function draw(rows: VerbObjectRows, tables: Tables, options: DrawOptions): SVGSVGElement {
  return frame(caption(rows), tables, options, (b) => {
    if (!rows.topics.length) {
      const style: TextStyle = {size: 15 * b.scale}, lines = wrap("No topic takes commitment or condemnation wording.", b.width, style);
      write(b.g, lines, {...style, y: 20 * b.scale, leading: 21 * b.scale, fill: b.theme.ink2});
      return (8 + lines.length * 21) * b.scale;
    }
    const plan = choose(rows, b);
    plan.draw(b.g);
    return plan.height;
  });
}

/** What is pledged and what is condemned: topics between the verbs that take them, with the clause's words. */
export const verbObject: Figure<VerbObjectRows> = {
  id: "verb-object",
  label: "Verbs and objects",
  question: "What is pledged, and what is condemned?",
  query: verbObjectRows,
  caption,
  table(rows) {
    const items = rows.topics.flatMap((row) => sides.flatMap((side) => row[side].map((take) => ({row, side, take}))));
    return {
      columns: ["topic", "pole", "verb", "clause", "words"],
      rows: items.map(({row, side, take}) => [row.topic.label, side, take.verbs.map((verb) => verb.label).join(", "), take.clause.number,
        `${take.gap ? "… " : ""}${joined(take.words)}`]),
      clauses: items.map(({take}) => [take.clause.id])
    };
  },
  draw
};
