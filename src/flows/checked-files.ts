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
 * Tells of files by what was found when they were looked at. What was not intact then, and what has been touched since, is
 * looked at again when it is asked for.
 */
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
