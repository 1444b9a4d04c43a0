/** 1530 → "1,530". */
export const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** `count(1, "clause")` → "1 clause"; the plural takes an s unless given. */
export const count = (n: number, noun: string, plural = `${noun}s`): string => `${number(n)} ${n === 1 ? noun : plural}`;

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** Numbers below ten as words, for titles. */
export const spelled = (n: number): string => small[n] ?? number(n);

/** "a", "a and b", "a, b and c". */
export const list = (words: string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** First letter raised, the rest left as it is. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A label inside a sentence: first letter lowered, unless it begins with a proper name or an abbreviation. */
export const inSentence = (label: string): string => /^(United|UN|[A-Z]{2})/.test(label) || !label ? label : label.charAt(0).toLowerCase() + label.slice(1);

/** Paragraphs as ranges: [1,2,3,5] → "1 to 3 and 5". */
export function ranges(numbers: number[]): string {
  const parts: number[][] = [];
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last && n === last.at(-1)! + 1) last.push(n);
    else parts.push([n]);
  }
  return list(parts.flatMap((part) => part.length > 2 ? [`${part[0]} to ${part.at(-1)}`] : part.map(String)));
}

/** Keeps "n = 20" and "1 to 3" on one line: "_" becomes a no-break space. */
export const tight = (text: string): string => text.replaceAll("_", "\u00a0");
