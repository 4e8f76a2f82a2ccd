import { describe, expect, it } from 'vitest';
import { loadForm } from '../../../src/forms/load-form.ts';
import type { Grid } from '../../../src/sheet/grid.ts';
import { indexHeaders } from '../../../src/sheet/read/header-index.ts';
import { locateByContent } from '../../../src/sheet/read/locate-by-content.ts';
import { enoughColumns, type LocatedTable, locateTables } from '../../../src/sheet/read/locate-tables.ts';
import { viewOf } from '../../../src/sheet/read/view.ts';
import { sheet } from '../../support/table.ts';
import { LIAISON, ROSTER, readerOf } from './read.ts';

const READERS = [readerOf(ROSTER), readerOf(LIAISON)];
const INDEX = indexHeaders(READERS);
const HEAD = '| 市（州） | 姓名 | 工作单位 | 职务 | 手机号码 | 邮箱 |';
const ROW = '| 成都市 | 李四光 | 某单位 | 科长 | 13812345678 | li4@163.com |';
const HOSPITALS = '| 市(州) | 医疗机构名称 | 统一社会信用代码 | 医疗机构级别 |';
const HOSPITAL = '| 成都市 | 青杠医院 | 12510100450712347E | 三级 |';

/** form: header rows, columns, rows from start to end, repeats. All are indexes of rows that hold something. */
function told(table: LocatedTable): string {
  const { match, first, last, left, right, start, end, repeats } = table;
  const again = repeats.size === 0 ? '' : ` again ${[...repeats].join()}`;
  return `${match.form.form.form} ${first}-${last} in ${left}-${right} of ${start}-${end}${again}`;
}

function located(one: Grid | string): readonly string[] {
  return locateTables(viewOf(typeof one === 'string' ? sheet(one) : one), INDEX, READERS).map(told);
}

