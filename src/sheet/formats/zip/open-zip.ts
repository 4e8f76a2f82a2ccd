import { crc32, inflateRawSync } from 'node:zlib';
import type { Refusal } from '../../grid.ts';
import { readDirectory } from './read-directory.ts';
import { ZIP_BOUNDS, type ZipArchive, type ZipBounds, type ZipContent, type ZipEntry } from './zip-archive.ts';
import { corruptFile, unsafeFile } from './zip-refusals.ts';

export type OpenedZip =
  | { readonly ok: true; readonly zip: ZipArchive }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Opens a zip package behind a guard: bounds, names, overlaps and duplicates are judged from the central directory,
 * sizes and checksums when a part is read. Never throws for bad input, never inflates more than was declared.
 */
export function openZip(bytes: Uint8Array, bounds: ZipBounds = ZIP_BOUNDS): OpenedZip {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readDirectory(archive, bounds);
  if (!directory.ok) return directory;
  const byKey = new Map<string, ZipEntry>();
  for (const entry of directory.entries) {
    const key = keyOf(entry.name);
    if (byKey.has(key)) return { ok: false, refusal: unsafeFile('内部文件名重复') };
    byKey.set(key, entry);
  }
  const zip: ZipArchive = {
    entries: directory.entries,
    find: (name) => byKey.get(keyOf(name)),
    read: (entry) => inflateEntry(archive, entry),
  };
  return { ok: true, zip };
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();
}

function inflateEntry(archive: Buffer, entry: ZipEntry): ZipContent {
  const packed = archive.subarray(entry.start, entry.start + entry.compressedSize);
  const bytes = entry.method === 0 ? packed : inflate(packed, entry.size);
  if (bytes === undefined || bytes.length !== entry.size) {
    return { ok: false, refusal: corruptFile('内部文件无法解压') };
  }
  if (crc32(bytes) !== entry.crc) return { ok: false, refusal: corruptFile('内部文件校验和不符') };
  return { ok: true, bytes };
}

/** One chunk of the declared size plus one byte: a longer stream fails instead of growing. */
function inflate(packed: Buffer, size: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size), chunkSize: Math.max(64, size + 1) });
  } catch {
    return undefined;
  }
}
