import { createHash } from 'node:crypto';

/** Hash before the first event of a ledger. */
export const CHAIN_START = '0'.repeat(64);

/** Hash of an event: binds its time, type and body to everything recorded before it. */
export function chainHash(previous: string, at: string, type: string, body: string): string {
  return createHash('sha256').update(`${previous}\n${at}\n${type}\n${body}`).digest('hex');
}
