import {Worker} from "node:worker_threads";
import type {FileContent, FigureJob} from "./figure-files.js";

export interface RenderRequest {
  job: FigureJob;
  version: string;
}

export type RenderAnswer = {files: FileContent[]} | {error: Error};

let thread: Worker | undefined;

// One thread for all statements, as it takes some time to start; it does not keep the process alive.
function open(): Worker {
  if (!thread) {
    thread = new Worker(new URL("./render-thread.mjs", import.meta.url));
    thread.on("exit", () => thread = undefined);
  }
  return thread;
}

/** Makes the files of a figure in a thread of its own; one figure at a time. */
export function renderInThread(request: RenderRequest): Promise<FileContent[]> {
  const worker = open();
  worker.ref();
  return new Promise<FileContent[]>((resolve, reject) => {
    const done = (answer: RenderAnswer) => {
      worker.off("error", reject);
      if ("error" in answer) reject(answer.error);
      else resolve(answer.files);
    };
    worker.once("message", done);
    worker.once("error", reject);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(request);
  }).finally(() => worker.unref());
}
