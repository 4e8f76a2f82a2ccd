import { describe, expect, it } from 'vitest';
import { foldHeader, indexHeaders, lookUpHeader } from '../../../src/sheet/read/header-index.ts';
import { headerLayers, oneLine } from '../../../src/sheet/read/header-layers.ts';
import { isHeaderText } from '../../../src/sheet/read/is-header-text.ts';
import { matchForm, matchHeader } from '../../../src/sheet/read/match-header.ts';
import { viewOf } from '../../../src/sheet/read/view.ts';
import { type SheetOptions, sheet } from '../../support/table.ts';
import { LIAISON, ROSTER, readerOf } from './read.ts';

const READERS = [readerOf(ROSTER), readerOf(LIAISON)];
const [, LIAISONS = readerOf(LIAISON)] = READERS;
const INDEX = indexHeaders(READERS);

describe('what two headers have in common', () => {
  it.each([
    ['手机号码', '手机号码'],
    ['手机 号码：', '手机号码'],
    ['手机号码（11位）', '手机号码'],
    ['手机号码(11位)', '手机号码'],
    ['手机号码【11位】', '手机号码'],
    ['手机号码[11位](必填)', '手机号码'],
    ['（手机号码）', '手机号码'],
    ['1.手机号码', '手机号码'],
    ['12手机号码', '手机号码'],
    ['123手机号码', '123手机号码'],
    ['手机2号码', '手机2号码'],
    ['12', '12'],
    ['手机号码必填', '手机号码'],
    ['手机号码 必填项', '手机号码'],
    ['手机号码选填', '手机号码'],
    ['手机号码可不填', '手机号码'],
    ['必填手机号码', '必填手机号码'],
    ['（a（b）', 'a'],
    ['类别（填代码，见《分类（2002年）》）', '类别'],
    [`类别（${'注'.repeat(296)}）`, '类别'],
    [`类别（${'注'.repeat(297)}）`, `类别${'注'.repeat(297)}`],
    ['ＰＨＯＮＥ', 'phone'],
    ['', ''],
  ])('%j is %j', (text, folded) => {
    expect(foldHeader(text)).toBe(folded);
  });
});

describe('what a header means', () => {
  function meanings(text: string): readonly string[] {
    return lookUpHeader(INDEX, text).map(
      ({ form, key, by, rank, also }) =>
        `${form.form.form}.${key} ${by}${rank === 0 ? '' : ` ${rank}`}${also.length === 0 ? '' : ` +${also.join()}`}`,
    );
  }

  it.each<[string, readonly string[]]>([
    ['', []],
    ['办公电话', []],
    ['医疗机构名称', ['hospital-roster.name header']],
    ['医疗机构级别(三级、二级)', ['hospital-roster.level header']],
    ['医疗机构级别', ['hospital-roster.level header']],
    ['医院名称', ['hospital-roster.name alias 1']],
    ['机构名称（全称）', ['hospital-roster.name alias 2']],
    ['姓名', ['hospital-roster.dataManagerName alias 5', 'liaison-list.name header']],
    ['级别等次', ['hospital-roster.level alias 2 +grade']],
    ['级别和等次', ['hospital-roster.level alias 2 +grade']],
    ['级别及等次', ['hospital-roster.level alias 2 +grade']],
    ['级别与等次', ['hospital-roster.level alias 2 +grade']],
    ['级别或等次', ['hospital-roster.level alias 2 +grade']],
    ['职务及邮箱', ['liaison-list.position header +email']],
    [
      '姓名邮箱',
      ['hospital-roster.dataManagerName alias 5 +dataManagerEmail', 'liaison-list.name header +email'].map((text) =>
        text.replace('header', 'alias'),
      ),
    ],
    ['#', ['hospital-roster.sequence alias 7']],
    [' ＃ ', ['hospital-roster.sequence alias 7']],
    ['*', []],
    ['姓名姓名', []],
    ['医院职务', []],
    ['手机'.repeat(31), []],
  ])('%j', (text, wanted) => {
    const expected = text === '职务及邮箱' ? ['liaison-list.position alias +email'] : wanted;
    expect(meanings(text)).toEqual(expected);
  });

  it('is nothing when it is longer than three hundred characters, or sixty without its remarks', () => {
    const long = (count: number): string => `医疗机构名称（${'注'.repeat(count)}）`;

    expect(meanings(long(292))).toEqual(['hospital-roster.name header']);
    expect(meanings(long(293))).toEqual([]);
    expect(meanings(`${'1'.repeat(2)}${'医'.repeat(60)}`)).toEqual([]);
  });

  it('is a pair of at most twenty characters', () => {
    expect(meanings('医疗机构数据管理员姓名医疗机构数据管理员邮箱')).toEqual([]);
    expect(meanings('数据管理员姓名和数据管理员邮箱')).toHaveLength(1);
  });
});

