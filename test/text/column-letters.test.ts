import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../src/text/column-letters.ts';

describe('letters of a column', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('%d is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it('read back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (column) => {
        const read = Array.from(columnLetters(column)).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

        expect(read).toBe(column);
      }),
    );
  });
});
