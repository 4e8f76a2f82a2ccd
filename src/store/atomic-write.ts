import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

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
