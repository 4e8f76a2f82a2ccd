/** The polynomial of CRC-32, bits reversed (ITU-T V.42, 8.1.1.6.2). */
const POLYNOMIAL = 0xedb88320;

/**
 * CRC-32 of two stretches one after the other, from the CRC-32 of each and the length of the second. Appending zeros is
 * a linear map of the 32 bits of the remainder; the maps for 1, 2, 4, 8 … bytes are made once, each by squaring.
 */
export function combineCrc(first: number, second: number, length: number): number {
  let shifted = first >>> 0;
  for (let power = 0, rest = length; rest > 0; power += 1, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) shifted = apply(zeroBytes(power), shifted);
  return (shifted ^ second) >>> 0;
}

/** A map of 32 bits, by what becomes of each bit, the lowest first. */
type BitMap = readonly number[];

/** Appends one zero bit. */
const ZERO_BIT: BitMap = [POLYNOMIAL, ...Array.from({ length: 31 }, (_, bit) => 2 ** bit)];

const ZERO_BYTES: BitMap[] = [square(square(square(ZERO_BIT)))];

/** Appends 2 to the power of `power` zero bytes. */
function zeroBytes(power: number): BitMap {
  const known = ZERO_BYTES[power];
  if (known) return known;
  const map = square(zeroBytes(power - 1));
  ZERO_BYTES[power] = map;
  return map;
}

function square(map: BitMap): BitMap {
  return map.map((bits) => apply(map, bits));
}

function apply(map: BitMap, value: number): number {
  let result = 0;
  for (let bit = 0, rest = value >>> 0; rest !== 0; bit += 1, rest >>>= 1) if (rest & 1) result ^= map[bit] ?? 0;
  return result >>> 0;
}
