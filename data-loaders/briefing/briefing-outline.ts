import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {composeOutline} from "../../src/briefing/compose.js";
import {paginate} from "../../src/briefing/layout.js";
import type {Outline} from "../../src/briefing/slide.js";
import {statementFolder} from "../../src/embed/addresses.js";
import type {Tables} from "../../src/schema.js";
import {editOutline} from "./edit-outline.js";

export interface BriefingSource {
  tables: Tables;
  /** Address at which the site will stand, with a slash at the end. */
  site: string;
  /** Folder that may hold `<id>.briefing.md`. */
  statementsFolder: string;
}

/** The outline of a statement's briefing, edited by the file beside the statement where there is one, cut into slides that hold their words. */
export async function briefingOutline({tables, site, statementsFolder}: BriefingSource): Promise<Outline> {
  const {id} = tables.statement, file = join(statementsFolder, `${id}.briefing.md`);
  const composed = await composeOutline(tables, `${site}${statementFolder(id)}briefing`);
  return paginate(existsSync(file) ? editOutline(composed, tables, readFileSync(file, "utf8"), file) : composed);
}
