import { Worker } from 'node:worker_threads';
import type { ReaderSetup, ReaderTask } from './reader.ts';
// Only the thread loads what reading needs.
import type { ReaderResult } from './reading-result.ts';

/** A thread that reads messages one after the other, in the order in which they were given. */
export interface ReadingThread {
  give(tasks: readonly ReaderTask[]): void;
  /**
   * The result of the oldest message that has none yet; undefined when the message brought the thread down or took too long:
   * then the thread is of no more use. Rejects when the reader fails for another reason than its message.
   */
  next(): Promise<ReaderResult | undefined>;
  /** After it came down: so many of the oldest messages without a result were read well, their results lost with it. */
  lost(): number;
  end(): Promise<void>;
}

/** A message that takes longer ends its thread. Milliseconds. */
const LONGEST = 120_000;
/** A thread that needs more memory for JavaScript values is ended. Megabytes. */
const LARGEST = 1024;
/** Room for new values. More of it makes no mail faster, but every thread larger. Megabytes. */
const YOUNG = 8;

/** What a thread tells of a message; undefined when it came down. */
export type Answer = ReaderResult | { readonly error: string } | undefined;

/** What a thread is started with; `finished` counts the messages it has done with, told or not. */
export interface ThreadSetup extends ReaderSetup {
  readonly finished: Int32Array;
}

/** Starts a thread; from the built program only. */
export function startReadingThread(setup: ReaderSetup): ReadingThread {
  const finished = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(new URL('./read-worker.js', import.meta.url), {
    workerData: { ...setup, finished } satisfies ThreadSetup,
    resourceLimits: { maxOldGenerationSizeMb: LARGEST, maxYoungGenerationSizeMb: YOUNG },
  });
  const answers: Answer[] = [];
  let wake: (() => void) | undefined;
  let told = 0;
  const tell = (more: readonly Answer[]): void => {
    answers.push(...more);
    wake?.();
  };
  worker
    .on('message', (more: readonly Answer[]) => {
      told += more.length;
      tell(more);
    })
    .on('error', () => tell([undefined]))
    .on('exit', () => tell([undefined]));

  function wait(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => tell([undefined]), LONGEST);
      wake = () => {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      };
    });
  }

  return {
    give: (tasks) => worker.postMessage(tasks),
    async next() {
      if (answers.length === 0) await wait();
      const answer = answers.shift();
      if (answer && 'error' in answer) throw new Error(answer.error);
      return answer;
    },
    lost: () => Atomics.load(finished, 0) - told,
    async end() {
      await worker.terminate();
    },
  };
}
