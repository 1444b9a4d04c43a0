import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

/** Raised by hand when codes change their meaning. */
const release = "0.1.0";

const root = dirname(fileURLToPath(import.meta.url));
const folders = ["code", "codebook", "parse"];

let known: string | undefined;

/** Version of coder and codebook together: the release, and six digits that change with any of their files ("0.1.0+3fa2c1"). */
export function codingVersion(): string {
  return known ??= `${release}+${digest(folders.flatMap((folder) => filesUnder(folder)).concat("index.ts").sort())}`;
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), {recursive: true, encoding: "utf8"})
    .filter((name) => /\.(ts|tsv)$/.test(name)).map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

/** The bytes of a file as they are where lines end in a line feed alone. */
const withoutReturns = (bytes: Buffer) => bytes.includes("\r\n") ? bytes.toString("utf8").replaceAll("\r\n", "\n") : bytes;

function digest(files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update("\0").update(withoutReturns(readFileSync(join(root, file)))).update("\0");
  return hash.digest("hex").slice(0, 6);
}
