import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/sheet/grid.ts';
import type { ReadTable } from '../../../src/sheet/table.ts';
import { book, type SheetOptions, sheet } from '../../support/table.ts';
import { readBook, readOne, skipped } from './read.ts';

const HEAD = '| 市（州） | 姓名 | 工作单位 | 职务 | 手机号码 | 邮箱 |';
const ROW = '| 成都市 | 李四光 | 某某中心 | 科长 | 13812345678 | li4@163.com |';
const HOSPITALS = '| 市(州) | 医疗机构名称 | 统一社会信用代码 | 医疗机构级别(三级、二级) |';
const HOSPITAL = '| 成都市 | 青杠市第一人民医院 | 12510100450712347E | 三级 |';

/** Faults of a table: code, column, what was seen, where. */
function faults(table: ReadTable): readonly string[] {
  return table.faults.map(({ code, column, seen, expected, row, cell }) =>
    [
      code,
      column,
      seen,
      expected === undefined ? '' : `wanted ${expected}`,
      row === undefined ? '' : `row ${row}`,
      cell ?? '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

function faultsOf(drawn: string, options: SheetOptions = {}): readonly string[] {
  return faults(readOne(sheet(drawn, options)));
}

describe('what is told about a header', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', `${HEAD}\n${ROW}`, []],
    ['no rows', HEAD, ['table/empty row 1']],
    [
      'columns that are missing, by their official names',
      '| 市（州） | 姓名 | 手机号码 |\n| 成都市 | 李四光 | 13812345678 |',
      [
        'header/missing-column organization wanted 工作单位 row 1',
        'header/missing-column position wanted 职务 row 1',
        'header/missing-column email wanted 邮箱 row 1',
      ],
    ],
    [
      'a column that nobody asked for',
      `| 附件3 |\n${HEAD.slice(0, -1)}| 办公电话 |\n${ROW.slice(0, -1)}| 028-1 |`,
      ['header/extra-column 办公电话 row 2 G2'],
    ],
    ['an empty column that nobody asked for', `${HEAD.slice(0, -1)}| 办公电话 |\n${ROW}`, []],
    ['a column without a header', `${HEAD}\n${ROW.slice(0, -1)}| 028-1 |`, []],
    [
      'columns by other names',
      `${HEAD.replace('姓名', '联系人').replace('职务', '职务（现任）').replace('邮箱', '邮 箱')}\n${ROW}`,
      ['header/renamed name 联系人 row 1 B1'],
    ],
    [
      'a column twice',
      `${HEAD.slice(0, -1)}| 手机 |\n${ROW.slice(0, -1)}| 13812345679 |`,
      ['header/duplicate-column phone 手机 row 1 G1'],
    ],
    [
      'a column twice, the other one filled in',
      `${HEAD.slice(0, -1)}| 手机 |\n${ROW.replace('13812345678', '').slice(0, -1)}| 13812345679 |`,
      ['header/duplicate-column phone 手机号码 row 1 E1', 'header/renamed phone 手机 row 1 G1'],
    ],
    [
      'columns known by what they hold',
      `${HEAD.replace('手机号码', '座号')}\n${ROW}`,
      ['header/by-content phone 座号 row 1 E1'],
    ],
    [
      'a column known by its place',
      `${HEAD.replace('职务', '职物')}\n${ROW}`,
      ['header/by-position position 职物 row 1 D1'],
    ],
    [
      'columns that are swapped',
      `${HEAD.replace('姓名', '手机号码').replace(/手机号码 \| 邮箱/, '姓名 | 邮箱')}\n${ROW}`,
      ['header/swapped phone 手机号码'],
    ],
    [
      'two answers in one column: the other is not missing',
      '| 市（州） | 姓名及手机号码 | 工作单位 | 职务 | 邮箱 |\n| 成都市 | 李四光 13812345678 | 某某中心 | 科长 | li4@163.com |',
      ['header/renamed name 姓名及手机号码 row 1 B1'],
    ],
    [
      'two answers in one column, not in each row',
      '| 市（州） | 姓名及手机号码 | 工作单位 | 职务 | 邮箱 |\n| 成都市 | 李四光 13812345678 | 某某中心 | 科长 | li4@163.com |\n| 成都市 | 王五洲 | 某某中心 | 科长 | wu5@163.com |',
      ['header/missing-column phone wanted 手机号码 row 1', 'header/renamed name 姓名及手机号码 row 1 B1'],
    ],
    [
      'a table on its side',
      '| 名单 |\n| 市（州） | 成都市 |\n| 联系人 | 李四光 |\n| 手机号码 | 13812345678 |\n| 邮箱 | li4@163.com |',
      [
        'table/transposed row 1',
        'header/missing-column organization wanted 工作单位 row 1',
        'header/missing-column position wanted 职务 row 1',
        'header/renamed name 联系人 row 1 A3',
      ],
    ],
    [
      'a roster without its running numbers, which are not required',
      `${HOSPITALS}\n${HOSPITAL}`,
      [
        'header/missing-column organizationCode wanted 组织机构代码 row 1',
        'header/missing-column registrationNumber wanted 医疗机构执业许可证登记号 row 1',
        'header/missing-column medicineKind wanted 医疗机构类型(中医或西医) row 1',
        'header/missing-column category wanted 医疗机构类别(填写代码或名称) row 1',
        'header/missing-column grade wanted 医疗机构等次(甲等、乙等、未定等) row 1',
        'header/missing-column dataManagerName wanted 医疗机构数据管理员姓名 row 1',
        'header/missing-column dataManagerPhone wanted 医疗机构数据管理员手机号码 row 1',
        'header/missing-column dataManagerEmail wanted 医疗机构数据管理员邮箱 row 1',
      ],
    ],
  ])('%s', (_, drawn, wanted) => {
    expect(faultsOf(drawn)).toEqual(wanted);
  });

  it('is that there is none', () => {
    const table = readOne(`| 通知 |\n${HOSPITAL}\n${HOSPITAL.replace('一', '二')}`);

    expect(table.faults.filter(({ code }) => code !== 'header/missing-column')).toEqual([
      { code: 'header/absent', column: '', seen: '', row: 2 },
    ]);
    expect(table.columns.map(({ key, header, by }) => `${key} ${header}${by}`)).toEqual([
      'prefecture content',
      'name content',
      'uscc content',
      'level content',
    ]);
  });

  it('names a column by all its levels, each once', () => {
    const table = readOne(
      `| 市（州） | 联络员 | | | 备注 | 附 |\n| | 姓名 | 手机号码 | 邮箱 | 备注 | 注 |\n| 成都市 | 李四光 | 13812345678 | li4@163.com | 甲 | 乙 |`,
    );

    expect(table.extra.map(({ header }) => header)).toEqual(['备注', '附注']);
    expect(faults(table).filter((line) => line.includes('extra'))).toEqual([
      'header/extra-column 备注 row 2 E2',
      'header/extra-column 附注 row 2 F2',
    ]);
  });
});

