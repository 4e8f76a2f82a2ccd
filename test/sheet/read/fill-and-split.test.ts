import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/forms/form.ts';
import type { Field } from '../../../src/rules/field.ts';
import type { Area } from '../../../src/sheet/grid.ts';
import {
  copyDittos,
  type DraftRow,
  fillMerges,
  fillOnceGiven,
  finishRow,
  isDitto,
} from '../../../src/sheet/read/fill-down.ts';
import { fillSections } from '../../../src/sheet/read/fill-sections.ts';
import { splitChoices, splitTerms } from '../../../src/sheet/read/split-choices.ts';
import { splitContacts } from '../../../src/sheet/read/split-contact.ts';
import { viewOf } from '../../../src/sheet/read/view.ts';
import type { FoundColumn, SkippedRow } from '../../../src/sheet/table.ts';
import { sheet } from '../../support/table.ts';
import { LIAISON, ROSTER, readerOf } from './read.ts';

const HOSPITALS = readerOf(ROSTER);

function field(text: string): Field {
  return { value: text.trim(), raw: text, stored: text === '' ? 'blank' : 'text', cell: '', repairs: [] };
}

/** Rows 2, 3 … of some columns; `undefined` where a row does not have the column. */
function rows(keys: readonly string[], ...texts: readonly (readonly (string | undefined)[])[]): DraftRow[] {
  return texts.map((line, at) => ({
    row: at + 2,
    hidden: at === 1,
    fields: Object.fromEntries(
      keys.flatMap((key, index) => {
        const text = line[index];
        return text === undefined ? [] : [[key, field(text)] as const];
      }),
    ),
  }));
}

/** Values of the rows, with how they came about: `成都市 (merged)`. */
function told(drafts: readonly DraftRow[], ...keys: readonly string[]): readonly string[] {
  return drafts.map(({ fields }) =>
    keys
      .map((key) => {
        const { value = '-', repairs = [] } = fields[key] ?? {};
        return [value, ...repairs.map(({ kind, from, to }) => `(${kind} ${from}→${to})`)].join(' ');
      })
      .join(' | '),
  );
}

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

describe('two choices in one cell', () => {
  function split(level: string | undefined, grade: string | undefined): string {
    const drafts = rows(['level', 'grade'], [level, grade]);
    splitChoices(HOSPITALS, drafts);
    return told(drafts, 'level', 'grade')[0] ?? '';
  }

  it.each<[string | undefined, string | undefined, string]>([
    ['三级甲等', '', '三级 (split 三级甲等→三级) | 甲等 (split 三级甲等→甲等)'],
    ['三级甲等', undefined, '三级 (split 三级甲等→三级) | 甲等 (split 三级甲等→甲等)'],
    ['甲等三级', '', '三级 (split 甲等三级→三级) | 甲等 (split 甲等三级→甲等)'],
    ['三级、甲等', '', '三级 (split 三级、甲等→三级) | 甲等 (split 三级、甲等→甲等)'],
    ['三级（甲等）医院', '', '三级 (split 三级（甲等）医院→三级) | 甲等 (split 三级（甲等）医院→甲等)'],
    ['三级甲等', '甲等', '三级 (split 三级甲等→三级) | 甲等'],
    ['三级甲等', '三级甲等', '三级 (split 三级甲等→三级) | 甲等 (split 三级甲等→甲等)'],
    ['三级甲等', '三甲', '三级 (split 三级甲等→三级) | 甲等 (split 三甲→甲等)'],
    ['三级甲等', '乙等', '三级甲等 | 乙等'],
    ['三级甲等', '二级甲等', '三级甲等 | 二级甲等'],
    ['三级甲等', '不知', '三级甲等 | 不知'],
    ['', '三级甲等', '三级 (split 三级甲等→三级) | 甲等 (split 三级甲等→甲等)'],
    ['三级', '', '三级 | '],
    ['高级', '', '高级 | '],
    ['', '', ' | '],
    ['三级甲等综合性医院示范单位', '', '三级甲等综合性医院示范单位 | '],
  ])('level %j and grade %j', (level, grade, wanted) => {
    expect(split(level, grade)).toBe(wanted);
  });

  it.each([
    ['三级甲等', '三级 甲等'],
    ['三 级 - 甲 等', '三级 甲等'],
    ['三级/甲等', '三级 甲等'],
    ['三级,甲等', '三级 甲等'],
    ['三级，甲等', '三级 甲等'],
    ['三甲医院', '三级 甲等'],
    ['三级甲等医院医院', undefined],
    ['三级', undefined],
    ['', undefined],
    [`三级甲等${'医'.repeat(11)}`, undefined],
  ])('%j is %j', (text, wanted) => {
    const [level, grade] = [HOSPITALS.byKey.get('level'), HOSPITALS.byKey.get('grade')];
    const parts = level && grade && splitTerms(text, level, grade);

    expect(parts && `${parts.own} ${parts.other}`).toBe(wanted);
  });

  it.each<[Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    [
      { level: '二级综合医院', category: '' },
      { level: '二级', category: '综合医院' },
    ],
    [
      { level: '二级综合医院', category: '', grade: '' },
      { level: '二级', category: '综合医院', grade: '' },
    ],
    [
      { level: '三级综合', medicineKind: '' },
      { level: '三级', category: '综合医院', medicineKind: '' },
    ],
    [
      { level: '三级中医', medicineKind: '' },
      { level: '三级', medicineKind: '中医' },
    ],
    [
      { category: '综合医院三级', level: '' },
      { category: '综合医院', level: '三级' },
    ],
    [
      { category: '三级综合医院', level: '三级', grade: '' },
      { category: '综合医院', level: '三级', grade: '' },
    ],
    [{ category: '中医医院二级' }, { category: '中医（综合）医院', level: '二级' }],
    [
      { medicineKind: '西医综合医院', category: '' },
      { medicineKind: '西医', category: '综合医院' },
    ],
    [
      { medicineKind: '中医医院', category: '' },
      { medicineKind: '中医医院', category: '' },
    ],
    [
      { level: '一级甲等', grade: '' },
      { level: '一级', grade: '甲等' },
    ],
    [
      { level: '甲等医院三级', grade: '' },
      { level: '甲等医院三级', grade: '' },
    ],
    [
      { grade: '二级', level: '' },
      { grade: '二级', level: '' },
    ],
    [
      { name: '三级甲等', grade: '' },
      { name: '三级甲等', grade: '' },
    ],
  ])('%j is %j', (written, wanted) => {
    const keys = Object.keys(written);
    const drafts = rows(keys, Object.values(written));
    splitChoices(HOSPITALS, drafts);

    expect(Object.fromEntries(Object.entries(drafts[0]?.fields ?? {}).map(([key, { value }]) => [key, value]))).toEqual(
      wanted,
    );
  });
});

