import {
  closeSync,
  fsync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
  writev,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { writeChunks } from './write-chunks.ts';

/**
 * Writes a file so that after a crash it is either the old one or the new one, whole: temporary file,
 * fsync, rename, fsync of the folder. Mode 0600: registers hold phones and mailboxes.
 */
export function writeAtomically(path: string, bytes: Uint8Array | string): void {
  replaceFile(path, bytes, true);
}

/**
 * The same without waiting for the disk, for copies of what is durable elsewhere: a process that dies leaves the old
 * file or the new one; after a power cut the copy may have to be made again.
 */
export function writeCopy(path: string, bytes: Uint8Array | string): void {
  replaceFile(path, bytes, false);
}

/** A file to be written, in one or chunk after chunk. */
export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array | string | readonly Uint8Array[];
}

/**
 * Writes many files as writeAtomically does one, waiting for the disk together: each file is synced, several at a time,
 * and each folder once.
 */
export async function writeTogether(files: readonly FileToWrite[]): Promise<void> {
  await writeAll(files, true);
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolderMeanwhile(folder);
}

/** Writes many files as writeCopy does one, while other work goes on. */
export async function writeCopies(files: readonly FileToWrite[]): Promise<void> {
  await writeAll(files, false);
}

async function writeAll(files: readonly FileToWrite[], durable: boolean): Promise<void> {
  const queue = files.values();
  const worker = async (): Promise<void> => {
    for (const { path, bytes } of queue) await writeOne(path, bytes, durable);
  };
  for (const folder of new Set(files.map(({ path }) => dirname(path))))
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  // All have come to rest before a failure is told: nothing is written any more when the folder is let go.
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** Files being synced at the same time: disks take several together almost as fast as one. */
const AT_ONCE = 8;

/** Only what takes time is left to other threads: after each such step this one, busy with the next file, must come back to it. */
async function writeOne(path: string, bytes: FileToWrite['bytes'], durable: boolean): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.tmp`);
  rmSync(temporary, { force: true });
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    const whole = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    await writeChunks(
      async (chunks) => (await writing(handle, chunks)).bytesWritten,
      whole instanceof Uint8Array ? [whole] : whole,
    );
    if (durable) await syncing(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path);
}

const writing = promisify(writev);
const syncing = promisify(fsync);

/**
 * Makes `target` another name of the file `source`, which is never changed in place; what stood there is replaced.
 * False where the disk has no such links, or `source` is gone.
 */
export function linkFile(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch {
    // Most often nothing is in the way, and the folder is there.
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    rmSync(target, { force: true });
  }
  try {
    linkSync(source, target);
    return true;
  } catch {
    return false;
  }
}

function replaceFile(path: string, bytes: Uint8Array | string, durable: boolean): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${basename(path)}.tmp`);
  rmSync(temporary, { force: true });
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    const data = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
    for (let done = 0; done < data.length; ) done += writeSync(handle, data, done);
    if (durable) fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path);
  if (durable) syncFolder(folder);
}

/** The same as syncFolder, while other work goes on. */
export async function syncFolderMeanwhile(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  await syncing(handle).finally(() => closeSync(handle));
}

/** Makes renames in a folder durable. Windows refuses to sync folders and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