describe('headers on a sheet', () => {
  it.each<[string, string, readonly string[]]>([
    ['no row', '', []],
    ['a title alone', '| 市级联络员名单 |', []],
    ['a header alone', HEAD, ['liaison-list 0-0 in 1-200 of 0-1']],
    ['a title above', `| 附件3 |\n${HEAD}\n${ROW}`, ['liaison-list 1-1 in 1-200 of 0-3']],
    ['two headers of three columns', '| 姓名 | 邮箱 |\n| 李四光 | li4@163.com |', []],
    ['three headers of a list of six', '| 姓名 | 邮箱 | 职务 |', ['liaison-list 0-0 in 1-200 of 0-1']],
    ['three headers of a roster of thirteen', '| 市(州) | 医疗机构名称 | 统一社会信用代码 |', []],
    ['four headers of a roster of thirteen', HOSPITALS, ['hospital-roster 0-0 in 1-200 of 0-1']],
    ['the same header again', `${HEAD}\n${ROW}\n${HEAD}\n${ROW}`, ['liaison-list 0-0 in 1-200 of 0-4 again 2']],
    [
      'a header of another layout',
      `${HEAD}\n${ROW}\n| 姓名 | 市（州） | 邮箱 |\n${ROW}`,
      ['liaison-list 0-0 in 1-200 of 0-2', 'liaison-list 2-2 in 1-200 of 1-4'],
    ],
    [
      'the header of another form',
      `${HEAD}\n${ROW}\n| 附件2 |\n${HOSPITALS}\n${HOSPITAL}`,
      ['liaison-list 0-0 in 1-200 of 0-3', 'hospital-roster 3-3 in 1-200 of 1-5'],
    ],
    [
      'both side by side',
      `${HEAD.slice(0, -1)}| |${HOSPITALS.slice(1)}\n${ROW}`,
      ['liaison-list 0-0 in 1-6 of 0-2', 'hospital-roster 0-0 in 8-11 of 0-2'],
    ],
    [
      'one list twice, side by side',
      `${HEAD.slice(0, -1)}| ${HEAD}`,
      ['liaison-list 0-0 in 1-6 of 0-1', 'liaison-list 0-0 in 8-13 of 0-1'],
    ],
    [
      'one list over an empty column in its midst',
      '| 市（州） | 姓名 | 工作单位 | | 职务 | 手机号码 | 邮箱 |',
      ['liaison-list 0-0 in 1-200 of 0-1'],
    ],
    [
      'two lists that one form could hold',
      `${HOSPITALS.slice(0, -1)}| | 姓名 | 手机号码 | 邮箱 |`,
      ['hospital-roster 0-0 in 1-4 of 0-1', 'liaison-list 0-0 in 6-8 of 0-1'],
    ],
    [
      'stacked and side by side',
      `${HEAD.slice(0, -1)}| |${HOSPITALS.slice(1)}\n${ROW}\n| 姓名 | 市（州） | 邮箱 |`,
      ['liaison-list 0-0 in 1-6 of 0-2', 'hospital-roster 0-0 in 8-11 of 0-3', 'liaison-list 2-2 in 1-3 of 1-3'],
    ],
    ['headers in capitals', '| NAME | MOBILE | E-MAIL |', ['liaison-list 0-0 in 1-200 of 0-1']],
    [
      'a record that repeats what a header may say',
      '| 市（州） | 工作单位 | 联络员 |\n| 职务 | 13812345678 | 邮箱 |',
      ['liaison-list 0-0 in 1-200 of 0-2'],
    ],
    ['a gap within one table', '| 市（州） | 姓名 | | 手机号码 | 邮箱 |', ['liaison-list 0-0 in 1-200 of 0-1']],
    [
      'a header of two rows, the lower one telling',
      '| 联络员 | | |\n| 姓名 | 手机号码 | 邮箱 |\n| 李四光 | 13812345678 | li4@163.com |',
      ['liaison-list 1-1 in 1-200 of 0-3'],
    ],
    [
      'a header of two rows',
      '| 市（州） | 工作单位 | 联络员 | |\n| | | 姓名 | 邮箱 |\n| 成都市 | 某单位 | 李四光 | li4@163.com |',
      ['liaison-list 0-1 in 1-200 of 0-3'],
    ],
    [
      'a header of three rows',
      '| 市（州） | | |\n| | 姓名 | |\n| | | 邮箱 | 职务 |\n| 成都市 | 李四光 | li4@163.com | 科长 |',
      ['liaison-list 0-2 in 1-200 of 0-4'],
    ],
    [
      'a header of two rows, either of which would do',
      '| 市（州） | 工作单位 | 联络员 | | |\n| | | 姓名 | 手机号码 | 邮箱 |\n| 成都市 | 某单位 | 李四光 | 13812345678 | li4@163.com |',
      ['liaison-list 0-1 in 1-200 of 0-3'],
    ],
    [
      'the same columns in another order',
      `${HEAD}\n${ROW}\n| 姓名 | 市（州） | 工作单位 | 职务 | 手机号码 | 邮箱 |`,
      ['liaison-list 0-0 in 1-200 of 0-2', 'liaison-list 2-2 in 1-200 of 1-3'],
    ],
    [
      'a third table beside the second, below the first',
      `${HEAD}\n${ROW}\n| 姓名 | 市（州） | 邮箱 |\n${ROW}\n| | | | | |${HOSPITALS}`,
      ['liaison-list 0-0 in 1-200 of 0-2', 'liaison-list 2-2 in 1-3 of 1-5', 'hospital-roster 4-4 in 7-10 of 0-5'],
    ],
    ['a row over a gap that stands beside it', '| 市（州） | 工作单位 |\n\n| | | 姓名 | 邮箱 |', []],
    ['two rows with an empty one between', '| 市（州） | 工作单位 |\n\n| 姓名 | 邮箱 |', []],
    ['headers among numbers', '| #1 | #2 | #3 |', []],
    ['headers with their numbers', '| 1.姓名 | 2.邮箱 | 3.职务 |', ['liaison-list 0-0 in 1-200 of 0-1']],
    [
      'headers with examples',
      '| 姓名 | 邮箱（如zhang163） | 手机号码（如13812345678） |',
      ['liaison-list 0-0 in 1-200 of 0-1'],
    ],
    [
      'two headers of two rows side by side',
      '| 市（州） | | 姓名 | | 市(州) | | 医疗机构名称 | |\n| | 邮箱 | | | | 级别 | | 等次 |',
      ['liaison-list 0-1 in 1-3 of 0-2', 'hospital-roster 0-1 in 5-8 of 0-2'],
    ],
    [
      'a header of two rows that begins further to the right, its lower row on both sides',
      '| | | 姓名 | | 邮箱 |\n| | 市（州） | | 职务 | |',
      ['liaison-list 0-1 in 1-200 of 0-2'],
    ],
  ])('%s', (_, drawn, tables) => {
    expect(located(drawn)).toEqual(tables);
  });

  it.each([
    ['12345', true],
    ['ABCDEF', true],
    ['甲123456', true],
    ['123456甲', true],
    ['A@', true],
    ['@甲', true],
    ['123456', false],
    ['A12345', false],
    ['PDY10001X', false],
    ['028-86135710', false],
    ['li4@163.com', false],
  ])('of two rows may have %j in the lower one: %s', (text, may) => {
    expect(located(`| 市（州） | 工作单位 | 甲 |\n| 职务 | ${text} | 邮箱 |`)).toHaveLength(may ? 1 : 0);
  });

  it('beyond the two hundredth column are not looked at', () => {
    const at = (first: number): Grid => ({
      ...sheet(''),
      rows: [
        {
          number: 1,
          hidden: false,
          cells: ['姓名', '邮箱', '职务'].map((text, index) => ({ column: first + index, stored: 'text', text })),
        },
      ],
    });

    expect(located(at(198))).toEqual(['liaison-list 0-0 in 1-200 of 0-1']);
    expect(located(at(199))).toEqual([]);
    expect(located(at(200))).toEqual([]);
  });

  it('are known by the first form that has most of them', () => {
    expect(located('| 市（州） | 医疗机构名称 | 工作单位 | 职务 | 邮箱 |')).toEqual([
      'liaison-list 0-0 in 1-200 of 0-1',
    ]);
    expect(located('| 市（州） | 姓名 | 手机号码 | 邮箱 | 医疗机构名称 | 级别 |')).toEqual([
      'hospital-roster 0-0 in 1-200 of 0-1',
    ]);
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [10, 3],
    [11, 4],
    [14, 5],
  ])('of a form of %d columns are believed from %d on', (count, enough) => {
    const columns = Array.from({ length: count }, (_, at) => `  - { key: c${at}, header: 列${at}, kind: text }`);
    const form = loadForm(
      `form: x\nannex: a\ntitle: t\nfileName: f\nversion: '1'\ndue: '2025-01-01'\nlabel: c0\nidentity: [c0]\ncolumns:\n${columns.join('\n')}\nregister: { fileName: f, title: t }`,
      'x.yaml',
    );
    expect(enoughColumns(readerOf(form))).toBe(enough);
  });
});

