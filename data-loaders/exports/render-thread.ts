// Makes the files of one figure a message; see render-threads.ts.
import {parentPort} from "node:worker_threads";
import {prepare, renderedFiles} from "./figure-files.js";
import type {RenderAnswer, RenderRequest} from "./render-threads.js";

parentPort!.on("message", async ({job, version}: RenderRequest) => {
  let answer: RenderAnswer;
  try {
    answer = {files: await renderedFiles(await prepare(job), job, version)};
  } catch (error) {
    answer = {error: error as Error};
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(answer);
});
