import {enliven} from "../components/enliven.js";

/** Gives each of these frames, whose pages are of this site, the height of its page, now and whenever that changes. */
function fitPages(frames: Iterable<HTMLIFrameElement>): void {
  for (const frame of frames) {
    const watch = () => {
      const root = frame.contentDocument?.documentElement;
      if (!root?.querySelector("main")) return;
      // The root is at least as high as the frame; its body is as high as the page.
      const fit = () => frame.style.height = `${Math.ceil(root.ownerDocument.body.getBoundingClientRect().bottom + frame.contentWindow!.scrollY)}px`;
      new ResizeObserver(fit).observe(root.ownerDocument.body);
      fit();
    };
    frame.addEventListener("load", watch);
    watch();
  }
}

/** Makes the page of examples live. */
export function startExamples(): void {
  void enliven();
  fitPages(document.querySelectorAll<HTMLIFrameElement>("iframe.example"));
}
