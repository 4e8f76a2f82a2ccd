/** A thread that reads messages: what a hostile one costs in time and memory is bounded by ending the thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { openReader, type ReaderTask } from './reader.ts';
import type { Answer, ThreadSetup } from './reading-thread.ts';

/** Results are told together while more is to be read, for each time wakes the other thread; so many at most, and so long after the last. */
const TOGETHER = 16;
const AT_LEAST_EVERY_MS = 50;

const { finished, ...setup } = workerData as ThreadSetup;
const read = openReader(setup);
/** Messages are read one after the other, so that only one of them is in memory. */
let before: Promise<void> = Promise.resolve();
let waiting = 0;
let untold: Answer[] = [];
let toldAt = 0;

// Errors are told by their words alone; packages make some for every mail, and to note where takes time.
Error.stackTraceLimit = 0;

parentPort?.on('message', (tasks: readonly ReaderTask[]) => {
  waiting += tasks.length;
  for (const task of tasks) before = before.then(() => readOne(task));
});

async function readOne(task: ReaderTask): Promise<void> {
  untold.push(await answer(task));
  // Should the next message bring the thread down, it is known that it was not this one.
  Atomics.add(finished, 0, 1);
  waiting -= 1;
  const now = performance.now();
  if (waiting > 0 && untold.length < TOGETHER && now - toldAt < AT_LEAST_EVERY_MS) return;
  parentPort?.postMessage(untold);
  untold = [];
  toldAt = now;
}

async function answer(task: ReaderTask): Promise<Answer> {
  try {
    return await read(task);
  } catch (error) {
    return { message: task.message, error: String(error) };
  }
}
