import type {Selection} from "../queries/selection.js";

const names = ["topic", "stance", "pole", "strength", "speaker", "verb", "instrument"] as const;

const readable = (id: string) => id.replaceAll("-", " ");

/** What the filters keep, in words: "Highlighted: topic international law; pole commitment or condemnation". */
export function describeSelection(selection: Selection): string {
  const parts = names.filter((name) => selection[name].length)
    .map((name) => `${name} ${selection[name].map((value) => readable(String(value))).join(" or ")}`);
  if (selection.doubtful !== null) parts.push(selection.doubtful ? "doubtful" : "without doubt");
  if (selection.q.trim()) parts.push(`with “${selection.q.trim()}”`);
  return `Highlighted: ${parts.join("; ")}`;
}
