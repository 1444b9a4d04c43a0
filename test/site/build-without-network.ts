// Builds the site with the network cut off: in a network namespace of its own where the system allows one, else with every
// connection refused from inside. Fails where the build does.
import {spawnSync} from "node:child_process";

const alone = ["--map-root-user", "--net"];
const canCut = spawnSync("unshare", [...alone, "true"]).status === 0;
const guard = `--import ${new URL("no-network.mjs", import.meta.url).href}`;
const build = ["npm", "run", "build"];

console.log(canCut ? "building in a namespace without network" : "building with every connection refused");
const {status} = spawnSync(canCut ? "unshare" : "npm", canCut ? [...alone, ...build] : build.slice(1), {
  stdio: "inherit",
  env: {...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} ${guard}`.trim()}
});
process.exit(status ?? 1);
