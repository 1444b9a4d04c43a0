import type {InstrumentTimelineRows, TimelineInstrument} from "../queries/instrument-timeline.js";
import {measure, wrap} from "../theme/measure.js";
import {stripHeight} from "./clause-strip.js";
import type {Body} from "./frame.js";
import {carry} from "./marks.js";
import {px, write, type Parent} from "./text.js";
import {kindOf, yearText, clausesOf, type Column, type Stub, type Item, wordStyle, type Setting, itemsOf, drawItems, type Start, drawThreads, drawStubHead, subFor, stripSetting, drawStripPart, chunksOf, type Plan, type Geometry, spread} from "./timeline-parts.js";

// Deeper columns of words than this in px make the reader lose the axis.
const mostWords = 800;

/** How mentions are set where the page gives room, and on a slide. */
export const roomy = {setting: {maxLines: 3, gap: 18, inline: false}, bend: 90, unit: 14};

export const tight = {setting: {maxLines: 2, gap: 12, inline: true}, bend: 46, unit: 9};

function heading(g: Parent, row: TimelineInstrument, lines: string[], sub: string, x: number, bottom: number, b: Body): void {
  const k = b.scale;
  const link = carry(g, clausesOf(row.mentions), b.options, `${row.instrument.title}, ${sub}`);
  write(link, lines, {size: 16 * k, weight: 700, x, y: bottom - 20 * k - (lines.length - 1) * 20 * k, leading: 20 * k, fill: b.theme.ink});
  write(link, sub, {size: 13 * k, x, y: bottom, fill: b.theme.ink3});
}

interface StubColumn {stub: Stub; x: number; width: number; items: Item[]; head: boolean; top: number}

/** Beside an axis the stubs stand below each other in one column; without one they share the width. */
function stubColumns({stubs, stubX, stubWidth, axisWidth, k}: Geometry, setting: Setting): StubColumn[] {
  if (axisWidth) {
    let top = 0;
    return stubs.map((stub) => {
      const items = stub.rows.flatMap((row) => itemsOf(row, stubWidth, k, setting)), at = top;
      top += total(items) + 68 * k;
      return {stub, x: stubX, width: stubWidth, items, head: true, top: at};
    });
  }
  const share = stubWidth / stubs.length;
  return stubs.flatMap((stub, i) => {
    const count = stub.rows.reduce((sum, row) => sum + row.mentions.length, 0);
    const columns = Math.max(1, Math.min(Math.floor(share / (280 * k)), Math.ceil(count / 3))), width = share / columns;
    const items = stub.rows.flatMap((row) => itemsOf(row, width - 16 * k, k, setting));
    return chunksOf(items, Math.ceil(items.length / columns))
      .map((items, j) => ({stub, x: i * share + j * width, width: width - 16 * k, items, head: j === 0, top: 0}));
  });
}

const total = (items: readonly Item[]) => items.reduce((sum, item) => sum + item.height, 0);

/** Few mentions: each column holds the words of the mentions. Null where columns would be too narrow to read. */
export function wordsPlan(rows: InstrumentTimelineRows, geo: Geometry, {setting, bend, unit}: typeof roomy): Plan | null {
  const {b, k, axis, axisWidth, stubWidth} = geo;
  const edge = axisWidth + (stubWidth ? 20 * k : 0);
  const wanted = rows.dated.map((row) => axis.x(row.time!) - 12 * k);
  const widthOf = (row: TimelineInstrument, limit: number) => Math.min(limit, 46 * k + Math.max(
    ...row.mentions.map(({mention}) => measure(mention.words, wordStyle(k))),
    measure(row.instrument.short, {size: 16 * k, weight: 700}) - 20 * k, ...row.mentions.map((item) => measure(kindOf(item), {size: 13 * k}))));
  let widths: number[] = [], lefts: number[] | null = null;
  for (const limit of [240, 200, 170, 140]) {
    widths = rows.dated.map((row) => Math.max(120 * k, widthOf(row, limit * k)));
    lefts = spread(wanted, widths, 0, edge);
    if (lefts) break;
  }
  if (!lefts) return null;
  const columns: Column[] = rows.dated.map((row, i) => ({row, x: lefts[i]! + 12 * k, width: widths[i]!}));
  const roomFor = (i: number) => (columns[i + 1]?.x ?? edge + 12 * k) - columns[i]!.x - 14 * k;
  const names = columns.map(({row}, i) => wrap(row.instrument.short, roomFor(i), {size: 16 * k, weight: 700}, 3));
  const headHeight = Math.max(...names.map((lines) => lines.length), 1) * 20 * k + 24 * k;
  const axisY = headHeight + (columns.length ? 46 : 16) * k;
  const moved = columns.some((column) => Math.abs(column.x - axis.x(column.row.time!)) > 2) ? 26 * k : 0;
  const items = columns.map((column) => itemsOf(column.row, column.width, k, setting));
  const stubs = stubColumns(geo, setting);
  const start = axisY + 26 * k;
  const deepest = Math.max(...items.map((list) => total(list) + moved), ...stubs.map((stub) => stub.top + total(stub.items)));
  if (deepest > mostWords * k) return null;
  const columnsEnd = start + deepest;
  const strip = stripSetting(rows, b, unit);
  return {
    height: columnsEnd + bend * k + stripHeight(strip, k) + 26 * k,
    draw(g, spare) {
      const threads = g.append("g"), places = drawStripPart(g, rows, columnsEnd + bend * k + spare, b, unit);
      const starts: Start[] = [];
      if (columns.length) axis.draw(g, axisY, columns.map(({row}) => row.time!), b);
      columns.forEach((column, i) => {
        const dot = axis.x(column.row.time!), top = axisY + 6 * k;
        if (moved) threads.append("path").attr("fill", "none").attr("stroke", b.theme.faint)
          .attr("d", `M${px(dot)},${px(axisY)}C${px(dot)},${px(top + moved / 2)} ${px(column.x)},${px(top + moved / 3)} ${px(column.x)},${px(start + moved)}`);
        const year = axis.shows(column.row.time!) ? "" : `${yearText(column.row)} · `;
        heading(g, column.row, names[i]!, subFor(column.row, year, roomFor(i) + 4 * k, k), column.x - 12 * k, headHeight, b);
        for (const {item, y} of drawItems(g, items[i]!, column.x, start + moved, b)) starts.push({item, x: column.x, y: y + 11 * k, dotted: item.mention.kind === "generic"});
      });
      for (const {stub, x, width, items: list, head, top} of stubs) {
        if (head) drawStubHead(g, stub, x, top ? axisY + top - 22 * k : headHeight, width, axisY + top, b);
        for (const {item, y} of drawItems(g, list, x + 12 * k, start + top, b)) starts.push({item, x: x + 12 * k, y: y + 11 * k, dotted: stub.rows === rows.generic});
      }
      drawThreads(threads, starts, columnsEnd, places, false, b);
    }
  };
}
