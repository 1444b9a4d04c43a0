import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {statementFolder} from "../../src/embed/addresses.js";
import {briefingOutline, type BriefingSource} from "./briefing-outline.js";
import {deckHtml} from "./deck-html.js";
import {pptx} from "./pptx.js";

export interface WriteBriefingOptions extends BriefingSource {
  /** Folder of the built site. */
  folder: string;
  /** Name of what is published of the statement, as `writeExports` gives it. */
  version: string;
  log?(line: string): void;
}

/** Writes every face of a statement's briefing under `statements/<id>/briefing/`. */
export async function writeBriefing({folder, tables, version, log, ...source}: WriteBriefingOptions): Promise<void> {
  const started = performance.now(), outline = await briefingOutline({tables, ...source});
  const files: [name: string, content: string | Uint8Array][] = [["deck.html", await deckHtml(outline, tables)], ["deck.pptx", await pptx(outline, tables)]];
  const home = join(folder, statementFolder(tables.statement.id), "briefing");
  await mkdir(home, {recursive: true});
  for (const [name, content] of files) await writeFile(join(home, name), content);
  log?.(`${tables.statement.id}: briefing of ${outline.slides.length} slides in ${((performance.now() - started) / 1000).toFixed(1)} s, version ${version}`);
}
