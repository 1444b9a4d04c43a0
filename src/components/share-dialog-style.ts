/** Style of the share dialog; it stands with the dialog, so that pages that never open it need not load it. */
export const shareStyle = `
.share .tabs{display:flex;gap:22px;border-bottom:1px solid var(--rule);margin-bottom:14px}
.share [role=tab]{margin:0;padding:6px 0 8px;min-height:36px;border:0;border-bottom:3px solid transparent;background:none;color:var(--ink-2);font:inherit;font-weight:600;cursor:pointer}
.share [role=tab][aria-selected=true]{border-color:var(--ink);color:var(--ink)}
.share [role=tabpanel]{outline-offset:4px}
.share fieldset{display:flow-root;min-width:0;margin:0 0 10px;padding:0;border:0;font-size:14px;line-height:22px}
.share legend{float:left;width:74px;padding:3px 0;font-weight:600;color:var(--ink-2)}
.share .choices{display:flex;flex-wrap:wrap;gap:0 20px}
.share label{display:block;padding:3px 0 3px 24px;text-indent:-24px;overflow-wrap:anywhere}
.share label input{width:16px;height:16px;margin:0 8px 0 0;text-indent:0;vertical-align:-3px}
.share input{accent-color:var(--ink)}
.share .version{border-bottom:1px solid var(--hair);margin-bottom:12px}
.share p{margin:0 0 10px;font-size:14px;line-height:21px;color:var(--ink-2)}
.share textarea{display:block;box-sizing:border-box;width:100%;padding:8px 10px;border:1px solid var(--mark);border-radius:2px;background:var(--bg);color:var(--ink);font:12.5px/18px ui-monospace,monospace;resize:vertical;field-sizing:content;max-height:236px}
.share textarea[aria-label=code]{max-height:112px}
.share .copy-box{margin-bottom:14px}
.share .said{margin-left:12px;font-size:14px;color:var(--ink-2)}
.share .preview{display:block;width:100%;box-sizing:border-box;border:1px solid var(--rule);background:var(--bg)}
.share img.preview{height:auto;max-height:38vh;object-fit:contain}
.share .uses{columns:2 260px;column-gap:28px}
.share section{break-inside:avoid}
.share section h3{margin:0}
.share ul{list-style:none;margin:0 0 14px;padding:0;font-size:14px;line-height:20px}
.share li{padding:4px 0}
.share small{display:block;color:var(--ink-3);font-size:12.5px;line-height:17px}
@media(max-width:520px){.share legend{float:none;width:auto}}
`.trim();
