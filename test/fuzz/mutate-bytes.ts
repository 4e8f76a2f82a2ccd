import type { Random } from './random.ts';

/** Values at which counts, lengths and offsets go wrong. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff];
const WORDS = [0, 1, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

type Change = (bytes: Buffer, random: Random) => Buffer;

/** Changes that fit any file. */
export const BYTE_CHANGES: readonly Change[] = [
  flipBit,
  setEdge,
  setWord,
  cutShort,
  cutHead,
  dropBlock,
  doubleBlock,
  swapBlocks,
  fillBlock,
  growDigits,
  repeatManyTimes,
];

function flipBit(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length);
  return put(bytes, at, (bytes[at] ?? 0) ^ (1 << random.below(8)));
}

function setEdge(bytes: Buffer, random: Random): Buffer {
  return put(bytes, random.below(bytes.length), random.pick(EDGES));
}

function setWord(bytes: Buffer, random: Random): Buffer {
  if (bytes.length < 4) return bytes;
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(random.pick(WORDS), random.below(bytes.length - 3));
  return copy;
}

function cutShort(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, 1 + random.below(bytes.length));
}

function cutHead(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(random.below(Math.min(bytes.length, 64)));
}

function dropBlock(bytes: Buffer, random: Random): Buffer {
  const { from, to } = block(bytes, random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
}

function doubleBlock(bytes: Buffer, random: Random): Buffer {
  const { from, to } = block(bytes, random);
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
}

function swapBlocks(bytes: Buffer, random: Random): Buffer {
  const { from, to } = block(bytes, random);
  const at = random.below(bytes.length);
  const copy = Buffer.from(bytes);
  bytes.copy(copy, at, from, Math.min(to, from + bytes.length - at));
  return copy;
}

function fillBlock(bytes: Buffer, random: Random): Buffer {
  const { from, to } = block(bytes, random);
  return Buffer.from(bytes).fill(random.pick(EDGES), from, to);
}

/** A number written in digits becomes one that nobody reckons with. */
function growDigits(bytes: Buffer, random: Random): Buffer {
  const text = bytes.toString('latin1');
  const runs = [...text.matchAll(/\d+/g)];
  if (runs.length === 0) return bytes;
  const run = random.pick(runs);
  const huge = random.pick([
    '99999999999999999999',
    '-1',
    '0',
    '1e308',
    '4294967296',
    '2147483648',
    '1048577',
    '16385',
  ]);
  return Buffer.from(text.slice(0, run.index) + huge + text.slice(run.index + run[0].length), 'latin1');
}

function repeatManyTimes(bytes: Buffer, random: Random): Buffer {
  const { from, to } = block(bytes, random);
  const piece = bytes.subarray(from, Math.min(to, from + 200));
  const many = Buffer.concat(Array.from({ length: 2 + random.below(300) }, () => piece));
  return Buffer.concat([bytes.subarray(0, from), many, bytes.subarray(from)]);
}

function block(bytes: Buffer, random: Random): { from: number; to: number } {
  const from = random.below(bytes.length);
  return { from, to: Math.min(bytes.length, from + 1 + random.below(random.pick([8, 64, 512, 4096]))) };
}

function put(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.length > 0) copy[at] = value;
  return copy;
}
