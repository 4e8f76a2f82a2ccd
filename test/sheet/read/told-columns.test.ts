import { describe, expect, it } from 'vitest';
import { book } from '../../support/table.ts';
import { codes, readBook, readOne, values } from './read.ts';

/** Columns of each table on a sheet: where they stand and how they were told; headers count for nothing to tell. */
function told(drawn: string): readonly string[] {
  return readBook(book(drawn)).tables.map(({ columns }) =>
    columns
      .map(({ key, column, by }) =>
        by === 'content' || by === 'position' ? `${column} ${key} ${by}` : `${column} ${key}`,
      )
      .join(', '),
  );
}

/** How the column 座号 is told, whose header says nothing, over these rows of a table. */
function howPhone(...rows: readonly string[]): string | undefined {
  const table = readOne(['| 市（州） | 姓名 | 工作单位 | 职务 | 座号 | 邮箱 |', ...rows].join('\n'));
  return table.columns.find(({ key }) => key === 'phone')?.by;
}

function row(phone: string): string {
  return `| 成都市 | 李四光 | 卫健委 | 科长 | ${phone} | li4@163.com |`;
}

describe('a column with a header that another one bears too', () => {
  it('is not taken for what it holds', () => {
    expect(
      told(`
| 市（州） | 姓名 | 工作单位 | 手机号码 | 手机 |
| 成都市 | 李四光 | 卫健委 | 13912345601 | li4@163.com |`),
    ).toEqual(['1 prefecture, 2 name, 3 organization, 4 phone']);
  });

  it('is not taken for its place', () => {
    expect(
      told(`
| 市（州） | 姓名 | 工作单位 | 手机 | 手机号码 | 邮箱 |
| 成都市 | 李四光 | 卫健委 | 科长 | 13912345601 | li4@163.com |`),
    ).toEqual(['1 prefecture, 2 name, 3 organization, 5 phone, 6 email']);
  });
});

describe('a column told by its place', () => {
  it('may be empty', () => {
    expect(
      told('| 市（州） | 姓名 | 工作单位 | 职物 | 手机号码 |\n| 成都市 | 李四光 | 卫健委 | | 13912345601 |'),
    ).toEqual(['1 prefecture, 2 name, 3 organization, 4 position position, 5 phone']);
  });

  it('lies on its side when the table does', () => {
    expect(
      told(
        '| 市（州） | 成都市 |\n| 姓名 | 李四光 |\n| 工作单位 | 卫健委 |\n| 职物 | 科长 |\n| 手机号码 | 13912345601 |',
      ),
    ).toEqual(['1 prefecture, 2 name, 3 organization, 4 position position, 5 phone']);
  });

  it('is none that a header names', () => {
    expect(
      told('| 市（州） | 姓名 | 工作单位 | 邮箱 | 手机号码 |\n| 成都市 | 李四光 | 卫健委 | | 13912345601 |'),
    ).toEqual(['1 prefecture, 2 name, 3 organization, 4 email, 5 phone']);
  });
});

describe('a column told by what it holds', () => {
  it('needs no header', () => {
    const { columns } = readOne(`
| 市（州） | 姓名 | 工作单位 | | 邮箱 |
| 成都市 | 李四光 | 卫健委 | 13912345601 | li4@163.com |`);
    expect(columns.filter(({ by }) => by === 'content')).toEqual([
      { key: 'phone', column: 4, header: '', by: 'content' },
    ]);
  });

  it('is judged by forty rows, not one more', () => {
    const rows = [...Array<string>(8).fill(row('甲')), ...Array<string>(32).fill(row('13912345601')), row('甲')];
    expect(howPhone(...rows)).toBe('content');
  });

  it.each([
    ['the numbering of the columns', '| 1 | 2 | 3 | 4 | 5 | 6 |', row('13912345601')],
    ['a total', row('13912345601'), '| 合计 | 1人 | | | 1个 | 1个 |'],
  ])('is not judged by %s', (_, ...rows) => {
    expect(howPhone(...rows)).toBe('content');
  });

  it('is not judged by the table above', () => {
    expect(
      told(`
| 市(州) | 医疗机构名称 | 统一社会信用代码 | 级别 | 等次 |
| 成都市 | 青杠医院 | 12510100450712347E | 三级 | 甲等 |
| 市（州） | 姓名 | 工作单位 | 职务 | 座号 |
| 成都市 | 李四光 | 卫健委 | 科长 | 13912345601 |`),
    ).toEqual([
      '1 prefecture, 2 name, 3 uscc, 4 level, 5 grade',
      '1 prefecture, 2 name, 3 organization, 4 position, 5 phone content',
    ]);
  });

  it('is none of the table beside', () => {
    const beside = (left: string, right: string): readonly string[] => {
      const [lefts = [], rights = []] = [left, right].map((part) => part.split('\n'));
      return told(lefts.map((line, at) => `${line} | ${rights[at]}`).join('\n'));
    };
    const roster = '| 市(州) | 医疗机构名称 | 级别 | 等次 | 座号\n| 成都市 | 青杠医院 | 三级 | 甲等 | q@163.com';
    const liaison = '| 市（州） | 姓名 | 工作单位 | 手机号码\n| 成都市 | 李四光 | 卫健委 | 13912345601';

    expect(beside(liaison, roster)).toEqual([
      '1 prefecture, 2 name, 3 organization, 4 phone',
      '6 prefecture, 7 name, 8 level, 9 grade, 10 dataManagerEmail content',
    ]);
    expect(beside(roster, liaison)).toEqual([
      '1 prefecture, 2 name, 3 level, 4 grade, 5 dataManagerEmail content',
      '7 prefecture, 8 name, 9 organization, 10 phone',
    ]);
  });
});

describe('columns that nobody asked for', () => {
  it('are told from left to right, on whatever line of the header they stand', () => {
    const table = readOne(`
| 市（州） | | 姓名 | 备注 |
| | 附 | | | 手机号码 | | 邮箱 |
| 成都市 | 甲 | 李四光 | 乙 | 13912345601 | | li4@163.com |`);
    expect(table.extra).toEqual([
      { column: 2, header: '附' },
      { column: 4, header: '备注' },
    ]);
  });

  it('are no title, also on their side', () => {
    const table = readOne(
      '| 名单 |\n| 市（州） | 成都市 |\n| 姓名 | 李四光 |\n| 手机号码 | 13912345601 |\n| 血型 | 不详 |',
    );
    expect(values(table, 'name', 'phone')).toEqual(['李四光 13912345601']);
    expect(table.surroundings).toEqual(['名单']);
    expect(codes(table)).toContain('header/extra-column');
  });
});