describe('headers of several rows', () => {
  function layers(drawn: string, options: SheetOptions = {}, to = 1): readonly string[] {
    return [...headerLayers(viewOf(sheet(drawn, options)), 0, to)]
      .sort(([a], [b]) => a - b)
      .map(([column, texts]) => `${column} ${texts.join('/')}`);
  }

  it.each<[string, string, SheetOptions, readonly string[]]>([
    ['two columns', '| 甲 | 乙 |', {}, ['1 甲', '2 乙']],
    ['one above the other', '| 甲 | 乙 |\n| 丙 | 丁 |', {}, ['1 甲/丙', '2 乙/丁']],
    [
      'a group that is written once',
      '| 甲 | 组 | | 末 |\n| | 乙 | 丙 | 丁 |',
      {},
      ['1 甲', '2 组/乙', '3 组/丙', '4 末/丁'],
    ],
    [
      'a group that ends where nothing stands below',
      '| 组 | | 他 | |\n| 乙 | 丙 | | 丁 |',
      {},
      ['1 组/乙', '2 组/丙', '3 他', '4 丁'],
    ],
    [
      'a merged group',
      '| 甲 | 组 | | |\n| 乙 | 丙 | | 丁 |',
      { merges: [{ top: 1, left: 2, bottom: 1, right: 3 }] },
      ['1 甲/乙', '2 组/丙', '3 组', '4 丁'],
    ],
    [
      'a merge down a column, which is no group',
      '| 甲 | 组 |\n| | 丙 |',
      { merges: [{ top: 1, left: 1, bottom: 2, right: 1 }] },
      ['1 甲', '2 组/丙'],
    ],
    [
      'a merge of nothing',
      '| 甲 |\n| 丙 | 丁 |',
      { merges: [{ top: 1, left: 3, bottom: 1, right: 4 }] },
      ['1 甲/丙', '2 甲/丁'],
    ],
    ['the last row, in which nothing is spread', '| | 甲 |\n| 乙 | | |', {}, ['1 乙', '2 甲']],
    ['lines in a cell', '| 手机\\n号码 |', {}, ['1 手机号码']],
  ])('%s', (_, drawn, options, wanted) => {
    expect(layers(drawn, options)).toEqual(wanted);
  });

  it('ask for the same view twice', () => {
    const view = viewOf(
      sheet('| 甲 | | 乙 | |\n| 丙 | | 丁 | |', {
        merges: [
          { top: 1, left: 1, bottom: 1, right: 2 },
          { top: 1, left: 3, bottom: 1, right: 4 },
        ],
      }),
    );
    const first = [...headerLayers(view, 0, 0)];

    expect(first).toEqual([
      [1, ['甲']],
      [2, ['甲']],
      [3, ['乙']],
      [4, ['乙']],
    ]);
    expect([...headerLayers(view, 0, 0)]).toEqual(first);
    expect([...headerLayers(view, 1, 1)]).toEqual([
      [1, ['丙']],
      [3, ['丁']],
    ]);
  });

  it('go no further than the two hundredth column', () => {
    const grid = sheet('| 甲 | 乙 |\n| 丙 | 丁 |', { merges: [{ top: 1, left: 2, bottom: 1, right: 16_384 }] });

    expect([...headerLayers(viewOf(grid), 0, 1).keys()].at(-1)).toBe(200);
  });

  it.each([
    ['手机\n号码', '手机号码'],
    [' 手机 \r\n 号码 ', '手机号码'],
    ['a\n\n b', 'ab'],
    ['a b', 'a b'],
  ])('%j on one line is %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});

describe('a header that comes again', () => {
  const layers = new Map([
    [1, ['联络员', '手机号码（11位）']],
    [2, ['（必填）']],
  ]);

  it.each([
    [1, '手机号码', true],
    [1, '手机 号码', true],
    [1, '联络员', true],
    [1, '（手机号码）', true],
    [1, '13812345678', false],
    [1, '手机', false],
    [1, '', false],
    [1, '！', false],
    [2, '必填', false],
    [3, '手机号码', false],
  ])('in column %d: %j %s', (column, text, same) => {
    expect(isHeaderText(layers, column, text)).toBe(same);
    expect(isHeaderText(layers, column, text)).toBe(same);
  });
});

describe('what a form finds among headers', () => {
  function match(headers: readonly (readonly string[])[]): Record<string, unknown> {
    const { columns, also, doubles } = matchForm(INDEX, new Map(headers.map((texts, at) => [at + 1, texts])), LIAISONS);
    return {
      columns: columns.map(({ key, column, header, by }) => `${column} ${key} ${header} ${by}`),
      also: [...also].map(([key, written]) => `${key} in ${written}`),
      doubles: doubles.map(({ key, column, header }) => `${column} ${key} ${header}`),
    };
  }

  it.each<[string, readonly (readonly string[])[], Record<string, unknown>]>([
    ['nothing', [['甲']], { columns: [], also: [], doubles: [] }],
    [
      'its own words and others',
      [['联系人'], ['邮箱'], ['甲']],
      { columns: ['1 name 联系人 alias', '2 email 邮箱 header'], also: [], doubles: [] },
    ],
    [
      'the better of two',
      [['联系人'], ['姓名'], ['联系人姓名']],
      { columns: ['2 name 姓名 header'], also: [], doubles: ['1 name 联系人', '3 name 联系人姓名'] },
    ],
    [
      'the first of two alike',
      [['姓名'], ['姓名']],
      { columns: ['1 name 姓名 header'], also: [], doubles: ['2 name 姓名'] },
    ],
    ['two in one', [['姓名及手机']], { columns: ['1 name 姓名及手机 alias'], also: ['phone in name'], doubles: [] }],
    [
      'two in one, of which one has its own column',
      [['姓名及手机'], ['手机号码']],
      { columns: ['1 name 姓名及手机 alias', '2 phone 手机号码 header'], also: [], doubles: [] },
    ],
    [
      'a group and its columns',
      [
        ['联络员', '姓名'],
        ['联络员', '办公室'],
        ['甲', '邮箱'],
      ],
      {
        columns: ['1 name 联络员姓名 group', '3 email 甲邮箱 header'],
        also: [],
        doubles: ['2 name 联络员办公室'],
      },
    ],
    [
      'a group that bears the name of a column',
      [
        ['联络员', '姓名'],
        ['联络员', '手机号码'],
      ],
      { columns: ['1 name 联络员姓名 group', '2 phone 联络员手机号码 header'], also: [], doubles: [] },
    ],
    [
      'two headers, one above the other',
      [['姓名及', '邮箱']],
      { columns: ['1 email 姓名及邮箱 header'], also: [], doubles: [] },
    ],
    ['the same text on both rows', [['邮箱', '邮箱']], { columns: ['1 email 邮箱 group'], also: [], doubles: [] }],
  ])('%s', (_, headers, wanted) => {
    expect(match(headers)).toEqual(wanted);
  });

  it('is weighed against other forms: most columns, then fewest missing', () => {
    const best = (...headers: readonly string[]): string | undefined =>
      matchHeader(INDEX, new Map(headers.map((text, at) => [at + 1, [text]])), READERS)?.form.form.form;

    expect(best('甲')).toBeUndefined();
    expect(best('姓名', '手机号码', '邮箱')).toBe('liaison-list');
    expect(best('姓名', '手机号码', '邮箱', '医疗机构名称')).toBe('hospital-roster');
    expect(best('医疗机构名称')).toBe('hospital-roster');
  });
});
