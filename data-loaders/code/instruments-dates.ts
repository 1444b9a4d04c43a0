const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const month = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)";

/** Source of a pattern for a date as statements print it: "19 September 2005", "October 23, 2020", "October 1970". */
export const datePattern = `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month},?\\s+\\d{4}|${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|${month}\\s+\\d{4})`;

const date = new RegExp(datePattern);

/** ISO form (day, month or year precision) of the first date or year in the words; null where there is none. */
export function isoDate(words: string): string | null {
  const found = date.exec(words)?.[0];
  if (!found) return /(?<!\d)(1[6-9]\d\d|20\d\d)(?![\d/])/.exec(words)?.[1] ?? null;
  const year = /\d{4}/.exec(found)?.[0] as string;
  const name = /[A-Z][a-z]+/.exec(found)?.[0].slice(0, 3).toLowerCase() ?? "";
  const number = String(months.findIndex((m) => m.startsWith(name)) + 1).padStart(2, "0");
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(found)?.[0];
  return day ? `${year}-${number}-${day.padStart(2, "0")}` : `${year}-${number}`;
}
