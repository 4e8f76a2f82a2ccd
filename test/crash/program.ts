import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** How a program is run. */
export interface ProgramOptions {
  /** ISO instant at which its clock stands still. */
  readonly clock?: string;
  /** Milliseconds after which it is killed with SIGKILL. */
  readonly killAfter?: number;
  /** User to run as (root only). */
  readonly uid?: number;
  /** Environment variables beside the usual ones. */
  readonly environment?: Readonly<Record<string, string>>;
  /** No file may grow beyond this many KiB. */
  readonly fileKiB?: number;
}

/** What became of it. */
export interface Ended {
  readonly code: number | null;
  readonly killed: boolean;
  readonly out: string;
  readonly err: string;
  readonly milliseconds: number;
}

/** True when dist/ is there; `npm test`, `npm run crash` and `npm run fuzz` build it first. */
export function isBuilt(): boolean {
  if (existsSync(MAIN)) return true;
  if (process.env['MINGCE_CI'] === '1') throw new Error('dist/ is missing: node .ci/setup.mjs builds it');
  process.stderr.write('skipped: dist/ is not built\n');
  return false;
}

/** The clock of these runs when none is given: after the deadline of the sample province. */
export const CLOCK = '2025-03-05T02:00:00.000Z';

/**
 * Runs the built program in a process of its own. Its clock stands still, so that two runs can be compared
 * byte for byte; the program itself knows nothing of it.
 */
export function runProgram(args: readonly string[], options: ProgramOptions = {}): Promise<Ended> {
  return startProgram(args, options).ended;
}

/** The same, with the process at hand. */
export function startProgram(
  args: readonly string[],
  options: ProgramOptions = {},
): { readonly process: ChildProcess; readonly ended: Promise<Ended> } {
  const command = [process.execPath, '--import', clockModule(options.clock ?? CLOCK), MAIN, ...args];
  const limited =
    options.fileKiB === undefined
      ? command
      : ['sh', '-c', `trap '' XFSZ; ulimit -f ${options.fileKiB * 2}; exec "$@"`, 'sh', ...command];
  const [file = '', ...rest] = limited;
  const began = performance.now();
  const child = spawn(file, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], NO_COLOR: '1', USER: 'crash', LANG: 'C.UTF-8', ...options.environment },
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  const ended = new Promise<Ended>((resolve) => {
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => {
      out += String(text);
    });
    child.stderr.on('data', (text) => {
      err += String(text);
    });
    const timer =
      options.killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), options.killAfter);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, killed: signal === 'SIGKILL', out, err, milliseconds: performance.now() - began });
    });
  });
  return { process: child, ended };
}

function clockModule(at: string): string {
  const now = Date.parse(at);
  const code = `const Real = Date; globalThis.Date = class extends Real {
    constructor(...parts) { if (parts.length === 0) super(${now}); else super(...parts); }
    static now() { return ${now}; }
  };`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
