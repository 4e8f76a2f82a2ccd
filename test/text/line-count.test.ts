import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineCount } from '../../src/text/line-count.ts';

describe('lines in a column', () => {
  it.each([
    ['', 10, 1],
    ['序号', 6, 1],
    ['医疗机构名称', 20, 1],
    ['医疗机构名称', 9, 2],
    ['医疗机构名称', 5, 4],
    ['abcdefgh', 10, 1],
    ['abcdefgh', 9, 2],
    ['一\n二', 40, 2],
    ['一\n\n二', 40, 3],
    ['医疗机构名称\nabc', 9, 3],
    ['“”—…', 8, 2],
    ['abcd', 8, 1],
    ['（）', 4, 2],
    ['𠮷𠮷', 4, 2],
    ['abc', 1, 4],
    ['abc', 0, 4],
  ])('%j takes, at a width of %d, %d', (text, width, lines) => {
    expect(lineCount(text, width)).toBe(lines);
  });

  it('are never fewer in a narrower column or for a longer text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        fc.integer({ min: 1, max: 60 }),
        (text, more, width) => {
          expect(lineCount(text, width)).toBeGreaterThanOrEqual(lineCount(text, width + 1));
          expect(lineCount(text + more, width)).toBeGreaterThanOrEqual(lineCount(text, width));
        },
      ),
    );
  });
});
