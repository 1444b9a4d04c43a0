import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {briefingOutline} from "../../data-loaders/briefing/briefing-outline.js";
import type {Outline} from "../../src/briefing/slide.js";
import type {Tables} from "../../src/schema.js";
import {syntheticTables} from "../figures/synthetic-tables.js";

export const site = "https://atlas.example.org/";

/** The outline of tables with the given file beside the statement. */
export async function briefed(tables: Tables, edits?: string): Promise<Outline> {
  const folder = mkdtempSync(join(tmpdir(), "atlas-briefing-"));
  try {
    if (edits !== undefined) writeFileSync(join(folder, `${tables.statement.id}.briefing.md`), edits);
    return await briefingOutline({tables, site, statementsFolder: folder});
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** Invented tables whose words would end a script, open a comment or become an element if they were taken for markup. */
export function hostileTables(): Tables {
  const tables = syntheticTables({clauses: 24, seed: 5});
  const words = "</script><!-- <b onclick=alert(1)> $& \u2028";
  tables.statement.title = `Bridges ${words}`;
  tables.topicList = tables.topicList.map((topic, i) => i === 0 ? {...topic, label: `Bells ${words}`} : topic);
  return tables;
}
