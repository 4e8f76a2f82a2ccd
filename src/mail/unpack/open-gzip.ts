import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Budget, isBomb, takeFromBudget } from './bounds.ts';
import type { Opened } from './entry.ts';

const inflate = promisify(gunzip);

/** Opens a gzip: one file, named in its header (RFC 1952) or after the gzip. Never throws. */
export async function openGzip(bytes: Uint8Array, budget: Budget, name: string): Promise<Opened> {
  const limit = Math.min(budget.bytes, Math.max(4 * 1024 * 1024, bytes.length * 200));
  try {
    const content = await inflate(bytes, { maxOutputLength: Math.max(1, limit) });
    if (isBomb(bytes.length, content.length) || !takeFromBudget(budget, 1, content.length))
      return { ok: false, code: 'file/archive-too-large' };
    const inner = name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '');
    return { ok: true, entries: [{ name: inner, bytes: content }] };
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    return { ok: false, code: tooLarge ? 'file/archive-too-large' : 'file/damaged-archive' };
  }
}
