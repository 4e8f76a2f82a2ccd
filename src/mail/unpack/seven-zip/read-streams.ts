import { ArchiveFault } from '../archive-fault.ts';
import { UNPACK_BOUNDS } from '../bounds.ts';
import { type Cursor, readByte, readCount, readDigests, readNumber, refuseExternal } from './cursor.ts';
import type { Folder } from './folder.ts';
import { PROPERTY } from './property.ts';
import { type FolderPlan, readFolder } from './read-folder.ts';
import { readSubStreams, type SizedFolder } from './read-sub-streams.ts';

/** Packed streams begin behind the signature header. */
const PACKED_START = 32;
/** No more folders than files, but for some without any; a folder takes in up to four streams. */
const MAX_FOLDERS = UNPACK_BOUNDS.entries * 2;

/** Reads StreamsInfo of 7zFormat.txt: where the packed bytes of each folder lie in the file, and what is in them. */
export function readStreams(cursor: Cursor, file: Buffer): Folder[] {
  let packs: readonly Buffer[] = [];
  let folders: readonly SizedFolder[] = [];
  let id = readByte(cursor);
  if (id === PROPERTY.packInfo) {
    packs = readPackInfo(cursor, file);
    id = readByte(cursor);
  }
  if (id === PROPERTY.unpackInfo) {
    folders = readUnpackInfo(cursor);
    id = readByte(cursor);
  }
  const told: Cursor = id === PROPERTY.subStreams ? cursor : { bytes: Buffer.from([PROPERTY.end]), at: 0 };
  const streams = readSubStreams(told, folders);
  if (id === PROPERTY.subStreams) id = readByte(cursor);
  if (id !== PROPERTY.end) throw new ArchiveFault();
  let next = 0;
  return folders.map(({ coders, packedStreams, size }, index) => {
    const packed = packs[next];
    next += packedStreams;
    if (next > packs.length) throw new ArchiveFault();
    return { coders, packed: packed ?? Buffer.alloc(0), size, streams: streams[index] ?? [] };
  });
}

/** PackInfo: streams that lie one behind the other. */
function readPackInfo(cursor: Cursor, file: Buffer): Buffer[] {
  let at = PACKED_START + readNumber(cursor);
  const count = readCount(cursor, MAX_FOLDERS * 4);
  let packs: Buffer[] = [];
  let id = readByte(cursor);
  if (id === PROPERTY.size) {
    packs = Array.from({ length: count }, () => {
      const size = readNumber(cursor);
      if (size > file.length - at) throw new ArchiveFault();
      at += size;
      return file.subarray(at - size, at);
    });
    id = readByte(cursor);
  }
  if (id === PROPERTY.crc) {
    // Checksums of the packed bytes: those of what comes out are looked at instead.
    readDigests(cursor, count);
    id = readByte(cursor);
  }
  if (id !== PROPERTY.end) throw new ArchiveFault();
  return packs;
}

/** Coders Info: all folders, then all sizes, then the checksums. */
function readUnpackInfo(cursor: Cursor): SizedFolder[] {
  if (readByte(cursor) !== PROPERTY.folder) throw new ArchiveFault();
  const count = readCount(cursor, MAX_FOLDERS);
  refuseExternal(cursor);
  const plans = Array.from({ length: count }, () => readFolder(cursor));
  if (readByte(cursor) !== PROPERTY.codersUnpackSize) throw new ArchiveFault();
  const sizes = plans.map((plan) => readSize(cursor, plan));
  let id = readByte(cursor);
  const digests = id === PROPERTY.crc ? readDigests(cursor, count) : [];
  if (id === PROPERTY.crc) id = readByte(cursor);
  if (id !== PROPERTY.end) throw new ArchiveFault();
  return plans.map((plan, index) => ({ ...plan, size: sizes[index] ?? 0, crc: digests[index] }));
}

/** No coder that is known changes the size but the first: a line with different sizes would not fit together. */
function readSize(cursor: Cursor, { coders, outStreams, main }: FolderPlan): number {
  const sizes = Array.from({ length: outStreams }, () => readNumber(cursor));
  if (coders && sizes.some((size) => size !== sizes[0])) throw new ArchiveFault();
  return sizes[main] ?? 0;
}
