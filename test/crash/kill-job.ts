import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Job } from './jobs.ts';
import { type Ended, type ProgramOptions, runProgram } from './program.ts';
import { compareSnapshots, snapshot } from './snapshot.ts';
import { must, type Stage } from './stage.ts';

/** What an undisturbed run of a job leaves. */
export interface Undisturbed {
  readonly files: ReadonlyMap<string, string>;
  readonly events: readonly string[];
  readonly milliseconds: number;
  readonly code: number;
}

/** What the kills of one job brought. */
export interface KillReport {
  readonly job: string;
  /** Kills that met a running process. */
  readonly kills: number;
  /** One line per difference; empty when all is well. */
  readonly faults: readonly string[];
}

/** Runs a job to its end without trouble. */
export async function runUndisturbed(stage: Stage, job: Job): Promise<Undisturbed> {
  const folder = job.start === undefined ? join(stage.root, '无扰 init') : stage.copy(job.start);
  const ended = must(await runProgram(job.command(folder)), 0, 1);
  const { files, events } = await finish(folder, job);
  rmSync(folder, { recursive: true, force: true });
  return { files, events, milliseconds: ended.milliseconds, code: ended.code ?? 0 };
}

/**
 * Kills a job `rounds` times, each time up to three times in a row in the same folder, then lets it end in peace and
 * compares files and ledger with the undisturbed run. `random` gives numbers in [0, 1).
 */
export async function killJob(stage: Stage, job: Job, rounds: number, random: () => number): Promise<KillReport> {
  const wanted = await runUndisturbed(stage, job);
  const faults: string[] = [];
  let kills = 0;
  for (let round = 0; kills < rounds && round < rounds * 3; round += 1) {
    const folder = job.start === undefined ? join(stage.root, `断电 ${round}`) : stage.copy(job.start);
    const times = 1 + Math.floor(random() * 3);
    for (let time = 0; time < times; time += 1) {
      const ended = await runProgram(job.command(folder), { killAfter: (0.15 + 0.9 * random()) * wanted.milliseconds });
      if (ended.killed) kills += 1;
    }
    faults.push(...(await endInPeace(folder, job, wanted)).map((line) => `${job.name}, round ${round}: ${line}`));
    rmSync(folder, { recursive: true, force: true });
  }
  return { job: job.name, kills, faults };
}

/** Lets a disturbed job end in peace; what differs from the undisturbed run, one line each. */
export async function endInPeace(folder: string, job: Job, wanted: Undisturbed): Promise<string[]> {
  const ended = await runProgram(job.command(folder));
  // An init that had ended before the kill refuses to do it again, and touches nothing.
  const again = job.start === undefined && ended.code === 2;
  // Taking in what was taken in before the kill is less news than taking it in for the first time.
  if (!again && ended.code !== 0 && ended.code !== 1) return [describe('the undisturbed run after it', ended)];
  const { files, events } = await finish(folder, job);
  const lines = compareSnapshots(wanted.files, files);
  if (JSON.stringify(wanted.events) !== JSON.stringify(events))
    lines.push(`ledger: ${wanted.events.length} events, now ${events.length}`);
  return lines;
}

async function finish(folder: string, job: Job): Promise<{ files: ReadonlyMap<string, string>; events: string[] }> {
  for (const args of job.after) must(await runProgram(['-C', folder, ...args]), 0, 1);
  must(await runProgram(['-C', folder, 'verify']), 0);
  const listed = must(await runProgram(['-C', folder, 'show', 'events', '--json']), 0);
  return { files: snapshot(folder), events: listed.out.trim().split('\n').map(bodyOf) };
}

/** An event without its place in the chain. */
function bodyOf(line: string): string {
  const { sequence: _s, hash: _h, ...body } = JSON.parse(line) as Record<string, unknown>;
  return JSON.stringify(body);
}

/** One line on how a run ended. */
export function describe(what: string, ended: Ended, options: ProgramOptions = {}): string {
  return `${what} ended with ${ended.code}${options.uid === undefined ? '' : ` as user ${options.uid}`}: ${ended.err.trim().split('\n').slice(-3).join(' / ')}`;
}
