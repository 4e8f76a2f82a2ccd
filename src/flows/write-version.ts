import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Published } from '../registry/event.ts';
import { linkFile, syncFolder, writeCopy, writeTogether } from '../store/atomic-write.ts';
import type { Campaign } from './open-campaign.ts';
import type { Deliverable } from './plan-deliverables.ts';

type PublishedFile = Published['files'][number];

/** Deliverables are written out together up to this size, so that a large register is never in memory whole. */
const BATCH_BYTES = 16 * 1024 * 1024;

/**
 * Writes a version: each file durably under output/版本/<version>/, then its latest copy under output/. A file whose key
 * is that of the version written last is not drawn again: the version gets a link to the same file, after its bytes have
 * been compared with what was recorded. Returns the files in the order in which they were planned.
 */
export async function writeVersion(
  campaign: Campaign,
  deliverables: Iterable<Deliverable>,
  version: number,
): Promise<PublishedFile[]> {
  const kept = keptFiles(campaign);
  const now: Record<string, KeptFile> = {};
  const files: PublishedFile[] = [];
  const linked = new Set<string>();
  let batch: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  let size = 0;
  for (const { path, key, draw } of deliverables) {
    const same = kept?.files[path];
    if (kept && same && same.key === key && keepFile(campaign, path, same.sha256, kept.version, version)) {
      linked.add(dirname(pathIn(campaign, version, path)));
      now[path] = same;
      files.push({ path: latestPath(path), sha256: same.sha256 });
      continue;
    }
    const bytes = await draw();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (key !== '') now[path] = { key, sha256 };
    files.push({ path: latestPath(path), sha256 });
    batch.push({ path, bytes });
    size += bytes.length;
    if (size < BATCH_BYTES) continue;
    await writeBatch(campaign, batch, version);
    batch = [];
    size = 0;
  }
  await writeBatch(campaign, batch, version);
  for (const folder of linked) syncFolder(folder);
  keepFiles(campaign, { version, files: now });
  return files;
}

/** The version first, durably; then the latest copies. */
async function writeBatch(
  campaign: Campaign,
  batch: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  version: number,
): Promise<void> {
  await writeTogether(batch.map(({ path, bytes }) => ({ path: pathIn(campaign, version, path), bytes })));
  for (const { path, bytes } of batch) writeCopy(join(campaign.folder, latestPath(path)), bytes);
}

/** False when the file of the version before is gone or is no longer what was written. */
function keepFile(campaign: Campaign, path: string, sha256: string, from: number, to: number): boolean {
  const source = pathIn(campaign, from, path);
  const bytes = readIntact(source, sha256);
  if (!bytes) return false;
  if (from !== to && !linkFile(source, pathIn(campaign, to, path))) return false;
  const latest = join(campaign.folder, latestPath(path));
  if (!readIntact(latest, sha256)) writeCopy(latest, bytes);
  return true;
}

/** The bytes of a file, when they are those with this hash. */
export function readIntact(path: string, sha256: string): Buffer | undefined {
  const bytes = existsSync(path) ? readFileSync(path) : undefined;
  return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
}

function pathIn(campaign: Campaign, version: number, path: string): string {
  return join(campaign.folder, 'output', '版本', String(version), path);
}

function latestPath(path: string): string {
  return join('output', path).replaceAll('\\', '/');
}

interface KeptFile {
  readonly key: string;
  readonly sha256: string;
}

/** The files with a key of the version written last, by path: hints that are compared with the files themselves. */
interface KeptFiles {
  readonly version: number;
  readonly files: Readonly<Record<string, KeptFile>>;
}

const KEPT = 'derived:files';

function keptFiles(campaign: Campaign): KeptFiles | undefined {
  const kept = campaign.ledger.setting(KEPT);
  return kept === undefined ? undefined : (JSON.parse(kept) as KeptFiles);
}

function keepFiles(campaign: Campaign, kept: KeptFiles): void {
  campaign.ledger.setSetting(KEPT, JSON.stringify(kept));
}
