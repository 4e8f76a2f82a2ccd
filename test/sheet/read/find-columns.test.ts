import { describe, expect, it } from 'vitest';
import {
  addByContent,
  addByPosition,
  preferFilled,
  type Sample,
  swapByContent,
} from '../../../src/sheet/read/find-columns.ts';
import type { FormReader } from '../../../src/sheet/read/form-reader.ts';
import type { FoundColumn } from '../../../src/sheet/table.ts';
import { LIAISON, ROSTER, readerOf } from './read.ts';

const HOSPITALS = readerOf(ROSTER);
const LIAISONS = readerOf(LIAISON);
const USCC = '12510100450712347E';

/** Columns by key from the first one on; '' is a column of which nothing is known. */
function columns(...keys: readonly string[]): readonly FoundColumn[] {
  return keys.flatMap((key, at): FoundColumn[] =>
    key === '' ? [] : [{ key, column: at + 1, header: `头${at + 1}`, by: 'header' }],
  );
}

/** Cells of the first rows: texts of each column, separated by spaces. */
function sample(...texts: readonly string[]): Sample {
  return new Map(
    texts.flatMap((text, at) => {
      const cells = text.split(' ').filter((one) => one !== '');
      const column = at + 1;
      return cells.length === 0 ? [] : [[column, cells.map((one) => ({ column, stored: 'text' as const, text: one }))]];
    }),
  );
}

function told(found: readonly FoundColumn[]): readonly string[] {
  return found.map(({ key, column, header, by }) => `${column} ${key} ${header} ${by}`);
}

describe('columns whose contents contradict their headers', () => {
  function swapped(form: FormReader, keys: readonly string[], ...texts: readonly string[]): readonly string[] {
    const { columns: found, faults } = swapByContent(form, columns(...keys), sample(...texts));
    return [
      ...told(found).filter((line) => line.endsWith('content')),
      ...faults.map(({ code, column, seen, detail }) => `${code} ${column} ${seen} ${detail?.['other']}`),
    ];
  }

  it.each<[string, FormReader, readonly string[], readonly string[], readonly string[]]>([
    ['all in place', LIAISONS, ['name', 'phone'], ['李四光', '13812345678'], []],
    [
      'name and phone',
      LIAISONS,
      ['name', 'phone'],
      ['13812345678 13812345679', '李四光 王五洲'],
      ['2 name 头2 content', '1 phone 头1 content', 'header/swapped name 头1 头2'],
    ],
    [
      'phone and mailbox, with a blank one',
      LIAISONS,
      ['phone', 'email'],
      ['li4@163.com 无', '13812345678'],
      ['2 phone 头2 content', '1 email 头1 content', 'header/swapped phone 头1 头2'],
    ],
    ['one row right', LIAISONS, ['name', 'phone'], ['13812345678 李四光', '李四光 13812345679'], []],
    ['one row right on one side', LIAISONS, ['name', 'phone'], ['13812345678 13812345679', '李四光 13812345670'], []],
    ['nothing in one of them', LIAISONS, ['name', 'phone'], ['13812345678', ''], []],
    ['nothing but placeholders in one of them', LIAISONS, ['name', 'phone'], ['13812345678', '无'], []],
    ['both wrong, neither the other', LIAISONS, ['name', 'phone'], ['li4@163.com', '李四光'], []],
    ['two columns that prove nothing', LIAISONS, ['organization', 'position'], ['科长', '某单位'], []],
    [
      'two pairs',
      HOSPITALS,
      ['organizationCode', 'uscc', 'dataManagerPhone', 'dataManagerEmail'],
      [USCC, '450712347', 'li4@163.com', '13812345678'],
      [
        '2 organizationCode 头2 content',
        '1 uscc 头1 content',
        '4 dataManagerPhone 头4 content',
        '3 dataManagerEmail 头3 content',
        'header/swapped organizationCode 头1 头2',
        'header/swapped dataManagerPhone 头3 头4',
      ],
    ],
    ['three in a circle', LIAISONS, ['name', 'phone', 'email'], ['13812345678', 'li4@163.com', '李四光'], []],
  ])('%s', (_, form, keys, texts, wanted) => {
    expect(swapped(form, keys, ...texts)).toEqual(wanted);
  });
});

