import type { ChildProcess } from 'node:child_process';
import { CHILD_BOUNDS } from '../bounds.ts';
import { readUsage } from './read-usage.ts';
import { startChild } from './start-child.ts';
import { type Answer, READY, type Task } from './task.ts';

/** What became of a task: the answer, or why the helper process was ended. */
export type Outcome = Answer | { readonly kind: 'ended'; readonly reason: 'time' | 'memory' | 'crash' };

/** The warm helper process; one is enough, for files are read one after the other. */
let warm: ChildProcess | undefined;
/** Helpers that said they are up: starting one on a busy machine is no fault of the file. */
const up = new WeakSet<ChildProcess>();
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a task in the helper process, within the time for a file of its size and the memory bound. A helper that fails is
 * ended and the next task gets a new one, so a hostile file cannot reach the file after it. Never rejects.
 */
export function runInChild(task: Task): Promise<Outcome> {
  const turn = last.then(() => runNow(task));
  last = turn;
  return turn;
}

/** Ends the helper process; the next task starts a new one. */
export function closeDecoder(): void {
  warm?.kill('SIGKILL');
  warm = undefined;
}

function runNow(task: Task): Promise<Outcome> {
  const child = warm?.connected ? warm : startChild();
  warm = child;
  return new Promise((resolve) => {
    child.ref();
    child.channel?.ref();
    const isUp = up.has(child);
    let before = readUsage(child.pid)?.processorTime;
    let timer = setTimeout(() => fail('time'), isUp ? longestWait(task, before) : CHILD_BOUNDS.startTime);
    const watch = setInterval(() => {
      const usage = readUsage(child.pid);
      if (!usage) return;
      if (usage.residentBytes > CHILD_BOUNDS.residentBytes) fail('memory');
      else if (usage.processorTime - (before ?? 0) > timeFor(task)) fail('time');
    }, CHILD_BOUNDS.watchEvery);
    child.on('message', onAnswer);
    child.once('exit', onExit);
    child.once('error', onExit);
    child.send(task, (error) => {
      if (error) onExit();
    });

    function onAnswer(answer: unknown): void {
      if (answer === READY) {
        up.add(child);
        clearTimeout(timer);
        before = readUsage(child.pid)?.processorTime;
        timer = setTimeout(() => fail('time'), longestWait(task, before));
      } else finish(answer as Answer);
    }
    function onExit(): void {
      // V8 ends a process whose heap is full with an abort; nothing else here ends by itself.
      fail('crash');
    }
    function fail(reason: 'time' | 'memory' | 'crash'): void {
      if (warm === child) warm = undefined;
      child.kill('SIGKILL');
      finish({ kind: 'ended', reason });
    }
    function finish(outcome: Outcome): void {
      clearTimeout(timer);
      clearInterval(watch);
      child.off('message', onAnswer);
      child.off('exit', onExit);
      child.off('error', onExit);
      child.unref();
      child.channel?.unref();
      resolve(outcome);
    }
  });
}

/** Processor time bounds the work; the clock on the wall is patient, for a busy machine is no fault of the file. */
function longestWait(task: Task, processorTime: number | undefined): number {
  return processorTime === undefined ? timeFor(task) : timeFor(task) * CHILD_BOUNDS.patience;
}

function timeFor(task: Task): number {
  const size = task.bytes.length;
  const grown = size > CHILD_BOUNDS.largeFile ? CHILD_BOUNDS.longTime : CHILD_BOUNDS.shortTime;
  return task.kind === 'decrypt' ? grown + (task.passwords.length + 1) * CHILD_BOUNDS.passwordTime : grown;
}
