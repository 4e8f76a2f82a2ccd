import { availableParallelism } from 'node:os';
import { refusedReading } from './bare-reading.ts';
import type { ReaderSetup, ReaderTask } from './reader.ts';
import { type ReaderResult, resultOf } from './reading-result.ts';
import { type ReadingThread, startReadingThread } from './reading-thread.ts';

/** Threads that read messages, to which more can be given while they work. */
export interface ReadingThreads {
  /** Something to read is about to come: a thread gets ready for it. */
  prepare(): void;
  add(tasks: readonly ReaderTask[]): void;
  /** Resolves when all that was given is read; rejects when a reader fails for another reason than its message. */
  finish(): Promise<void>;
  /** Begins with no other message; resolves when those under way are read. */
  stop(): Promise<void>;
}

/** Another thread is worth its start and its memory when those at work have so much before them. Milliseconds. */
const WORTH = 2500;
/** How long a message takes is the mean of about so many: the first ones, with all code still cold, take much longer. */
const MEAN_OF = 50;
/** A thread has so many messages before it that it need not wait for this one, which may be busy writing mails to the disk. */
const AHEAD = 64;

const TOO_MUCH = {
  code: 'mail/too-costly',
  text: '读取这封邮件所需的时间或内存超出限度，没有读取',
  ask: '请只发送填好的 Excel 表格，不要附带其他大文件',
} as const;

/**
 * Reads messages in up to as many threads as the machine has cores, more than one only where there is work for them; each
 * result is handed over as it comes. A message that brings its thread down is a refusal, and the run goes on.
 */
export function openReadingThreads(
  setup: ReaderSetup,
  onResult: (result: ReaderResult) => void,
  start: (setup: ReaderSetup) => ReadingThread = startReadingThread,
): ReadingThreads {
  const queue: ReaderTask[] = [];
  const running = new Set<Promise<void>>();
  let idle: ReadingThread[] = [];
  let failure: { readonly error: unknown } | undefined;
  /** Milliseconds a message takes, from below. */
  let each = 0;
  let complete = false;

  function keepUp(): void {
    // While messages come in, that keeps another core busy.
    const enough = running.size > 0 && (!complete || (queue.length * each) / running.size < WORTH);
    if (queue.length === 0 || enough || running.size >= availableParallelism()) return;
    const work = emptyQueue(idle.pop() ?? start(setup)).catch((error: unknown) => {
      failure = { error };
      queue.length = 0;
    });
    running.add(work);
    void work.then(() => running.delete(work)).then(keepUp);
  }

  /** In one thread after another where one is brought down. */
  async function emptyQueue(first: ReadingThread): Promise<void> {
    let thread = first;
    let warm = false;
    const given: ReaderTask[] = [];
    const give = (): void => {
      // Many at a time: each time wakes the thread.
      if (given.length > AHEAD / 2 || queue.length === 0) return;
      const more = queue.splice(0, AHEAD - given.length);
      given.push(...more);
      thread.give(more);
    };
    for (give(); given.length > 0; give()) {
      const asked = performance.now();
      const result = await thread.next();
      // What was read before the one that brings a thread down, but not told, is read again.
      const [task] = given.splice(result ? 0 : thread.lost(), 1);
      // The first one waits for the thread to start.
      if (warm) each += (performance.now() - asked - each) / MEAN_OF;
      warm = result !== undefined;
      if (!result) {
        await thread.end();
        thread = start(setup);
        if (given.length > 0) thread.give(given);
      }
      if (result) onResult(result);
      else if (task) onResult(resultOf(refusedReading(task.message, task.source, task.name, TOO_MUCH)));
      keepUp();
    }
    idle.push(thread);
  }

  async function end(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
    await Promise.all(idle.map((thread) => thread.end()));
    idle = [];
  }

  return {
    prepare() {
      if (idle.length === 0 && running.size === 0) idle.push(start(setup));
    },
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
