import { ArchiveFault } from '../archive-fault.ts';
import { UNPACK_BOUNDS } from '../bounds.ts';
import { type Cursor, readByte, readDigests, readNumber } from './cursor.ts';
import type { SubStream } from './folder.ts';
import { PROPERTY } from './property.ts';
import type { FolderPlan } from './read-folder.ts';

/** A folder with its size and, when it holds one file, perhaps its checksum. */
export interface SizedFolder extends FolderPlan {
  readonly size: number;
  readonly crc: number | undefined;
}

/**
 * Reads SubStreams Info of 7zFormat.txt: how many files each folder holds, one when it is not told, their sizes and
 * those checksums that the folders do not already have.
 */
export function readSubStreams(cursor: Cursor, folders: readonly SizedFolder[]): SubStream[][] {
  let id = readByte(cursor);
  let counts = folders.map(() => 1);
  if (id === PROPERTY.unpackStreamCount) {
    counts = folders.map(() => readNumber(cursor));
    if (sum(counts) > UNPACK_BOUNDS.entries) throw new ArchiveFault('file/archive-too-large');
    id = readByte(cursor);
  }
  const told = id === PROPERTY.size;
  const sizes = folders.map(({ size }, index) => readSizes(cursor, told, size, counts[index] ?? 0));
  if (told) id = readByte(cursor);
  const open = folders.map(({ crc }, index) => (counts[index] === 1 && crc !== undefined ? 0 : (counts[index] ?? 0)));
  const digests = id === PROPERTY.crc ? readDigests(cursor, sum(open)) : [];
  if (id === PROPERTY.crc) id = readByte(cursor);
  if (id !== PROPERTY.end) throw new ArchiveFault();
  let next = 0;
  return folders.map(({ crc }, index) => {
    let end = 0;
    return (sizes[index] ?? []).map((size) => {
      end += size;
      return { offset: end - size, size, crc: open[index] === 0 ? crc : digests[next++] };
    });
  });
}

/** Sizes of the files in a folder: all but the last are told; the last takes the rest. */
function readSizes(cursor: Cursor, told: boolean, whole: number, count: number): number[] {
  if (count === 0) return [];
  if (count > 1 && !told) throw new ArchiveFault();
  const sizes = Array.from({ length: count - 1 }, () => readNumber(cursor));
  const rest = whole - sum(sizes);
  if (rest < 0) throw new ArchiveFault();
  return [...sizes, rest];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
