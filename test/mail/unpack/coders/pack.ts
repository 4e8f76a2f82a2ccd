import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { ArchiveFault } from '../../../../src/mail/unpack/archive-fault.ts';

/** More than any test lets come out. */
export const LIMIT = 64 << 20;

/** Many rows of text that repeat themselves only partly. */
export const ROWS = Buffer.from(
  Array.from({ length: 20_000 }, (_, row) => `${row},成都市,测试医院${row % 37}\n`).join(''),
);

/** What a program of the system packs. */
export function pack(program: string, data: Buffer, ...options: string[]): Buffer {
  const result = spawnSync(program, ['-c', ...options], { input: data, maxBuffer: LIMIT });
  if (result.status !== 0) throw new Error(String(result.stderr));
  return result.stdout;
}

/** What comes out, or the code of the fault; anything else is thrown on. */
export function outcome(work: () => Uint8Array): Buffer | string {
  try {
    return Buffer.from(work());
  } catch (error) {
    if (error instanceof ArchiveFault) return error.code;
    throw error;
  }
}

/** Places and what is put there. */
export const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 });

/** A copy with other bytes at some places behind `from`. */
export function spoil(good: Buffer, spots: readonly (readonly [number, number])[], from: number): Buffer {
  const bad = Buffer.from(good);
  for (const [at, value] of spots) bad[from + (at % (bad.length - from))] = value;
  return bad;
}
