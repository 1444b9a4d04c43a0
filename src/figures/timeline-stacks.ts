import type {InstrumentTimelineRows, TimelineInstrument} from "../queries/instrument-timeline.js";
import {measure, truncate, type TextStyle} from "../theme/measure.js";
import {stripHeight} from "./clause-strip.js";
import type {Body} from "./frame.js";
import {carry, carrySum, mark} from "./marks.js";
import {px, write, type Parent} from "./text.js";
import {count} from "./words.js";
import {clausesOf, mentionName, mentionsOf, type Column, type Stub, type Start, drawThreads, drawStubHead, stripSetting, drawStripPart, chunksOf, type Plan, type Geometry, spread} from "./timeline-parts.js";

interface Flag {row: TimelineInstrument; x: number; text: string; width: number; left: boolean; level: number}

const flagStyle = (k: number): TextStyle => ({size: 13.5 * k, weight: 650});

/** Names on staffs of different height, so that no staff runs through a name. */
function placeFlags(columns: readonly Column[], most: number, width: number, k: number): Flag[] {
  const named = new Set([...columns].sort((a, b) => b.row.mentions.length - a.row.mentions.length).slice(0, most));
  const placed: Flag[] = [];
  const extent = (flag: Flag): [number, number] => flag.left ? [flag.x - flag.width - 6 * k, flag.x - 5 * k] : [flag.x + 5 * k, flag.x + flag.width + 6 * k];
  const clash = (a: Flag, b: Flag) => {
    const [from, to] = extent(a), [start, end] = extent(b);
    if (a.level === b.level) return from < end + 10 * k && start < to + 10 * k;
    const [low, lowEnd] = a.level > b.level ? [start, end] : [from, to], staff = Math.max(a.level, b.level) === a.level ? a.x : b.x;
    return staff > low && staff < lowEnd;
  };
  const flags = [...named].map(({row, x}) => {
    const own = ` ${row.mentions.length}`, small = measure(`  ${own}`, {size: 13 * k});
    const text = truncate(row.instrument.short, Math.min(300 * k, Math.max(x, width - x) - 12 * k - small), flagStyle(k));
    const size = measure(text, flagStyle(k)) + small;
    return {row, x, text, width: size, left: x + size + 8 * k > width, level: 0};
  });
  const order = [...flags.filter((flag) => !flag.left).sort((a, b) => b.x - a.x), ...flags.filter((flag) => flag.left).sort((a, b) => a.x - b.x)];
  for (const flag of order) {
    const turned = {...flag, left: !flag.left};
    const [from, to] = extent(turned);
    const choices = (from >= 0 && to <= width ? [flag, turned] : [flag]).flatMap((choice) => Array.from({length: most + 2}, (_, level) => ({...choice, level})));
    // A name for which no staff is free stays in the table and on its marks.
    const free = choices.find((choice) => !placed.some((other) => clash(choice, other)));
    if (free) placed.push(free);
  }
  return placed;
}

function drawFlag(g: Parent, flag: Flag, axisY: number, levelHeight: number, first: number, b: Body): void {
  const k = b.scale, y = first - flag.level * levelHeight, anchor = flag.left ? "end" as const : "start" as const;
  g.append("line").attr("x1", px(flag.x)).attr("x2", px(flag.x)).attr("y1", px(y - 13 * k)).attr("y2", px(axisY)).attr("stroke", b.theme.faint);
  const link = carry(g, clausesOf(flag.row.mentions), b.options, `${flag.row.instrument.title}, ${mentionsOf(flag.row)}`);
  const text = write(link, "", {...flagStyle(k), x: flag.x + (flag.left ? -6 : 6) * k, y, anchor, fill: b.theme.ink, halo: b.theme.bg});
  text.append("tspan").text(flag.text);
  text.append("tspan").attr("font-size", px(13 * k)).attr("font-weight", 400).attr("fill", b.theme.ink2).attr("dx", px(5 * k)).text(String(flag.row.mentions.length));
}

