import { join } from 'node:path';
import type { Published } from '../registry/event.ts';
import { writeCopy } from '../store/atomic-write.ts';
import { isIntact, readIntact } from './check-files.ts';
import { pathInVersion } from './kept-files.ts';
import type { Campaign } from './open-campaign.ts';

/**
 * Puts the latest copies under output/ back that are gone or were touched, from output/版本/<n>/. False, with nothing
 * written, when the version itself is not whole any more: then it cannot be given out again.
 */
export function restoreLatest(campaign: Campaign, { version, files }: Published): boolean {
  const missing: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  for (const { path, sha256 } of files) {
    if (isIntact(join(campaign.folder, path), sha256)) continue;
    const kept = pathInVersion(campaign, version, path.replace(/^output\//, ''));
    const bytes = readIntact(kept, sha256);
    if (!bytes) return false;
    missing.push({ path: join(campaign.folder, path), bytes });
  }
  for (const { path, bytes } of missing) writeCopy(path, bytes);
  return true;
}
