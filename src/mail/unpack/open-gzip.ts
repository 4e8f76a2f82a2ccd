import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Budget, growthBound, isBomb, takeFromBudget } from './bounds.ts';
import type { Opened } from './entry.ts';

const inflate = promisify(gunzip);

/** Opens a gzip: one file, named in its header (RFC 1952) or after the gzip. Never throws. */
export async function openGzip(bytes: Uint8Array, budget: Budget, name: string): Promise<Opened> {
  try {
    const content = await inflate(bytes, { maxOutputLength: Math.max(1, growthBound(bytes.length, budget)) });
    if (isBomb(bytes.length, content.length) || !takeFromBudget(budget, 1, content.length))
      return { ok: false, code: 'file/archive-too-large' };
    const inner = name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '');
    return { ok: true, entries: [{ name: inner, bytes: content }] };
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    return { ok: false, code: tooLarge ? 'file/archive-too-large' : 'file/damaged-archive' };
  }
}
