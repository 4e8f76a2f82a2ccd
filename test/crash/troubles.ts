import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeJobs } from './jobs.ts';
import { describe, endInPeace, runJob, runUndisturbed } from './kill-job.ts';
import { type Ended, runProgram, startProgram } from './program.ts';
import { compareSnapshots, snapshot } from './snapshot.ts';
import { must, type Stage } from './stage.ts';

/** A disaster other than a kill. */
export interface Trouble {
  readonly name: string;
  run(): Promise<TroubleReport>;
}

export interface TroubleReport {
  readonly tried: number;
  readonly faults: readonly string[];
  /** Why it could not be tried here. */
  readonly skipped?: string;
}

const NOBODY = 65_534;
/** Programs of the system; where they are missing the full disk is not tried. */
const MOUNT = '/bin/mount';
const UNMOUNT = '/bin/umount';

/** Full disk, limited files, read-only folder, a clock that runs back, two processes at once. */
export function makeTroubles(stage: Stage): Trouble[] {
  return [
    { name: 'disk full', run: () => diskFull(stage) },
    { name: 'file size limit', run: () => fileLimit(stage) },
    { name: 'read-only folder', run: () => readOnly(stage) },
    { name: 'clock set back', run: () => clockBack(stage) },
    { name: 'two processes', run: () => twoProcesses(stage) },
  ];
}

/** A fault that the clerk can mend has to be told so: exit 2 or 3 and a Chinese next step, never a stack. */
function badEnd(what: string, ended: Ended): string[] {
  const told = (ended.code === 2 || ended.code === 3) && /下一步：/.test(ended.err) && !/\n\s+at /.test(ended.err);
  return told ? [] : [describe(what, ended)];
}

async function diskFull(stage: Stage): Promise<TroubleReport> {
  const mount = join(stage.root, '小磁盘');
  mkdirSync(mount);
  if (process.getuid?.() !== 0 || !mountSmall(mount, 64))
    return { tried: 0, faults: [], skipped: 'skipped: mounting a small file system needs root' };
  const faults: string[] = [];
  let tried = 0;
  try {
    for (const job of makeJobs(stage)) {
      if (job.start === undefined) continue;
      const wanted = await runUndisturbed(stage, job);
      const folder = join(mount, '工作文件夹');
      cpSync(job.start, folder, { recursive: true });
      const used = sizeOf(mount);
      for (const room of [8, 60, 150, 400, 900]) {
        remount(mount, used + room);
        const ended = await runJob(job, folder);
        tried += 1;
        if (ended.code === wanted.code) break;
        faults.push(...badEnd(`${job.name} with ${room} KiB left`, ended));
      }
      remount(mount, 64 * 1024);
      faults.push(...(await endInPeace(folder, job, wanted)).map((line) => `${job.name}, disk full: ${line}`));
      rmSync(folder, { recursive: true });
    }
  } finally {
    unmount(mount);
  }
  return { tried, faults };
}

function mountSmall(folder: string, megabytes: number): boolean {
  return spawnSync(MOUNT, ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'mingce-crash', folder]).status === 0;
}

/** At once, or when whoever still looks at it (an indexer, a shell) has gone. */
function unmount(folder: string): void {
  if (spawnSync(UNMOUNT, [folder]).status !== 0) spawnSync(UNMOUNT, ['-l', folder]);
}

function remount(folder: string, kibibytes: number): void {
  spawnSync(MOUNT, ['-o', `remount,size=${kibibytes}k`, folder]);
}

/** KiB in use. */
function sizeOf(folder: string): number {
  const { stdout } = spawnSync('df', ['-k', '--output=used', folder], { encoding: 'utf8' });
  return Number(stdout.trim().split('\n').at(-1));
}

async function fileLimit(stage: Stage): Promise<TroubleReport> {
  if (process.platform === 'win32') return { tried: 0, faults: [], skipped: 'skipped: no ulimit on Windows' };
  const faults: string[] = [];
  let tried = 0;
  for (const job of makeJobs(stage)) {
    if (job.start === undefined) continue;
    const wanted = await runUndisturbed(stage, job);
    const folder = stage.copy(job.start);
    for (const fileKiB of [4, 20, 60]) {
      const ended = await runJob(job, folder, { fileKiB });
      tried += 1;
      if (ended.code !== wanted.code) faults.push(...badEnd(`${job.name} with files of ${fileKiB} KiB`, ended));
    }
    faults.push(...(await endInPeace(folder, job, wanted)).map((line) => `${job.name}, file limit: ${line}`));
    rmSync(folder, { recursive: true });
  }
  return { tried, faults };
}

