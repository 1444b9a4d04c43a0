// npm run evaluate [-- --json | --check]
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {codingVersion} from "../coding-version.js";
import {readCodebook} from "../read/read-codebook.js";
import {measure} from "./measure.js";
import {report} from "./report.js";

const usage = `usage: npm run evaluate [-- --json | --check]

Measures the coder against the reference annotations and the United Nations' own marks, prints the scores and
writes them to data-loaders/evaluate/evaluation.json, which the method page shows.

  --json    print them as JSON
  --check   write nothing; exit with 1 if the file is not what this coder scores
`;

const file = fileURLToPath(new URL("evaluation.json", import.meta.url));

function main(args: string[]): number {
  if (args.includes("--help")) {
    console.log(usage);
    return 0;
  }
  const unknown = args.find((arg) => arg !== "--json" && arg !== "--check");
  if (unknown !== undefined) {
    console.error(`unknown option: "${unknown}" (see --help)`);
    return 1;
  }
  const evaluation = measure(codingVersion(), readCodebook());
  const json = `${JSON.stringify(evaluation, null, 1)}\n`;
  console.log(args.includes("--json") ? json.trimEnd() : report(evaluation));
  if (!args.includes("--check")) {
    writeFileSync(file, json);
    return 0;
  }
  if (existsSync(file) && readFileSync(file, "utf8") === json) return 0;
  console.error("stale scores: data-loaders/evaluate/evaluation.json is not what this coder scores (run npm run evaluate and commit the file)");
  return 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!/^(Statement|Codebook)Error$/.test((error as Error).name)) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
