/** A thread that compares files with what was written, while another one works out what is to be written next. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkFiles, type FileToCheck } from './check-files.ts';

const found = checkFiles(workerData as FileToCheck[]);
// Small ones lie in memory that they share: those are copied.
const handed = found.flatMap(({ bytes }) => {
  const { buffer, length } = bytes ?? {};
  return buffer instanceof ArrayBuffer && buffer.byteLength === length ? [buffer] : [];
});
parentPort?.postMessage(found, handed);
