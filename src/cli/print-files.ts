import type { Io } from './io.ts';

/** A folder with more files than this is told by its count. */
const MOST = 6;

/** Lists files a folder at a time, big folders in one line. */
export function printFiles(files: readonly string[], io: Io): void {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  for (const [folder, inside] of folders) {
    if (inside.length > MOST) io.out(`  ${folder}（${inside.length} 个文件）`);
    else for (const file of inside) io.out(`  ${file}`);
  }
}
