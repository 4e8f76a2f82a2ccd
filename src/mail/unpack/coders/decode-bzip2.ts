import { ArchiveFault } from '../archive-fault.ts';
import { type BitInput, readBits, readWord } from './bzip2-bits.ts';
import { readBlock } from './bzip2-block.ts';
import { type GrowingBytes, growingBytes } from './growing-bytes.ts';

/**
 * Unpacks bzip2, all its streams one after the other, checking every checksum. Bytes after the last stream are not
 * looked at, as bzip2 itself does it. A fault when more than `limit` bytes come out.
 */
export function decodeBzip2(bytes: Uint8Array, limit: number): Uint8Array {
  const input: BitInput = { bytes, position: 0 };
  const out = growingBytes(limit);
  let block = new Uint32Array(0);
  do {
    const level = readHead(input);
    // One table for all blocks and streams, no larger than the limit allows: to make many would let a small file take
    // long. The first step of bzip2 makes five bytes of four equal ones.
    const size = Math.min(level * 100_000, Math.ceil(limit * 1.25) + 1);
    if (block.length < size) block = new Uint32Array(size);
    readStream(input, block.subarray(0, size), out);
    input.position = Math.ceil(input.position / 8) * 8;
  } while (startsStream(input));
  return out.bytes.subarray(0, out.length);
}

const BLOCK_START = [0x314159, 0x265359] as const;
const STREAM_END = [0x177245, 0x385090] as const;

function startsStream({ bytes, position }: BitInput): boolean {
  return Buffer.from(bytes.subarray(position / 8, position / 8 + 3)).toString('latin1') === 'BZh';
}

/** `BZh` and the size of the blocks in hundreds of thousands of bytes. */
function readHead(input: BitInput): number {
  if (!startsStream(input)) throw new ArchiveFault();
  readBits(input, 24);
  const level = readBits(input, 8) - 0x30;
  if (level < 1 || level > 9) throw new ArchiveFault();
  return level;
}

function readStream(input: BitInput, block: Uint32Array, out: GrowingBytes): void {
  let combined = 0;
  for (;;) {
    const [first, second] = [readBits(input, 24), readBits(input, 24)];
    const stated = readWord(input);
    if (first === STREAM_END[0] && second === STREAM_END[1]) {
      if (stated !== combined) throw new ArchiveFault();
      return;
    }
    if (first !== BLOCK_START[0] || second !== BLOCK_START[1]) throw new ArchiveFault();
    const { count, start } = readBlock(input, block);
    if (writeBlock(block, count, start, out) !== stated) throw new ArchiveFault();
    combined = (((combined << 1) | (combined >>> 31)) ^ stated) >>> 0;
  }
}

/** Writes a block out and returns its checksum: after four equal bytes comes the number of further ones. */
function writeBlock(block: Uint32Array, count: number, start: number, out: GrowingBytes): number {
  let crc = 0xffffffff;
  let [next, equal, before] = [start, 0, -1];
  for (let left = count; left > 0; left -= 1) {
    const entry = block[next] ?? 0;
    next = entry >>> 8;
    const byte = entry & 0xff;
    if (equal === 4) {
      for (let more = byte; more > 0; more -= 1) crc = (crc << 8) ^ (CRC[(crc >>> 24) ^ before] ?? 0);
      out.repeat(before, byte);
      equal = 0;
      before = -1;
      continue;
    }
    equal = byte === before ? equal + 1 : 1;
    before = byte;
    crc = (crc << 8) ^ (CRC[(crc >>> 24) ^ byte] ?? 0);
    out.push(byte);
  }
  return ~crc >>> 0;
}

/** The CRC-32 of bzip2 takes the highest bit first, unlike that of zlib. */
const CRC = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc;
});
