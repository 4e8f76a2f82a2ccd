import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { IS_ENCRYPTED } from './compare-encrypted.ts';

/** Databases are compared by what they say, not by their pages; the lock says nothing. */
const LEFT_OUT = /^(ledger\.db(-wal|-shm)?|\.lock(-journal)?)$/;

/** sha256 of every file of a campaign folder by its path; leftovers of an interrupted write show as well. */
export function snapshot(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !LEFT_OUT.test(relative(folder, path)))
      .map((path): [string, string] => [relative(folder, path), hashOf(path)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function hashOf(path: string): string {
  if (IS_ENCRYPTED.test(path)) return 'salted anew each time';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** What differs between the folder that was disturbed and the one that was not; one line each. */
export function compareSnapshots(wanted: ReadonlyMap<string, string>, seen: ReadonlyMap<string, string>): string[] {
  const lines: string[] = [];
  for (const [path, hash] of wanted) {
    if (!seen.has(path)) lines.push(`missing: ${path}`);
    else if (seen.get(path) !== hash) lines.push(`different: ${path}`);
  }
  for (const path of seen.keys()) if (!wanted.has(path)) lines.push(`left over: ${path}`);
  return lines;
}
