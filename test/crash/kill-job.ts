import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCampaign } from '../../src/flows/open-campaign.ts';
import { verifyFolder } from '../../src/flows/verify.ts';
import { makeTools } from '../support/campaign.ts';
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

const known = new WeakMap<Stage, Map<string, Undisturbed>>();

/** What a job leaves when it runs to its end without trouble; run once for each stage. */
export async function runUndisturbed(stage: Stage, job: Job): Promise<Undisturbed> {
  const results = known.get(stage) ?? new Map<string, Undisturbed>();
  known.set(stage, results);
  const result = results.get(job.name) ?? (await runOnce(stage, job));
  results.set(job.name, result);
  return result;
}

async function runOnce(stage: Stage, job: Job): Promise<Undisturbed> {
  job.reset?.();
  const folder = job.start === undefined ? join(stage.root, `无扰 ${job.name}`) : stage.copy(job.start);
  const ended = must(await runInPeace(job, folder), 0, 1);
  const { files, events, wrong } = await finish(folder, job);
  if (wrong.length > 0) throw new Error(`${job.name}, undisturbed: ${wrong.join('; ')}`);
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
    job.reset?.();
    const folder = job.start === undefined ? join(stage.root, `断电 ${round}`) : stage.copy(job.start);
    const times = 1 + Math.floor(random() * 3);
    for (let time = 0; time < times; time += 1) {
      const ended = await runJob(job, folder, { killAfter: (0.15 + 0.9 * random()) * wanted.milliseconds });
      if (ended.killed) kills += 1;
    }
    faults.push(...(await endInPeace(folder, job, wanted)).map((line) => `${job.name}, round ${round}: ${line}`));
    rmSync(folder, { recursive: true, force: true });
  }
  return { job: job.name, kills, faults };
}

/** Lets a disturbed job end in peace; what differs from the undisturbed run, one line each. */
export async function endInPeace(folder: string, job: Job, wanted: Undisturbed): Promise<string[]> {
  const ended = await runInPeace(job, folder);
  // An init that had ended before the kill refuses to do it again, and touches nothing.
  const again = job.start === undefined && ended.code === 2;
  // Taking in what was taken in before the kill is less news than taking it in for the first time.
  if (!again && ended.code !== 0 && ended.code !== 1) return [describe('the undisturbed run after it', ended)];
  const { files, events, wrong } = await finish(folder, job);
  const lines = [...compareSnapshots(filesOf(job, wanted.files), filesOf(job, files)), ...wrong];
  if (job.ownLedger !== true && JSON.stringify(wanted.events) !== JSON.stringify(events))
    lines.push(`ledger: ${wanted.events.length} events, now ${events.length}`);
  return lines;
}

function filesOf({ files }: Job, all: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return files === undefined ? all : new Map([...all].filter(([path]) => files.test(path)));
}

/** Runs the command of a job in a folder. */
export function runJob(job: Job, folder: string, options: ProgramOptions = {}): Promise<Ended> {
  return runProgram(job.command(folder), { ...options, ...(job.environment && { environment: job.environment }) });
}

function runInPeace(job: Job, folder: string): Promise<Ended> {
  return runJob({ ...job, command: job.peaceful ?? job.command }, folder);
}

/** What a job left, once the commands after it have run; `wrong` is what the job's own proof found. */
interface Finished {
  readonly files: ReadonlyMap<string, string>;
  readonly events: readonly string[];
  readonly wrong: readonly string[];
}

async function finish(folder: string, job: Job): Promise<Finished> {
  for (const args of job.after) must(await runProgram(['-C', folder, ...args]), 0, 1);
  const campaign = await openCampaign(folder);
  let events: string[];
  try {
    const { differences } = verifyFolder(campaign, makeTools());
    if (differences.length > 0) throw new Error(differences.map(({ text }) => text).join('; '));
    events = campaign.ledger.events().map(({ at, event }) => JSON.stringify([at, event]));
  } finally {
    campaign.close();
  }
  return { files: snapshot(folder), events, wrong: (await job.prove?.(folder)) ?? [] };
}

/** One line on how a run ended. */
export function describe(what: string, ended: Ended, options: ProgramOptions = {}): string {
  return `${what} ended with ${ended.code}${options.uid === undefined ? '' : ` as user ${options.uid}`}: ${ended.err.trim().split('\n').slice(-3).join(' / ')}`;
}
