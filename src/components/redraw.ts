import {loadFigure} from "../figures/index.js";
import {emptySelection} from "../queries/selection.js";
import {figureDrawings} from "./figure-card.js";
import {figureTable} from "./figure-table.js";
import type {PartContext} from "./part.js";

/**
 * Draws the figures that follow the scheme again where they stand: drawing, heading and table. `quiet` keeps the room that the old
 * drawing took, so that nothing moves where no one asked for a change.
 */
export async function redrawFigures(scheme: string, context: Pick<PartContext, "tables" | "document" | "href">, {quiet, isWanted}: {quiet: boolean; isWanted: () => boolean}): Promise<Element[]> {
  const cards = [...document.querySelectorAll<HTMLElement>(".figure-card[data-schemes]")];
  const figures = await Promise.all(cards.map((card) => loadFigure(card.dataset.figure!)));
  if (!isWanted()) return [];
  cards.forEach((card, i) => {
    const figure = figures[i]!, {tables} = context, rows = figure.query(tables, {...emptySelection, scheme});
    const was = card.querySelector<HTMLElement>(".figure")!, table = card.querySelector<HTMLDetailsElement>(".figure-table")!;
    const drawn = figureDrawings(figure, rows, context, {full: card.classList.contains("is-full")}), read = figureTable(figure.table(rows, tables), context);
    if (quiet) drawn.style.minHeight = `${was.offsetHeight}px`;
    (read as HTMLDetailsElement).open = table.open;
    card.querySelector("h2")!.textContent = figure.caption(rows, tables).title;
    was.replaceWith(drawn);
    table.replaceWith(read);
  });
  return cards;
}
