import {joined, verbLadderRows, type VerbLadderRows} from "../queries/verb-ladder.js";
import type {Clause, Pole, Tables} from "../schema.js";
import {wrap, type TextStyle} from "../theme/measure.js";
import type {Caption, DrawOptions, Figure} from "./figure.js";
import {frame, type Body} from "./frame.js";
import {strengthNames, sides, onSide, type Side, type Level, type Plan, acrossPlan, downPlan} from "./ladder-plans.js";
import {write} from "./text.js";
import {occurrences} from "./verb-blocks.js";
import {capital, count, list, spelled, tight} from "./words.js";

/** Clauses that stand at more than one verb. */
function doubled(rows: VerbLadderRows): Clause[] {
  const seen = new Map<Clause, Set<string>>();
  for (const group of sides.flatMap((side) => onSide(rows, side))) {
    for (const item of group.occurrences) seen.set(item.clause, (seen.get(item.clause) ?? new Set()).add(group.label));
  }
  return [...seen].filter(([, verbs]) => verbs.size > 1).map(([clause]) => clause).sort((a, b) => a.number - b.number);
}

const share = (part: number, whole: number) => `${spelled(part)} of ${spelled(whole)}`;

function title(rows: VerbLadderRows): string {
  const of = (pole: Pole) => rows.clauses.filter((clause) => clause.pole === pole);
  const strong = (clauses: Clause[]) => clauses.filter((clause) => clause.strength === 3).length;
  const [first, second] = sides.map((side) => ({side, all: of(side).length, strong: strong(of(side))})).filter((row) => row.all > 0);
  if (!first) return "No clause has a verb of commitment or condemnation wording";
  if (rows.clauses.length === 1) return `One clause takes a pole: ${strengthNames[rows.clauses[0]!.strength]} ${first.side} wording`;
  if (strong(rows.clauses) === 0) {
    const hedged = rows.clauses.filter((clause) => clause.strength === 1).length;
    const poles = second ? "commitment or condemnation" : first.side;
    return `No ${poles} clause is strongly worded: ${hedged ? `${rows.clauses.length - hedged || "none"} plain, ${hedged} hedged` : rows.clauses.length === 2 ? "both are plain" : `all ${rows.clauses.length} are plain`}`;
  }
  const claim = `${capital(share(first.strong, first.all))} ${first.side} clauses ${first.strong === 1 ? "is" : "are"} strongly worded`;
  return second ? `${claim}, ${share(second.strong, second.all)} condemnation clauses` : `${claim}; no clause has ${first.side === "commitment" ? "condemnation" : "commitment"} wording`;
}

function note(rows: VerbLadderRows, narrow: boolean): string {
  const double = doubled(rows);
  const numbers = double.slice(0, 6).map((clause) => String(clause.number));
  const all = sides.flatMap((side) => onSide(rows, side)).flatMap((group) => group.occurrences);
  return [
    narrow ? "Commitment above, condemnation below." : "Commitment verbs left, condemnation verbs right.",
    all.some((item) => [...item.lead, ...item.object].some((piece) => piece.intensifier)) ? "Where words are shown, those that raise or lower the strength are underlined." : "",
    double.length === 1 ? `Clause ${numbers[0]} has several verbs, each counted.` : "",
    double.length > 1 ? `${double.length > 6 ? `${double.length} clauses` : `Clauses ${list(numbers)}`} have several verbs, each counted.` : ""
  ].filter(Boolean).join(" ");
}

function caption(rows: VerbLadderRows): Caption {
  const total = occurrences(onSide(rows, "commitment")) + occurrences(onSide(rows, "condemnation"));
  const top = (side: Side) => {
    const verbs = new Map<string, number>();
    for (const group of onSide(rows, side)) verbs.set(group.label, (verbs.get(group.label) ?? 0) + group.occurrences.length);
    const named = [...verbs].sort((a, b) => b[1] - a[1]).slice(0, 5).map(([label, times]) => `${label} ${times}`);
    return `${side} ${count(occurrences(onSide(rows, side)), "occurrence")}${named.length ? ` (${named.join(", ")}${verbs.size > 5 ? ", …" : ""})` : ""}`;
  };
  return {
    title: title(rows),
    subtitle: tight(`Each mark is a clause, set at its verb by strength of wording; numbers are clause numbers. n_=_${count(rows.clauses.length, "clause")} of ${rows.of}, ${count(total, "verb occurrence")}.`),
    alt: `Ladder of verbs by strength. ${title(rows)}. Verbs: ${top("commitment")}; ${top("condemnation")}.`,
    note: note(rows, false)
  };
}

/** Taller than this in px, a page's drawing shows less of each verb. */
const tallest = {wide: 2100, narrow: 2600};

/** The fullest plan that fits; where the height is fixed and none does, verbs at the end are counted rather than drawn. */
function choose(rows: VerbLadderRows, b: Body): Plan {
  const make = b.narrow ? downPlan : acrossPlan;
  const room = b.height ?? tallest[b.narrow ? "narrow" : "wide"] * b.scale;
  const levels: Level[] = b.narrow ? ["clauses", "short", "rows", "flow"] : b.height === null ? ["verbs", "short", "rows", "flow"] : ["verbs", "clauses", "short", "rows", "flow"];
  for (const level of levels) {
    const plan = make(rows, level, Infinity, b);
    if (plan.height <= room || (b.height === null && level === "flow")) return plan;
  }
  for (let lines = 12; lines > 1; lines--) {
    const plan = make(rows, "flow", lines, b);
    if (plan.height <= room) return plan;
  }
  return make(rows, "flow", 1, b);
}

function draw(rows: VerbLadderRows, tables: Tables, options: DrawOptions): SVGSVGElement {
  const words = caption(rows);
  return frame({...words, note: note(rows, options.width < 600)}, tables, options, (b) => {
    if (!rows.clauses.length) {
      const style: TextStyle = {size: 15 * b.scale}, lines = wrap("No clause was coded as commitment or condemnation.", b.width, style);
      write(b.g, lines, {...style, y: 20 * b.scale, leading: 21 * b.scale, fill: b.theme.ink2});
      return (8 + lines.length * 21) * b.scale;
    }
    const plan = choose(rows, b);
    plan.draw(b.g, b.height === null ? 0 : Math.max(0, Math.min(120 * b.scale, b.height - plan.height)));
    return plan.height;
  });
}

/** Verbs of commitment against verbs of condemnation by strength, each occurrence with its words. */
export const verbLadder: Figure<VerbLadderRows> = {
  id: "verb-ladder",
  label: "Verbs",
  question: "Which verbs commit and which condemn, and how strongly?",
  query: verbLadderRows,
  caption,
  table(rows) {
    const items = rows.rungs.flatMap((rung) => sides.flatMap((side) => rung[side].flatMap((group) => group.occurrences.map((item) => ({group, item})))));
    return {
      columns: ["strength", "pole", "verb", "clause", "words"],
      rows: items.map(({group, item}) => [group.strength, group.pole, group.label, item.clause.number, joined([...item.lead, ...item.object])]),
      clauses: items.map(({item}) => [item.clause.id])
    };
  },
  draw
};