describe('a table without a header', () => {
  function byContent(drawn: string): string | undefined {
    const table = locateByContent(viewOf(sheet(drawn)), INDEX, READERS);
    return (
      table && `${told(table)} ${table.match.columns.map(({ key }) => key).join()} ${[...table.layers.keys()].join()}`
    );
  }

  it.each([
    ['', undefined],
    ['| 李四光 | 某单位 | 科长 |', undefined],
    ['| 13812345678 | li4@163.com |', undefined],
    ['| 成都市 | 13812345678 | li4@163.com |', 'hospital-roster 0--1 in 1-3 of 0-1  1,2,3'],
    ['| 成都市 | 绵阳市 | 13812345678 |', undefined],
    [
      '| 成都市 | 青杠医院 | 12510100450712347E | 三级 | 13812345678 |',
      'hospital-roster 0--1 in 1-5 of 0-1  1,2,3,4,5',
    ],
    ['| 附件3 |\n| 成都市 | 13812345678 | li4@163.com |', 'hospital-roster 1-0 in 1-3 of 0-2  1,2,3'],
    ['| 甲 | 乙 |\n| 成都市 | 13812345678 | li4@163.com |', 'hospital-roster 0-0 in 1-3 of 0-2  1,2,3'],
    [
      '| 甲 | 邮箱 | |\n| 成都市 | li4@163.com | 13812345678 | 某单位 | 科长 |\n| | | | | | | 七 |',
      'hospital-roster 1-0 in 1-7 of 0-3  1,2,3,4,5,7',
    ],
    [
      '| 甲 | 邮箱 | 丙 |\n| 成都市 | li4@163.com | 13812345678 | 某单位 | 科长 |\n| | | | | | | 七 |',
      'hospital-roster 0-0 in 1-7 of 0-3 dataManagerEmail 1,2,3,4,5,7',
    ],
  ])('%s', (drawn, table) => {
    expect(byContent(drawn)).toBe(table);
  });

  it('is looked for in the first sixty rows', () => {
    const lines = (count: number): string => `${'| 说明 |\n'.repeat(count)}| 成都市 | 13812345678 | li4@163.com |`;

    expect(byContent(lines(59))).toBe('hospital-roster 59-58 in 1-3 of 0-60  1,2,3');
    expect(byContent(lines(60))).toBeUndefined();
  });
});
