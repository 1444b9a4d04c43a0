import {figureFolder, versionFolder} from "../../src/embed/addresses.js";
import {escapeAttribute, heightAt, type HeightClass} from "../../src/embed/snippets.js";

/** Width in px that the answer is for; a static host cannot heed `maxwidth`, and frames may be of any width. */
export const oembedWidth = 720;

export interface OembedOptions {
  /** Address of the site, with a slash at the end: oEmbed knows only whole addresses. */
  site: string;
  statement: string;
  figure: string;
  title: string;
  /** Alternative text. */
  alt: string;
  /** Name of the version that is shown. */
  shown: string;
  /** The same where it is a kept one; null for the live one. */
  frozen: string | null;
  /** Name of a kept version that shows the same as this one; null where there is none. */
  kept: string | null;
  heights: HeightClass[];
}

export interface OembedAnswer {
  version: "1.0";
  type: "rich";
  title: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  width: number;
  height: number;
  html: string;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
  /** Beyond oEmbed, for snippets: alternative text, and heights by width. */
  alt: string;
  heights: HeightClass[];
  /** For the share dialog: the version that is shown, and the kept one of the same content, if any. */
  shown: string;
  kept: string | null;
}

/** Address below the site's root of the folder whose `oembed.json` speaks for a figure. */
const place = (statement: string, figure: string, frozen: string | null) => `${frozen === null ? "" : versionFolder(frozen)}${figureFolder(statement, figure)}`;

/** The `<link>` by which other systems find the answer; with its whole address, since most of them resolve none. */
export function discoveryLink({site, statement, figure, title, frozen}: Pick<OembedOptions, "site" | "statement" | "figure" | "title" | "frozen">): string {
  return `<link rel="alternate" type="application/json+oembed" href="${escapeAttribute(`${site}${place(statement, figure, frozen)}oembed.json`)}" title="${escapeAttribute(title)}">`;
}

/** The answer of an oEmbed provider (oembed.com, version 1.0, type rich), as an object to be written as JSON. */
export function oembed({site, statement, figure, title, alt, frozen, kept, shown, heights}: OembedOptions): OembedAnswer {
  const folder = `${site}${place(statement, figure, frozen)}`;
  const height = heightAt(heights, oembedWidth);
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "Statement Atlas",
    provider_url: site,
    cache_age: 3600,
    width: oembedWidth,
    height,
    html: `<iframe src="${escapeAttribute(`${folder}embed.html`)}" title="${escapeAttribute(title)}" width="${oembedWidth}" height="${height}" frameborder="0" loading="lazy" style="width:100%;border:0"></iframe>`,
    thumbnail_url: `${folder}og.png`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
    alt,
    heights,
    shown,
    kept
  };
}
