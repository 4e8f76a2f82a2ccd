import { ArchiveFault } from '../archive-fault.ts';
import { type BitInput, readBits } from './bzip2-bits.ts';
import { readCode, readSymbol } from './bzip2-huffman.ts';

const GROUP = 50;

/**
 * Reads one block after its checksum into `block`: the low byte of each number is a byte of the block, the upper three
 * the place of the one before it. Returns how many there are and where the walk through them starts. A block is
 * bounded by the length of `block`.
 */
export function readBlock(input: BitInput, block: Uint32Array): { readonly count: number; readonly start: number } {
  // Randomised blocks have not been written since bzip2 0.9.5 of 1999.
  if (readBits(input, 1) === 1) throw new ArchiveFault('file/archive-unknown');
  const origin = readBits(input, 24);
  const used = readUsed(input);
  const codes = readBits(input, 3);
  const selectors = readSelectors(input, codes);
  const tables = Array.from({ length: codes }, () => readCode(input, used.length + 2));
  const order = Uint8Array.from(used);
  const counts = new Uint32Array(256);
  let [count, run, weight, taken] = [0, 0, 1, 0];
  for (;;) {
    const table = tables[selectors[Math.floor(taken / GROUP)] ?? -1];
    if (!table) throw new ArchiveFault();
    taken += 1;
    const symbol = readSymbol(input, table);
    if (symbol <= 1) {
      // Run lengths are in bijective base two, the lowest digit first.
      run += weight << symbol;
      weight *= 2;
      if (run > block.length) throw new ArchiveFault();
      continue;
    }
    if (run > 0) {
      const byte = order[0] ?? 0;
      if (count + run > block.length) throw new ArchiveFault();
      block.fill(byte, count, count + run);
      counts[byte] = (counts[byte] ?? 0) + run;
      count += run;
      [run, weight] = [0, 1];
    }
    if (symbol === used.length + 1) break;
    if (count >= block.length) throw new ArchiveFault();
    const byte = moveToFront(order, symbol - 1);
    block[count] = byte;
    counts[byte] = (counts[byte] ?? 0) + 1;
    count += 1;
  }
  if (origin >= count) throw new ArchiveFault();
  link(block, counts, count);
  return { count, start: (block[origin] ?? 0) >>> 8 };
}

/** The bytes that occur: a map of sixteens, then a map of each. */
function readUsed(input: BitInput): number[] {
  const used: number[] = [];
  const rows = readBits(input, 16);
  for (let row = 0; row < 16; row += 1) {
    if ((rows & (0x8000 >> row)) === 0) continue;
    const columns = readBits(input, 16);
    for (let column = 0; column < 16; column += 1)
      if ((columns & (0x8000 >> column)) !== 0) used.push(row * 16 + column);
  }
  if (used.length === 0) throw new ArchiveFault();
  return used;
}

/** Which code is used for each fifty symbols. */
function readSelectors(input: BitInput, codes: number): Uint8Array {
  const count = readBits(input, 15);
  if (codes < 2 || codes > 6 || count === 0) throw new ArchiveFault();
  const order = Uint8Array.from({ length: codes }, (_, index) => index);
  const selectors = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) {
    let index = 0;
    while (readBits(input, 1) === 1) {
      index += 1;
      if (index >= codes) throw new ArchiveFault();
    }
    selectors[at] = moveToFront(order, index);
  }
  return selectors;
}

function moveToFront(order: Uint8Array, index: number): number {
  const value = order[index] ?? 0;
  order.copyWithin(1, 0, index);
  order[0] = value;
  return value;
}

/** Undoes the Burrows–Wheeler transform as far as links: the upper bits of each number lead on to the next byte. */
function link(block: Uint32Array, counts: Uint32Array, count: number): void {
  let sum = 0;
  for (let byte = 0; byte < 256; byte += 1) {
    const own = counts[byte] ?? 0;
    counts[byte] = sum;
    sum += own;
  }
  for (let at = 0; at < count; at += 1) {
    const byte = (block[at] ?? 0) & 0xff;
    const place = counts[byte] ?? 0;
    counts[byte] = place + 1;
    block[place] = (block[place] ?? 0) | (at << 8);
  }
}
