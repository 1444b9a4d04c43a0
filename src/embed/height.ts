/** What a frame tells the page around it: its height in px, and nothing else. */
interface HeightMessage {
  type: "statement-figure:height";
  v: 1;
  height: number;
}

const asked = "statement-figure:ask";
const least = 100, most = 20_000;

/** Inside a frame: tells the page around it the height of `root` whenever it changes or is asked for. Outside a frame it does nothing. */
export function reportHeight(root: HTMLElement): void {
  // A page that is not framed is its own parent and would answer itself without end.
  if (parent === window) return;
  let last = 0, request = 0;
  const send = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    last = height;
    // The other side is unknown, and a number is no secret.
    parent.postMessage({type: "statement-figure:height", v: 1, height} satisfies HeightMessage, "*");
    // WordPress asks by a secret in the address, for pages that it found by oEmbed.
    const secret = /\bsecret=(\w+)/.exec(location.hash)?.[1];
    if (secret) parent.postMessage({message: "height", value: height, secret}, "*");
  };
  new ResizeObserver(() => {
    cancelAnimationFrame(request);
    request = requestAnimationFrame(() => {
      if (Math.ceil(root.getBoundingClientRect().height) !== last) send();
    });
  }).observe(root);
  addEventListener("message", ({source, data}) => {
    if (source === parent && data?.type === asked) send();
  });
  addEventListener("load", send);
  send();
}

/** The height that a message asks for, within bounds; null where it is not one of ours. */
function readHeight(data: unknown): number | null {
  const message = data as Partial<HeightMessage> | null;
  if (typeof message !== "object" || message?.type !== "statement-figure:height") return null;
  const height = Math.ceil(Number(message.height));
  return Number.isFinite(height) && height > 0 ? Math.min(most, Math.max(least, height)) : null;
}

/** On the page around: gives each frame the height that it asks for, matched by its window, since one figure may stand there twice. */
export function listenForHeights(page: Document = document): void {
  const frames = () => [...page.querySelectorAll("iframe")];
  page.defaultView?.addEventListener("message", ({source, data}) => {
    const height = readHeight(data);
    if (height === null) return;
    for (const frame of frames()) if (frame.contentWindow === source) frame.style.height = `${height}px`;
  });
  // Frames that were ready before this script say it once more.
  for (const frame of frames()) if (/\/embed(\.html)?([?#]|$)/.test(frame.src)) frame.contentWindow?.postMessage({type: asked}, "*");
}
