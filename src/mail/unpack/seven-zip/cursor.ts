import { ArchiveFault } from '../archive-fault.ts';

/** A place in the bytes of a header. Whatever reads beyond their end is a fault. */
export interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

/** The next bytes, not copied. */
export function readBytes(cursor: Cursor, count: number): Buffer {
  if (count > cursor.bytes.length - cursor.at) throw new ArchiveFault();
  cursor.at += count;
  return cursor.bytes.subarray(cursor.at - count, cursor.at);
}

/** One byte, BYTE of 7zFormat.txt. */
export function readByte(cursor: Cursor): number {
  return readBytes(cursor, 1)[0] ?? 0;
}

/** UINT32, little-endian. */
export function readUInt32(cursor: Cursor): number {
  return readBytes(cursor, 4).readUInt32LE(0);
}

/** UINT64 of 7zFormat.txt, 1 to 9 bytes: the ones that its first byte starts with count the bytes that follow. */
export function readNumber(cursor: Cursor): number {
  const first = readByte(cursor);
  let value = 0;
  let scale = 1;
  let mask = 0x80;
  for (; mask > 0 && (first & mask) !== 0; mask >>= 1) {
    value += readByte(cursor) * scale;
    scale *= 256;
  }
  if (mask > 0) value += (first & (mask - 1)) * scale;
  if (!Number.isSafeInteger(value)) throw new ArchiveFault();
  return value;
}

/** A number of things each of which takes some of the bytes to come: more than those is a lie. */
export function readCount(cursor: Cursor, most: number): number {
  const count = readNumber(cursor);
  if (count > cursor.bytes.length - cursor.at) throw new ArchiveFault();
  if (count > most) throw new ArchiveFault('file/archive-too-large');
  return count;
}

/** BitVector: so many bits, the highest of each byte first. */
export function readBits(cursor: Cursor, count: number): boolean[] {
  const bytes = readBytes(cursor, Math.ceil(count / 8));
  return Array.from({ length: count }, (_, at) => ((bytes[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0);
}

/** AllAreDefined, and a BitVector when not all are. */
export function readDefined(cursor: Cursor, count: number): boolean[] {
  return readByte(cursor) === 0 ? readBits(cursor, count) : Array.from({ length: count }, () => true);
}

/** Digests: which of so many have a CRC, and these. */
export function readDigests(cursor: Cursor, count: number): (number | undefined)[] {
  return readDefined(cursor, count).map((defined) => (defined ? readUInt32(cursor) : undefined));
}

/** External: further data in streams of its own, which no program writes. */
export function refuseExternal(cursor: Cursor): void {
  if (readByte(cursor) !== 0) throw new ArchiveFault('file/archive-unknown');
}
