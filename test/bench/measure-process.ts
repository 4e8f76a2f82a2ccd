import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './median.ts';

/** What one process cost, the processes it started included. CPU and memory are NaN where /usr/bin/time is absent. */
export interface ProcessCost {
  readonly seconds: number;
  /** user + sys: says more than the clock on a busy machine. */
  readonly cpuSeconds: number;
  /** Peak of the largest process. */
  readonly megabytes: number;
  readonly stdout: string;
}

export interface ProcessJob {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Exit codes that are a result; all others throw. */
  readonly exits?: readonly number[];
  /** For the figures of /usr/bin/time. */
  readonly scratch: string;
}

const TIME = '/usr/bin/time';

/** Runs one process to its end. Throws with its stderr where it fails. */
export function measureProcess(job: ProcessJob): ProcessCost {
  const figures = join(job.scratch, 'time.txt');
  const timed = existsSync(TIME);
  const command = timed ? TIME : job.command;
  const args = timed ? ['-q', '-o', figures, '-f', '%U %S %M', job.command, ...job.args] : job.args;
  const start = performance.now();
  const done = spawnSync(command, args, {
    ...(job.folder === undefined ? {} : { cwd: job.folder }),
    env: { ...process.env, NO_COLOR: '1', ...job.environment },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seconds = (performance.now() - start) / 1000;
  if (!(job.exits ?? [0]).includes(done.status ?? -1))
    throw new Error(`${[job.command, ...job.args].join(' ')}: exit ${done.status}\n${done.stderr.slice(-2000)}`);
  const [user = Number.NaN, system = Number.NaN, kilobytes = Number.NaN] = timed
    ? readFileSync(figures, 'utf8').trim().split(' ').map(Number)
    : [];
  return { seconds, cpuSeconds: user + system, megabytes: kilobytes / 1024, stdout: done.stdout };
}

/** The middle of several runs, figure by figure. */
export function medianCost(costs: readonly ProcessCost[]): ProcessCost {
  return {
    seconds: median(costs.map((cost) => cost.seconds)),
    cpuSeconds: median(costs.map((cost) => cost.cpuSeconds)),
    megabytes: median(costs.map((cost) => cost.megabytes)),
    stdout: costs.at(-1)?.stdout ?? '',
  };
}
