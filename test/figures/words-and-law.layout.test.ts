import {parseHTML} from "linkedom";
import {describe, expect, test} from "vitest";
import type {Figure} from "../../src/figures/figure.js";
import {instrumentTimeline} from "../../src/figures/instrument-timeline.js";
import {principles} from "../../src/figures/principles.js";
import {verbLadder} from "../../src/figures/verb-ladder.js";
import {verbObject} from "../../src/figures/verb-object.js";
import {light} from "../../src/theme/theme.js";
import {tablesWithPrinciples} from "./tables-with-principles.js";
import {textFaults} from "./text-boxes.js";

const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};
const own: Figure<any>[] = [verbLadder, instrumentTimeline, verbObject, principles];
const shapes = [{width: 320}, {width: 350}, {width: 720}, {width: 1080}, {width: 1200}, {width: 1920, height: 1080, typeScale: 1.6}, {width: 1080, height: 1080, typeScale: 1.3}];

/** Marks of the body that reach into the source line or over the sides. */
function strayMarks(svg: SVGSVGElement): string[] {
  const offset = (name: string) => /translate\(([-\d.]+),([-\d.]+)\)/.exec(svg.querySelector(name)!.getAttribute("transform")!)!.slice(1).map(Number) as [number, number];
  const [, body] = offset(".figure-body"), [, foot] = offset(".figure-foot"), [side] = offset("g"), width = Number(svg.getAttribute("width"));
  return [...svg.querySelectorAll(".figure-body circle.mark-shape")].flatMap((circle) => {
    const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(circle.getAttribute(name))) as [number, number, number];
    return x + side - r < 0 || x + side + r > width || y + body + r > foot ? [`mark at ${x},${y} of r ${r} leaves the body`] : [];
  });
}

describe.each(own)("$id", (figure) => {
  const cases = [0, 1, 3, 20, 40, 150, 800].flatMap((clauses) => [{clauses, longLabels: false}, ...(clauses === 20 || clauses === 150 ? [{clauses, longLabels: true}] : [])]);

  test.each(cases)("sets no text over another, and nothing outside the frame: $clauses clauses, long labels $longLabels", ({clauses, longLabels}) => {
    const tables = tablesWithPrinciples({clauses, longLabels, doubtful: 0.1}), rows = figure.query(tables);
    const faults = shapes.filter((shape) => !(longLabels && "height" in shape)).flatMap((shape) => {
      const svg = figure.draw(rows, tables, {...shape, theme: light, document, href: (clause) => `#${clause}`});
      return [...textFaults(svg), ...strayMarks(svg)].map((fault) => `${JSON.stringify(shape)} ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  test("gives each mark its clauses, a name and an address, and only clauses that exist", () => {
    const tables = tablesWithPrinciples({clauses: 20}), known = new Set(tables.clauses.map((clause) => clause.id));
    for (const width of [350, 1080]) {
      const svg = figure.draw(figure.query(tables), tables, {width, theme: light, document, href: (clause) => `text?clause=${clause}`});
      const marks = [...svg.querySelectorAll(".mark")].filter((mark) => mark.getAttribute("data-clauses"));
      expect(marks.length).toBeGreaterThan(0);
      for (const mark of marks) {
        const ids = mark.getAttribute("data-clauses")!.split(" ");
        for (const clause of ids) expect(known).toContain(clause);
        expect(mark.getAttribute("aria-label")).toBeTruthy();
        expect(mark.getAttribute("href")).toBe(`text?clause=${ids[0]}`);
      }
    }
  });
});
