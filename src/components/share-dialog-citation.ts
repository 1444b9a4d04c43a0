/** Fields of a RIS record by tag; a tag may stand several times. */
function readRis(ris: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [, tag, value] of ris.matchAll(/^([A-Z][A-Z0-9])  - (.*)$/gm)) {
    if (value!.trim()) fields.set(tag!, [...fields.get(tag!) ?? [], value!.trim()]);
  }
  return fields;
}

/** A citation to paste anywhere, from the figure's RIS record, so that the two agree. */
export function plainCitation(ris: string): string {
  const fields = readRis(ris), first = (...tags: string[]) => tags.map((tag) => fields.get(tag)?.[0]).find(Boolean);
  const authors = fields.get("AU")?.join("; ") ?? first("PB"), year = first("PY", "DA", "Y1")?.slice(0, 4);
  const publisher = first("PB"), edition = first("ET");
  return [
    `${authors ?? ""}${year ? ` (${year})` : ""}`.trim(),
    first("TI", "T1"), first("T2"),
    [publisher === authors ? undefined : publisher, edition && (/version/i.test(edition) ? edition : `Version ${edition}`)].filter(Boolean).join(", "),
    first("UR")
  ].filter(Boolean).map((part) => /[.!?]$/.test(part!) || part === first("UR") ? part : `${part}.`).join(" ");
}
