import { ArchiveFault } from '../archive-fault.ts';

/** Where a range decoder stands; `range` and `code` are unsigned 32 bits held as signed ones, which are faster. */
export interface RangeInput {
  readonly bytes: Uint8Array;
  at: number;
  range: number;
  code: number;
}

/** Starts a range decoder (LZMA specification, "Range Decoder"): a zero byte and four bytes of code. */
export function startRange(bytes: Uint8Array): RangeInput {
  if (bytes.length < 5 || bytes[0] !== 0) throw new ArchiveFault();
  const code = ((bytes[1] ?? 0) << 24) | ((bytes[2] ?? 0) << 16) | ((bytes[3] ?? 0) << 8) | (bytes[4] ?? 0);
  return { bytes, at: 5, range: -1, code };
}

/** Odds start even. They are never zero, so that a table of millions, of which few are used, need not be filled. */
const EVEN = 1024;

/** One bit by its odds, which it moves. */
export function readBit(input: RangeInput, odds: Uint16Array, at: number): number {
  if ((input.range & 0xff000000) === 0) refill(input);
  const odd = odds[at] || EVEN;
  const bound = Math.imul(input.range >>> 11, odd);
  if (input.code >>> 0 < bound >>> 0) {
    input.range = bound;
    odds[at] = odd + ((2048 - odd) >>> 5);
    return 0;
  }
  input.range = (input.range - bound) | 0;
  input.code = (input.code - bound) | 0;
  odds[at] = odd - (odd >>> 5);
  return 1;
}

/** Bits of equal odds, the highest first; at most 32. */
export function readPlainBits(input: RangeInput, count: number): number {
  let value = 0;
  for (let left = count; left > 0; left -= 1) {
    if ((input.range & 0xff000000) === 0) refill(input);
    input.range >>>= 1;
    const bit = input.code >>> 0 >= input.range ? 1 : 0;
    if (bit === 1) input.code = (input.code - input.range) | 0;
    value = (value << 1) | bit;
  }
  return value >>> 0;
}

/** A number of so many bits, each with odds that depend on those before it; the highest comes first. */
export function readTree(input: RangeInput, odds: Uint16Array, base: number, bits: number): number {
  let node = 1;
  for (let left = bits; left > 0; left -= 1) node = (node << 1) | readBit(input, odds, base + node);
  return node - (1 << bits);
}

/** As `readTree`, but the lowest bit comes first. */
export function readReverseTree(input: RangeInput, odds: Uint16Array, base: number, bits: number): number {
  let node = 1;
  let value = 0;
  for (let place = 0; place < bits; place += 1) {
    const bit = readBit(input, odds, base + node);
    node = (node << 1) | bit;
    value |= bit << place;
  }
  return value;
}

/** A stream cut short must not be decoded from nothing, which would go on for ever. */
function refill(input: RangeInput): void {
  const byte = input.bytes[input.at];
  if (byte === undefined) throw new ArchiveFault();
  input.at += 1;
  input.code = (input.code << 8) | byte;
  input.range <<= 8;
}
