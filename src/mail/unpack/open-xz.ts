import { type Budget, growthBound, isBomb, takeFromBudget } from './bounds.ts';
import { unxz } from './coders/unxz.ts';
import type { Opened } from './entry.ts';

/** Opens an .xz: one file, named after it. Never throws. */
export async function openXz(bytes: Uint8Array, budget: Budget, name: string): Promise<Opened> {
  const { bytes: content, fault } = await unxz(bytes, growthBound(bytes.length, budget));
  if (fault !== undefined) return { ok: false, code: fault };
  if (isBomb(bytes.length, content.length) || !takeFromBudget(budget, 1, content.length))
    return { ok: false, code: 'file/archive-too-large' };
  return { ok: true, entries: [{ name: name.replace(/\.txz$/i, '.tar').replace(/\.xz$/i, ''), bytes: content }] };
}
