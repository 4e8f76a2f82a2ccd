import { ArchiveFault } from '../archive-fault.ts';
import { type BitInput, peekBits, readBits, skipBits } from './bzip2-bits.ts';

const LONGEST = 20;

/** A canonical Huffman code: per length the first code beyond it, left-justified, and where its symbols start. */
interface HuffmanCode {
  readonly symbols: Uint16Array;
  /** By length: codes below this, of 20 bits, are of that length or shorter. */
  readonly limit: Uint32Array;
  /** By length: what is taken from a code to give its place among the symbols. */
  readonly offset: Int32Array;
}

/** Reads the lengths of a code of so many symbols, each told by its difference from the one before. */
export function readCode(input: BitInput, count: number): HuffmanCode {
  const lengths = new Uint8Array(count);
  let length = readBits(input, 5);
  for (let symbol = 0; symbol < count; symbol += 1) {
    while (length >= 1 && length <= LONGEST && readBits(input, 1) === 1) length += readBits(input, 1) === 0 ? 1 : -1;
    if (length < 1 || length > LONGEST) throw new ArchiveFault();
    lengths[symbol] = length;
  }
  return codeOf(lengths);
}

function codeOf(lengths: Uint8Array): HuffmanCode {
  const symbols = new Uint16Array(lengths.length);
  const limit = new Uint32Array(LONGEST + 1);
  const offset = new Int32Array(LONGEST + 1);
  let [code, placed] = [0, 0];
  for (let length = 1; length <= LONGEST; length += 1) {
    offset[length] = code - placed;
    for (const [symbol, own] of lengths.entries())
      if (own === length) {
        symbols[placed] = symbol;
        placed += 1;
        code += 1;
      }
    limit[length] = code * 2 ** (LONGEST - length);
    code *= 2;
  }
  return { symbols, limit, offset };
}

/** The next symbol; a fault when no code fits. */
export function readSymbol(input: BitInput, { symbols, limit, offset }: HuffmanCode): number {
  const bits = peekBits(input, LONGEST);
  let length = 1;
  while (length <= LONGEST && bits >= (limit[length] ?? 0)) length += 1;
  skipBits(input, length);
  const symbol = symbols[(bits >>> (LONGEST - length)) - (offset[length] ?? 0)];
  if (length > LONGEST || symbol === undefined) throw new ArchiveFault();
  return symbol;
}
