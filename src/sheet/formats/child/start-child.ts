import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CHILD_BOUNDS } from '../bounds.ts';

/**
 * Starts the helper process. It sees no environment but the search path, no terminal, and does not keep this process alive.
 * From sources (.ts) it runs through tsx, from dist (.js) as it is.
 */
export function startChild(): ChildProcess {
  const source = import.meta.url.endsWith('.ts');
  const script = fileURLToPath(new URL(source ? './decode-child.ts' : './decode-child.js', import.meta.url));
  const loader = source ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
  const child = fork(script, [], {
    execArgv: [...loader, `--max-old-space-size=${CHILD_BOUNDS.heapMiB}`, '--max-semi-space-size=8', '--no-warnings'],
    env: { PATH: process.env['PATH'], TZ: process.env['TZ'], TMPDIR: process.env['TMPDIR'] },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  // A late error of an ended process has nobody to tell any more.
  child.on('error', () => undefined);
  child.unref();
  child.channel?.unref();
  return child;
}