describe('a name and a phone in one cell', () => {
  const form = readerOf(LIAISON);

  function split(
    text: string,
    also: readonly (readonly [string, string])[] = [['phone', 'name']],
    keys = ['name'],
  ): string {
    const drafts = rows(keys, [text]);
    splitContacts(form, drafts, new Map(also));
    return told(drafts, 'name', 'phone')[0]?.replaceAll('\n', '↵') ?? '';
  }
  const SPLIT = (text: string): string => `李四光 (split ${text}→李四光) | 13812345678 (split ${text}→13812345678)`;

  it.each([
    '李四光 13812345678',
    '李四光13812345678',
    '13812345678 李四光',
    '13812345678，李四光',
    '李四光：13812345678',
    '李四光（13812345678）',
    '李四光/13812345678',
    '李四光|138-1234-5678',
    '李四光 138 1234 5678',
    '李四光、电话：13812345678',
    '李四光 手机 13812345678',
    '（李四光）138１２３４5678',
  ])('%s', (text) => {
    expect(split(text)).toBe(SPLIT(text));
  });

  it.each([
    '李四光',
    '13812345678',
    '、13812345678',
    '李四光 12812345678',
    '李四光 138123456789',
    '李四光 0138123456780',
    '李四光2 13812345678',
    '李四光 13812345678 13812345679',
    '',
  ])('%j stays as it is', (text) => {
    expect(split(text)).toBe(`${text} | -`);
  });

  it('may stand in the column of the phone, and needs no header of both', () => {
    expect(split('李四光 13812345678', [['name', 'phone']], ['phone'])).toBe(SPLIT('李四光 13812345678'));
    expect(split('李四光 13812345678', [], ['phone'])).toBe(SPLIT('李四光 13812345678'));
    expect(split('李四光 13812345678', [])).toBe(SPLIT('李四光 13812345678'));
    expect(split('李四光 13812345678', [], ['position'])).toBe('- | -');
  });

  it('stays as it is where the other column has its own answer', () => {
    const drafts = rows(['name', 'phone'], ['李四光 13812345678', '13812345679'], ['王五洲', '王五洲 13812345679']);
    splitContacts(form, drafts, new Map());

    expect(told(drafts, 'name', 'phone')).toEqual(['李四光 13812345678 | 13812345679', '王五洲 | 王五洲 13812345679']);
  });

  it('is parted in a form of two phones or two people only by a header of both', () => {
    const [, person, , , phone] = LIAISON.columns;
    const twoPhones = { ...LIAISON, columns: phone ? [...LIAISON.columns, { ...phone, key: 'other' }] : [] };
    const twoPeople = { ...LIAISON, columns: person ? [...LIAISON.columns, { ...person, key: 'other' }] : [] };
    const parted = (of: Form, also: readonly (readonly [string, string])[]): string => {
      const drafts = rows(['name'], ['李四光 13812345678']);
      splitContacts(readerOf(of), drafts, new Map(also));
      return told(drafts, 'name', 'phone')[0] ?? '';
    };

    expect([parted(twoPhones, []), parted(twoPeople, [])]).toEqual(
      Array.from({ length: 2 }, () => '李四光 13812345678 | -'),
    );
    expect(parted(twoPhones, [['phone', 'name']])).toBe(SPLIT('李四光 13812345678'));
    expect(parted(twoPhones, [['email', 'name']])).toBe('李四光 13812345678 | -');
    expect(parted(twoPhones, [['phone', 'position']])).toBe('李四光 13812345678 | -');
    expect(parted(twoPhones, [['nobody', 'name']])).toBe('李四光 13812345678 | -');
  });
});
