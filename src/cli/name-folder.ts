import type { NextStep } from '../registry/next-steps.ts';

/** The same with commands that run where the person is: `mingce -C 门诊报送 decide list`. */
export function nameFolder<T extends { readonly next: readonly NextStep[] }>(status: T, folder: string): T {
  if (folder === '.') return status;
  const next = status.next.map((step) => ({
    ...step,
    command: step.command.replace(/^mingce /, `mingce -C ${quoteFolder(folder)} `),
  }));
  return { ...status, next };
}

/** A folder as it is typed in a command line: in quotes where its name needs them. */
export function quoteFolder(folder: string): string {
  return /^[\p{L}\p{N}_./\\:~-]+$/u.test(folder) ? folder : `"${folder}"`;
}
