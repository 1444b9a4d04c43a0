import type {FigureTable} from "../figures/figure.js";

/** Puts an element with its words at the end of another. */
export function add<K extends keyof HTMLElementTagNameMap>(parent: Node, name: K, text = "", className = ""): HTMLElementTagNameMap[K] {
  const made = parent.ownerDocument!.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return parent.appendChild(made);
}

/** Puts a figure's table at the end of an element. */
export function addTable(parent: Node, {columns, rows}: FigureTable): void {
  const table = add(parent, "table"), head = add(add(table, "thead"), "tr"), body = add(table, "tbody");
  for (const column of columns) add(head, "th", column).scope = "col";
  for (const row of rows) {
    const line = add(body, "tr");
    for (const value of row) add(line, "td", String(value));
  }
}
