import { decodeText } from './decode-text.ts';

/** Strings seen in one part, so that 雅安市 on 10,000 rows is decoded and kept once. */
export interface TextPool {
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  readonly texts: string[];
}

const MOST_SLOTS = 1 << 14;
const LEAST_SLOTS = 1 << 8;
/** Bytes of a part for which one slot is kept: a small sheet needs no large table. */
const BYTES_A_SLOT = 64;
/** Longer texts are rarely repeated and not worth the hash. */
const MAX_POOLED = 48;

/** An empty pool over the bytes of one part. */
export function poolTexts(bytes: Buffer): TextPool {
  let slots = LEAST_SLOTS;
  while (slots < MOST_SLOTS && slots * BYTES_A_SLOT < bytes.length) slots *= 2;
  return {
    bytes,
    starts: new Int32Array(slots),
    lengths: new Int32Array(slots),
    texts: Array.from<string>({ length: slots }).fill(''),
  };
}

/** Text of a byte range, decoded as by decodeText; repeated ranges give the same string. */
export function pooledText(pool: TextPool, start: number, end: number): string {
  const length = end - start;
  const { bytes } = pool;
  if (length > MAX_POOLED || length === 0) return decodeText(bytes, start, end);
  let hash = length;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  const slot = (hash ^ (hash >>> 15)) & (pool.texts.length - 1);
  if (pool.lengths[slot] === length && sameBytes(bytes, pool.starts[slot] ?? 0, start, length)) {
    return pool.texts[slot] ?? '';
  }
  const text = decodeText(bytes, start, end);
  pool.starts[slot] = start;
  pool.lengths[slot] = length;
  pool.texts[slot] = text;
  return text;
}

function sameBytes(bytes: Buffer, one: number, other: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) {
    if (bytes[one + index] !== bytes[other + index]) return false;
  }
  return true;
}
