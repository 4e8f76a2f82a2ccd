import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/forms/form.ts';
import type { Area } from '../../../src/sheet/grid.ts';
import { copyDittos, fillMerges, fillOnceGiven, finishRow, isDitto } from '../../../src/sheet/read/fill-down.ts';
import { fillSections } from '../../../src/sheet/read/fill-sections.ts';
import { viewOf } from '../../../src/sheet/read/view.ts';
import type { FoundColumn, SkippedRow } from '../../../src/sheet/table.ts';
import { sheet } from '../../support/table.ts';
import { field, rows, told } from './drafts.ts';
import { LIAISON, ROSTER, readerOf } from './read.ts';

const HOSPITALS = readerOf(ROSTER);

function found(...keys: readonly string[]): readonly FoundColumn[] {
  return keys.map((key, at) => ({ key, column: at + 1, header: key, by: 'header' }));
}

describe('what people write instead of repeating the cell above', () => {
  it.each([
    '同上',
    '同上行',
    '同上格',
    '同前',
    '〃',
    '″',
    '"',
    '""',
    '“',
    '”',
    '〞',
    '＂',
    "''",
    '’’',
    '-〃-',
    '〃-',
    ' 同 上 ',
    '（同上）',
    '同上。',
  ])('%j is a ditto', (text) => {
    expect(isDitto(text)).toBe(true);
  });

  it.each(['', ' ', '-', '同', '上', "'", '同上同上', '与同上', '同济医院', '"""', '同上'.padEnd(13, ' '), '成都市'])(
    '%j is none',
    (text) => {
      expect(isDitto(text)).toBe(false);
    },
  );

  it('takes the value above, and that of a ditto above', () => {
    const drafts = rows(
      ['a', 'b', 'c'],
      ['同上', '甲', ''],
      ['同上', ' 同上 ', '同上'],
      ['乙', '同上', '丙'],
      ['同上', '', undefined],
    );
    copyDittos(drafts, found('a', 'b', 'c'));

    expect(told(drafts, 'a', 'b', 'c')).toEqual([
      '同上 | 甲 | ',
      '同上 (ditto 同上→同上) | 甲 (ditto 同上→甲) | 同上',
      '乙 | 甲 (ditto 同上→甲) | 丙',
      '乙 (ditto 同上→乙) |  | -',
    ]);
  });
});

describe('a merged cell', () => {
  function filled(merges: readonly Area[], ...texts: readonly (readonly string[])[]): readonly string[] {
    const drafts = rows(['city', 'name'], ...texts);
    fillMerges(viewOf(sheet('', { merges })), drafts, found('city', 'name'));
    return told(drafts, 'city', 'name');
  }
  const area = (top: number, bottom: number, left = 1, right = left): Area => ({ top, left, bottom, right });

  it.each<[string, readonly Area[], readonly string[]]>([
    ['over three rows', [area(2, 4)], ['成都', '成都 (merged →成都)', '成都 (merged →成都)', '']],
    ['over two rows', [area(2, 3)], ['成都', '成都 (merged →成都)', '', '']],
    ['over one row', [area(2, 2)], ['成都', '', '', '']],
    ['from the header on', [area(1, 4)], ['成都', '', '', '']],
    ['of another column', [area(2, 4, 3)], ['成都', '', '', '']],
    [
      'over the end of the sheet',
      [area(2, 20_002)],
      ['成都', ...Array.from({ length: 3 }, () => '成都 (merged →成都)')],
    ],
    ['over more rows than any table has', [area(2, 20_003)], ['成都', '', '', '']],
    ['of nothing', [area(3, 5)], ['成都', '', '', '']],
  ])('%s', (_, merges, cities) => {
    expect(
      filled(merges, ['成都', '甲'], ['', '乙'], ['', '丙'], ['', '丁']).map((line) => line.split(' | ')[0]),
    ).toEqual(cities);
  });

  it('covers nothing that is written below it', () => {
    expect(filled([area(2, 4)], ['成都', '甲'], ['绵阳', '乙'], [' ', '丙'])).toEqual([
      '成都 | 甲',
      '绵阳 | 乙',
      '成都 (merged →成都) | 丙',
    ]);
  });
});

