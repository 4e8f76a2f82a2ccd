import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBzip2 } from '../../../../src/mail/unpack/coders/decode-bzip2.ts';
import { needProgram } from '../../../support/need-program.ts';
import { changes, LIMIT, outcome, pack, ROWS, spoil } from './pack.ts';

const texts = fc.array(fc.tuple(fc.constantFrom('a', 'bc', '成都市', '\0'), fc.integer({ min: 1, max: 600 })), {
  maxLength: 12,
});
describe.skipIf(!needProgram('bzip2'))('bzip2', () => {
  it.each([
    ['rows', ROWS],
    ['rows in several blocks', Buffer.concat([ROWS, ROWS])],
    ['four equal bytes', Buffer.from('aaaa')],
    [
      'runs of every length',
      Buffer.from(Array.from({ length: 300 }, (_, n) => (n % 2 ? 'a' : 'b').repeat(n)).join('')),
    ],
    ['zeros', Buffer.alloc(3_000_000)],
    ['nothing', Buffer.alloc(0)],
    ['all bytes', Buffer.from(Array.from({ length: 70_000 }, (_, at) => Math.imul(at, at) >>> 7))],
  ])('of %s, in one stream and in two', (_, data) => {
    const packed = pack('bzip2', data, '-1');

    expect(Buffer.compare(decodeBzip2(packed, LIMIT), data)).toBe(0);
    const twice = decodeBzip2(Buffer.concat([packed, pack('bzip2', data, '-9')]), LIMIT);
    expect(Buffer.compare(twice, Buffer.concat([data, data]))).toBe(0);
  });

  it('of anything', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const data = Buffer.from(parts.map(([text, times]) => text.repeat(times)).join(''));
        expect(Buffer.compare(decodeBzip2(pack('bzip2', data), data.length), data)).toBe(0);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('stops at its bound', () => {
    const packed = pack('bzip2', Buffer.alloc(10_000_000));
    expect(decodeBzip2(pack('bzip2', Buffer.from('aaaabbbbcccc')), 12).toString()).toBe(
      '97,97,97,97,98,98,98,98,99,99,99,99',
    );
    expect(outcome(() => decodeBzip2(packed, 9_999_999))).toBe('file/archive-too-large');
    expect(decodeBzip2(packed, 10_000_000)).toHaveLength(10_000_000);
  });

  it('cut short or spoiled is a fault, never less than all', () => {
    const data = ROWS.subarray(0, 250_000);
    const packed = pack('bzip2', data, '-1');
    for (let length = packed.length - 1; length >= 0; length -= 97)
      expect(outcome(() => decodeBzip2(packed.subarray(0, length), LIMIT))).toBe('file/damaged-archive');
    fc.assert(
      fc.property(changes, (spots) => {
        const result = outcome(() => decodeBzip2(spoil(packed, spots, 4), LIMIT));
        expect(typeof result === 'string' || result.equals(data)).toBe(true);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('of ten thousand small streams does not take long', () => {
    const one = pack('bzip2', Buffer.from('a'), '-9');
    const before = process.cpuUsage();
    expect(decodeBzip2(Buffer.concat(Array.from({ length: 10_000 }, () => one)), LIMIT)).toHaveLength(10_000);
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
  });
});
