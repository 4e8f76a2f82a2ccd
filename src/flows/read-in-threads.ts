import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { refusedReading } from './read-message.ts';
import { type ReaderResult, type ReaderSetup, type ReaderTask, resultOf } from './reader.ts';

/** A message that takes longer ends its thread. Milliseconds. */
const LONGEST = 120_000;
/** A thread that needs more memory for JavaScript values is ended. Megabytes. */
const LARGEST = 1024;
/** Room for new values: a mail makes many that die at once. Megabytes. */
const YOUNG = 64;
/** A thread is worth starting for this many messages. */
const TASKS_A_THREAD = 75;

const TOO_MUCH = {
  code: 'mail/too-costly',
  text: '读取这封邮件所需的时间或内存超出限度，没有读取',
  ask: '请只发送填好的 Excel 表格，不要附带其他大文件',
} as const;

/**
 * Reads messages in as many threads as the machine has cores; each result is handed over as it comes. A message that
 * brings its thread down is a refusal, and the run goes on. Rejects when a reader fails for another reason.
 */
export async function readInThreads(
  setup: ReaderSetup,
  tasks: readonly ReaderTask[],
  onResult: (result: ReaderResult) => void,
): Promise<void> {
  const queue = tasks.values();
  const count = Math.min(availableParallelism(), Math.ceil(tasks.length / TASKS_A_THREAD));
  await Promise.all(Array.from({ length: count }, () => runThread(setup, queue, onResult)));
}

/** Takes tasks off the queue until it is empty, in one thread after another where one is brought down. */
async function runThread(
  setup: ReaderSetup,
  queue: Iterator<ReaderTask>,
  onResult: (result: ReaderResult) => void,
): Promise<void> {
  let worker = startThread(setup);
  for (let next = queue.next(); next.done !== true; next = queue.next()) {
    const result = await askThread(worker, next.value);
    if (!result) {
      await worker.terminate();
      worker = startThread(setup);
    }
    onResult(result ?? resultOf(refusedReading(next.value.message, next.value.source, next.value.name, TOO_MUCH)));
  }
  await worker.terminate();
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
      settle(() => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer)));
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
