import {emptySelection, writeSelection, type Selection} from "../queries/selection.js";

/** Where a figure's files stand below the site's root (or below a frozen version's), with a slash at the end. */
export const figureFolder = (statement: string, figure: string): string => `statements/${statement}/figures/${figure}/`;

/** Where a statement's pages stand below the site's root, with a slash at the end. */
export const statementFolder = (statement: string): string => `statements/${statement}/`;

/** Where a kept version stands below the site's root, with a slash at the end. */
export const versionFolder = (version: string): string => `v/${encodeURIComponent(version)}/`;

export const embedThemes = ["light", "dark", "auto"] as const;
/** `auto` follows the reader's system. */
export type EmbedTheme = (typeof embedThemes)[number];

/** The query of an embed, with its "?": filters and selection by the pages' names, and the theme where it is not light. Pins stay at home. */
export function embedQuery(selection: Selection = emptySelection, theme: EmbedTheme = "light"): string {
  const parts = [theme === "light" ? "" : `theme=${theme}`, writeSelection({...selection, pin: []})].filter(Boolean);
  return parts.length ? `?${parts.join("&")}` : "";
}
