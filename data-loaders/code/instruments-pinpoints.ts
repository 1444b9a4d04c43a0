const numbers = "(?:\\d{1,3}(?:\\s?\\([a-z\\d]{1,4}\\))*(?:\\s?bis)?|[IVXLC]+(?![A-Za-z]))";
const part = "(?:Chapters?|Articles?|Arts?\\.|[Pp]aragraphs?|[Pp]aras?\\.?|Annex(?:es)?|annex(?:es)?|Sections?|sections?|Parts?|Appendix|articles?|chapters?|Rules?|Principles?|operative\\s+paragraphs?|OPs?)";
const place = `${part}\\s+${numbers}(?:\\s*(?:,|and|to|or|–|-|,\\s*and)\\s*${numbers})*`;
const before = new RegExp(`(${place}(?:\\s*,\\s*${place},?)?)\\s+(?:of|to|in|under|from)\\s+(?:the\\s+|its\\s+|their\\s+|that\\s+|said\\s+|Security\\s+Council\\s+|annex\\s+to\\s+)*$`, "u");
const after = new RegExp(`^(?:[’']s)?(?:,?\\s+(?:in\\s+particular|particularly|especially|notably|including|under|and\\s+in\\s+particular|specifically))?,?\\s*\\(?(?:its\\s+|of\\s+)?(${place})(?!\\s+(?:of|to)\\s+(?:the|its|that|resolution|this|UN|Charter|Convention|Treaty))`, "u");

/** The part of the instrument that is pointed at, right before a mention ("Article 51 of the Charter") or after it ("the Charter, in particular Article 51"); null where none is. */
export function pinpointAround(text: string, start: number, end: number): string | null {
  const found = before.exec(text.slice(Math.max(0, start - 110), start))?.[1] ?? after.exec(text.slice(end, end + 70))?.[1];
  return found ? found.replace(/\s+/g, " ").replace(/,$/, "") : null;
}
