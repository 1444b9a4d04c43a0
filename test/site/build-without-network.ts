// Builds the site with the network cut off: in a network namespace of its own where the system allows one, else with every
// connection refused from inside. Fails where the build does.
import {spawnSync} from "node:child_process";

const alone = ["unshare", "--map-root-user", "--net"];
const canCut = spawnSync(alone[0]!, [...alone.slice(1), "true"]).status === 0;
const guard = `--import ${new URL("no-network.mjs", import.meta.url).href}`;
const [command, ...args] = [...(canCut ? alone : []), "npm", "run", "build"] as [string, ...string[]];

console.log(canCut ? "building in a namespace without network" : "building with every connection refused");
const {status} = spawnSync(command, args, {
  stdio: "inherit",
  env: {...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} ${guard}`.trim()}
});
process.exit(status ?? 1);
