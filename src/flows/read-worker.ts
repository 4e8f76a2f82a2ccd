/** A thread that reads messages: what a hostile one costs in time and memory is bounded by ending the thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { openReader, type ReaderSetup, type ReaderTask } from './reader.ts';

const read = openReader(workerData as ReaderSetup);
/** Messages are read one after the other, so that only one of them is in memory. */
let before: Promise<void> = Promise.resolve();
parentPort?.on('message', (tasks: readonly ReaderTask[]) => {
  for (const task of tasks) before = before.then(() => answer(task));
});

async function answer(task: ReaderTask): Promise<void> {
  try {
    parentPort?.postMessage(await read(task));
  } catch (error) {
    parentPort?.postMessage({ message: task.message, error: String(error) });
  }
}
