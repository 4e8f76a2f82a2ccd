import { describe, expect, it } from 'vitest';
import { book, type SheetOptions, sheet } from '../../support/table.ts';
import { AMBULANCES } from '../small-form.ts';
import { codes, ROSTER, readBook, values } from './read.ts';

const LEFT = `
| 医院信息汇总表（一） |
| 序号 | 市(州) | 医疗机构名称 | 组织机构代码 | 统一社会信用代码 | 登记号 | 类型 |
| 1 | 成都市 | 青杠医院 | 450712347 | 12510100450712347E | 45071234751010411A1001 | 西医 |
| 2 | 成都市 | 铁佛医院 | 450712355 | 125101004507123559 | 45071235551010411A1001 | 西医 |`;
const RIGHT = `
| 医院信息汇总表（二） |
| 序号 | 医疗机构名称 | 类别 | 级别 | 等次 | 姓名 | 手机号码 | 邮箱 |
| 1 | 青杠医院 | 综合医院 | 三级 | 甲等 | 李四光 | 13912345601 | a@163.com |
| 2 | 铁佛医院 | 综合医院 | 二级 | 乙等 | 王思齐 | | b@163.com |`;

function read(...sheets: readonly string[]) {
  return readBook(book(...sheets)).tables;
}

describe('a wide table cut in two', () => {
  it('is one table, each answer with its own place', () => {
    const [table, ...others] = read(`${LEFT}\n${RIGHT}`);
    expect(others).toEqual([]);
    if (!table) throw new Error('no table');
    expect(values(table, 'name', 'uscc', 'level', 'dataManagerPhone')).toEqual([
      '青杠医院 12510100450712347E 三级 13912345601',
      '铁佛医院 125101004507123559 二级 ',
    ]);
    expect(table.missing).toEqual([]);
    expect(codes(table)).not.toContain('header/missing-column');
    expect(table.rows[1]?.fields['dataManagerEmail']?.cell).toBe('H9');
    expect(table.rows[1]?.fields['uscc']?.cell).toBe('E4');
  });

  it.each([
    ['with other hospitals', RIGHT.replace('铁佛', '石桥')],
    ['with fewer hospitals', RIGHT.split('\n').slice(0, -1).join('\n')],
    ['with more hospitals', `${RIGHT}\n| 3 | 石桥医院 | 综合医院 | 二级 | | | | |`],
    ['in another order', RIGHT.replace('青杠', '甲').replace('铁佛', '青杠').replace('甲', '铁佛')],
    ['that says something of its own about a column of the first', RIGHT.replace('类别', '登记号')],
  ])('a second table %s stays a table of its own', (_, second) => {
    expect(read(`${LEFT}\n${second}`)).toHaveLength(2);
  });

  it('on a card with two answers a line, all answers are one record', () => {
    const [table, ...others] = read(`
| 医院信息登记表 |
| 市(州) | 成都市 | 医疗机构名称 | 青杠医院 |
| 组织机构代码 | 450712347 | 统一社会信用代码 | 12510100450712347E |
| 登记号 | 45071234751010411A1001 | 类型 | 西医 |
| 类别 | 综合医院 | 级别 | 三级 |
| 等次 | 甲等 | 姓名 | 李四光 |
| 手机号码 | 13912345601 | 邮箱 | a@163.com |`);
    expect(others).toEqual([]);
    if (!table) throw new Error('no table');
    expect(values(table, 'name', 'registrationNumber', 'dataManagerName', 'dataManagerPhone')).toEqual([
      '青杠医院 45071234751010411A1001 李四光 13912345601',
    ]);
    expect(table.missing).toEqual(['sequence']);
    expect(codes(table).filter((code) => code === 'table/transposed')).toHaveLength(1);
  });
});

describe('tables of which nothing says that they are one', () => {
  it.each([
    [
      'headers without a record',
      '| 市(州) | 医疗机构名称 | 组织机构代码 | 统一社会信用代码 |\n|\n| 医疗机构名称 | 类别 | 级别 | 等次 | 手机号码 |',
    ],
    [
      'one record each, without a name in the second',
      `
| 医疗机构名称 | 组织机构代码 | 统一社会信用代码 | 登记号 |
| 青杠医院 | 450712347 | 12510100450712347E | 45071234751010411A1001 |
|
| 类别 | 级别 | 等次 | 手机号码 |
| 综合医院 | 三级 | 甲等 | 13912345601 |`,
    ],
    [
      'two records on their side, without names in the second',
      `
| 医疗机构名称 | 青杠医院 | 铁佛医院 |  | 登记号 | 45071234751010411A1001 | 45071235551010411A1001 |
| 组织机构代码 | 450712347 | 450712355 |  | 类型 | 西医 | 西医 |
| 统一社会信用代码 | 12510100450712347E | 125101004507123559 |  | 类别 | 综合医院 | 综合医院 |
| 市(州) | 成都市 | 成都市 |  | 级别 | 三级 | 三级 |`,
    ],
    [
      'cards of two forms',
      `
| 市(州) | 成都市 |  | 市(州) | 成都市 |
| 医疗机构名称 | 青杠医院 |  | 工作单位 | 成都市卫生健康委员会 |
| 统一社会信用代码 | 12510100450712347E |  | 职务 | 处长 |
| 登记号 | 45071234751010411A1001 |  | 手机号码 | 13912345601 |
| 类别 | 综合医院 |  | 邮箱 | a@163.com |`,
    ],
  ])('%s', (_, drawn) => {
    expect(read(drawn)).toHaveLength(2);
  });
});

