import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";

const folder = "../shared/corpus";

/** Real documents: the statements, then Security Council documents until `megabytes` of text; the set is gone through again where it is shorter. */
export function realTexts(megabytes: number): string[] {
  if (!existsSync(folder)) throw new Error(`the corpus is missing: expected ${folder} beside the checkout`);
  const files = ["statements", "long"].flatMap((name) => readdirSync(join(folder, name)).filter((file) => file.endsWith(".txt")).sort().map((file) => join(folder, name, file)));
  const texts = files.map((file) => readFileSync(file, "utf8"));
  const marked = gunzipSync(readFileSync(join(folder, "unsc/unsc-marked.jsonl.gz"))).toString("utf8").trimEnd().split("\n")
    .map((line) => (JSON.parse(line) as {paragraphs: string[]}).paragraphs.join("\n\n"));
  let length = 0;
  for (let i = 0; length < megabytes * 1e6; i++) {
    const text = marked[i % marked.length]!;
    texts.push(text);
    length += text.length;
  }
  return texts;
}
