import { ArchiveFault } from './archive-fault.ts';
import { type Budget, growthBound, isBomb, takeFromBudget } from './bounds.ts';
import { decodeBzip2 } from './coders/decode-bzip2.ts';
import type { Opened } from './entry.ts';

/** Opens a .bz2: one file, named after it. Never throws. */
export function openBzip2(bytes: Uint8Array, budget: Budget, name: string): Opened {
  try {
    const content = decodeBzip2(bytes, growthBound(bytes.length, budget));
    if (isBomb(bytes.length, content.length) || !takeFromBudget(budget, 1, content.length))
      return { ok: false, code: 'file/archive-too-large' };
    const inner = name.replace(/\.tbz2?$/i, '.tar').replace(/\.bz2?$/i, '');
    return { ok: true, entries: [{ name: inner, bytes: content }] };
  } catch (error) {
    return { ok: false, code: error instanceof ArchiveFault ? error.code : 'file/damaged-archive' };
  }
}
