/** Style of the share dialog; it stands with the dialog, so that pages that never open it need not load it. */
export const shareStyle = `
.share .tabs{display:flex;gap:22px;border-bottom:1px solid var(--rule);margin-bottom:14px}
.share [role=tab]{margin:0;padding:6px 0 8px;min-height:36px;border:0;border-bottom:3px solid transparent;background:none;color:var(--ink-2);font:inherit;font-weight:600;cursor:pointer}
.share [role=tab][aria-selected=true]{border-color:var(--ink);color:var(--ink)}
.share [role=tabpanel]{outline-offset:4px}
.share fieldset{display:flex;flex-wrap:wrap;gap:2px 18px;margin:0 0 10px;padding:0;border:0;font-size:14px;line-height:28px}
.share legend{float:left;padding:0;margin-right:16px;min-width:58px;font-weight:600;color:var(--ink-2)}
.share input{accent-color:var(--ink)}
.share .version{border-bottom:1px solid var(--hair);margin-bottom:12px}
.share p{margin:0 0 10px;font-size:14px;line-height:21px;color:var(--ink-2)}
.share textarea{display:block;box-sizing:border-box;width:100%;padding:8px 10px;border:1px solid var(--mark);border-radius:2px;background:var(--bg);color:var(--ink);font:12.5px/18px ui-monospace,monospace;resize:vertical}
.share .copy-box{margin-bottom:14px}
.share .said{margin-left:12px;font-size:14px;color:var(--ink-2)}
.share .preview{display:block;width:100%;box-sizing:border-box;border:1px solid var(--rule);background:var(--bg)}
.share img.preview{height:auto;max-height:46vh;object-fit:contain}
.share .uses{columns:2 260px;column-gap:28px}
.share section{break-inside:avoid}
.share section h3{margin:0}
.share ul{list-style:none;margin:0 0 14px;padding:0;font-size:14px;line-height:28px}
.share small{color:var(--ink-3)}
`.trim();