describe('a city written once', () => {
  function filled(form: Form, ...cities: readonly (string | undefined)[]): readonly string[] {
    const drafts = rows(['prefecture'], ...cities.map((city) => [city]));
    fillOnceGiven(readerOf(form), drafts);
    return told(drafts, 'prefecture');
  }
  const FILLED = '成都市 (filled-down →成都市)';

  it.each<[string, readonly (string | undefined)[], readonly string[]]>([
    ['for all', ['成都市', '', ''], ['成都市', FILLED, FILLED]],
    ['for each part', ['成都市', '', '绵阳市', ''], ['成都市', FILLED, '绵阳市', '绵阳市 (filled-down →绵阳市)']],
    ['not in the first row', ['', '成都市', ''], ['', '成都市', '']],
    ['nowhere', ['', ''], ['', '']],
    ['in every row', ['成都市', '绵阳市'], ['成都市', '绵阳市']],
    ['but forgotten once', ['成都市', '成都市', ''], ['成都市', '成都市', '']],
    ['and once more after a gap', ['成都市', '', '成都市'], ['成都市', '', '成都市']],
    ['twice, not in a row', ['成都市', '绵阳市', '成都市', ''], ['成都市', '绵阳市', '成都市', FILLED]],
    ['in a column that is missing', [undefined, undefined], ['-', '-']],
  ])('%s', (_, cities, wanted) => {
    expect(filled(ROSTER, ...cities)).toEqual(wanted);
  });

  it('is not filled in where there is one row, or no such column', () => {
    expect(filled(LIAISON, '成都市', '')).toEqual(['成都市', '']);
    expect(filled({ ...ROSTER, unitColumn: '' }, '成都市', '')).toEqual(['成都市', '']);
  });

  it('may have been merged before', () => {
    const drafts = rows(['prefecture'], ['成都市'], [''], ['']);
    fillMerges(viewOf(sheet('', { merges: [{ top: 2, left: 1, bottom: 3, right: 1 }] })), drafts, found('prefecture'));
    fillOnceGiven(HOSPITALS, drafts);

    expect(told(drafts, 'prefecture')).toEqual(['成都市', '成都市 (merged →成都市)', FILLED]);
  });

  it('makes a finished row', () => {
    const [, second] = rows(['a'], ['甲'], ['乙']);
    expect(second && finishRow(second)).toEqual({ row: 3, hidden: true, fields: { a: field('乙') } });
  });
});

describe('a city on a line of its own', () => {
  function filled(
    form: Form,
    names: Readonly<Record<number, string>>,
    reason: SkippedRow['reason'],
    ...cities: readonly (string | undefined)[]
  ): readonly string[] {
    const drafts = rows(['prefecture'], ...cities.map((city) => [city]));
    const skipped = Object.entries(names).map(([row, text]) => ({ row: Number(row), text, reason }));
    fillSections(readerOf(form), drafts, skipped);
    return told(drafts, 'prefecture').map((line) => line.replace(/ \(filled-down →.*/, '*'));
  }

  it.each<[string, Readonly<Record<number, string>>, readonly (string | undefined)[], readonly string[]]>([
    ['above all rows', { 1: '成都' }, ['', ''], ['成都市*', '成都市*']],
    [
      'above some rows',
      { 1: '成都', 3: '绵阳市' },
      ['', '', ''],
      ['成都市*', '成都市*', '绵阳市*'].map((city, at) => (at === 1 ? '成都市*' : city)),
    ],
    ['below the last row', { 9: '成都' }, ['', ''], ['', '']],
    ['of two, the nearer one', { 0: '成都', 1: '绵阳' }, ['', ''], ['绵阳市*', '绵阳市*']],
    ['that no city has', { 1: '某县' }, ['', ''], ['', '']],
    ['that is empty', { 1: '' }, ['', ''], ['', '']],
    ['up to a row that names its own', { 1: '成都' }, ['', '绵阳市', ''], ['成都市*', '绵阳市', '']],
    ['with something written beside it', { 1: '成都' }, [' ', '\u200b'], ['成都市*', '\u200b']],
    ['without a column', { 1: '成都' }, [undefined], ['-']],
  ])('%s', (_, names, cities, wanted) => {
    expect(filled(ROSTER, names, 'note', ...cities)).toEqual(wanted);
  });

  it('counts unless it is the header once more, or one row is wanted, or no city', () => {
    expect(filled(ROSTER, { 1: '成都' }, 'blank', '')).toEqual(['成都市*']);
    expect(filled(ROSTER, { 1: '成都' }, 'repeated-header', '')).toEqual(['']);
    expect(filled(LIAISON, { 1: '成都' }, 'note', '')).toEqual(['']);
    expect(filled({ ...ROSTER, unitColumn: 'name' }, { 1: '成都' }, 'note', '')).toEqual(['']);
    expect(filled({ ...ROSTER, unitColumn: '' }, { 1: '成都' }, 'note', '')).toEqual(['']);
  });
});
