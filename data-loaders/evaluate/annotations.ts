import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {StatementError} from "../read/statement-error.js";
import type {Annotation} from "./score.js";

/** Where the reference texts and annotations stand, relative to the checkout. They are no part of the project. */
export const sharedFolder = "../shared";

export interface AnnotatedText {
  annotation: Annotation;
  text: string;
  /** Kind of document, as the corpus's own index names it. */
  genre: string;
}

/** The annotated texts, by name; throws where they are missing. */
export function readAnnotatedTexts(shared = sharedFolder): AnnotatedText[] {
  const folder = join(shared, "reference/annotations"), corpus = join(shared, "corpus/statements");
  for (const needed of [folder, corpus]) {
    if (!existsSync(needed)) throw new StatementError(`missing folder: ${needed}`, {}, "the evaluation needs the reference texts and annotations beside the checkout; the site does not");
  }
  const genres = new Map(readFileSync(join(corpus, "INDEX.tsv"), "utf8").split(/\r?\n/).map((line) => line.split("\t") as [string, string]));
  return readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => {
    const annotation: Annotation = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const file = `${annotation.doc}.txt`;
    return {annotation, text: readFileSync(join(corpus, file), "utf8"), genre: genres.get(file) ?? "other"};
  });
}
