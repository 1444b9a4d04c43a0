import {dark, light, sans, serif, type Theme} from "../theme/theme.js";

const declare = (theme: Theme) => [
  `color-scheme:${theme.name}`,
  ...Object.entries(theme).filter(([token]) => token !== "name")
    .map(([token, colour]) => `--${token.replace(/([A-Z]|\d)/g, (c) => `-${c.toLowerCase()}`)}:${colour}`)
].join(";");

/**
 * Tokens for the element that holds the embed; `themed` is its selector under a theme: `(t) => `:root[data-theme=${t}]``. Browsers print
 * no ground, so that on paper every theme is the light one.
 */
export function themeRules(root: string, themed: (theme: string) => string): string {
  const darkened = `{${declare(dark)}}`;
  return `${root}{${declare(light)}}@media screen{${themed("dark")}${darkened}}@media screen and (prefers-color-scheme:dark){${themed("auto")}${darkened}}`;
}

/** How marks and the words behind them look in any embed; the page of a frame and the shadow root of an element share it. */
export const embedStyle = `
.stage{position:relative;font:400 15px/22px ${sans};color:var(--ink);-webkit-text-size-adjust:none;text-size-adjust:none}
.stage svg{display:block;width:100%;height:auto;overflow:visible}
.mark{cursor:pointer;-webkit-tap-highlight-color:transparent}
.mark:focus{outline:none}
.mark:focus-visible{outline:2px solid var(--ink);outline-offset:3px}
.mark.is-lit .mark-shape{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:none}
.mark.is-selected .mark-shape{stroke:var(--ink);stroke-width:2.5;stroke-dasharray:none}
.mark.is-out{opacity:.25}
.words{position:absolute;z-index:1;box-sizing:border-box;width:min(400px,100%);overflow:auto;padding:10px 14px 12px;background:var(--bg);border:1.5px solid var(--ink);font-size:14px;line-height:20px}
.words:not(.is-open){pointer-events:none}
.words[hidden]{display:none}
.words h2{margin:0;padding-right:28px;font-size:13px;line-height:19px;font-weight:700;color:var(--ink-2)}
.words blockquote{margin:2px 0 0;font-family:${serif};font-size:16px;line-height:23px}
.words section+section{margin-top:10px;padding-top:8px;border-top:1px solid var(--rule)}
.words .more{margin:8px 0 0;color:var(--ink-3);font-size:13px}
.words a{display:inline-block;margin-top:4px;color:var(--com-text);font-size:13px;line-height:24px}
.words button{position:absolute;top:4px;right:4px;width:28px;height:28px;border:0;background:none;color:inherit;font:400 18px/24px ${sans};cursor:pointer}
a:focus-visible,button:focus-visible,summary:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
@media (prefers-reduced-motion:no-preference){.mark{transition:opacity .15s}}
@media (forced-colors:active){.mark.is-lit .mark-shape,.mark.is-selected .mark-shape{stroke:Highlight}}
`.trim().replaceAll("\n", "");
