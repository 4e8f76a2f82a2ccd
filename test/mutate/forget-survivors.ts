import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';

interface Report {
  readonly files: Readonly<Record<string, { mutants: readonly { readonly status: string }[] }>>;
}

/**
 * Takes out of the results of the last run what no test noticed in the files of these globs, so that it is tried again:
 * Stryker does not look at new tests for a mutant that acts while modules are loaded.
 */
export function forgetSurvivors(incrementalFile: string, globs: readonly string[]): void {
  if (!existsSync(incrementalFile)) return;
  const report = JSON.parse(readFileSync(incrementalFile, 'utf8')) as Report;
  for (const [name, file] of Object.entries(report.files)) {
    if (!globs.some((glob) => matchesGlob(name, glob))) continue;
    file.mutants = file.mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  }
  writeFileSync(incrementalFile, JSON.stringify(report));
}
