import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endWordRows } from '../../../../src/sheet/formats/child/end-word-rows.ts';

/** A table as word-extractor tells it: narrow ones with line ends after their rows, wide ones with a second tab. */
function told(rows: readonly (readonly string[])[], rowEnd: '\n' | '\t'): string {
  return rows.map((row) => `${row.join('\t')}\t${rowEnd}`).join('');
}

const HEADER = ['序号', '名称', '信用代码', '手机'];
const ROWS = [HEADER, ['1', '甲医院', 'A1', ''], ['2', '', 'A2', '13900001234']];

describe('rows of a Word table whose ends are not told', () => {
  it.each([
    ['a wide table is parted into its rows', `附件2\n${told(ROWS, '\t')}\n`, `附件2\n${told(ROWS, '\n')}`],
    ['text behind the table stays behind it', `${told(ROWS, '\t')}填表人：某某\n`, `${told(ROWS, '\n')}填表人：某某\n`],
    [
      'only the end of the last row is told',
      `${told(ROWS.slice(0, 2), '\t')}${told(ROWS.slice(2), '\n')}`,
      told(ROWS, '\n'),
    ],
    [
      'a narrow table told in part before a wide one',
      `${told([HEADER], '\t')}${told(ROWS.slice(1), '\n').replace('\n', '\t')}附件2\n${told(
        [
          [...HEADER, ...HEADER],
          [...HEADER, ...HEADER],
        ],
        '\t',
      )}\n`,
      `${told(ROWS, '\n')}附件2\n${told(
        [
          [...HEADER, ...HEADER],
          [...HEADER, ...HEADER],
        ],
        '\n',
      )}`,
    ],
    ['rows whose ends are told stay', told(ROWS, '\n'), told(ROWS, '\n')],
    ['paragraphs stay', '您好\n请查收\n', '您好\n请查收\n'],
    ['a single row stays', `${told([HEADER], '\t')}\n`, `${HEADER.join('\t')}\t\t\n`],
    [
      'a told row with blanks in step with one another is no table of two rows',
      told([HEADER.concat(HEADER), ['1', '甲', 'A1', '', '2', '乙', 'A2', '']], '\n'),
      told([HEADER.concat(HEADER), ['1', '甲', 'A1', '', '2', '乙', 'A2', '']], '\n'),
    ],
  ])('%s', (_, body, expected) => {
    expect(endWordRows(body)).toBe(expected);
  });

  it('any filled header with any rows comes back whole', () => {
    const cell = fc.stringMatching(/^[甲乙丙0-9]{0,3}$/);
    const table = fc
      .integer({ min: 3, max: 20 })
      .chain((width) =>
        fc.tuple(
          fc.array(fc.stringMatching(/^[甲乙丙]{1,3}$/), { minLength: width, maxLength: width }),
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
        ),
      );
    fc.assert(
      fc.property(table, ([header, rows]) => {
        expect(endWordRows(`${told([header, ...rows], '\t')}\n`)).toBe(told([header, ...rows], '\n'));
      }),
    );
  });
});
