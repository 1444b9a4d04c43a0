import {instrumentTimelineRows, type InstrumentTimelineRows} from "../queries/instrument-timeline.js";
import type {Tables} from "../schema.js";
import {stripHeight} from "./clause-strip.js";
import type {Caption, DrawOptions, Figure} from "./figure.js";
import {frame, type Body} from "./frame.js";
import {write} from "./text.js";
import {kindNames, manyMentions, yearText, stripSetting, drawStripPart, type Plan, geometry} from "./timeline-parts.js";
import {roomy, tight, wordsPlan} from "./timeline-words.js";
import {stackPlan, type StackSetting} from "./timeline-stacks.js";
import {downPlan} from "./timeline-down.js";
import {capital, count, list, spelled} from "./words.js";

/** Of more instruments than this, those mentioned most are named. */
const mostNamed = 12;

function whereClaim(rows: InstrumentTimelineRows): string {
  const numbers = rows.mentioning.map((clause) => clause.number), total = rows.clauses.length;
  const inClauses = rows.mentions.every(({clause}) => clause !== null);
  const span = Math.max(...numbers) - Math.min(...numbers) + 1;
  if (inClauses && numbers.length === 1) return `every mention stands in clause ${numbers[0]}`;
  if (inClauses && span <= total / 2) return `every mention stands in clauses ${Math.min(...numbers)} to ${Math.max(...numbers)}`;
  const named = [...rows.dated, ...rows.undated], most = Math.max(...named.map((row) => row.mentions.length));
  const top = named.filter((row) => row.mentions.length === most);
  const times = most === 2 ? "twice" : `${spelled(most)} times`;
  if (named.length > 1 && most > 1 && top.length === 1) return `${top[0]!.instrument.short} is mentioned most, ${times}`;
  return `${count(rows.mentions.length, "mention")} in ${count(numbers.length, "clause")}`;
}

function title(rows: InstrumentTimelineRows): string {
  if (!rows.mentions.length) return "No instrument is mentioned";
  const named = rows.dated.length + rows.undated.length, n = rows.mentions.length;
  if (!named) return `No single instrument is named; ${n === 1 ? "one mention is" : `${spelled(n)} mentions are`} of a class of texts`;
  const years = [...new Set(rows.dated.map(yearText))];
  const span = years.length <= 3 ? list(years) : `${years[0]} to ${years.at(-1)}`;
  const from = !years.length ? "" : rows.undated.length ? `, ${spelled(rows.dated.length)} of them dated (${span})` : `, from ${span}`;
  return `${capital(spelled(named))} ${named === 1 ? "instrument is" : "instruments are"} named${from}; ${whereClaim(rows)}`;
}

function caption(rows: InstrumentTimelineRows): Caption {
  const outside = rows.mentions.filter(({clause}) => clause === null).length;
  const named = [...rows.dated, ...rows.undated];
  const counts = [...named].sort((a, b) => b.mentions.length - a.mentions.length).slice(0, 6).map((row) => `${row.instrument.short} ${row.mentions.length}`);
  const generic = rows.generic.reduce((sum, row) => sum + row.mentions.length, 0);
  return {
    title: title(rows),
    subtitle: `Each mark is one mention, in the colour and shape of its clause's pole${rows.mentions.length > manyMentions ? "" : "; a number in it is the clause's"}. n\u00a0=\u00a0${count(rows.mentions.length, "mention")} in ${count(rows.mentioning.length, "clause")} of ${rows.clauses.length}${outside ? `, ${outside} outside the clauses` : ""}.`,
    alt: `Time axis of the instruments mentioned. ${title(rows)}. ${counts.length ? `Mentions: ${counts.join(", ")}${named.length > 6 ? ", …" : ""}. ` : ""}${count(generic, "generic mention")}.`,
    note: [
      rows.dated.length ? "Dates of adoption as in the registry." : "",
      rows.generic.length ? "Generic mentions name a class of texts, which has no single date." : "",
      rows.undated.length ? `${count(rows.undated.length, "instrument")} without a date in the registry.` : "",
      named.length > mostNamed && rows.dated.length > mostNamed ? "Named on the axis: those mentioned most." : ""
    ].filter(Boolean).join(" ")
  };
}

