import { createHash } from 'node:crypto';

/** Hash (64 hex digits) of plain values: whatever rests on these values alone is the same where the hash is. */
export function digest(...values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