describe('a table that was read', () => {
  it('says where it stands and what it has', () => {
    const grid = sheet(
      `| 附件3 |\n| 联络员 | | | | | |\n${HEAD.slice(0, -1)}| 备注 | 备注 | |\n\n${ROW.slice(0, -1)}| 甲 | | 乙 |`,
      {
        name: '名单',
      },
    );
    const { rows, columns, ...table } = readOne(grid);

    expect(table).toEqual({
      form: 'liaison-list',
      sheet: '名单',
      sheetState: 'visible',
      header: { top: 3, bottom: 3 },
      transposed: false,
      missing: [],
      extra: [
        { column: 7, header: '备注' },
        { column: 8, header: '备注' },
      ],
      skipped: [{ row: 4, reason: 'blank', text: '' }],
      faults: [{ code: 'header/extra-column', column: '', seen: '备注', row: 3, cell: 'G3' }],
      surroundings: ['附件3', '联络员'],
    });
    expect(rows.map(({ row, hidden }) => [row, hidden])).toEqual([[5, false]]);
    expect(rows[0]?.fields['phone']).toMatchObject({ value: '13812345678', cell: 'E5' });
    expect(columns.map(({ key, column }) => `${column} ${key}`)).toEqual([
      '1 prefecture',
      '2 name',
      '3 organization',
      '4 position',
      '5 phone',
      '6 email',
    ]);
  });

  it('has its columns told by the first forty rows of data', () => {
    const head = HEAD.replace('手机号码', '座号');
    const line = (phone: string): string => `| 成都市 | 李四光 | 某某中心 | 科长 | ${phone} | li4@163.com |`;
    const lines = (bad: number, good: number): string =>
      [
        head,
        HEAD,
        ...Array.from({ length: bad }, () => line('甲')),
        ...Array.from({ length: good }, () => line('13812345678')),
      ].join('\n');
    const how = (drawn: string): string | undefined => {
      const [table] = readBook(book(drawn)).tables.slice(-1);
      return table?.columns.find(({ key }) => key === 'phone')?.by;
    };

    expect(
      how(
        [
          head,
          ...Array.from({ length: 8 }, () => line('甲')),
          ...Array.from({ length: 32 }, () => line('13812345678')),
        ].join('\n'),
      ),
    ).toBe('content');
    expect(
      how(
        [
          head,
          ...Array.from({ length: 9 }, () => line('甲')),
          ...Array.from({ length: 91 }, () => line('13812345678')),
        ].join('\n'),
      ),
    ).toBeUndefined();
    expect(how(lines(0, 1))).toBe('header');
  });

  it('looks at rows whose known columns are empty while columns are unknown', () => {
    const drawn = (row: string): string => `| 市(州) | 级别 | 等次 | 类型 | 座号 | 信箱 |\n${row}`;

    expect(readOne(drawn('| | | | | 13812345678 | li4@163.com | 丙 |')).columns.map(({ by }) => by)).toContain(
      'content',
    );
    expect(readOne(drawn('| | | | | 13812345678 | li4@163.com |')).columns.map(({ by }) => by)).not.toContain(
      'content',
    );
  });

  it.each([
    [1, '2'],
    [10, '2、3、4、5、6、7、8、9、10、11'],
    [11, '2、3、4、5、6、7、8、9、10、11 等'],
  ])('names up to ten of %d hidden rows', (count, rows) => {
    const hiddenRows = Array.from({ length: count }, (_, at) => at + 2);
    const grid = sheet([HEAD, ...Array.from({ length: 12 }, () => ROW)].join('\n'), { hiddenRows });

    expect(readOne(grid).faults).toEqual([
      { code: 'row/hidden', column: '', seen: String(count), row: 2, detail: { count: String(count), rows } },
    ]);
  });

  it('gives its titles on their side', () => {
    const table = readOne(
      '| 市级联络员名单 |\n| 市（州） | 成都市 |\n| 姓名 | 李四光 |\n| 手机号码 | 13812345678 |\n| 邮箱 | li4@163.com |',
    );

    expect(table.surroundings).toEqual(['市级联络员名单']);
    expect([table.header, table.rows[0]?.row, table.rows[0]?.fields['name']?.cell]).toEqual([
      { top: 1, bottom: 1 },
      2,
      'B3',
    ]);
  });
});