/** The fullest plan that fits the width, and the height where that is fixed. */
function acrossPlan(rows: InstrumentTimelineRows, b: Body): Plan {
  const undated = rows.undated.length + rows.generic.length;
  const geo = geometry(rows, b), wide = geometry(rows, b, b.height === null && undated > 5), k = b.scale, few = rows.mentions.length <= manyMentions, fixed = b.height !== null;
  const numbered = (room: typeof roomy): StackSetting => ({r: 11.5 * k, pitch: 28 * k, rows: 8, named: mostNamed, numbered: true, bend: room.bend, unit: room.unit});
  const small = (deep: number, named = mostNamed): StackSetting => ({r: 5 * k, pitch: 11.5 * k, rows: deep, named, numbered: false, bend: fixed ? 34 : 56, unit: fixed ? 9 : 14});
  const tries: (() => Plan | null)[] = [
    ...few ? [() => wordsPlan(rows, geo, roomy), ...fixed ? [() => wordsPlan(rows, geo, tight)] : [],
      () => stackPlan(rows, geo, numbered(roomy)), ...fixed ? [() => stackPlan(rows, geo, numbered(tight))] : []] : [],
    ...[24, 40, 16, 10].map((deep) => () => stackPlan(rows, wide, small(deep))),
    ...fixed ? [[16, 6], [10, 6], [6, 6], [6, 3]].map(([deep, named]) => () => stackPlan(rows, geo, small(deep!, named))) : [],
    // A crowded slide goes without the strip of clauses, and counts what has no date.
    ...fixed ? [[24, 12], [16, 8], [16, 6], [10, 6], [10, 4], [8, 3], [6, 3], [4, 3], [4, 0]].map(([deep, named]) =>
      () => stackPlan(rows, geometry(rows, b, true), {...small(deep!, named), counted: true})) : []
  ];
  let last: Plan | null = null;
  for (const attempt of tries) {
    const plan = attempt();
    if (plan && (b.height === null || plan.height <= b.height)) return plan;
    if (plan && (!last || plan.height < last.height)) last = plan;
  }
  return last ?? downPlan(rows, b);
}

function draw(rows: InstrumentTimelineRows, tables: Tables, options: DrawOptions): SVGSVGElement {
  return frame(caption(rows), tables, options, (b) => {
    if (!rows.mentions.length) {
      const top = 30 * b.scale;
      write(b.g, "No instrument is mentioned", {size: 16 * b.scale, weight: 700, y: 16 * b.scale, fill: b.theme.ink});
      if (rows.clauses.length) drawStripPart(b.g, rows, top, b);
      return top + (rows.clauses.length ? stripHeight(stripSetting(rows, b), b.scale) + 26 * b.scale : 0);
    }
    const plan = b.narrow ? downPlan(rows, b) : acrossPlan(rows, b);
    plan.draw(b.g, b.height === null ? 0 : Math.max(0, b.height - plan.height));
    return plan.height;
  });
}

/** The instruments that a statement refers to, by date of adoption, with every mention and its clause. */
export const instrumentTimeline: Figure<InstrumentTimelineRows> = {
  id: "instrument-timeline",
  label: "Instruments",
  question: "Which law and which agreements does the statement lean on, and where?",
  query: instrumentTimelineRows,
  caption,
  table(rows) {
    const items = [...rows.dated, ...rows.undated, ...rows.generic].flatMap((row) => row.mentions.map((item) => ({row, item})));
    return {
      columns: ["instrument", "adopted", "kind of mention", "pinpoint", "clause", "words"],
      rows: items.map(({row, item}) => [row.instrument.title, row.instrument.adopted ?? (row.time === null && rows.generic.includes(row) ? "no single date" : "not known"),
        kindNames[item.mention.kind], item.mention.pinpoint ?? "", item.clause?.number ?? "", item.mention.words]),
      clauses: items.map(({item}) => item.clause ? [item.clause.id] : [])
    };
  },
  draw
};
