import { join } from 'node:path';
import { writeCopies, writeTogether } from '../store/atomic-write.ts';
import { latestPath, pathInVersion } from './kept-files.ts';
import type { Campaign } from './open-campaign.ts';

/** Deliverables are written out together up to this size, so that a large register is never in memory whole. */
const BATCH_BYTES = 16 * 1024 * 1024;
/** So many batches are on their way to the disk at the same time: what is not written yet is in memory. */
const MOST_WRITING = 6;

/** Files with their bytes, chunk after chunk. */
type Batch = readonly { readonly path: string; readonly chunks: readonly Uint8Array[] }[];

/** Files of a version on their way to the disk, some at a time while the next are drawn. */
export interface VersionBatches {
  /** Takes a file; `path` is relative to output/. */
  add(path: string, chunks: readonly Uint8Array[]): Promise<void>;
  /** Resolves when all are written. */
  finish(): Promise<void>;
  /** Resolves when nothing is being written any more, whatever became of it. */
  rest(): Promise<void>;
}

/** Writes files of a version: each durably under output/版本/<version>/, then its latest copy under output/. */
export function openVersionBatches(campaign: Campaign, version: number): VersionBatches {
  let batch: Batch[number][] = [];
  let size = 0;
  const writing: Promise<void>[] = [];

  async function flush(): Promise<void> {
    const written = writeBatch(campaign, batch, version);
    // What goes wrong is told where it is waited for.
    written.catch(() => {});
    writing.push(written);
    batch = [];
    size = 0;
    if (writing.length >= MOST_WRITING) await writing.shift();
  }

  return {
    async add(path, chunks) {
      batch.push({ path, chunks });
      size += chunks.reduce((sum, chunk) => sum + chunk.length, 0);
      if (size >= BATCH_BYTES) await flush();
    },
    async finish() {
      await flush();
      await Promise.all(writing);
    },
    async rest() {
      await Promise.allSettled(writing);
    },
  };
}

async function writeBatch(campaign: Campaign, batch: Batch, version: number): Promise<void> {
  await writeTogether(
    batch.map(({ path, chunks }) => ({ path: pathInVersion(campaign, version, path), bytes: chunks })),
  );
  await writeCopies(
    batch.map(({ path, chunks }) => ({ path: join(campaign.folder, latestPath(path)), bytes: chunks })),
  );
}