async function readOnly(stage: Stage): Promise<TroubleReport> {
  const root = process.getuid?.() === 0;
  if (process.platform === 'win32') return { tried: 0, faults: [], skipped: 'skipped: no modes on Windows' };
  const faults: string[] = [];
  let tried = 0;
  if (root) chmodSync(stage.root, 0o755);
  for (const job of makeJobs(stage)) {
    if (job.start === undefined) continue;
    const wanted = await runUndisturbed(stage, job);
    const folder = stage.copy(job.start);
    setModes(folder, 0o500, 0o400, root);
    const before = snapshot(folder);
    const ended = await runJob(job, folder, root ? { uid: NOBODY } : {});
    tried += 1;
    faults.push(...badEnd(`${job.name} in a read-only folder`, ended));
    faults.push(...compareSnapshots(before, snapshot(folder)));
    setModes(folder, 0o700, 0o600, false);
    if (root) setOwner(folder, 0);
    faults.push(...(await endInPeace(folder, job, wanted)).map((line) => `${job.name}, read-only: ${line}`));
    rmSync(folder, { recursive: true });
  }
  return { tried, faults };
}

function setModes(folder: string, folders: number, files: number, toNobody: boolean): void {
  if (toNobody) setOwner(folder, NOBODY);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), files);
    else chmodSync(join(entry.parentPath, entry.name), folders);
  chmodSync(folder, folders);
}

function setOwner(folder: string, uid: number): void {
  chownSync(folder, uid, uid);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    chownSync(join(entry.parentPath, entry.name), uid, uid);
}

/** Each command some hours before the one it follows. Nothing may rest on the clock alone. */
async function clockBack(stage: Stage): Promise<TroubleReport> {
  const folder = stage.copy(stage.folders.fresh);
  const faults: string[] = [];
  const { question, mailbox } = stage;
  const steps: [string, string[]][] = [
    ['2025-03-04T08:00:00.000Z', ['run', '--from', mailbox]],
    ['2025-02-01T08:00:00.000Z', ['decide', 'set', question.id, question.answer, '--reason', '电话核实']],
    ['2024-12-31T08:00:00.000Z', ['run', '--from', mailbox]],
    ['1999-01-01T00:00:00.000Z', ['publish']],
    ['2024-12-31T08:00:00.000Z', ['status']],
    ['2024-12-31T08:00:00.000Z', ['verify']],
  ];
  for (const [clock, args] of steps) {
    const ended = await runProgram(['-C', folder, ...args], { clock });
    if (ended.code !== 0 && ended.code !== 1) faults.push(describe(args.join(' '), ended));
  }
  const rebuilt = must(await runProgram(['-C', folder, 'rebuild', '--json']), 0, 1);
  const report = JSON.parse(rebuilt.out) as { different: string[]; changed: boolean };
  if (report.changed || report.different.length > 0) faults.push(`rebuild differs: ${rebuilt.out}`);
  const open = must(await runProgram(['-C', folder, 'decide', 'list', '--json']), 0, 1);
  if (open.out.includes(question.id)) faults.push('the decision made with the clock set back is forgotten');
  rmSync(folder, { recursive: true });
  return { tried: steps.length, faults };
}

/** The second one is told so at once; a first one that is killed leaves no lock. */
async function twoProcesses(stage: Stage): Promise<TroubleReport> {
  const folder = stage.copy(stage.folders.published);
  const faults: string[] = [];
  let refusedTimes = 0;
  let tried = 0;
  let rebuilt = false;
  const isRefused = ({ code, err }: Ended): boolean => code === 2 && /另一个名册程序/.test(err);
  // The second one may have been quicker; then the first is the one to be refused, and starts again.
  for (let attempt = 0; attempt < 5 && !rebuilt; attempt += 1) {
    const first = startProgram(['-C', folder, 'rebuild']);
    while (first.process.exitCode === null) {
      const second = await runProgram(['-C', folder, 'verify']);
      tried += 1;
      if (isRefused(second)) refusedTimes += 1;
      else if (second.code !== 0 && second.code !== 1) faults.push(describe('the second process', second));
    }
    const ended = await first.ended;
    rebuilt = !isRefused(ended);
    if (rebuilt) must(ended, 0);
  }
  if (!rebuilt) faults.push('the first process was refused again and again');
  if (refusedTimes === 0) faults.push('no second process was ever refused');
  const killed = await runProgram(['-C', folder, 'rebuild'], { killAfter: 1500 });
  const after = await runProgram(['-C', folder, 'status']);
  if (after.code !== 0 && after.code !== 1) faults.push(describe(`after a kill (${killed.killed})`, after));
  faults.push(
    ...compareSnapshots(snapshot(stage.folders.published), snapshot(folder)).filter((line) => !line.endsWith('.tmp')),
  );
  rmSync(folder, { recursive: true });
  return { tried, faults };
}
