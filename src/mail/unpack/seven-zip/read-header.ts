import { crc32 } from 'node:zlib';
import { ArchiveFault } from '../archive-fault.ts';
import { type Cursor, readByte, readBytes, readNumber } from './cursor.ts';
import type { Folder } from './folder.ts';
import { judgeFolders } from './judge-folders.ts';
import { PROPERTY } from './property.ts';
import { type ListedItem, readFiles } from './read-files.ts';
import { readStreams } from './read-streams.ts';
import { unpackFolder } from './unpack-folder.ts';

/** What an archive says of itself. */
export interface SevenZipHeader {
  readonly folders: readonly Folder[];
  readonly items: readonly ListedItem[];
}

const MAX_HEADER = 16 * 1024 * 1024;
/** One packed header is usual; a header packed in a header packed in a header is not. */
const MAX_NESTING = 4;
const NOTHING: SevenZipHeader = { folders: [], items: [] };

/** Reads the header of a 7z, unpacked where it is packed. Faults are thrown; nothing else is unpacked. */
export async function readHeader(file: Buffer): Promise<SevenZipHeader> {
  let bytes = headerBytes(file);
  if (bytes.length === 0) return NOTHING;
  for (let nesting = 0; nesting <= MAX_NESTING; nesting += 1) {
    const cursor: Cursor = { bytes, at: 0 };
    const id = readByte(cursor);
    if (id === PROPERTY.header) return readParts(cursor, file);
    if (id !== PROPERTY.encodedHeader) break;
    bytes = await unpackHeader(cursor, file);
  }
  throw new ArchiveFault();
}

/** SignatureHeader of 7zFormat.txt: where the header lies, each part with its checksum. */
function headerBytes(file: Buffer): Buffer {
  if (file.length < 32 || file[6] !== 0 || crc32(file.subarray(12, 32)) !== file.readUInt32LE(8))
    throw new ArchiveFault();
  const offset = Number(file.readBigUInt64LE(12));
  const size = Number(file.readBigUInt64LE(20));
  if (offset + size > file.length - 32) throw new ArchiveFault();
  if (size > MAX_HEADER) throw new ArchiveFault('file/archive-too-large');
  const bytes = file.subarray(32 + offset, 32 + offset + size);
  if (crc32(bytes) !== file.readUInt32LE(28)) throw new ArchiveFault();
  return bytes;
}

async function unpackHeader(cursor: Cursor, file: Buffer): Promise<Buffer> {
  const [folder, ...more] = readStreams(cursor, file);
  if (!folder || more.length > 0) throw new ArchiveFault();
  if (folder.size > MAX_HEADER) throw new ArchiveFault('file/archive-too-large');
  const refusal = judgeFolders([folder]);
  if (refusal !== undefined) throw new ArchiveFault(refusal);
  const bytes = await unpackFolder(folder);
  const crc = folder.streams[0]?.crc;
  if (bytes.length < folder.size || (crc !== undefined && crc32(bytes) !== crc)) throw new ArchiveFault();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Header of 7zFormat.txt: each part at most once, in this order. */
function readParts(cursor: Cursor, file: Buffer): SevenZipHeader {
  let { folders, items } = NOTHING;
  let last: number = PROPERTY.header;
  for (let id = readByte(cursor); id !== PROPERTY.end; id = readByte(cursor)) {
    if (id <= last) throw new ArchiveFault();
    last = id;
    if (id === PROPERTY.archiveProperties) skipProperties(cursor);
    else if (id === PROPERTY.additionalStreams) readStreams(cursor, file);
    else if (id === PROPERTY.mainStreams) folders = readStreams(cursor, file);
    else if (id === PROPERTY.filesInfo) items = readFiles(cursor);
    else throw new ArchiveFault();
  }
  return { folders, items };
}

function skipProperties(cursor: Cursor): void {
  while (readByte(cursor) !== PROPERTY.end) readBytes(cursor, readNumber(cursor));
}
