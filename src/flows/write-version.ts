import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Published } from '../registry/event.ts';
import { linkFile, syncFolder, writeCopy } from '../store/atomic-write.ts';
import type { CheckedFiles } from './checked-files.ts';
import { type KeptFile, type KeptFiles, keptFileOf, latestPath, pathInVersion, saveKeptFiles } from './kept-files.ts';
import type { Campaign } from './open-campaign.ts';
import type { Deliverable } from './plan-deliverables.ts';
import { openVersionBatches } from './version-batches.ts';

type PublishedFile = Published['files'][number];

/**
 * Writes a version: each file durably under output/版本/<version>/, then its latest copy under output/. A file whose key
 * is that of the version written last (`kept`) is not drawn again: the version gets a link to the same file, after its bytes have
 * been compared with what was recorded. `whileWritten` is called when all is drawn and the disk still at work. Returns the
 * files in the order in which they were planned.
 */
export async function writeVersion(
  campaign: Campaign,
  deliverables: Iterable<Deliverable>,
  version: number,
  kept: KeptFiles,
  checked: CheckedFiles,
  whileWritten: () => void,
): Promise<PublishedFile[]> {
  const now: Record<string, KeptFile> = {};
  const files: PublishedFile[] = [];
  const linked = new Set<string>();
  const batches = openVersionBatches(campaign, version);
  try {
    for (const { path, key, draw } of deliverables) {
      const same = key === '' ? undefined : kept.files[path];
      const target = pathInVersion(campaign, version, path);
      if (same?.key === key && keepFile(campaign, path, same.sha256, kept.version, target, checked)) {
        linked.add(dirname(target));
        now[path] = same;
        files.push({ path: latestPath(path), sha256: same.sha256 });
        continue;
      }
      const drawn = await draw();
      const sha256 = hashOf(drawn.chunks);
      now[path] = keptFileOf(key, sha256, drawn);
      files.push({ path: latestPath(path), sha256 });
      await batches.add(path, drawn.chunks);
      // What is on its way to the disk goes on when this thread comes back to it.
      await setImmediate();
    }
    const finished = batches.finish();
    whileWritten();
    await finished;
  } finally {
    // Nothing is written any more when the folder is let go.
    await batches.rest();
  }
  for (const folder of linked) syncFolder(folder);
  saveKeptFiles(campaign, { version, files: now });
  return files;
}

function hashOf(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

/** False when the file of the version before is gone or is no longer what was written. */
function keepFile(
  campaign: Campaign,
  path: string,
  sha256: string,
  from: number,
  target: string,
  checked: CheckedFiles,
): boolean {
  const source = pathInVersion(campaign, from, path);
  if (!checked.isIntact(source, sha256)) return false;
  if (source !== target && !linkFile(source, target)) return false;
  const latest = join(campaign.folder, latestPath(path));
  if (!checked.isIntact(latest, sha256)) writeCopy(latest, readFileSync(target));
  return true;
}