describe('rows that are told', () => {
  it('by number and reason, with what they say', () => {
    const table = readOne(
      `${HEAD}\n${ROW}\n\n| 注：\u3000 | | 如有变动 |\n${HEAD}\n${ROW}\n| | | |\n| 填表人：孙三 | | ${'长'.repeat(300)} |`,
    );

    expect(table.rows.map(({ row }) => row)).toEqual([2, 6]);
    expect(table.skipped).toEqual([
      { row: 3, reason: 'blank', text: '' },
      { row: 4, reason: 'note', text: '注： 如有变动' },
      { row: 5, reason: 'repeated-header', text: '市（州） 姓名 工作单位 职务 手机号码 邮箱' },
      { row: 8, reason: 'signature', text: `填表人：孙三 ${'长'.repeat(193)}` },
    ]);
  });

  it('are not the empty rows after the last one, unless something stands in them', () => {
    expect(skipped(readOne(`${HEAD}\n${ROW}\n| 成都市 |\n\n| 绵阳市 |`))).toEqual(['3 blank', '5 blank']);
    expect(skipped(readOne(`${HEAD}\n\n${ROW}\n\n`))).toEqual(['2 blank']);
  });

  it('up to two hundred of a gap', () => {
    const gap = (count: number): Grid => {
      const [head] = sheet(HEAD).rows;
      const [row] = sheet(ROW).rows;
      return { ...sheet(''), rows: head && row ? [head, { ...row, number: count + 2 }] : [] };
    };

    expect(skipped(readOne(gap(200)))).toHaveLength(200);
    expect(skipped(readOne(gap(201)))).toHaveLength(200);
    expect(readOne(gap(201)).rows.map(({ row }) => row)).toEqual([203]);
  });

  it('with the faults of their cells, but not of a ditto', () => {
    const table = readOne(
      `${HEAD}\n${ROW}\n${ROW.replace('13812345678', '1.38E+10')}\n${ROW.replace('13812345678', '同上')}`,
    );

    expect(faults(table)).toEqual(['digits/scientific phone 1.38E+10 row 3 E3']);
    expect(table.rows.map(({ fields }) => fields['phone']?.value)).toEqual(['13812345678', '', '同上']);
  });
});