/** How marks are stacked. */
export interface StackSetting {r: number; pitch: number; /** Marks in a stack. */ rows: number; /** Instruments with a name on the axis. */ named: number; numbered: boolean; bend: number; unit: number; /** What has no place on the axis is counted in a line, and the strip of clauses is left out. */ counted?: boolean}

/** Many mentions: marks stacked under their date, names on staffs above it. */
export function stackPlan(rows: InstrumentTimelineRows, geo: Geometry, stack: StackSetting): Plan | null {
  const {b, k, axis, axisWidth, stubs, stubX, stubWidth} = geo;
  const across = (row: TimelineInstrument) => Math.ceil(row.mentions.length / stack.rows);
  const widths = rows.dated.map((row) => across(row) * stack.pitch + 1.5 * k);
  const lefts = spread(rows.dated.map((row, i) => axis.x(row.time!) - widths[i]! / 2), widths, 0, axisWidth + (stubWidth ? 8 * k : 0));
  if (!lefts) return null;
  const columns: Column[] = rows.dated.map((row, i) => ({row, x: lefts[i]! + widths[i]! / 2, width: widths[i]!}));
  const flags = placeFlags(columns.map((column) => ({...column, x: axis.x(column.row.time!)})), stack.named, axisWidth + (stubWidth ? 24 * k : 0), k);
  const levelHeight = 21 * k, levels = Math.max(0, ...flags.map((flag) => flag.level + 1));
  const axisY = Math.max(levels * levelHeight + 48 * k, 70 * k), start = axisY + 42 * k;
  const depth = Math.max(0, ...rows.dated.map((row) => Math.min(stack.rows, row.mentions.length))) * stack.pitch;
  const beside = !stack.counted && stubWidth > 0 && columns.length > 0;
  const list = stack.counted ? stubLines(stubs, geo) : beside
    ? stubList(stubs, {width: stubWidth, columns: 1, maxRows: b.height === null ? Infinity : Math.max(1, Math.floor((depth + 30 * k) / (44 * k)))}, geo)
    : stubList(stubs, {width: b.width, columns: Math.max(1, Math.floor(b.width / (225 * k))), maxRows: b.height === null ? Infinity : 3}, geo);
  const stacksEnd = columns.length ? start + depth + 8 * k : 0, listTop = beside ? axisY : stacksEnd + (stack.counted ? 16 : columns.length ? 74 : 52) * k;
  const columnsEnd = list.height ? Math.max(stacksEnd, listTop + list.height) : stacksEnd;
  const strip = stripSetting(rows, b, stack.unit), bendRoom = stack.bend * k;
  return {
    height: columnsEnd + (stack.counted ? 0 : bendRoom + stripHeight(strip, k) + 26 * k),
    draw(g, spare) {
      const threads = g.append("g"), places = stack.counted ? null : drawStripPart(g, rows, columnsEnd + bendRoom + spare, b, stack.unit), starts: Start[] = [];
      for (const flag of flags) drawFlag(g, flag, axisY, levelHeight, axisY - 44 * k, b);
      if (columns.length) axis.draw(g, axisY, columns.map(({row}) => row.time!), b);
      for (const {row, x} of columns) {
        const dot = axis.x(row.time!);
        threads.append("path").attr("fill", "none").attr("stroke", b.theme.faint)
          .attr("d", `M${px(dot)},${px(axisY)}C${px(dot)},${px(axisY + 24 * k)} ${px(x)},${px(axisY + 12 * k)} ${px(x)},${px(start - stack.r)}`);
        row.mentions.forEach((item, i) => {
          const n = across(row), cx = x + (i % n - (n - 1) / 2) * stack.pitch, cy = start + (Math.floor(i / n) + 0.5) * stack.pitch;
          mark(g, {clauses: item.clause ? [item.clause] : [], x: cx, y: cy, r: stack.r, label: stack.numbered ? item.clause?.number : undefined,
            hit: stack.pitch, name: mentionName(row, item), theme: b.theme, options: b.options});
          starts.push({item, x: cx, y: cy + stack.r, dotted: item.mention.kind === "generic"});
        });
      }
      if (list.height) starts.push(...list.draw(g, beside ? stubX : 0, listTop));
      if (places) drawThreads(threads, starts, columnsEnd, places, !stack.numbered, b);
    }
  };
}