describe('the table that two halves make', () => {
  const FIRST = `
| 医院汇总表 |
| 市(州) | 医疗机构名称 | 组织机构代码 | 统一社会信用代码 | 登记号 | 类型 | 床位数 |
| 成都市 | 青杠医院 | 450712347 | 12510100450712347E | 45071234751010411A1001 | 西医 | 300 |
| 合计 | 1 |`;
  const SECOND = `
| 医院汇总表（续） |
| 市(州) | 医疗机构名称 | 类别 | 级别 | 等次 | 姓名 | 手机号码 | 邮箱 | 备注 |
| 绵阳市 | 青杠医院 | 综合医院 | 三级 | 甲等 | 李四光 | 13912345601 | a@163.com | 无 |
| 填表人：李四光 |`;

  function join(first: string, options: SheetOptions = {}) {
    const { tables } = readBook(book(sheet(`${first}${SECOND}`, options)));
    const [table] = tables;
    if (!table || tables.length > 1) throw new Error(`${tables.length} tables`);
    return table;
  }

  it('has each column once, at the place of its half', () => {
    const { columns, extra } = join(FIRST);
    expect(columns.map(({ key, column }) => `${key} ${column}`)).toEqual([
      'prefecture 1',
      'name 2',
      'organizationCode 3',
      'uscc 4',
      'registrationNumber 5',
      'medicineKind 6',
      'category 3',
      'level 4',
      'grade 5',
      'dataManagerName 6',
      'dataManagerPhone 7',
      'dataManagerEmail 8',
    ]);
    expect(extra).toEqual([
      { column: 7, header: '床位数' },
      { column: 9, header: '备注' },
    ]);
  });

  it('keeps what stands around both, once', () => {
    const { skipped, surroundings } = join(FIRST);
    expect(skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual(['4 total', '5 note', '8 signature']);
    expect(surroundings).toEqual(['医院汇总表', '合计 1', '医院汇总表（续）', '合计', '1', '填表人：李四光']);
  });

  it('tells what ails an answer of the second half with the record it belongs to, at its own place', () => {
    const { faults } = join(FIRST, { cells: { G7: { struck: true } } });
    expect(faults.filter(({ code }) => code === 'cell/struck-through')).toEqual([
      { code: 'cell/struck-through', column: 'dataManagerPhone', seen: '13912345601', row: 3, cell: 'G7' },
    ]);
    expect(faults.filter(({ code }) => code === 'header/extra-column').map(({ row, cell }) => [row, cell])).toEqual([
      [2, 'G2'],
      [6, 'I6'],
    ]);
  });

  it.each<[string, string, Record<string, object>, string, string]>([
    ['the first half answers', FIRST, {}, '成都市', 'A3'],
    ['the first half leaves blank', FIRST.replace('成都市', ''), {}, '绵阳市', 'A7'],
    ['the first half has lost', FIRST, { A3: { stored: 'error', text: '#N/A' } }, '', 'A3'],
  ])('takes what %s', (_, first, cells, value, cell) => {
    expect(join(first, { cells }).rows[0]?.fields['prefecture']).toMatchObject({ value, cell });
  });

  it('takes what the first half says in merged cells', () => {
    const row = (text: string): string => `\n| | 铁佛医院 ${text}`;
    const [one, other] = [
      '| 450712355 | 125101004507123559 | 45071235551010411A1001 | 西医 | 200 |',
      '| 综合医院 | 二级 | 乙等 | 王思齐 | 13912345602 | b@163.com | |',
    ].map(row);
    const { tables } = readBook(
      book(
        sheet(
          `${FIRST.replace('\n| 合计 | 1 |', one ?? '')}${SECOND.replace('\n| 填', `${other?.replace('| |', '| 绵阳市 |')}\n| 填`)}`,
          { merges: [{ top: 3, left: 1, bottom: 4, right: 1 }] },
        ),
      ),
    );
    expect(tables.map((table) => values(table, 'prefecture', 'name', 'level'))).toEqual([
      ['成都市 青杠医院 三级', '成都市 铁佛医院 二级'],
    ]);
  });

  it('goes by the name that the form says', () => {
    const { tables } = readBook(
      book(`
| 车牌号 | 车型 | 车况 | 担架数 |
| 川A12345 | 监护型 | 良好 | 2 |
|
| 车牌号 | 购置日期 | 负责人 | 手机号码 |
| 川A12345 | 2024-03-01 | 李四光 | 13912345601 |`),
      [ROSTER, AMBULANCES],
    );
    expect(tables.map((table) => values(table, 'plate', 'beds', 'crew'))).toEqual([['川A12345 2 李四光']]);
  });
});
