import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Published } from '../registry/event.ts';
import type { FileThread } from './file-thread.ts';
import type { FileToKeep } from './keep-files.ts';
import { type KeptFile, type KeptFiles, keptFileOf, latestPath, pathInVersion, saveKeptFiles } from './kept-files.ts';
import type { Campaign } from './open-campaign.ts';
import type { Deliverable } from './plan-deliverables.ts';
import { openVersionBatches } from './version-batches.ts';

/** So many files are taken over at a time: the other thread begins while more are found. */
const KEPT_TOGETHER = 512;

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
  thread: FileThread,
  whileWritten: () => void,
): Promise<Published['files']> {
  /** In the order in which they are planned. */
  const written = new Map<string, Promise<KeptFile>>();
  const batches = openVersionBatches(campaign, version);
  let same: Deliverable[] = [];
  const keeping: Promise<readonly Deliverable[]>[] = [];
  // What fails is thrown where it is waited for.
  const keep = (): void => {
    if (same.length === 0) return;
    const taken = takeOver(campaign, same, version, kept, thread);
    taken.catch(() => undefined);
    keeping.push(taken);
    same = [];
  };
  const draw = async ({ path, key, draw: drawFile }: Deliverable): Promise<void> => {
    const drawn = await drawFile();
    const hashed = thread.hash(drawn.chunks).then((sha256) => keptFileOf(key, sha256, drawn));
    written.set(path, hashed);
    hashed.catch(() => undefined);
    await batches.add(path, drawn.chunks);
    // What is on its way to the disk goes on when this thread comes back to it.
    await setImmediate();
  };
  try {
    for (const deliverable of deliverables) {
      const { path, key } = deliverable;
      const before = key === '' ? undefined : kept.files[path];
      if (before?.key === key) {
        written.set(path, Promise.resolve(before));
        same.push(deliverable);
        if (same.length >= KEPT_TOGETHER) keep();
        continue;
      }
      keep();
      await draw(deliverable);
    }
    keep();
    batches.finish().catch(() => undefined);
    whileWritten();
    const gone = (await Promise.all(keeping)).flat();
    for (const deliverable of gone) await draw(deliverable);
    await batches.finish();
  } finally {
    // Nothing is written any more when the folder is let go.
    await Promise.allSettled(keeping);
    await batches.rest();
  }
  const files = await Promise.all([...written].map(async ([path, file]) => [path, await file] as const));
  saveKeptFiles(campaign, { version, files: Object.fromEntries(files) });
  return files.map(([path, { sha256 }]) => ({ path: latestPath(path), sha256 }));
}

/** Takes files over from the version before; resolves with those that are not there any more, or not what was written. */
async function takeOver(
  campaign: Campaign,
  same: readonly Deliverable[],
  version: number,
  kept: KeptFiles,
  thread: FileThread,
): Promise<readonly Deliverable[]> {
  const wanted = same.map(
    ({ path }): FileToKeep => ({
      source: pathInVersion(campaign, kept.version, path),
      target: pathInVersion(campaign, version, path),
      latest: join(campaign.folder, latestPath(path)),
      sha256: kept.files[path]?.sha256 ?? '',
    }),
  );
  const isKept = await thread.keep(wanted);
  return same.filter((_, at) => isKept[at] !== true);
}
