import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinChunks } from '../../../../src/sheet/formats/zip/join-chunks.ts';

const WHOLE = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));

describe('chunks of a file', () => {
  it('hold the same bytes when they are joined', () => {
    const chunk = fc
      .tuple(fc.nat(200_000), fc.constantFrom(0, 1, 300, 65_535, 65_536, 90_000))
      .map(([at, length]) => WHOLE.subarray(at, at + length));
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 8 }), (chunks) => {
        expect(Buffer.concat(joinChunks(chunks)).equals(Buffer.concat(chunks))).toBe(true);
      }),
    );
  });

  it('are one view where they follow one another, and one copy where they are short', () => {
    const [head, tail] = [Buffer.alloc(20), Buffer.alloc(30)];
    const pieces = [WHOLE.subarray(0, 100_000), WHOLE.subarray(100_000, 100_100), WHOLE.subarray(100_100, 250_000)];

    const joined = joinChunks([head, tail, ...pieces, tail, head]);

    expect(joined.map(({ length }) => length)).toEqual([50, 250_000, 50]);
    expect(joined[1]?.buffer).toBe(WHOLE.buffer);
  });
});
