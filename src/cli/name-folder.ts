import type { NextStep } from '../registry/next-steps.ts';

/** The same with commands that run where the person is: `mingce -C 门诊报送 decide list`. */
export function nameFolder<T extends { readonly next: readonly NextStep[] }>(status: T, folder: string): T {
  if (folder === '.') return status;
  const written = /^[\p{L}\p{N}_./\\:~-]+$/u.test(folder) ? folder : `"${folder}"`;
  const next = status.next.map((step) => ({
    ...step,
    command: step.command.replace(/^mingce /, `mingce -C ${written} `),
  }));
  return { ...status, next };
}
