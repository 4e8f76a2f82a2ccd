import { ArchiveFault } from '../archive-fault.ts';

/** Bits of a bzip2 stream, the highest of a byte first; `position` in bits. */
export interface BitInput {
  readonly bytes: Uint8Array;
  position: number;
}

/** The next bits without taking them; at most 24, zeros after the end. */
export function peekBits({ bytes, position }: BitInput, count: number): number {
  const at = position >>> 3;
  const word =
    ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  return (word << (position & 7)) >>> (32 - count);
}

/** Takes bits; a fault at the end of the stream. */
export function skipBits(input: BitInput, count: number): void {
  input.position += count;
  if (input.position > input.bytes.length * 8) throw new ArchiveFault();
}

/** The next bits; at most 24. */
export function readBits(input: BitInput, count: number): number {
  const value = peekBits(input, count);
  skipBits(input, count);
  return value;
}

/** 32 bits, unsigned. */
export function readWord(input: BitInput): number {
  return readBits(input, 16) * 0x10000 + readBits(input, 16);
}
