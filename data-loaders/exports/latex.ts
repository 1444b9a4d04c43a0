import type {Caption} from "../../src/figures/figure.js";
import {citeKey, escapeTex, type Cited} from "./cite.js";

/** A `figure` environment for LaTeX that shows figure.pdf and cites the entry in cite.bib. */
export function latex(caption: Caption, cited: Cited): string {
  const end = /[.!?]$/.test(caption.title) ? "" : ".";
  return `% Needs \\usepackage{graphicx,url} (hyperref serves for url), figure.pdf beside the text, and the entry of cite.bib.
% The key alt is read by graphicx since 2021; tagged output puts it into the PDF.
\\begin{figure}[htbp]
  \\centering
  \\includegraphics[width=\\linewidth, alt={${escapeTex(caption.alt)}}]{figure.pdf}
  \\caption{${escapeTex(caption.title)}${end} ${escapeTex(caption.subtitle)} Source: Statement Atlas~\\cite{${citeKey(cited)}}.}
  \\label{fig:${cited.statement.id}:${cited.figure!.id}}
\\end{figure}
`;
}
