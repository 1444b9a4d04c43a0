// Makes files of one figure a message; see render-threads.ts.
import {parentPort} from "node:worker_threads";
import {liveFiles, prepare, renderedFiles} from "./figure-files.js";
import type {RenderAnswer, RenderMessage, RenderRequest} from "./render-threads.js";

async function answer({job, version}: RenderRequest): Promise<RenderAnswer> {
  try {
    const prepared = await prepare(job);
    return {files: await (version === undefined ? liveFiles(prepared, job) : renderedFiles(prepared, job, version))};
  } catch (error) {
    return {error: error as Error};
  }
}

parentPort!.on("message", async ({answerTo, ...request}: RenderMessage) => {
  const files = await answer(request);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  answerTo.postMessage(files);
});
