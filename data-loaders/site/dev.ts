// Live preview: `npm run dev`. The framework re-runs a loader only when its own file is touched and reloads the page when the
// configuration is, so a change in data-loaders/ touches both.
import {readdirSync, utimesSync, watch} from "node:fs";
import {join} from "node:path";
import {prepareCache, runFramework} from "./framework.js";

const loaders = readdirSync("src", {recursive: true, encoding: "utf8"})
  .filter((name) => /\.(json|csv|zip)\.ts$/.test(name)).map((name) => join("src", name));

let waiting: NodeJS.Timeout | undefined;
watch("data-loaders", {recursive: true}, (_, name) => {
  if (name && /(^|\/)(site|evaluate)\//.test(name)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const now = new Date();
    for (const file of [...loaders, "observablehq.config.ts"]) utimesSync(file, now, now);
    console.log(`${name}: tables are made again`);
  }, 100);
});

prepareCache();
process.exit(await runFramework(["preview", "--no-open", ...(process.env.PORT ? ["--port", process.env.PORT] : [])]));
