import { ArchiveFault } from '../archive-fault.ts';
import { type RangeInput, readBit, readPlainBits, readReverseTree, readTree, startRange } from './range-bits.ts';

// Where the odds of each decision lie in the one table of odds (LZMA specification, "The main loop of decoder").
const IS_MATCH = 0;
const IS_REP = 192;
const IS_REP0 = 204;
const IS_REP1 = 216;
const IS_REP2 = 228;
const IS_REP0_LONG = 240;
const SLOT = 432;
const DISTANCE = 688;
const ALIGN = 804;
const LENGTH = 820;
const REP_LENGTH = 1334;
const LITERAL = 1848;
const LITERAL_ODDS = 0x300;

const END = 0xffffffff;

interface Lzma {
  readonly input: RangeInput;
  readonly odds: Uint16Array;
  readonly out: Uint8Array;
  /** Bytes decoded so far. */
  at: number;
}

/**
 * Decodes raw LZMA into exactly `size` bytes; `properties` are the five bytes of a 7z coder. What has been decoded is
 * the dictionary, so that the size of the dictionary does not matter. Of a damaged stream the bytes before the damage.
 */
export function decodeLzma(packed: Uint8Array, properties: Uint8Array, size: number): Uint8Array {
  const settings = properties[0] ?? 255;
  if (properties.length < 5 || settings >= 9 * 5 * 5) throw new ArchiveFault();
  const literalBits = settings % 9;
  const positionBits = Math.floor(settings / 9) % 5;
  const odds = new Uint16Array(LITERAL + (LITERAL_ODDS << (literalBits + positionBits)));
  const lzma: Lzma = { input: startRange(packed), odds, out: new Uint8Array(size), at: 0 };
  try {
    run(lzma, literalBits, (1 << positionBits) - 1, (1 << Math.floor(settings / 45)) - 1);
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
  }
  return lzma.out.subarray(0, lzma.at);
}

function run(lzma: Lzma, literalBits: number, positionMask: number, stateMask: number): void {
  const { input, odds, out } = lzma;
  const size = out.length;
  let state = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
  while (lzma.at < size) {
    const place = lzma.at & stateMask;
    if (readBit(input, odds, IS_MATCH + (state << 4) + place) === 0) {
      const before = lzma.at === 0 ? 0 : (out[lzma.at - 1] ?? 0);
      const row = ((lzma.at & positionMask) << literalBits) + (before >> (8 - literalBits));
      readLiteral(lzma, LITERAL + LITERAL_ODDS * row, state >= 7 ? (out[lzma.at - rep0 - 1] ?? 0) : -1);
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length = 1;
    if (readBit(input, odds, IS_REP + state) === 0) {
      [rep1, rep2, rep3] = [rep0, rep1, rep2];
      length = readLength(lzma, LENGTH, place);
      rep0 = readDistance(lzma, length);
      if (rep0 === END) return;
      state = state < 7 ? 7 : 10;
    } else if (readBit(input, odds, IS_REP0 + state) === 0) {
      if (readBit(input, odds, IS_REP0_LONG + (state << 4) + place) === 0) state = state < 7 ? 9 : 11;
      else {
        length = readLength(lzma, REP_LENGTH, place);
        state = state < 7 ? 8 : 11;
      }
    } else {
      if (readBit(input, odds, IS_REP1 + state) === 0) [rep0, rep1] = [rep1, rep0];
      else if (readBit(input, odds, IS_REP2 + state) === 0) [rep0, rep1, rep2] = [rep2, rep0, rep1];
      else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
      length = readLength(lzma, REP_LENGTH, place);
      state = state < 7 ? 8 : 11;
    }
    copy(lzma, rep0, length);
  }
}

/** After a match the byte at the last distance tells the odds, as long as the bits agree with it. */
function readLiteral(lzma: Lzma, base: number, matched: number): void {
  const { input, odds, out } = lzma;
  let symbol = 1;
  let rest = matched;
  while (rest >= 0 && symbol < 0x100) {
    const expected = (rest >> 7) & 1;
    rest = (rest << 1) & 0xff;
    const bit = readBit(input, odds, base + ((1 + expected) << 8) + symbol);
    symbol = (symbol << 1) | bit;
    if (bit !== expected) rest = -1;
  }
  while (symbol < 0x100) symbol = (symbol << 1) | readBit(input, odds, base + symbol);
  out[lzma.at] = symbol;
  lzma.at += 1;
}

/** "LZ match length": three ranges, 2 to 273. */
function readLength({ input, odds }: Lzma, base: number, place: number): number {
  if (readBit(input, odds, base) === 0) return 2 + readTree(input, odds, base + 2 + (place << 3), 3);
  if (readBit(input, odds, base + 1) === 0) return 10 + readTree(input, odds, base + 130 + (place << 3), 3);
  return 18 + readTree(input, odds, base + 258, 8);
}

/** "Match distance", one less than the real one. */
function readDistance({ input, odds }: Lzma, length: number): number {
  const slot = readTree(input, odds, SLOT + (Math.min(length - 2, 3) << 6), 6);
  if (slot < 4) return slot;
  const bits = (slot >> 1) - 1;
  const start = ((2 | (slot & 1)) << bits) >>> 0;
  if (slot < 14) return start + readReverseTree(input, odds, DISTANCE + start - slot, bits);
  return start + readPlainBits(input, bits - 4) * 16 + readReverseTree(input, odds, ALIGN, 4);
}

function copy(lzma: Lzma, distance: number, length: number): void {
  const { out, at } = lzma;
  if (distance >= at || at + length > out.length) throw new ArchiveFault();
  for (let to = at; to < at + length; to += 1) out[to] = out[to - distance - 1] ?? 0;
  lzma.at = at + length;
}
