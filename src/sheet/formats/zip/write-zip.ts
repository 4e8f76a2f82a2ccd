import { crc32, deflateRawSync } from 'node:zlib';
import { joinChunks } from './join-chunks.ts';

/** One file to write. */
export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Keep the bytes as they are, for parts that are compressed already. */
  readonly store?: boolean;
}

/** One file to write that is deflated already, chunk after chunk. */
export interface DeflatedPart {
  readonly name: string;
  readonly chunks: readonly Uint8Array[];
  /** Length and CRC-32 of the bytes before. */
  readonly size: number;
  readonly crc: number;
}

/** 1980-01-01 00:00, the first moment of DOS time: the same parts always give the same bytes. */
const DOS_TIME = 0;
const DOS_DATE = 0x21;
const UTF8_FLAG = 0x800;
const FIRST_PART = '[Content_Types].xml';

/**
 * Writes a zip package that depends on its parts alone: fixed time, deflate level 6, UTF-8 names.
 * `[Content_Types].xml` comes first, as readers of streams expect it; all other parts keep their order.
 */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  return Buffer.concat(layZip(parts).chunks);
}

/** The same in chunks, with the place at which the bytes of each part begin. What is deflated already is not copied. */
export function layZip(parts: readonly (ZipPart | DeflatedPart)[]): {
  readonly chunks: readonly Uint8Array[];
  readonly starts: ReadonlyMap<string, number>;
} {
  const ordered = parts.toSorted((a, b) => rank(a) - rank(b));
  const bodies: Uint8Array[] = [];
  const directory: Buffer[] = [];
  const starts = new Map<string, number>();
  let offset = 0;
  for (const part of ordered) {
    const name = Buffer.from(part.name, 'utf8');
    const packed: readonly Uint8Array[] =
      'chunks' in part ? part.chunks : [part.store === true ? part.bytes : pack(part.bytes)];
    const packedLength = packed.reduce((sum, chunk) => sum + chunk.length, 0);
    const facts = factsOf(part, name.length, packedLength);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    facts.copy(local, 4);
    bodies.push(local, name);
    for (const chunk of packed) bodies.push(chunk);
    starts.set(part.name, offset + local.length + name.length);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    facts.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    offset += local.length + name.length + packedLength;
  }
  const listing = Buffer.concat(directory);
  return { chunks: joinChunks([...bodies, listing, endOf(ordered.length, listing.length, offset)]), starts };
}

/**
 * Compressed bytes of small parts, by the very bytes they were made of: thousands of books that share their styles
 * and theme compress them once. Parts are never changed in place.
 */
const PACKED = new WeakMap<Uint8Array, Buffer>();
const LARGEST_KEPT = 65_536;

function pack(bytes: Uint8Array): Buffer {
  const known = PACKED.get(bytes);
  if (known) return known;
  const packed = deflateRawSync(bytes, { level: 6 });
  if (bytes.length <= LARGEST_KEPT) PACKED.set(bytes, packed);
  return packed;
}

function rank(part: ZipPart | DeflatedPart): number {
  return part.name === FIRST_PART ? 0 : 1;
}

/** The 26 bytes that a local header and a directory entry share. */
function factsOf(part: ZipPart | DeflatedPart, nameLength: number, packedLength: number): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(UTF8_FLAG, 2);
  const isStored = 'store' in part && part.store;
  facts.writeUInt16LE(isStored ? 0 : 8, 4);
  facts.writeUInt16LE(DOS_TIME, 6);
  facts.writeUInt16LE(DOS_DATE, 8);
  facts.writeUInt32LE('crc' in part ? part.crc : crc32(part.bytes), 10);
  facts.writeUInt32LE(packedLength, 14);
  facts.writeUInt32LE('size' in part ? part.size : part.bytes.length, 18);
  facts.writeUInt16LE(nameLength, 22);
  return facts;
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
