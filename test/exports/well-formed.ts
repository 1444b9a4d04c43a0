/** The first place where a text is not well-formed XML (tags that match, quoted and escaped attributes, known references); null where it is. */
export function notWellFormed(xml: string): string | null {
  const open: string[] = [];
  const token = /<\?[^]*?\?>|<!--[^]*?-->|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>|[^<]+|</g;
  for (const [all, closing, name, attributes = "", empty] of xml.matchAll(token)) {
    const words = name ? attributes : all.startsWith("<") ? "" : all;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(words)) return `bare & in ${all.slice(0, 60)}`;
    if (!name) {
      if (all === "<") return "a < that opens no tag";
      continue;
    }
    const names = [...attributes.matchAll(/\s([\w:.-]+)="/g)].map((match) => match[1]);
    if (new Set(names).size < names.length) return `an attribute twice in ${all.slice(0, 60)}`;
    if (closing) {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else if (!empty) open.push(name);
  }
  return open.length ? `<${open.at(-1)}> is not closed` : null;
}
