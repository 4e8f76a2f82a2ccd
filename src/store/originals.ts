import { createHash } from 'node:crypto';
import {
  closeSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { syncFolder, syncFolderMeanwhile } from './atomic-write.ts';

/** The archive of everything received, raw, one file per sha256, never modified. */
export interface Originals {
  /**
   * Stores a batch durably: every file is synced, then the folder once. Returns the sha256 of each in order.
   * Bytes that are there already are not written again.
   */
  put(batch: readonly Uint8Array[]): string[];
  /**
   * Begins to store bytes, which are written and may be forgotten when it returns. Resolves with their sha256 once they
   * are synced and have their name; `settle` then makes the name durable.
   */
  begin(bytes: Uint8Array): Promise<string>;
  /** Syncs the folder: all that was stored so far is durable. */
  settle(): Promise<void>;
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
      writeWhole(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path(sha256));
  }

  const underWay = new Map<string, Promise<void>>();

  /** Only the wait for the disk is left to other threads: for small files a detour by them costs more than the write. */
  function writeTemporary(temporary: string, bytes: Uint8Array): number {
    const handle = openSync(temporary, 'w', 0o600);
    try {
      writeWhole(handle, bytes);
    } catch (error) {
      closeSync(handle);
      throw error;
    }
    return handle;
  }

  async function keepSynced(temporary: string, handle: number, sha256: string): Promise<void> {
    await syncing(handle).finally(() => closeSync(handle));
    renameSync(temporary, path(sha256));
    known.add(sha256);
  }

  return {
    put(batch) {
      const hashes = batch.map(hashOf);
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
    async begin(bytes) {
      const sha256 = hashOf(bytes);
      if (known.has(sha256)) return sha256;
      // The same bytes may come again while they are being synced.
      let synced = underWay.get(sha256);
      if (!synced) {
        const temporary = join(folder, `${sha256}.tmp`);
        synced = keepSynced(temporary, writeTemporary(temporary, bytes), sha256).finally(() => underWay.delete(sha256));
        underWay.set(sha256, synced);
      }
      return synced.then(() => sha256);
    },
    settle: () => syncFolderMeanwhile(folder),
    has: (sha256) => known.has(sha256),
    get: (sha256) => readOriginal(folder, sha256),
    list: () => [...known].sort(),
  };
}

/** Bytes of one original in the folder originals/ of a campaign that another thread may be filling; undefined when it is missing. */
export function readOriginal(folder: string, sha256: string): Uint8Array | undefined {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  try {
    return readFileSync(join(folder, `${sha256}.eml`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const syncing = promisify(fsync);

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}
