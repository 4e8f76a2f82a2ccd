import { hash } from 'node:crypto';

/** Hash (64 hex digits) of plain values: whatever rests on these values alone is the same where the hash is. */
export function digest(...values: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(values));
}
