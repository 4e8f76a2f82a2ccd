import { Worker } from 'node:worker_threads';
import { type FileFound, type FileToCheck, isIntact, readIntact, stampOf } from './check-files.ts';

/** Tells of files that were written once whether they still are, byte for byte, what was written. */
export interface CheckedFiles {
  /** The bytes of a file, when they are those with this hash. */
  read(path: string, sha256: string): Uint8Array | undefined;
  /** Whether its bytes are those with this hash. */
  isIntact(path: string, sha256: string): boolean;
}

/** Looks at each file when it is asked for. */
export const CHECKED_WHEN_ASKED: CheckedFiles = {
  read: readIntact,
  isIntact,
};

/**
 * Has another thread look at the files; resolves when it has. What it has not found intact, and what has been touched since,
 * is looked at again when it is asked for.
 */
export async function checkMeanwhile(files: readonly FileToCheck[]): Promise<CheckedFiles> {
  // Threads run the built program; the sources under test look when they are asked.
  if (files.length === 0 || import.meta.url.endsWith('.ts')) return CHECKED_WHEN_ASKED;
  const worker = new Worker(new URL('./check-worker.js', import.meta.url), { workerData: files });
  const found = await new Promise<readonly FileFound[]>((resolve) => {
    worker
      .once('message', resolve)
      .once('error', () => resolve([]))
      .once('exit', () => resolve([]));
  });
  return checkedFiles(files, found);
}

/** The same of what was found by then. */
export function checkedFiles(files: readonly FileToCheck[], found: readonly FileFound[]): CheckedFiles {
  const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const known = new Map(found.map((file) => [file.path, file]));
  const untouched = (path: string, sha256: string): FileFound | undefined => {
    const file = known.get(path);
    return file && hashes.get(path) === sha256 && stampOf(path) === file.stamp ? file : undefined;
  };
  return {
    read(path, sha256) {
      const bytes = untouched(path, sha256)?.bytes;
      // A large file is let go by whoever asked for it.
      known.delete(path);
      return bytes ?? CHECKED_WHEN_ASKED.read(path, sha256);
    },
    isIntact: (path, sha256) => untouched(path, sha256) !== undefined || CHECKED_WHEN_ASKED.isIntact(path, sha256),
  };
}
