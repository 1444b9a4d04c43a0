import {availableParallelism} from "node:os";
import {Worker} from "node:worker_threads";
import type {FileContent, FigureJob} from "./figure-files.js";

export interface RenderRequest {
  job: FigureJob;
  version: string;
}

export type RenderAnswer = {files: FileContent[]} | {error: Error};

/** Makes the files of one figure. */
export type Render = (request: RenderRequest) => Promise<FileContent[]>;

// Beside the main thread; more would wait for it to write what they make.
const count = Math.min(availableParallelism(), 4) - 1;
let threads: Worker[] = [];

/** Starts the threads that render, for all statements of this process, as they take some time; they do not keep the process alive. */
export function startRenderThreads(): Worker[] {
  while (threads.length < count) {
    // The thread runs a bundle; the main thread's loader for TypeScript would only slow it down.
    const thread = new Worker(new URL("./render-thread.mjs", import.meta.url), {execArgv: []});
    thread.on("exit", () => threads = threads.filter((other) => other !== thread));
    thread.unref();
    threads.push(thread);
  }
  return threads;
}

function renderIn(thread: Worker, request: RenderRequest): Promise<FileContent[]> {
  thread.ref();
  let stop: () => void = () => undefined;
  return new Promise<FileContent[]>((resolve, reject) => {
    const answered = (answer: RenderAnswer) => "error" in answer ? reject(answer.error) : resolve(answer.files);
    thread.once("message", answered).once("error", reject);
    stop = () => thread.off("message", answered).off("error", reject).unref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(request);
  }).finally(() => stop());
}

/** One function for each thread; each renders one figure at a time. */
export const renderers = (): Render[] => startRenderThreads().map((thread) => (request) => renderIn(thread, request));
