const escapes: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

// Characters that XML 1.0 has no place for, not even as references.
// oxlint-disable-next-line no-control-regex -- these are what must not stand in a file
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it can stand in XML content and in quoted attributes. */
export const escapeXml = (text: string): string => text.replace(forbidden, "").replace(/[&<>"]/g, (c) => escapes[c]!);

/** An element of any document as well-formed XML; `openings` is written after the root's start tag as it stands. */
export function toXml(node: Node, openings = ""): string {
  if (node.nodeType === 3) return escapeXml(node.nodeValue ?? "");
  if (node.nodeType !== 1) return "";
  const element = node as Element, name = element.localName;
  const attributes = [...element.attributes].sort((a, b) => a.name < b.name ? -1 : 1).map(({name, value}) => ` ${name}="${escapeXml(value)}"`).join("");
  const content = openings + [...element.childNodes].map((child) => toXml(child)).join("");
  return content ? `<${name}${attributes}>${content}</${name}>` : `<${name}${attributes}/>`;
}