describe('two columns of one header', () => {
  const doubles = [
    { key: 'phone', column: 3, header: '头3' },
    { key: 'phone', column: 4, header: '头4' },
    { key: 'email', column: 5, header: '头5' },
  ];

  it.each<[string, readonly string[], string]>([
    ['the first is filled in', ['甲', '13812345678', '13812345679'], '2 phone 头2 header'],
    ['the second is filled in', ['甲', '', '13812345679'], '3 phone 头3 header'],
    ['the third is filled in', ['甲', '', '', '13812345679'], '4 phone 头4 header'],
    ['none is filled in', ['甲', '', '', '', 'x'], '2 phone 头2 header'],
  ])('%s', (_, texts, wanted) => {
    expect(told(preferFilled(columns('name', 'phone'), doubles, sample(...texts)))).toEqual([
      '1 name 头1 header',
      wanted,
    ]);
  });
});

describe('columns that are known by what they hold', () => {
  function added(form: FormReader, keys: readonly string[], ...texts: readonly string[]): readonly string[] {
    return told(addByContent(form, columns(...keys), sample(...texts), (column) => `H${column}`));
  }

  it.each<[string, FormReader, readonly string[], readonly string[], readonly string[]]>([
    ['nothing to be found', LIAISONS, [], [], []],
    [
      'phone and mailbox',
      LIAISONS,
      ['', 'name'],
      ['13812345678', '李四光', 'li4@163.com'],
      ['1 phone H1 content', '2 name 头2 header', '3 email H3 content'],
    ],
    [
      'four of five phones',
      LIAISONS,
      ['name'],
      ['a', '13812345678 13812345679 13812345670 13812345671 138'],
      ['1 name 头1 header', '2 phone H2 content'],
    ],
    [
      'three of four phones',
      LIAISONS,
      ['name'],
      ['a', '13812345678 13812345679 13812345670 138'],
      ['1 name 头1 header'],
    ],
    ['two columns of phones', LIAISONS, ['name'], ['a', '13812345678', '13812345679'], ['1 name 头1 header']],
    ['a phone that is known already', LIAISONS, ['phone'], ['13812345678', '13812345679'], ['1 phone 头1 header']],
    ['a city', LIAISONS, ['name'], ['a', '成都市'], ['1 name 头1 header', '2 prefecture H2 content']],
    ['free text', LIAISONS, ['phone'], ['13812345678', '科长'], ['1 phone 头1 header']],
    [
      'codes',
      HOSPITALS,
      ['name'],
      ['甲', USCC, '450712347', '45071234751010411A1001'],
      ['1 name 头1 header', '2 uscc H2 content', '3 organizationCode H3 content', '4 registrationNumber H4 content'],
    ],
    [
      'a hospital, and then a person',
      HOSPITALS,
      ['uscc'],
      [USCC, '青杠市第一人民医院', '赵一鸣'],
      ['1 uscc 头1 header', '2 name H2 content', '3 dataManagerName H3 content'],
    ],
    [
      'choices',
      HOSPITALS,
      ['name'],
      ['甲', '西医', '综合医院', '三级', '甲等'],
      [
        '1 name 头1 header',
        '2 medicineKind H2 content',
        '3 category H3 content',
        '4 level H4 content',
        '5 grade H5 content',
      ],
    ],
  ])('%s', (_, form, keys, texts, wanted) => {
    expect(added(form, keys, ...texts)).toEqual(wanted);
  });

  it('are left open where two columns could be meant, until one of them is known', () => {
    const [, person] = LIAISON.columns;
    const form = readerOf({ ...LIAISON, columns: person ? [...LIAISON.columns, { ...person, key: 'deputy' }] : [] });
    const texts = ['13812345678', '李四光 王五洲'];

    expect(added(LIAISONS, ['phone'], ...texts)).toEqual(['1 phone 头1 header', '2 name H2 content']);
    expect(added(form, ['phone'], ...texts)).toEqual(['1 phone 头1 header']);
    expect(added(form, ['phone', '', 'deputy'], ...texts)).toEqual([
      '1 phone 头1 header',
      '2 name H2 content',
      '3 deputy 头3 header',
    ]);
  });
});

