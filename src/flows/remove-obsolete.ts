import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Published } from '../registry/event.ts';
import type { Campaign } from './open-campaign.ts';

/**
 * Takes latest copies away that the new version no longer has, such as the workbook of a unit that was renamed, and the
 * encrypted copies of the version before: who finds one beside the others takes it for current. What somebody has written
 * into stays, and so does all that lies under output/版本.
 */
export function removeObsolete(campaign: Campaign, before: Published | undefined, now: Published['files']): void {
  rmSync(join(campaign.folder, 'output', '加密'), { recursive: true, force: true });
  const current = new Set(now.map(({ path }) => path));
  for (const { path, sha256 } of before?.files ?? []) {
    if (current.has(path)) continue;
    const target = join(campaign.folder, path);
    if (existsSync(target) && createHash('sha256').update(readFileSync(target)).digest('hex') === sha256)
      rmSync(target, { force: true });
  }
}
