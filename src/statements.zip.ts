// All tables of all statements: one process codes them, and the archive's members are served as /statements/<id>/….
import JSZip from "jszip";
import {statementFiles} from "../data-loaders/statement-files.js";

// A fixed date, so that the same tables give the same bytes.
const date = new Date(Date.UTC(2000, 0, 1));
const archive = new JSZip();
try {
  for (const [name, content] of statementFiles("data-loaders/statements")) archive.file(name, content, {date, createFolders: false});
  process.stdout.write(await archive.generateAsync({type: "uint8array", compression: "STORE"}));
} catch (error) {
  const {name, message, stack} = error as Error;
  console.error(/^(Statement|Codebook)Error$/.test(name) ? message : stack);
  process.exitCode = 1;
}
