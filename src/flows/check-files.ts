import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** A file that was written once, with the hash of what was written. */
export interface FileToCheck {
  readonly path: string;
  readonly sha256: string;
  /** Whether its bytes are needed, or only the word that they are the same. */
  readonly bytesWanted: boolean;
}

/** A file that is, byte for byte, what was written. */
export interface FileFound {
  readonly path: string;
  /** Changes with every change to the file. */
  readonly stamp: string;
  readonly bytes?: Uint8Array;
}

/** Those of the files that are, byte for byte, what was written. */
export function checkFiles(files: readonly FileToCheck[]): FileFound[] {
  return files.flatMap(({ path, sha256, bytesWanted }): FileFound[] => {
    // From before its bytes are read: what changes afterwards has another one.
    const stamp = stampOf(path);
    if (stamp === undefined) return [];
    if (!bytesWanted) return isIntact(path, sha256) ? [{ path, stamp }] : [];
    const bytes = readIntact(path, sha256);
    return bytes ? [{ path, stamp, bytes }] : [];
  });
}

/** What is read at a time where bytes are not wanted: fresh memory for every file would be a hundred megabytes, touched once. */
const ROOM = Buffer.allocUnsafeSlow(256 * 1024);

/** Whether the bytes of a file are those with this hash. */
export function isIntact(path: string, sha256: string): boolean {
  return existsSync(path) && hashFile(path) === sha256;
}

function hashFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    for (let length = readSync(file, ROOM); length > 0; length = readSync(file, ROOM))
      hash.update(ROOM.subarray(0, length));
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}

/** The bytes of a file, when they are those with this hash; in memory that threads share. */
export function readIntact(path: string, sha256: string): Uint8Array | undefined {
  if (!existsSync(path)) return undefined;
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    let end = 0;
    for (let length = -1; length !== 0 && end < bytes.length; end += length)
      length = readSync(file, bytes, end, bytes.length - end, null);
    return end === bytes.length && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
  } finally {
    closeSync(file);
  }
}

/** Which file stands there, its size and when it was changed last, to the nanosecond; undefined where there is none. */
export function stampOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
}
