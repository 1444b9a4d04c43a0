/** Gives a frame, whose page is of this site, the height of its page, now and whenever that changes. */
function fitPage(frame: HTMLIFrameElement): void {
  frame.addEventListener("load", () => {
    const root = frame.contentDocument?.documentElement;
    if (!root?.querySelector("main")) return;
    // The root is at least as high as the frame; its body is as high as the page.
    const fit = () => frame.style.height = `${Math.ceil(root.ownerDocument.body.getBoundingClientRect().bottom + frame.contentWindow!.scrollY)}px`;
    new ResizeObserver(fit).observe(root.ownerDocument.body);
    fit();
  });
}

/** Puts the frame that stands in the place's `<noscript>` into the place itself. */
function load(place: Element): void {
  const frame = new DOMParser().parseFromString(place.querySelector("noscript")!.textContent!, "text/html").querySelector("iframe")!;
  frame.loading = "eager";
  fitPage(frame);
  place.replaceChildren(frame);
}

/** Loads each page among the examples, with all its figures, when its reader comes to it. */
export function startExamples(): void {
  const observer = new IntersectionObserver((entries) => {
    for (const {isIntersecting, target} of entries) if (isIntersecting) {
      observer.unobserve(target);
      load(target);
    }
  }, {rootMargin: "0px 0px -10%"});
  for (const place of document.querySelectorAll(".example-place")) observer.observe(place);
}
