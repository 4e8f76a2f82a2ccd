import { describe, expect, it } from 'vitest';
import { openReadingThreads } from '../../src/flows/read-in-threads.ts';
import type { ReaderSetup, ReaderTask } from '../../src/flows/reader.ts';
import type { ReaderResult } from '../../src/flows/reading-result.ts';
import type { ReadingThread } from '../../src/flows/reading-thread.ts';

const SETUP: ReaderSetup = { originals: '', forms: [], units: [], key: '', campaign: '', passwords: [] };

function tasks(...messages: string[]): ReaderTask[] {
  return messages.map((message) => ({ message, source: 'mail', name: `${message}.eml` }));
}

/** Threads that read nothing: `down` brings its thread down, `broken` is a fault of the reader itself. */
function fakeThreads(): {
  readonly start: () => ReadingThread;
  readonly started: ReaderTask[][];
  readonly ended: number[];
} {
  const started: ReaderTask[][] = [];
  const ended: number[] = [];
  return {
    started,
    ended,
    start: () => {
      const given: ReaderTask[] = [];
      const number = started.push(given) - 1;
      let at = 0;
      return {
        give: (tasks) => void given.push(...tasks),
        async next() {
          await new Promise((resolve) => setTimeout(resolve));
          const task = given[at];
          at += 1;
          if (task?.message.startsWith('broken')) throw new Error('original broken is missing');
          if (!task || task.message.startsWith('down')) return undefined;
          return { message: task.message, packed: new Uint8Array(), subject: '', refusals: [] };
        },
        lost: () => 0,
        async end() {
          ended.push(number);
        },
      };
    },
  };
}

async function readAll(...messages: string[]) {
  const results: ReaderResult[] = [];
  const { start, started, ended } = fakeThreads();
  const threads = openReadingThreads(SETUP, (result) => void results.push(result), start);
  threads.add(tasks(...messages));
  await threads.finish();
  return { results, started, ended };
}

describe('messages read in threads', () => {
  it('are all read, and every thread is ended', async () => {
    const messages = Array.from({ length: 200 }, (_, index) => `m${index}`);
    const { results, started, ended } = await readAll(...messages);

    expect(results.map(({ message }) => message).toSorted()).toEqual(messages.toSorted());
    expect(results.every(({ refusals }) => refusals.length === 0)).toBe(true);
    expect(ended.toSorted()).toEqual(started.map((_, index) => index));
  });

  it('are given to a thread some ahead, so that it need not wait for us', async () => {
    const results: string[] = [];
    const { start, started } = fakeThreads();
    const threads = openReadingThreads(SETUP, ({ message }) => void results.push(message), start);
    threads.add(tasks(...Array.from({ length: 500 }, (_, index) => `m${index}`)));

    expect(started[0]?.length).toBeGreaterThan(1);
    expect(started[0]?.length).toBeLessThan(200);
    await threads.stop();
  });

  it('that bring their thread down are refused, and those behind them are read by another', async () => {
    const { results, started } = await readAll('a', 'down1', 'b', 'down2', 'c');

    expect(results.map(({ message, refusals }) => [message, refusals.map(({ refusal }) => refusal.code)])).toEqual([
      ['a', []],
      ['down1', ['mail/too-costly']],
      ['b', []],
      ['down2', ['mail/too-costly']],
      ['c', []],
    ]);
    expect(started.map((given) => given.map(({ message }) => message))).toEqual([
      ['a', 'down1', 'b', 'down2', 'c'],
      ['b', 'down2', 'c'],
      ['c'],
    ]);
  });

  it('whose results were lost with their thread are read again, and only the one that ended it is refused', async () => {
    const results: string[] = [];
    const refused: string[] = [];
    const started: string[][] = [];
    // The first thread reads a and b, comes down over c, and has told of none of them.
    const start = (): ReadingThread => {
      const given: ReaderTask[] = [];
      const isFirst = started.length === 0;
      started.push([]);
      return {
        give: (more) => {
          given.push(...more);
          started.at(-1)?.push(...more.map(({ message }) => message));
        },
        async next() {
          const task = isFirst ? undefined : given.shift();
          return task && { message: task.message, packed: new Uint8Array(), subject: '', refusals: [] };
        },
        lost: () => 2,
        end: async () => undefined,
      };
    };
    const threads = openReadingThreads(
      SETUP,
      ({ message, refusals }) => void (refusals.length > 0 ? refused : results).push(message),
      start,
    );
    threads.add(tasks('a', 'b', 'c', 'd'));
    await threads.finish();

    expect(refused).toEqual(['c']);
    expect(results).toEqual(['a', 'b', 'd']);
    expect(started).toEqual([
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'd'],
    ]);
  });

  it('are read on when more come in', async () => {
    const results: string[] = [];
    const threads = openReadingThreads(SETUP, ({ message }) => void results.push(message), fakeThreads().start);
    threads.add(tasks('a'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    threads.add(tasks('b', 'c'));
    await threads.finish();

    expect(results).toEqual(['a', 'b', 'c']);
  });

  it('end with a fault of the reader itself, which is no refusal', async () => {
    await expect(readAll('a', 'broken', 'b')).rejects.toThrow('is missing');
  });

  it('that were not begun are left when it is stopped', async () => {
    const results: string[] = [];
    const threads = openReadingThreads(SETUP, ({ message }) => void results.push(message), fakeThreads().start);
    threads.add(tasks(...Array.from({ length: 500 }, (_, index) => `m${index}`)));
    await threads.stop();

    expect(results.length).toBeGreaterThan(0);
    expect(results.length).toBeLessThan(500);
  });

  it('that are expected find a thread ready for them, and it is ended where none come', async () => {
    const results: string[] = [];
    const { start, started, ended } = fakeThreads();
    const threads = openReadingThreads(SETUP, ({ message }) => void results.push(message), start);
    threads.prepare();
    threads.prepare();
    expect(started).toEqual([[]]);
    threads.add(tasks('a', 'b'));
    threads.prepare();
    await threads.finish();
    expect(results).toEqual(['a', 'b']);
    expect([started.length, ended]).toEqual([1, [0]]);

    const idle = openReadingThreads(SETUP, () => undefined, start);
    idle.prepare();
    await idle.finish();
    expect([started.length, ended]).toEqual([2, [0, 1]]);
  });
});
