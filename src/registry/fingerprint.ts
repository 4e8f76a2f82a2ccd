import { digest } from './digest.ts';

/** Short hash (16 hex digits) of plain values: the same values give the same hash on every machine. */
export function fingerprint(...values: readonly unknown[]): string {
  return digest(...values).slice(0, 16);
}
