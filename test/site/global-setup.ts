import {existsSync} from "node:fs";
import {chromium} from "playwright-core";
import type {TestProject} from "vitest/node";
import {listen, staticServer} from "../../data-loaders/site/static-server.js";
import {findBrowser} from "./find-browser.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the built site, with a slash at the end. */
    site: string;
    /** Where the one browser of all test files listens. */
    browser: string;
  }
}

/** Serves dist/ and starts one real Chromium for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync("dist/index.html")) throw new Error("there is no site in dist/: run npm run build first");
  const server = staticServer("dist");
  const site = await listen(server, 0);
  const {path, args, from} = await findBrowser();
  console.log(`browser: ${from}`);
  const browser = await chromium.launchServer({executablePath: path, args, headless: true});
  project.provide("site", site);
  project.provide("browser", browser.wsEndpoint());
  return async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  };
}
