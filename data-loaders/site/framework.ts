import {spawn} from "node:child_process";
import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";

const cache = "src/.observablehq/cache";

// The framework asks the registry for the newest version of each of these unless a folder says that one is there.
const implicit = ["@observablehq/plot", "@observablehq/sample-datasets", "apache-arrow", "arquero", "d3", "d3-dsv", "echarts", "htl",
  "leaflet", "lodash", "mapbox-gl", "parquet-wasm", "react", "react-dom", "topojson-client"];

/** Removes what loaders printed before (the framework never re-runs one whose output is cached) and keeps the framework off the network. */
export function prepareCache(): void {
  rmSync(cache, {recursive: true, force: true});
  for (const name of implicit) mkdirSync(join(cache, "_npm", `${name}@0.0.0`), {recursive: true});
}

/** Runs a command of the framework's; resolves with its exit code. */
export function runFramework(args: string[], {output, quiet = false}: {output?: string; quiet?: boolean} = {}): Promise<number> {
  const bin = "node_modules/@observablehq/framework/dist/bin/observable.js";
  const child = spawn(process.execPath, ["--import", "tsx", bin, ...args], {
    stdio: ["inherit", quiet ? "pipe" : "inherit", "pipe"],
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", ...(output ? {ATLAS_OUTPUT: output} : {})}
  });
  const said: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => quiet ? said.push(chunk) : process.stderr.write(chunk));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}
