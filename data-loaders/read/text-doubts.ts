// Words that run through English prose of every kind and are rare in other languages that use Latin letters.
const common = new Set(["the", "of", "and", "to", "that", "with", "by", "is", "are", "from", "this", "their", "our", "for", "be", "which", "has", "have", "its"]);
const longestCommon = Math.max(...[...common].map(({length}) => length));
const sampleLength = 6_000, leastWords = 30, leastShare = 0.12;

/** What makes a whole text doubtful to code, a sentence each: it does not read as English, was decoded wrongly, or has no sentence ends. */
export function textDoubts(text: string): string[] {
  const sample = text.slice(0, sampleLength), doubts: string[] = [];
  const words = countCommon(sample);
  if (words.all >= leastWords) {
    const share = words.common / words.all;
    if (share < leastShare) doubts.push(`the text does not read as English: ${Math.round(100 * share)} of 100 words are common English ones, where prose has 25 or more`);
    if (!/[.!?;:]/.test(sample)) doubts.push("the text has no sentence ends, so its clauses may be cut wrongly");
  }
  const other = sample.match(/[^\P{L}\p{Script=Latin}]/gu)?.length ?? 0;
  if (other && other * 2 > sample.replace(/\s/g, "").length) doubts.push("the text is hardly in Latin letters, so that it does not read as English");
  const garbled = sample.match(/\uFFFD|[\u0080-\u009f]|Ã[\u0080-\u00bf]|â€|Â[\u0080-\u00bf]/g);
  if (garbled) doubts.push(`the text holds characters that were decoded wrongly before (${garbled.length} times: "${garbled[0]}")`);
  return doubts;
}

/** How many words there are, and how many of them are common ones. */
function countCommon(text: string): {all: number; common: number} {
  const count = {all: 0, common: 0};
  for (let start = 0, at = 0; at <= text.length; at++) {
    if (at < text.length && isLetter(text.charCodeAt(at))) continue;
    if (at > start) count.all++;
    if (at > start && at - start <= longestCommon && common.has(text.slice(start, at).toLowerCase())) count.common++;
    start = at + 1;
  }
  return count;
}

/** Whatever is no blank, digit or sign of ASCII counts as a letter: a class of Unicode's would take most of the time. */
const isLetter = (code: number) => code > 127 ? !/\s/.test(String.fromCharCode(code)) : inWord[code] === 1;

const inWord = Uint8Array.from({length: 128}, (_, code) => /[^\s!-@[-`{-~]/.test(String.fromCharCode(code)) ? 1 : 0);
