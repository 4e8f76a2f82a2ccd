/** A thread that reads messages: what a hostile one costs in time and memory is bounded by ending the thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { openReader, type ReaderSetup, type ReaderTask } from './reader.ts';

const read = openReader(workerData as ReaderSetup);
parentPort?.on('message', (task: ReaderTask) => {
  read(task).then(
    (result) => parentPort?.postMessage(result),
    (error: unknown) => parentPort?.postMessage({ message: task.message, error: String(error) }),
  );
});
