import type { Refusal } from '../../grid.ts';
import { decodeZipName } from './decode-zip-name.ts';
import type { ZipBounds, ZipEntry } from './zip-archive.ts';
import { bombFile, corruptFile, unsafeFile } from './zip-refusals.ts';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const NEEDS_ZIP64 = 0xffffffff;

interface DirectoryPlace {
  readonly start: number;
  readonly count: number;
  /** Bytes put before the archive, e.g. by a mail gateway. */
  readonly shift: number;
}

export type Directory =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Reads the central directory and checks every declaration against the bounds; inflates nothing. */
export function readDirectory(archive: Buffer, bounds: ZipBounds): Directory {
  const place = findDirectory(archive);
  if (place === undefined) return refuse(corruptFile('压缩包目录缺失，文件可能没有传完整'));
  if (place.count === MAX_COMMENT) return refuse(unsafeFile('使用了超大压缩包格式（zip64）'));
  if (place.count > bounds.maxEntries) return refuse(bombFile(`内含 ${place.count} 个文件`));
  const entries: ZipEntry[] = [];
  let total = 0;
  let at = place.start;
  for (let index = 0; index < place.count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY_SIGNATURE) {
      return refuse(corruptFile('压缩包目录不完整'));
    }
    const nameLength = archive.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    if (next > archive.length) return refuse(corruptFile('压缩包目录不完整'));
    const read = readEntry(archive, at, nameLength, place.shift);
    if ('code' in read) return refuse(read);
    total += read.size;
    const excess = excessOf(read, total, bounds);
    if (excess !== undefined) return refuse(excess);
    if (!/[\\/]$/u.test(read.name)) entries.push(read);
    at = next;
  }
  const overlap = overlapOf(entries, place.start);
  return overlap === undefined ? { ok: true, entries } : refuse(overlap);
}

function refuse(refusal: Refusal): Directory {
  return { ok: false, refusal };
}

function findDirectory(archive: Buffer): DirectoryPlace | undefined {
  const stop = Math.max(0, archive.length - END_LENGTH - MAX_COMMENT);
  for (let end = archive.length - END_LENGTH; end >= stop; end -= 1) {
    if (archive.readUInt32LE(end) !== END_SIGNATURE) continue;
    if (archive.readUInt16LE(end + 4) !== 0 || archive.readUInt16LE(end + 6) !== 0) continue;
    const count = archive.readUInt16LE(end + 10);
    const size = archive.readUInt32LE(end + 12);
    const declared = archive.readUInt32LE(end + 16);
    if (count === 0) continue;
    const adjacent = end - size;
    if (startsEntry(archive, adjacent) && adjacent >= declared) {
      return { start: adjacent, count, shift: adjacent - declared };
    }
    if (startsEntry(archive, declared)) return { start: declared, count, shift: 0 };
  }
  return undefined;
}

function startsEntry(archive: Buffer, at: number): boolean {
  return at >= 0 && at + 46 <= archive.length && archive.readUInt32LE(at) === ENTRY_SIGNATURE;
}

function readEntry(archive: Buffer, at: number, nameLength: number, shift: number): ZipEntry | Refusal {
  const flags = archive.readUInt16LE(at + 8);
  const method = archive.readUInt16LE(at + 10);
  const compressedSize = archive.readUInt32LE(at + 20);
  const size = archive.readUInt32LE(at + 24);
  const offset = archive.readUInt32LE(at + 42);
  if ((flags & 0x41) !== 0) return unsafeFile('内部文件带有压缩包密码');
  if (method !== 0 && method !== 8) return unsafeFile(`使用了不常见的压缩方法（${method}）`);
  if (compressedSize === NEEDS_ZIP64 || size === NEEDS_ZIP64 || offset === NEEDS_ZIP64) {
    return unsafeFile('使用了超大压缩包格式（zip64）');
  }
  const name = decodeZipName(archive.subarray(at + 46, at + 46 + nameLength), flags);
  if (isUnsafeName(name)) return unsafeFile('内部文件名指向压缩包之外');
  const local = offset + shift;
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== LOCAL_SIGNATURE) {
    return corruptFile('压缩包目录与内容不一致');
  }
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (start + compressedSize > archive.length) return corruptFile('内容不完整，文件可能没有传完整');
  if (method === 0 && compressedSize !== size) return corruptFile('内部文件大小不一致');
  return { name, size, compressedSize, crc: archive.readUInt32LE(at + 16), method, start };
}

function isUnsafeName(name: string): boolean {
  if (name === '' || name.includes('\0') || /^[\\/]/u.test(name) || /^[a-z]:/iu.test(name)) return true;
  return name.split(/[\\/]/u).includes('..');
}

function excessOf(entry: ZipEntry, total: number, bounds: ZipBounds): Refusal | undefined {
  if (entry.size > bounds.maxPartBytes) return bombFile(`单个内部文件达 ${megabytes(entry.size)} MB`);
  if (total > bounds.maxTotalBytes) return bombFile(`解压后超过 ${megabytes(bounds.maxTotalBytes)} MB`);
  if (entry.size > bounds.ratioFromBytes && entry.size > entry.compressedSize * bounds.maxRatio) {
    return bombFile(`压缩比超过 ${bounds.maxRatio} 倍`);
  }
  return undefined;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

/** Two entries over the same bytes are how a small file inflates without end; honest writers never do it. */
function overlapOf(entries: readonly ZipEntry[], directory: number): Refusal | undefined {
  const ordered = entries.toSorted((a, b) => a.start - b.start);
  for (const [index, entry] of ordered.entries()) {
    const next = ordered[index + 1];
    const limit = next === undefined ? directory : next.start - 30;
    if (entry.start + entry.compressedSize > limit) return unsafeFile('内部文件相互重叠');
  }
  return undefined;
}
