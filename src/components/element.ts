export type Child = Node | string | number | null | undefined | false | Child[];

/** An element with attributes (null, undefined and false leave one out, true sets it empty) and children; strings become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  document: Document, name: K, attributes: Record<string, string | number | boolean | null | undefined> = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : String(value));
  }
  append(document, node, children);
  return node;
}

function append(document: Document, node: Node, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(document, node, child);
    else if (typeof child === "string" || typeof child === "number") node.appendChild(document.createTextNode(String(child)));
    else if (child) node.appendChild(child);
  }
}

/** `element` for one document: `const h = builder(document); h("p", {}, "words")`. */
export const builder = (document: Document) =>
  <K extends keyof HTMLElementTagNameMap>(name: K, attributes?: Parameters<typeof element>[2], ...children: Child[]): HTMLElementTagNameMap[K] =>
    element(document, name, attributes, ...children);
