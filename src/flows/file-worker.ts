/** A thread that looks at files and takes them over, while another one works out what is to be written next. */
import { parentPort } from 'node:worker_threads';
import { type FileJob, openFileJobs } from './file-thread.ts';

const work = openFileJobs();
parentPort?.on('message', (job: FileJob) => parentPort?.postMessage(work(job)));
