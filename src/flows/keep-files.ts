import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { linkFile, syncFolder, writeCopy } from '../store/atomic-write.ts';
import type { CheckedFiles } from './checked-files.ts';

/** A file that a version takes over from the one before. */
export interface FileToKeep {
  /** Where it stands in the version before, in this one, and as the latest copy. */
  readonly source: string;
  readonly target: string;
  readonly latest: string;
  readonly sha256: string;
}

/** Takes files over, durably; tells of each whether it could. */
export function keepFiles(files: readonly FileToKeep[], checked: CheckedFiles): boolean[] {
  const kept = files.map((file) => keepFile(file, checked));
  for (const folder of new Set(files.flatMap(({ target }, at) => (kept[at] ? [dirname(target)] : []))))
    syncFolder(folder);
  return kept;
}

/**
 * Gives a version a link to the same file, and the latest copy its bytes where it lost them. False when the file of the
 * version before is gone or is no longer what was written.
 */
function keepFile({ source, target, latest, sha256 }: FileToKeep, checked: CheckedFiles): boolean {
  if (!checked.isIntact(source, sha256)) return false;
  if (source !== target && !linkFile(source, target)) return false;
  if (!checked.isIntact(latest, sha256)) writeCopy(latest, readFileSync(target));
  return true;
}
