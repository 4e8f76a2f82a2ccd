import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readUsage } from '../../src/sheet/formats/child/read-usage.ts';
import type { Batch, Word } from './worker.ts';

/** An input that a reader did not stand. */
export interface Failure {
  readonly index: number;
  readonly name: string;
  /** Base64; '' when it was too large to be passed on. */
  readonly input: string;
  readonly fault: string;
}

export interface BatchResult {
  readonly read: number;
  readonly refused: number;
  readonly failures: readonly Failure[];
  /** Milliseconds of processor time of the slowest input. */
  readonly slowest: number;
  /** Bytes above the warm idle process, at most. */
  readonly grown: number;
  /** Where the next batch starts. */
  readonly next: number;
}

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
const BOUNDS = { processorTime: 5_000, wallTime: 60_000, grown: 300 * 1024 * 1024, watchEvery: 50, start: 120_000 };

/** Runs one batch in a process of its own and watches its time and memory. Ends with the first input that brings it down, or at `end` (ms). */
export function runBatch(batch: Batch, end: number): Promise<BatchResult> {
  const child = fork(WORKER, [], {
    execArgv: ['--import', 'tsx', '--no-warnings'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve) => {
    const failures: Failure[] = [];
    const counts = { read: 0, refused: 0 };
    let current: { index: number; name: string; input: string } | undefined;
    let idle = 0;
    let slowest = 0;
    let grown = 0;
    let began = { wall: Date.now(), processor: 0 };
    const watch = setInterval(look, BOUNDS.watchEvery);
    child.on('message', (word: Word) => {
      if ('done' in word) return finish(batch.to);
      if ('ready' in word) {
        idle = word.resident;
        return;
      }
      if ('input' in word) {
        current = word;
        began = { wall: Date.now(), processor: readUsage(child.pid)?.processorTime ?? 0 };
        return;
      }
      slowest = Math.max(slowest, (readUsage(child.pid)?.processorTime ?? 0) - began.processor);
      if (word.verdict === 'fault') fail(word.fault);
      else counts[word.verdict] += 1;
      if (Date.now() > end) finish(word.index + 1);
    });
    child.once('exit', (code, signal) => {
      fail(`the process ended with ${code ?? signal}`);
      finish((current?.index ?? batch.to) + 1);
    });
    child.send(batch);

    function look(): void {
      const usage = readUsage(child.pid);
      if (!usage) return;
      if (idle === 0) {
        if (Date.now() - began.wall > BOUNDS.start) stop('the readers do not start');
        return;
      }
      grown = Math.max(grown, usage.residentBytes - idle);
      if (grown > BOUNDS.grown) stop(`${Math.round(grown / 1048576)} MB above idle`);
      else if (usage.processorTime - began.processor > BOUNDS.processorTime) stop('more than 5 s of processor time');
      else if (Date.now() - began.wall > BOUNDS.wallTime) stop('waits and waits');
    }
    function stop(fault: string): void {
      fail(fault);
      finish((current?.index ?? batch.to) + 1);
    }
    function fail(fault: string): void {
      if (current || idle === 0)
        failures.push({ ...(current ?? { index: batch.from, name: 'start', input: '' }), fault });
    }
    function finish(next: number): void {
      clearInterval(watch);
      child.removeAllListeners('exit');
      child.removeAllListeners('message');
      endChild(child);
      resolve({ ...counts, failures, slowest, grown, next });
    }
  });
}

function endChild(child: ChildProcess): void {
  child.kill('SIGKILL');
}
