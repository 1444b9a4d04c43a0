// Words that run through English prose of every kind and are rare in other languages that use Latin letters.
const common = new Set(["the", "of", "and", "to", "that", "with", "by", "is", "are", "from", "this", "their", "our", "for", "be", "which", "has", "have", "its"]);
const sampleLength = 6_000, leastWords = 30, leastShare = 0.12;

/** What makes a whole text doubtful to code, a sentence each: it does not read as English, was decoded wrongly, or has no sentence ends. */
export function textDoubts(text: string): string[] {
  const sample = text.slice(0, sampleLength);
  // Whatever is no blank, digit or sign of ASCII counts as a letter: a class of Unicode's would take most of the time.
  const words = sample.toLowerCase().match(/[^\s!-@[-`{-~]+/g) ?? [];
  const doubts: string[] = [];
  if (words.length >= leastWords) {
    const share = words.filter((word) => common.has(word)).length / words.length;
    if (share < leastShare) doubts.push(`the text does not read as English: ${Math.round(100 * share)} of 100 words are common English ones, where prose has 25 or more`);
    if (!/[.!?;:]/.test(sample)) doubts.push("the text has no sentence ends, so its clauses may be cut wrongly");
  }
  const other = sample.match(/[^\P{L}\p{Script=Latin}]/gu)?.length ?? 0;
  if (other && other * 2 > sample.replace(/\s/g, "").length) doubts.push("the text is hardly in Latin letters, so that it does not read as English");
  const garbled = sample.match(/\uFFFD|[\u0080-\u009f]|Ã[\u0080-\u00bf]|â€|Â[\u0080-\u00bf]/g);
  if (garbled) doubts.push(`the text holds characters that were decoded wrongly before (${garbled.length} times: "${garbled[0]}")`);
  return doubts;
}
