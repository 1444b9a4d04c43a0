import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import QRCode from "qrcode";
import {statementFolder} from "../../src/embed/addresses.js";
import {zipDate} from "../exports/dates.js";
import {zip} from "../exports/zip.js";
import {briefingOutline, type BriefingSource} from "./briefing-outline.js";
import {deckHtml} from "./deck-html.js";
import {briefingPdf} from "./pdf.js";
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
  const {statement} = tables, files: [name: string, content: string | Uint8Array][] = [
    ["deck.html", await deckHtml(outline, tables)], ["deck.pdf", await briefingPdf(outline, tables, version)], ["deck.pptx", await pptx(outline, tables)]
  ];
  files.push(["briefing.zip", zip(files.map(([name, content]) => [`${statement.id}/${name}`, content]), zipDate(statement.date))]);
  if (outline.address) files.push(["qr.svg", await QRCode.toString(outline.address, {type: "svg", margin: 2, errorCorrectionLevel: "M"})]);
  const home = join(folder, statementFolder(statement.id), "briefing");
  await mkdir(home, {recursive: true});
  for (const [name, content] of files) await writeFile(join(home, name), content);
  log?.(`${statement.id}: briefing of ${outline.slides.length} slides in ${((performance.now() - started) / 1000).toFixed(1)} s, version ${version}`);
}