/** Classes of texts and undated instruments, each a line with its counts. */
function stubLines(stubs: readonly Stub[], {k, b}: Geometry): ReturnType<typeof stubList> {
  const leading = 22 * k;
  return {
    height: stubs.length * leading,
    draw(g, x, top) {
      stubs.forEach(({name, rows}, i) => {
        const mentions = rows.flatMap((row) => row.mentions), says = `: ${count(mentions.length, "mention")}${rows.length > 1 ? ", most" : ""} of ${truncate(rows[0]!.instrument.short, b.width / 2, {size: 14 * k})} ${rows.length > 1 ? ` (${rows[0]!.mentions.length})` : ""}`;
        const text = write(carrySum(g, clausesOf(mentions), b.options, name), "", {size: 14 * k, x, y: top + i * leading + 15 * k, fill: b.theme.ink2});
        text.append("tspan").attr("font-weight", 700).attr("fill", b.theme.ink).text(name);
        text.append("tspan").text(says);
      });
      return [];
    }
  };
}

interface ListShape {width: number; columns: number; /** Rows of each stub that are drawn; the others are counted. */ maxRows: number}

/** Classes of texts and undated instruments as cells of a grid: name, then marks. `draw` takes the height of the first dotted line. */
function stubList(stubs: readonly Stub[], {width, columns, maxRows}: ListShape, {k, b}: Geometry): {height: number; draw(g: Parent, x: number, top: number): Start[]} {
  const gap = 20 * k, cell = (width - (columns - 1) * gap) / columns, r = 5 * k, pitch = 12 * k, each = Math.max(1, Math.floor((cell - 4 * k) / pitch));
  const parts = stubs.map((stub) => {
    const shown = stub.rows.slice(0, maxRows * columns), lines = chunksOf(shown, columns);
    const heights = lines.map((line) => 32 * k + Math.max(...line.map((row) => Math.ceil(row.mentions.length / each))) * pitch);
    const rest = stub.rows.slice(shown.length);
    return {stub, lines, heights, rest, height: heights.reduce((sum, height) => sum + height, 0) + (rest.length ? 24 : 0) * k + 12 * k};
  });
  const drawCell = (g: Parent, row: TimelineInstrument, x: number, y: number): Start[] => {
    const link = carry(g, clausesOf(row.mentions), b.options, `${row.instrument.title}, ${mentionsOf(row)}`);
    write(link, truncate(row.instrument.short, cell - 4, {size: 13.5 * k}), {size: 13.5 * k, x, y: y + 16 * k, fill: b.theme.ink2});
    return row.mentions.map((item, i) => {
      const cx = x + 6 * k + (i % each) * pitch, cy = y + 30 * k + Math.floor(i / each) * pitch;
      mark(g, {clauses: item.clause ? [item.clause] : [], x: cx, y: cy, r, hit: pitch, name: mentionName(row, item), theme: b.theme, options: b.options});
      return {item, x: cx, y: cy + r, dotted: true};
    });
  };
  return {
    height: parts.reduce((sum, part) => sum + part.height, 0) + Math.max(0, parts.length - 1) * 64 * k,
    draw(g, x, top) {
      let y = top;
      return parts.flatMap(({stub, lines, heights, rest}, i) => {
        if (i) y += 64 * k;
        drawStubHead(g, stub, x, y - 12 * k, width, y, b);
        y += 12 * k;
        const starts = lines.flatMap((line, j) => {
          const found = line.flatMap((row, n) => drawCell(g, row, x + n * (cell + gap), y));
          y += heights[j]!;
          return found;
        });
        if (rest.length) {
          write(carry(g, clausesOf(rest.flatMap((row) => row.mentions)), b.options), `and ${rest.length} more`, {size: 13.5 * k, x, y: y + 14 * k, fill: b.theme.ink2});
          y += 24 * k;
        }
        return starts;
      });
    }
  };
}
