import { describe, expect, it } from 'vitest';
import { book, sheet } from '../../support/table.ts';
import { codes, readBook, readOne, skipped, values } from './read.ts';

const HEADER =
  '| 序号 | 市(州) | 医疗机构名称 | 组织机构代码 | 统一社会信用代码 | 医疗机构执业许可证登记号 | 医疗机构类型(中医或西医) | 医疗机构类别(填写代码或名称) | 医疗机构级别(三级、二级) | 医疗机构等次(甲等、乙等、未定等) | 医疗机构数据管理员姓名 | 医疗机构数据管理员手机号码 | 医疗机构数据管理员邮箱 |';
const ONE =
  '| 1 | 成都市 | 青杠市第一人民医院 | 450712347 | 12510100450712347E | 45071234751010411A1001 | 西医 | 综合医院 | 三级 | 甲等 | 赵一鸣 | 13912345601 | zhao1@163.com |';
const TWO =
  '| 2 | 成都市 | 青杠市中医医院 | 450712355 | 125101004507123559 | 45071235551010411A2101 | 中医 | A210 | 二级 | 乙等 | 钱二喜 | 13912345602 | qian2@163.com |';
const SHORT = 'uscc dataManagerPhone'.split(' ');

describe('finding the table', () => {
  it('reads the official form under its title rows', () => {
    const table = readOne(`
| 附件2 |
| 医院信息汇总表 |
| 填报单位：成都市卫生健康委员会 |
${HEADER}
${ONE}
${TWO}
| 填表人：孙三 | | | 联系电话：028-12345678 |`);
    expect(table.form).toBe('hospital-roster');
    expect(table.header).toEqual({ top: 4, bottom: 4 });
    expect(table.columns.map(({ by }) => by)).toEqual(Array(13).fill('header'));
    expect(values(table, 'name', 'category', 'dataManagerPhone')).toEqual([
      '青杠市第一人民医院 综合医院 13912345601',
      '青杠市中医医院 中医（综合）医院 13912345602',
    ]);
    expect(skipped(table)).toEqual(['7 signature']);
    expect(table.surroundings).toContain('填报单位：成都市卫生健康委员会');
    expect(codes(table)).toEqual([]);
  });

  it('finds a table in spite of moved and renamed columns', () => {
    const table = readOne(`
| 手机 | 医院名称 | 信用代码 | 市州 | 邮箱 | 姓名 |
| 13912345601 | 青杠市第一人民医院 | 12510100450712347E | 成都 | zhao1@163.com | 赵一鸣 |`);
    expect(values(table, 'prefecture', ...SHORT)).toEqual(['成都市 12510100450712347E 13912345601']);
    expect(codes(table).filter((code) => code === 'header/renamed')).toHaveLength(5);
    expect(table.missing).toContain('registrationNumber');
  });

  it('reads a header of two rows with a group above', () => {
    const table = readOne(
      sheet(
        `
| 序号 | 市(州) | 医疗机构名称 | 统一社会信用代码 | 医疗机构数据管理员 |
| | | | | 姓名 | 手机号码 | 邮箱 |
| 1 | 成都市 | 青杠市第一人民医院 | 12510100450712347E | 赵一鸣 | 13912345601 | zhao1@163.com |`,
        { merges: [{ top: 1, left: 5, bottom: 1, right: 7 }] },
      ),
    );
    expect(table.header).toEqual({ top: 1, bottom: 2 });
    expect(values(table, 'dataManagerName', ...SHORT)).toEqual(['赵一鸣 12510100450712347E 13912345601']);
    expect(table.columns.find(({ key }) => key === 'dataManagerPhone')?.by).toBe('group');
  });

  it('never takes a record into a header of two rows', () => {
    const table = readOne(`
| 市（州） | 工作单位 | 联络员 | | |
| | | 姓名 | 手机号码 | 邮箱 |
| 成都市 | 某某中心 | 李四光 | 13812345678 | li4@163.com |
| 绵阳市 | 某某中心 | 王五洲 | 13812345679 | wu5@163.com |`);
    expect(table.header).toEqual({ top: 1, bottom: 2 });
    expect(values(table, 'name', 'phone')).toEqual(['李四光 13812345678', '王五洲 13812345679']);
  });

  it('takes misspelt and foreign headers by what the columns hold', () => {
    const table = readOne(`
| No. | City | Hospital | Org. no. | USC Code | Licence | Handset | 邮像 |
| 1 | 成都市 | 青杠市第一人民医院 | 450712347 | 12510100450712347E | 45071234751010411A1001 | 13912345601 | zhao1@163.com |
| 2 | 成都市 | 青杠市中医医院 | 450712355 | 125101004507123559 | 45071235551010411A2101 | 13912345602 | qian2@163.com |`);
    expect(table.columns.filter(({ by }) => by === 'content').map(({ key }) => key)).toEqual([
      'organizationCode',
      'uscc',
      'registrationNumber',
      'dataManagerPhone',
      'dataManagerEmail',
    ]);
    expect(codes(table).filter((code) => code === 'header/by-content')).toHaveLength(5);
  });

  it('reads one sheet per county, and leaves the sheet without a table alone', () => {
    const read = readBook(
      book('| 通知 |', sheet(`${HEADER}\n${ONE}`, { name: '甲县' }), sheet(`${HEADER}\n${TWO}`, { name: '乙县' })),
    );
    expect(read.tables.map(({ sheet }) => sheet)).toEqual(['甲县', '乙县']);
    expect(read.otherSheets).toEqual([{ sheet: 'Sheet1', reason: 'no-header' }]);
  });

  it('reads both annexes stacked on one sheet', () => {
    const { tables } = readBook(
      book(`
| 附件3 市级联络员名单 |
| 市（州） | 姓名 | 工作单位 | 职务 | 手机号码 | 邮箱 |
| 成都市 | 李四光 | 成都市卫生健康委员会 | 科长 | 13812345678 | li4@163.com |

| 附件2 医院信息汇总表 |
${HEADER}
${ONE}`),
    );
    expect(tables.map(({ form, rows }) => [form, rows.length])).toEqual([
      ['liaison-list', 1],
      ['hospital-roster', 1],
    ]);
  });

  it('reads both annexes side by side', () => {
    const { tables } = readBook(
      book(`
${HEADER}| | 市（州） | 姓名 | 工作单位 | 职务 | 手机号码 | 邮箱 |
${ONE}| | 成都市 | 李四光 | 成都市卫生健康委员会 | 科长 | 13812345678 | li4@163.com |
${TWO}`),
    );
    expect(tables.map(({ form, rows }) => [form, rows.length])).toEqual([
      ['hospital-roster', 2],
      ['liaison-list', 1],
    ]);
  });

  it('reads one table over an empty column in its midst', () => {
    const spaced = (line: string): string => line.replace(/((?:[^|]*\|){6})/, '$1 |');
    const table = readOne(`${spaced(HEADER)}\n${spaced(ONE)}\n${spaced(TWO)}`);
    expect(table.missing).toEqual([]);
    expect(codes(table)).toEqual([]);
    expect(values(table, ...SHORT)).toEqual(['12510100450712347E 13912345601', '125101004507123559 13912345602']);
  });

  it('turns a table that lies on its side', () => {
    const table = readOne(`
| 市级联络员名单 |
| 市（州） | 成都市 |
| 姓名 | 李四光 |
| 工作单位 | 成都市卫生健康委员会 |
| 职务 | 科长 |
| 手机号码 | 13812345678 |
| 邮箱 | li4@163.com |`);
    expect(table.transposed).toBe(true);
    expect(values(table, 'name', 'phone')).toEqual(['李四光 13812345678']);
    expect(table.rows[0]?.fields['phone']?.cell).toBe('B6');
    expect(codes(table)).toEqual(['table/transposed']);
    expect(table.surroundings).toEqual(['市级联络员名单']);
  });

  it('reads a table without any header by content', () => {
    const table = readOne(`${ONE}\n${TWO}`);
    expect(values(table, ...SHORT)).toEqual(['12510100450712347E 13912345601', '125101004507123559 13912345602']);
  });

  it('reads phone and name by content when the columns are swapped in all rows', () => {
    const table = readOne(`
| 市（州） | 姓名 | 工作单位 | 职务 | 手机号码 | 邮箱 |
| 成都市 | 13812345678 | 成都市卫生健康委员会 | 科长 | 李四光 | li4@163.com |`);
    expect(values(table, 'name', 'phone')).toEqual(['李四光 13812345678']);
    expect(codes(table)).toEqual(['header/swapped']);
  });

  it('does not take an old hidden sheet for data, and says so', () => {
    const old = sheet(`${HEADER}\n${ONE}`, { name: '旧表', state: 'hidden' });
    const read = readBook(book(sheet(`${HEADER}\n${TWO}`, { name: '新表' }), old));
    expect(read.tables.map(({ sheet }) => sheet)).toEqual(['新表']);
    expect(read.otherSheets).toEqual([{ sheet: '旧表', reason: 'old-hidden' }]);
    expect(read.tables.flatMap(codes)).toEqual(['table/old-hidden-sheet']);
  });

  it('reads a hidden sheet when it is the only one with the table', () => {
    const table = readOne(sheet(`${HEADER}\n${ONE}`, { state: 'veryHidden' }));
    expect(table.rows).toHaveLength(1);
    expect(codes(table)).toEqual(['table/hidden-sheet']);
  });

  it('reads the filled one of two columns with the same header, and says so', () => {
    const table = readOne(`
| 市（州） | 姓名 | 工作单位 | 职务 | 手机号码 | 邮箱 | 手机号码 |
| 成都市 | 李四光 | 成都市卫生健康委员会 | 科长 | | li4@163.com | 13812345678 |`);
    expect(values(table, 'phone')).toEqual(['13812345678']);
    expect(codes(table)).toEqual(['header/duplicate-column']);
  });

  it('reads the present one of a former and a present column', () => {
    const table = readOne(`
| 市（州） | 姓名 | 工作单位 | 职务 | 原手机号码 | 现手机号码 | 邮箱 |
| 成都市 | 李四光 | 成都市卫生健康委员会 | 科长 | 13900001111 | 13812345678 | li4@163.com |`);
    expect(values(table, 'phone')).toEqual(['13812345678']);
    expect(codes(table)).toEqual(['header/extra-column', 'header/renamed']);
  });

  it('takes a line that explains the columns for no record', () => {
    const table = readOne(`
| 市（州） | 姓名 | 工作单位 | 职务 | 手机号码 | 邮箱 |
| 选择 | 1人 | 全称 | | 11位 | |
| 成都市 | 李四光 | 成都市卫生健康委员会 | 科长 | 13812345678 | li4@163.com |`);
    expect(values(table, 'name')).toEqual(['李四光']);
    expect(skipped(table)).toEqual(['2 note']);
  });

  it('keeps the title of the next table out of the first, and its records out of the second one’s surroundings', () => {
    const { tables } = readBook(
      book(`
| 姓名 | 市（州） | 工作单位 | 职务 | 手机号码 | 邮箱 |
| 李四光 | 成都市 | 成都市卫生健康委员会 | 科长 | 13812345678 | li4@163.com |
| 附件2 |
| 医院信息汇总表 |
${HEADER}
${ONE}`),
    );
    expect(tables.map(({ rows }) => rows.length)).toEqual([1, 1]);
    expect(tables[1]?.surroundings).toEqual(['附件2', '医院信息汇总表']);
  });

  it('finds a table on its side beside a table of the other form', () => {
    const { tables } = readBook(
      book(
        `${HEADER}\n${ONE}`,
        '| 市（州） | 成都市 |\n| 姓名 | 李四光 |\n| 手机号码 | 13812345678 |\n| 邮箱 | li4@163.com |',
      ),
    );
    expect(tables.map(({ form, transposed }) => [form, transposed])).toEqual([
      ['hospital-roster', false],
      ['liaison-list', true],
    ]);
  });

  it('tells the choices apart under foreign headers', () => {
    const table = readOne(`
| City | Hospital | Credit code | Sort | Group | Rank | Class | Mobile |
| 成都市 | 青杠市第一人民医院 | 12510100450712347E | 西医 | 综合医院 | 三级 | 甲等 | 13912345601 |
| 成都市 | 青杠市中医医院 | 125101004507123559 | 中医 | A210 | 二级 | 乙等 | 13912345602 |`);
    expect(values(table, 'medicineKind', 'category', 'level', 'grade')).toEqual([
      '西医 综合医院 三级 甲等',
      '中医 中医（综合）医院 二级 乙等',
    ]);
  });

  it('passes over a line of hints under the header', () => {
    const table = readOne(`
| 市（州） | 姓名 | 工作单位 | 职务 | 手机号码 | 邮箱 |
| （下拉选择） | 必填 | （全称） | 选填 | （11位） | 请填写常用邮箱 |
| 成都市 | 李四光 | 成都市卫生健康委员会 | 科长 | 13812345678 | li4@163.com |`);
    expect(skipped(table)).toEqual(['2 note']);
    expect(table.rows).toHaveLength(1);
  });
});
