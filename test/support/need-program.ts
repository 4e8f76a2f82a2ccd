import { spawnSync } from 'node:child_process';

/**
 * Whether a program of the system is there, for `describe.skipIf(!needProgram('soffice'))`.
 * Where MINGCE_CI=1 is set everything must be there, and a missing program fails instead of skipping.
 */
export function needProgram(name: string): boolean {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0;
  if (found) return true;
  if (process.env['MINGCE_CI'] === '1') throw new Error(`${name} is not installed; .ci/run installs it`);
  process.stderr.write(`skipped: ${name} is not installed\n`);
  return false;
}
