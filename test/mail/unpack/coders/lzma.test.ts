import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLzma } from '../../../../src/mail/unpack/coders/decode-lzma.ts';
import { needProgram } from '../../../support/need-program.ts';
import { changes, outcome, pack, ROWS, spoil } from './pack.ts';

describe.skipIf(!needProgram('xz'))('LZMA', () => {
  const lzma = (data: Buffer, settings: string): readonly [properties: Buffer, packed: Buffer] => {
    const file = pack('xz', data, '--format=lzma', `--lzma1=${settings}`);
    return [file.subarray(0, 5), file.subarray(13)];
  };

  it.each(['lc=3,lp=0,pb=2', 'lc=0,lp=4,pb=0', 'lc=4,lp=0,pb=4', 'lc=1,lp=2,pb=3,dict=4096'])('with %s', (settings) => {
    for (const data of [ROWS, Buffer.alloc(100_000), Buffer.from('a')]) {
      const [properties, packed] = lzma(data, settings);
      expect(Buffer.compare(decodeLzma(packed, properties, data.length), data)).toBe(0);
      // The end is marked: asked for more, it gives what there is; asked for less, no more than that.
      expect(decodeLzma(packed, properties, data.length + 1)).toHaveLength(data.length);
      expect(decodeLzma(packed, properties, data.length - 1).length).toBeLessThan(data.length);
    }
  });

  it('cut short gives what came before, whatever the header promises', () => {
    const [properties, packed] = lzma(ROWS, 'lc=3,lp=0,pb=2');
    for (let length = packed.length - 20; length > 5; length -= 997) {
      const part = decodeLzma(packed.subarray(0, length), properties, 50_000_000);
      expect(part.length).toBeLessThan(ROWS.length);
      expect(Buffer.compare(part, ROWS.subarray(0, part.length))).toBe(0);
    }
    expect(outcome(() => decodeLzma(packed.subarray(0, 4), properties, 50_000_000))).toBe('file/damaged-archive');
  });

  it('spoiled never gives more than is asked for, nor anything but a fault', () => {
    const [properties, packed] = lzma(ROWS.subarray(0, 20_000), 'lc=3,lp=0,pb=2');
    fc.assert(
      fc.property(changes, fc.nat({ max: 255 }), (spots, settings) => {
        const result = outcome(() =>
          decodeLzma(spoil(packed, spots, 0), Buffer.concat([Buffer.from([settings]), properties.subarray(1)]), 30_000),
        );
        expect(typeof result === 'string' || result.length <= 30_000).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
