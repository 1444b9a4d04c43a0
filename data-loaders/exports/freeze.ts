// Keeps the present version of all figure files, embeds and data packages: `npm run freeze` after a build.
import {existsSync, readFileSync, readdirSync, renameSync, rmSync, cpSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

/** The tracked folder with one folder a kept version. */
export const frozenFolder = "frozen";

const filesUnder = (folder: string) => readdirSync(folder, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();

const versionsIn = (folder: string) => existsSync(folder)
  ? readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({name}) => name).sort() : [];

/** The first file that two folders do not have in common with the same bytes; null where there is none. */
function firstDifference(one: string, other: string): string | null {
  const [a, b] = [filesUnder(one), filesUnder(other)];
  const missing = a.find((name) => !b.includes(name)) ?? b.find((name) => !a.includes(name));
  return missing ?? a.find((name) => !readFileSync(join(one, name)).equals(readFileSync(join(other, name)))) ?? null;
}

/** Puts every kept version under `v/` of a built site, byte for byte, also in place of what the build made of the same version. */
export function serveFrozen(site: string, {frozen = frozenFolder, log}: {frozen?: string; log?(line: string): void} = {}): void {
  for (const version of versionsIn(frozen)) {
    const from = join(frozen, version), to = join(site, "v", version), different = existsSync(to) ? firstDifference(from, to) : null;
    if (different) log?.(`v/${version} is served as it was kept; this build would have written another ${different}`);
    rmSync(to, {recursive: true, force: true});
    cpSync(from, to, {recursive: true});
  }
}

/** Keeps the versions that a built site has under `v/`; one that is kept already must have the same bytes. Returns the new ones. */
export function freeze(site: string, frozen = frozenFolder): string[] {
  const versions = versionsIn(join(site, "v"));
  if (!versions.length) throw new Error(`there is no version to keep in ${join(site, "v")}: run npm run build first`);
  const added: string[] = [];
  for (const version of versions) {
    const from = join(site, "v", version), to = join(frozen, version);
    if (existsSync(to)) {
      const different = firstDifference(from, to);
      if (different) throw new Error(`version ${version} is kept with other bytes: ${different} (a kept version never changes; raise the edition in data-loaders/exports/version.ts and build again)`);
      continue;
    }
    mkdirSync(frozen, {recursive: true});
    const draft = join(frozen, `.${version}`);
    rmSync(draft, {recursive: true, force: true});
    cpSync(from, draft, {recursive: true});
    renameSync(draft, to);
    added.push(version);
  }
  return added;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  try {
    const added = freeze("dist");
    console.log(added.length ? `kept ${added.join(", ")} in ${frozenFolder}/: commit the folder, and every later build serves it under v/` : "every version in dist/v/ is kept already");
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
