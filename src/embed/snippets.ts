import {embedQuery, figureFolder, type EmbedTheme} from "./addresses.js";
import type {Selection} from "../queries/selection.js";

/** Height of an embed as it opens, within one width class: `base + ratio × width`, in px. */
export interface HeightClass {
  /** Least width of the class in px. */
  from: number;
  base: number;
  ratio: number;
}

export interface SnippetOptions {
  /** Address that the version's files stand under, with a slash at the end: the site's root, or `…/v/<version>/`. */
  root: string;
  /** Address of the page that shows the figure. */
  page: string;
  statement: string;
  figure: string;
  title: string;
  /** Alternative text of the picture. */
  alt: string;
  theme?: EmbedTheme;
  selection?: Selection;
  heights: HeightClass[];
}

/** Text as it can stand between double quotes in HTML. */
export const escapeAttribute = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Height in px that an embed needs at a width. */
export function heightAt(heights: HeightClass[], width: number): number {
  const {base, ratio} = heights.findLast(({from}) => from <= width) ?? heights[0]!;
  return Math.ceil(base + ratio * width);
}

/**
 * The same as a CSS length in the units of a size container, so that a frame is high enough at every width without a script:
 * each class counts only between its bounds, where the steep terms let it, and the largest wins.
 */
export function heightRule(heights: HeightClass[]): string {
  const terms = heights.map(({from, base, ratio}, i) => {
    const to = heights[i + 1]?.from;
    const bounds = [from ? `(100cqw - ${from - 1}px)*9999` : "", to ? `(${to}px - 100cqw)*9999` : ""].filter(Boolean);
    const own = `${base}px + ${+(ratio * 100).toFixed(1)}cqw`;
    return bounds.length ? `min(${own},${bounds.join(",")})` : own;
  });
  return terms.length === 1 ? `calc(${terms[0]})` : `max(${terms.join(",")})`;
}

const folder = ({root, statement, figure}: SnippetOptions) => `${root}${figureFolder(statement, figure)}`;

// A system that drops frames or unknown elements keeps what stands in them: a picture that leads to the figure.
function picture(options: SnippetOptions, file = "figure.png"): string {
  return `<a href="${escapeAttribute(options.page)}"><img src="${escapeAttribute(folder(options) + file)}" alt="${escapeAttribute(options.alt)}" style="max-width:100%;height:auto"></a>`;
}

/** Tells frames the height that they ask for; matched by window, bounded, and deaf to anything else. */
export const listener = `<script>addEventListener("message",function(e){var d=e.data,h=d&&d.type==="statement-figure:height"&&Math.ceil(d.height);if(h>0)document.querySelectorAll("iframe").forEach(function(f){if(f.contentWindow===e.source)f.style.height=Math.min(h,20000)+"px"})})</script>`;

/** Address of the frame's page, with theme and selection. */
export const frameAddress = (options: SnippetOptions): string => `${folder(options)}embed.html${embedQuery(options.selection, options.theme)}`;

/** A frame that is high enough at every width without a script, and follows what opens inside it where its listener may run. */
export function frameSnippet(options: SnippetOptions, {listen = true} = {}): string {
  const attributes = [
    `src="${escapeAttribute(frameAddress(options))}"`, `title="${escapeAttribute(options.title)}"`, `width="720"`, `height="${heightAt(options.heights, 720)}"`,
    `loading="lazy"`, `style="display:block;width:100%;height:${heightRule(options.heights)};border:0;color-scheme:${options.theme === "auto" ? "light dark" : options.theme ?? "light"}"`
  ];
  return `<div style="container-type:inline-size"><iframe ${attributes.join(" ")}>${picture(options)}</iframe></div>${listen ? `\n${listener}` : ""}`;
}

/**
 * The element that draws in the page itself; the script is asked for once however many elements there are. A kept version is named,
 * since a page may show it beside a live figure, and the first script serves both.
 */
export function elementSnippet(options: SnippetOptions): string {
  const {root, statement, figure, selection, theme = "light"} = options;
  const attributes: [string, string][] = [["statement", statement], ["figure", figure]];
  const [, version] = /\/v\/([^/]+)\/$/.exec(root) ?? [];
  if (version) attributes.push(["version", decodeURIComponent(version)]);
  if (theme !== "light") attributes.push(["theme", theme]);
  for (const [name, value] of new URLSearchParams(embedQuery(selection))) attributes.push([name, value]);
  const written = attributes.map(([name, value]) => `${name}="${escapeAttribute(value)}"`).join(" ");
  return `<script type="module" src="${escapeAttribute(`${root}embed.mjs`)}"></script>\n<statement-figure ${written}>${picture(options)}</statement-figure>`;
}

/** A picture that leads to the figure; the dark one where that theme is asked for. */
export function pictureSnippet(options: SnippetOptions): string {
  return picture(options, options.theme === "dark" ? "figure-dark.svg" : "figure.png");
}
