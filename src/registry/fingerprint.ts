import { createHash } from 'node:crypto';

/** Short hash (16 hex digits) of plain values: the same values give the same hash on every machine. */
export function fingerprint(...values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
}
