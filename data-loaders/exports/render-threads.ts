// The renderer is first loaded in a thread, which cannot set what its allocator reads.
import "./pictures/large-pages.js";
import {availableParallelism} from "node:os";
import {MessageChannel, Worker, type MessagePort} from "node:worker_threads";
import type {FileContent, FigureJob} from "./figure-files.js";

/** Asks for the files of one figure: those that name the version, or, once it is named, the others. */
export interface RenderRequest {
  job: FigureJob;
  version?: string;
}

export type RenderMessage = RenderRequest & {answerTo: MessagePort};

export type RenderAnswer = {files: FileContent[]} | {error: Error};

/** Makes files of one figure. */
export type Render = (request: RenderRequest) => Promise<FileContent[]>;

const count = Math.min(availableParallelism(), 4);
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
  const {port1: answers, port2: answerTo} = new MessageChannel();
  let stop: () => void = () => undefined;
  return new Promise<FileContent[]>((resolve, reject) => {
    answers.once("message", (answer: RenderAnswer) => "error" in answer ? reject(answer.error) : resolve(answer.files));
    thread.once("error", reject);
    stop = () => thread.off("error", reject);
    thread.postMessage({...request, answerTo} satisfies RenderMessage, [answerTo]);
  }).finally(() => {
    stop();
    answers.close();
  });
}

/** One function for each thread; each renders one figure at a time. */
export const renderers = (): Render[] => startRenderThreads().map((thread) => (request) => renderIn(thread, request));
