// Builds once more and compares every file with the build in dist/: `npm run test:again`. Two builds of one commit give the same bytes.
import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";

/** Hashes of all files under a folder by path. */
function hashes(folder: string): Map<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((path) => [path, createHash("sha256").update(readFileSync(path)).digest("hex")]));
}

const build = () => {
  const {status} = spawnSync("npm", ["run", "build"], {stdio: "inherit"});
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync("dist/index.html")) build();
const first = hashes("dist");
build();
const second = hashes("dist"), different = [...new Set([...first.keys(), ...second.keys()])].filter((path) => first.get(path) !== second.get(path));
console.log(different.length ? `${different.length} of ${second.size} files differ:\n${different.join("\n")}` : `all ${second.size} files have the same bytes in both builds`);
process.exit(different.length ? 1 : 0);