describe('a slip in one header', () => {
  function placed(
    form: FormReader,
    keys: readonly string[],
    unknown: readonly number[],
    texts: readonly string[] = [],
  ): readonly string[] {
    return told(
      addByPosition(form, columns(...keys), unknown, sample(...texts), (column) => (column === 9 ? '' : `H${column}`)),
    ).filter((line) => line.endsWith('position'));
  }

  it.each<[string, FormReader, readonly string[], readonly number[], readonly string[]]>([
    ['nothing unknown', LIAISONS, ['prefecture', 'name'], [], []],
    [
      'between its neighbours',
      LIAISONS,
      ['prefecture', 'name', 'organization', '', 'phone', 'email'],
      [4],
      ['4 position H4 position'],
    ],
    ['between others', LIAISONS, ['prefecture', 'name', 'organization', '', 'email', 'phone'], [4], []],
    ['after the right one only', LIAISONS, ['prefecture', 'name', 'organization', ''], [4], []],
    ['before the right one only', LIAISONS, ['', 'name', 'organization'].map((key) => key), [1], []],
    ['at the beginning', HOSPITALS, ['', 'prefecture', 'name'], [1], ['1 sequence H1 position']],
    [
      'that is filled in with digits',
      LIAISONS,
      ['prefecture', 'name', 'organization', 'position', '', 'email'],
      [5],
      [],
    ],
    ['that is not written', LIAISONS, ['', '', '', '', '', '', '', 'organization', '', 'phone'], [9], []],
    [
      'twice',
      LIAISONS,
      ['prefecture', '', 'organization', '', 'phone'],
      [2, 4],
      ['2 name H2 position', '4 position H4 position'],
    ],
  ])('%s', (_, form, keys, unknown, wanted) => {
    expect(placed(form, keys, unknown)).toEqual(wanted);
  });

  it.each<[string, string, boolean]>([
    ['words', '科长 主任', true],
    ['placeholders', '无', true],
    ['a telephone and a word', '028-86135710 科长', true],
    ['telephones and a word', '028-86135710 028-86135711 科长', false],
    ['phones', '13812345678', false],
    ['mailboxes', 'li4@163.com', false],
  ])('that is filled in with %s', (_, texts, wanted) => {
    const keys = ['prefecture', 'name', 'organization', '', 'phone'];

    expect(placed(LIAISONS, keys, [4], ['', '', '', texts]).length === 1).toBe(wanted);
  });

  it('of running numbers is filled in with numbers', () => {
    expect(placed(HOSPITALS, ['', 'prefecture'], [1], ['13812345678'])).toEqual(['1 sequence H1 position']);
    expect(placed(HOSPITALS, ['', 'prefecture'], [1], ['变更前', '变更后'])).toEqual([]);
  });

  it('is put in its place, and means no column that is there already', () => {
    const known = columns('prefecture', 'name', 'organization', '', 'phone', 'email');
    const elsewhere = columns('prefecture', 'name', 'organization', '', 'phone', 'email', 'position');
    const place = (found: readonly FoundColumn[]): readonly string[] =>
      addByPosition(LIAISONS, found, [4], sample(), (column) => `H${column}`).map(({ key }) => key);

    expect(place(known)).toEqual(['prefecture', 'name', 'organization', 'position', 'phone', 'email']);
    expect(place(elsewhere)).toEqual(['prefecture', 'name', 'organization', 'phone', 'email', 'position']);
  });
});
