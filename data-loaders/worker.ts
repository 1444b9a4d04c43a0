// Codes one text a message: takes a `Job`, answers with the JSON object of the text as UTF-8 or with the error, in the order of asking.
import {parentPort} from "node:worker_threads";
import {codeParts} from "./index.js";
import {codedJson} from "./coded-json.js";
import {readCodebook} from "./read/read-codebook.js";
import type {Job} from "./worker-pool.js";

const codebook = readCodebook();
const encoder = new TextEncoder();

parentPort!.on("message", ({head, text, metadata}: Job) => {
  try {
    const bytes = encoder.encode([...codedJson(head, codeParts([text], metadata, codebook))].join(""));
    parentPort!.postMessage(bytes, [bytes.buffer]);
  } catch (error) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort!.postMessage(error);
  }
});
