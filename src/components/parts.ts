import {briefing} from "../briefing/page.js";
import {dataTable, fileList} from "./data-table.js";
import {figureCard} from "./figure-card.js";
import {filters} from "./filters.js";
import {findings} from "./findings.js";
import {glance} from "./glance.js";
import {instrumentCards} from "./instrument-cards.js";
import {methodDecisions, methodDoubts, methodRules, methodStances, methodTopics} from "./method.js";
import {methodScores} from "./method-scores.js";
import type {Dataset, Part, PartContext} from "./part.js";
import {silence} from "./silence.js";
import {siteFooter, siteHeader} from "./site-frame.js";
import {statementText, textKey} from "./statement-text.js";
import {facts, pageHead, titleBlock} from "./title-block.js";

export type {PartContext} from "./part.js";

/** Every part by the name that a page's placeholder gives in `data-part`. */
export const parts: Record<string, Part> = {
  "site-header": siteHeader, "site-footer": siteFooter, "title-block": titleBlock, "page-head": pageHead, facts, glance, findings,
  figure: figureCard, filters, "statement-text": statementText, "text-key": textKey, silence,
  "instrument-cards": instrumentCards, table: dataTable, files: fileList,
  briefing,
  "method-stances": methodStances, "method-topics": methodTopics, "method-rules": methodRules,
  "method-decisions": methodDecisions, "method-doubts": methodDoubts, "method-scores": methodScores
};

/** Makes one part of a page; throws where the name is unknown. */
export async function renderPart(name: string, dataset: Dataset, context: PartContext): Promise<Element> {
  const part = parts[name];
  if (!part) throw new Error(`unknown part: "${name}" (known: ${Object.keys(parts).join(", ")})`);
  return part(context, dataset);
}
