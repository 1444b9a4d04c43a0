import {existsSync} from "node:fs";

export interface Browser {
  path: string;
  args: string[];
  /** For the log: which browser, and where it comes from. */
  from: string;
}

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome"];

const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--force-color-profile=srgb",
  // The first two are pages of the browser's own that every window loads, at more cost than most of ours; the rest is what the driver turns off.
  `--disable-features=${["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "HttpsUpgrades", "Translate", "MediaRouter", "OptimizationHints", "PaintHolding", "LensOverlay", "GlobalMediaControls", "DestroyProfileOnBrowserClose"].join(",")}`];

/**
 * The browser that the tests drive: CHROMIUM_PATH, one of the system's, or else the one that the package @sparticuz/chromium ships.
 * Throws where CHROMIUM_PATH names no file or the package cannot unpack its browser.
 */
export async function findBrowser(): Promise<Browser> {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && wanted !== "packaged") {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH names no file: "${wanted}" (leave it unset, or "packaged" for the one of the npm package)`);
    return {path: wanted, args, from: `${wanted} (CHROMIUM_PATH)`};
  }
  const path = wanted ? undefined : installed.find((file) => existsSync(file));
  if (path) return {path, args, from: `${path} (system)`};
  // Outside its home, a cloud function, the package brings its own system libraries only where this variable says so.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
  const {default: chromium} = await import("@sparticuz/chromium");
  // Its own arguments are for one page in a cloud function (a single process): a window that closes would take the browser along.
  return {path: await chromium.executablePath(), args, from: "the npm package @sparticuz/chromium"};
}
