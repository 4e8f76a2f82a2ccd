import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './atomic-write.ts';

/** The archive of everything received, raw, one file per sha256, never modified. */
export interface Originals {
  /**
   * Stores a batch durably: every file is synced, then the folder once. Returns the sha256 of each in order.
   * Bytes that are there already are not written again.
   */
  put(batch: readonly Uint8Array[]): string[];
  /** The same with several files at once, for a harvest in which more is arriving meanwhile. */
  putTogether(batch: readonly Uint8Array[]): Promise<string[]>;
  has(sha256: string): boolean;
  /** Bytes of one original; undefined when it is missing. */
  get(sha256: string): Uint8Array | undefined;
  /** All sha256 in ascending order. */
  list(): string[];
}

/** Opens (and makes) the folder originals/ of a campaign; removes leavings of an interrupted write. */
export function openOriginals(folder: string): Originals {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (name.endsWith('.tmp')) rmSync(join(folder, name), { force: true });
  const known = new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => name.slice(0, -4)),
  );

  function path(sha256: string): string {
    return join(folder, `${sha256}.eml`);
  }

  function writeSynced(sha256: string, bytes: Uint8Array): void {
    const temporary = join(folder, `${sha256}.tmp`);
    const handle = openSync(temporary, 'w', 0o600);
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path(sha256));
  }

  async function writeTogether(sha256: string, bytes: Uint8Array): Promise<void> {
    const temporary = join(folder, `${sha256}.tmp`);
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path(sha256));
  }

  return {
    put(batch) {
      const hashes = batch.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
      const before = known.size;
      for (const [index, bytes] of batch.entries()) {
        const sha256 = hashes[index] ?? '';
        if (known.has(sha256)) continue;
        writeSynced(sha256, bytes);
        known.add(sha256);
      }
      if (known.size > before) syncFolder(folder);
      return hashes;
    },
    async putTogether(batch) {
      const hashes = batch.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
      const fresh = new Map<string, Uint8Array>();
      for (const [index, bytes] of batch.entries()) {
        const sha256 = hashes[index] ?? '';
        if (!known.has(sha256)) fresh.set(sha256, bytes);
      }
      // All writes come to rest before a failure is told.
      const written = await Promise.allSettled([...fresh].map(([sha256, bytes]) => writeTogether(sha256, bytes)));
      const failed = written.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      if (fresh.size > 0) syncFolder(folder);
      for (const sha256 of fresh.keys()) known.add(sha256);
      return hashes;
    },
    has: (sha256) => known.has(sha256),
    get: (sha256) =>
      /^[0-9a-f]{64}$/.test(sha256) && existsSync(path(sha256)) ? readFileSync(path(sha256)) : undefined,
    list: () => [...known].sort(),
  };
}
