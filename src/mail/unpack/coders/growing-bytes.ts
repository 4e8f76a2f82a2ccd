import { ArchiveFault } from '../archive-fault.ts';

/** Bytes of which it is not known how many there will be. */
export interface GrowingBytes {
  bytes: Uint8Array;
  length: number;
  push(byte: number): void;
  repeat(byte: number, count: number): void;
}

const FIRST = 64 * 1024;

/** Grows as bytes come, never beyond `limit`: then it is a fault. */
export function growingBytes(limit: number): GrowingBytes {
  return {
    bytes: new Uint8Array(Math.min(limit, FIRST)),
    length: 0,
    push(byte) {
      if (this.length === this.bytes.length) grow(this, 1, limit);
      this.bytes[this.length] = byte;
      this.length += 1;
    },
    repeat(byte, count) {
      if (this.length + count > this.bytes.length) grow(this, count, limit);
      this.bytes.fill(byte, this.length, this.length + count);
      this.length += count;
    },
  };
}

function grow(out: GrowingBytes, count: number, limit: number): void {
  const needed = out.length + count;
  if (needed > limit) throw new ArchiveFault('file/archive-too-large');
  const larger = new Uint8Array(Math.min(limit, Math.max(needed, out.bytes.length * 2)));
  larger.set(out.bytes.subarray(0, out.length));
  out.bytes = larger;
}
