import type {InstrumentTimelineRows, TimelineInstrument} from "../queries/instrument-timeline.js";
import {measure, truncate, wrap} from "../theme/measure.js";
import {stripHeight} from "./clause-strip.js";
import type {Body} from "./frame.js";
import {carry, mark} from "./marks.js";
import {px, write, type Parent} from "./text.js";
import {manyMentions, yearText, clausesOf, mentionName, mentionsOf, stubsOf, itemsOf, drawItems, subFor, stripSetting, drawStripPart, type Plan} from "./timeline-parts.js";

/** Narrow: one instrument below the other, by date. */
export function downPlan(rows: InstrumentTimelineRows, b: Body): Plan {
  const k = b.scale, few = rows.mentions.length <= manyMentions;
  const spine = 54 * k, x = spine + 16 * k, width = b.width - x;
  const r = 4.5 * k, pitch = 11 * k, each = Math.max(1, Math.floor(width / pitch));
  const entry = (row: TimelineInstrument, year: string) => {
    const names = few && !year ? [] : wrap(row.instrument.short, width, {size: 15 * k, weight: 700}, 3);
    const items = few ? itemsOf(row, width + k, k, {maxLines: 3, gap: 14, inline: true}) : [];
    const sub = subFor(row, "", width, k), beside = measure(sub, {size: 13 * k}) + 14 * k;
    // A few small marks stand behind the kind of the instrument.
    const inline = !few && names.length > 0 && beside + row.mentions.length * pitch <= width;
    const head = names.length ? names.length * 19 * k + (inline ? 18 : 28) * k : 0;
    const body = few ? items.reduce((sum, item) => sum + item.height, 0) : inline ? 0 : Math.ceil(row.mentions.length / each) * pitch + 4 * k;
    const place = (i: number) => inline ? {x: x + beside + i * pitch, y: names.length * 19 * k + 8.5 * k} : {x: x + 5 * k + (i % each) * pitch, y: head + 4 * k + Math.floor(i / each) * pitch};
    return {
      height: head + body + 14 * k,
      draw(g: Parent, top: number) {
        if (year) write(g, year, {size: 15 * k, weight: 700, y: top + 15 * k, fill: b.theme.ink});
        g.append("circle").attr("cx", px(spine)).attr("cy", px(top + 10 * k)).attr("r", px(4.5 * k)).attr("fill", year ? b.theme.ink : b.theme.bg).attr("stroke", year ? null : b.theme.ink3);
        if (names.length) {
          const link = carry(g, clausesOf(row.mentions), b.options, `${row.instrument.title}, ${mentionsOf(row)}`);
          write(link, names, {size: 15 * k, weight: 700, x, y: top + 15 * k, leading: 19 * k, fill: b.theme.ink});
          write(link, sub, {size: 13 * k, x, y: top + 15 * k + names.length * 19 * k - 2 * k, fill: b.theme.ink3});
        }
        if (few) drawItems(g, items, x + 11 * k, top + head, b, 10.5);
        else row.mentions.forEach((item, i) => mark(g, {
          clauses: item.clause ? [item.clause] : [], x: place(i).x, y: top + place(i).y, r, hit: pitch, name: mentionName(row, item), theme: b.theme, options: b.options
        }));
      }
    };
  };
  const dated = rows.dated.map((row) => entry(row, yearText(row)));
  const stubs = stubsOf(rows).map((stub) => ({stub, entries: stub.rows.map((row) => entry(row, ""))}));
  const sum = (entries: readonly {height: number}[]) => entries.reduce((total, item) => total + item.height, 0);
  const now = 34 * k, stubHead = 52 * k, stripTop = 34 * k;
  const setting = stripSetting(rows, b);
  return {
    height: sum(dated) + (dated.length ? now : 0) + stubs.reduce((total, {entries}) => total + stubHead + sum(entries), 0) + stripTop + stripHeight(setting, k) + 26 * k,
    draw(g) {
      let y = 0;
      const line = (from: number, to: number, dotted: boolean) => void g.append("line").attr("x1", px(spine)).attr("x2", px(spine))
        .attr("y1", px(from)).attr("y2", px(to)).attr("stroke", dotted ? b.theme.ink3 : b.theme.ink).attr("stroke-width", 1.5).attr("stroke-dasharray", dotted ? "3 4" : null);
      if (dated.length) {
        line(10 * k, sum(dated) + 12 * k, false);
        for (const item of dated) {
          item.draw(g, y);
          y += item.height;
        }
        g.append("line").attr("x1", px(spine - 8 * k)).attr("x2", px(spine + 8 * k)).attr("y1", px(y + 12 * k)).attr("y2", px(y + 12 * k)).attr("stroke", b.theme.ink).attr("stroke-width", 1.5);
        write(g, String(Math.floor(rows.now)), {size: 14 * k, weight: 650, y: y + 17 * k, fill: b.theme.ink2});
        write(g, "this statement", {size: 14 * k, weight: 650, x, y: y + 17 * k, fill: b.theme.ink2});
        y += now;
      }
      for (const {stub, entries} of stubs) {
        write(g, stub.name, {size: 16 * k, weight: 750, y: y + 20 * k, fill: b.theme.ink});
        write(g, truncate(stub.sub, b.width, {size: 13 * k}), {size: 13 * k, y: y + 38 * k, fill: b.theme.ink3});
        y += stubHead;
        line(y + 10 * k, y + sum(entries) - 14 * k, true);
        for (const item of entries) {
          item.draw(g, y);
          y += item.height;
        }
      }
      drawStripPart(g, rows, y + stripTop, b);
    }
  };
}
