import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { refusedReading } from './bare-reading.ts';
import type { ReaderSetup, ReaderTask } from './reader.ts';
// Only the threads load what reading needs.
import { type ReaderResult, resultOf } from './reading-result.ts';

/** Threads that read messages, to which more can be given while they work. */
export interface ReadingThreads {
  add(tasks: readonly ReaderTask[]): void;
  /** Resolves when all that was given is read; rejects when a reader fails for another reason than its message. */
  finish(): Promise<void>;
  /** Begins with no other message; resolves when those under way are read. */
  stop(): Promise<void>;
}

/** A message that takes longer ends its thread. Milliseconds. */
const LONGEST = 120_000;
/** A thread that needs more memory for JavaScript values is ended. Megabytes. */
const LARGEST = 1024;
/** Room for new values. More of it makes no mail faster, but every thread larger. Megabytes. */
const YOUNG = 8;
/** Another thread is worth its start and its memory when those at work have so much before them. Milliseconds. */
const WORTH = 1500;
/** How long a message takes is the mean of about so many: the first ones, with all code still cold, take much longer. */
const MEAN_OF = 50;

const TOO_MUCH = {
  code: 'mail/too-costly',
  text: '读取这封邮件所需的时间或内存超出限度，没有读取',
  ask: '请只发送填好的 Excel 表格，不要附带其他大文件',
} as const;

/**
 * Reads messages in up to as many threads as the machine has cores, more than one only where there is work for them; each
 * result is handed over as it comes. A message that brings its thread down is a refusal, and the run goes on.
 */
export function openReadingThreads(setup: ReaderSetup, onResult: (result: ReaderResult) => void): ReadingThreads {
  const queue: ReaderTask[] = [];
  const running = new Set<Promise<void>>();
  let idle: Worker[] = [];
  let failure: { readonly error: unknown } | undefined;
  /** Milliseconds a message takes, from below. */
  let each = 0;
  let complete = false;

  function keepUp(): void {
    // While messages come in, that keeps another core busy.
    const enough = running.size > 0 && (!complete || (queue.length * each) / running.size < WORTH);
    if (queue.length === 0 || enough || running.size >= availableParallelism()) return;
    const thread = emptyQueue(idle.pop() ?? startThread(setup)).catch((error: unknown) => {
      failure = { error };
      queue.length = 0;
    });
    running.add(thread);
    void thread.then(() => running.delete(thread)).then(keepUp);
  }

  /** In one thread after another where one is brought down. */
  async function emptyQueue(first: Worker): Promise<void> {
    let worker = first;
    let warm = false;
    for (let task = queue.shift(); task; task = queue.shift()) {
      const start = performance.now();
      const result = await askThread(worker, task);
      // The first one waits for the thread to start.
      if (warm) each += (performance.now() - start - each) / MEAN_OF;
      warm = result !== undefined;
      if (!result) {
        await worker.terminate();
        worker = startThread(setup);
      }
      onResult(result ?? resultOf(refusedReading(task.message, task.source, task.name, TOO_MUCH)));
      keepUp();
    }
    idle.push(worker);
  }

  async function end(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
    await Promise.all(idle.map((worker) => worker.terminate()));
    idle = [];
  }

  return {
    add(tasks) {
      if (failure) return;
      queue.push(...tasks);
      keepUp();
    },
    async finish() {
      complete = true;
      keepUp();
      await end();
      if (failure) throw failure.error;
    },
    async stop() {
      queue.length = 0;
      await end();
    },
  };
}

function startThread(setup: ReaderSetup): Worker {
  const script = new URL(import.meta.url.endsWith('.ts') ? './read-worker.ts' : './read-worker.js', import.meta.url);
  return new Worker(script, {
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: LARGEST, maxYoungGenerationSizeMb: YOUNG },
  });
}

/** The result of one task, or undefined when the thread was brought down by it or took too long. */
function askThread(worker: Worker, task: ReaderTask): Promise<ReaderResult | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => resolve(undefined)), LONGEST);
    const onMessage = (answer: ReaderResult | { readonly error: string }): void =>
      settle(() => {
        if (!('error' in answer)) return resolve(answer);
        void worker.terminate();
        reject(new Error(answer.error));
      });
    const onEnd = (): void => settle(() => resolve(undefined));
    function settle(finish: () => void): void {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      finish();
    }
    worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
    worker.postMessage(task);
  });
}
