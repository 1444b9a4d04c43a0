import {Worker} from "node:worker_threads";
import type {CodedHead} from "./coded-json.js";
import type {CodingMetadata} from "./index.js";

/** A text to code and what is known of it. */
export interface Job {
  head: CodedHead;
  text: string;
  metadata: CodingMetadata;
}

interface Thread {
  worker: Worker;
  waiting: {resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void}[];
}

/** Threads that code texts side by side. Close it when done. */
export class WorkerPool {
  private threads: Thread[];

  constructor(size: number) {
    this.threads = Array.from({length: size}, () => {
      const worker = new Worker(new URL("./worker.mjs", import.meta.url));
      const thread: Thread = {worker, waiting: []};
      worker.on("message", (answer: Uint8Array | Error) => {
        const job = thread.waiting.shift();
        if (answer instanceof Error) job?.reject(answer);
        else job?.resolve(answer);
      });
      worker.on("error", (error: Error) => thread.waiting.splice(0).forEach(({reject}) => reject(error)));
      return thread;
    });
  }

  /** Codes a text on the thread that has the least to do; resolves with the JSON object of the text as UTF-8. */
  code(job: Job): Promise<Uint8Array> {
    const thread = this.threads.reduce((least, other) => other.waiting.length < least.waiting.length ? other : least);
    return new Promise((resolve, reject) => {
      thread.waiting.push({resolve, reject});
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map(({worker}) => worker.terminate()));
  }
}

/** Runs jobs in a pool and yields what it needs to in their order; no more than `window` are under way, so that memory stays flat. */
export async function* inOrder<Given, Result>(given: Iterable<Given>, run: (one: Given) => Promise<Result>, window: number): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for (const one of given) {
    const result = run(one);
    result.catch(() => {});
    running.push(result);
    if (running.length >= window) yield await running.shift()!;
  }
  for (const result of running) yield await result;
}
