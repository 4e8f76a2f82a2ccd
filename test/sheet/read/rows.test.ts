import { describe, expect, it } from 'vitest';
import { book, sheet } from '../../support/table.ts';
import { codes, readBook, readOne, repairs, skipped, values } from './read.ts';

const HEADER = '| 序号 | 市(州) | 医疗机构名称 | 统一社会信用代码 | 级别 | 等次 | 姓名 | 手机号码 | 邮箱 |';
const A =
  '| 1 | 成都市 | 青杠市第一人民医院 | 12510100450712347E | 三级 | 甲等 | 赵一鸣 | 13912345601 | zhao1@163.com |';
const B =
  '| 2 | 成都市 | 青杠市第二人民医院 | 125101004507123559 | 二级 | 乙等 | 钱二喜 | 13912345602 | qian2@163.com |';
const C = '| 3 | 绵阳市 | 白果市人民医院 | 125101004507123634 | 二级 | 甲等 | 孙三省 | 13912345603 | sun3@163.com |';

describe('rows that are no data', () => {
  it.each([
    ['total', '| 合计 | | 2家 |'],
    ['total', '| 总计：2 |'],
    ['total', '| | 小计 | 2 |'],
    ['total', '| 共2家医院 |'],
    ['signature', '| 填表人：孙三 | | | 审核人：李四 | | | | 联系电话：028-12345678 |'],
    ['signature', '| | | | | | | （盖章） |'],
    ['signature', '| | | 填报日期：2025年2月20日 |'],
    ['note', '| 注：1.请按执业许可证填写。 |'],
    ['note', '| 备注：无 |'],
    ['note', '| | ※ 未定等的填未定等 |'],
    ['repeated-header', HEADER],
    ['blank', '| 3 |'],
    ['blank', '| 3 | 成都市 |'],
    ['blank', '| | \u200b |'],
  ])('%s: %s', (reason, line) => {
    const table = readOne(`${HEADER}\n${A}\n${line}\n${B}`);
    expect(table.rows.map(({ row }) => row)).toEqual([2, 4]);
    expect(skipped(table)).toEqual([`3 ${reason}`]);
  });

  it.each([
    ['numbering', '| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |'],
    [
      'example',
      '| 1 | 成都市 | 示例市第一人民医院 | 12510100450712347E | 三级 | 甲等 | 张三 | 13800138000 | zhangsan@example.com |',
    ],
    ['example', '| 示例 | 成都市 | 某某医院 | 12510100450712347E | 三级 | 甲等 | 某某 | 13800138000 | a@example.com |'],
  ])('%s under the header', (reason, line) => {
    const table = readOne(`${HEADER}\n${line}\n${B}`);
    expect(skipped(table)).toEqual([`2 ${reason}`]);
    expect(table.rows).toHaveLength(1);
  });

  it.each([
    ['a hospital whose name begins like a total', '| 3 | 成都市 | 总工会职工医院 | | | | | | |'],
    ['a hospital of which only the name is known', '| | | 白果市人民医院 |'],
    ['a hospital with a note beside it', '| 3 | 成都市 | 白果市人民医院 | 备注：正在办理 | | | | 13912345603 | |'],
    ['a row with nothing but a phone', '| | | | | | | | 13912345603 |'],
    [
      'a contact who signs',
      '| 3 | 成都市 | 白果市人民医院 | 125101004507123634 | 二级 | 甲等 | 负责人：孙三省 | 13912345603 | sun3@163.com |',
    ],
  ])('%s is data', (_, line) => {
    const table = readOne(`${HEADER}\n${A}\n${line}`);
    expect(table.rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('tells blank rows between data and is silent about the empty rows of a template', () => {
    const table = readOne(`${HEADER}\n${A}\n\n\n${B}\n\n\n`);
    expect(skipped(table)).toEqual(['3 blank', '4 blank']);
  });

  it('takes numbers in every column for the numbering of the columns only above all data', () => {
    const numbering = '| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |';
    expect(skipped(readOne(`${HEADER}\n${numbering}\n${A}`))).toEqual(['2 numbering']);
    expect(readOne(`${HEADER}\n${A}\n${numbering}`).rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('counts filtered rows as data and says so once', () => {
    const table = readOne(sheet(`${HEADER}\n${A}\n${B}\n${C}`, { hiddenRows: [2, 3] }));
    expect(table.rows.map(({ hidden }) => hidden)).toEqual([true, true, false]);
    expect(table.faults.filter(({ code }) => code === 'row/hidden').map(({ detail }) => detail)).toEqual([
      { count: '2', rows: '2、3' },
    ]);
  });

  it('reads on when the header comes again for the next county', () => {
    const table = readOne(`| 甲县 |\n${HEADER}\n${A}\n| 乙县 |\n${HEADER}\n${B}`);
    expect(table.rows.map(({ row }) => row)).toEqual([3, 6]);
    expect(skipped(table)).toEqual(['4 note', '5 repeated-header']);
  });

  it('reads on when a header on two lines comes again', () => {
    const top = '| | 姓名 |';
    const bottom = '| 市（州） | | 工作单位 | 手机号码 | 邮箱 |';
    const row = (name: string): string => `| 成都市 | ${name} | 卫健委 | 13912345601 | li4@163.com |`;
    const table = readOne([top, bottom, row('李四光'), top, bottom, row('王思齐')].join('\n'));
    expect(values(table, 'name')).toEqual(['李四光', '王思齐']);
    expect(skipped(table)).toEqual(['4 repeated-header', '5 repeated-header']);
  });

  it('tells what a row says in the columns of its own table', () => {
    const table = (
      total: string,
    ): string => `| 市（州） | 姓名 | 手机号码 | 邮箱 | | 市(州) | 医疗机构名称 | 统一社会信用代码 | 级别 |
| 成都市 | 李四光 | 13912345601 | li4@163.com | | 成都市 | 青杠市第一人民医院 | 12510100450712347E | 三级 |
${total}`;
    const { tables } = readBook(
      book(
        sheet(table('| 合计 | | | 一人 | | 总计 | | | 一家 |'), { cells: { B3: { text: ' ' }, G3: { text: ' ' } } }),
      ),
    );
    expect(tables.flatMap(({ skipped: rows }) => rows.map(({ reason, text }) => `${reason} ${text}`))).toEqual([
      'total 合计 一人',
      'total 总计 一家',
    ]);
  });
});

describe('cells that lean on others', () => {
  it('fills a merged city down within its area', () => {
    const table = readOne(
      sheet(`${HEADER}\n${A}\n${B.replace('成都市', '')}\n${C.replace('绵阳市', '')}`, {
        merges: [{ top: 2, left: 2, bottom: 3, right: 2 }],
      }),
    );
    expect(table.rows.map(({ fields }) => repairs(fields['prefecture']))).toEqual([
      [],
      ['merged:  → 成都市'],
      ['filled-down:  → 成都市'],
    ]);
  });

  it('fills a city that is given once', () => {
    const table = readOne(`${HEADER}\n${A}\n${B.replace('成都市', '')}\n${C}`);
    expect(values(table, 'prefecture')).toEqual(['成都市', '成都市', '绵阳市']);
    expect(repairs(table.rows[1]?.fields['prefecture'])).toEqual(['filled-down:  → 成都市']);
  });

  it('leaves a forgotten city blank where every other row repeats it', () => {
    const table = readOne(`${HEADER}\n${A}\n${B}\n${C.replace('绵阳市', '')}`);
    expect(values(table, 'prefecture')).toEqual(['成都市', '成都市', '']);
  });

  it('never fills another column than the one that names the unit', () => {
    const table = readOne(`${HEADER}\n${A}\n${B.replace('二级', '')}`);
    expect(values(table, 'level')).toEqual(['三级', '']);
  });

  it.each(['同上', '〃', '″', '"', ' 同 上 '])('copies the cell above for %s', (ditto) => {
    const table = readOne(`${HEADER}\n${A}\n${B.replace('成都市', ditto).replace('钱二喜', ditto)}`);
    expect(values(table, 'prefecture', 'dataManagerName')[1]).toBe('成都市 赵一鸣');
    expect(repairs(table.rows[1]?.fields['prefecture'])).toEqual([`ditto: ${ditto.trim()} → 成都市`]);
  });

  it('tells a formula of which only 同上 would come, as its result is not in the file', () => {
    const cells = { G3: { stored: 'formula', formula: '"同上"', text: '' } } as const;
    const { faults } = readOne(sheet(`${HEADER}\n${A}\n${B}`, { cells }));
    expect(faults.filter(({ cell }) => cell === 'G3').map(({ code, seen }) => `${code} ${seen}`)).toEqual([
      'cell/formula-without-result ="同上"',
    ]);
  });

  it('keeps 同上 in the first row for the rules to tell', () => {
    const table = readOne(`${HEADER}\n${A.replace('赵一鸣', '同上')}`);
    expect(values(table, 'dataManagerName')).toEqual(['同上']);
  });
});

describe('two answers in one cell', () => {
  it.each([
    ['三级甲等', '', '三级 甲等'],
    ['三甲', '', '三级 甲等'],
    ['', '二级乙等', '二级 乙等'],
    ['三级甲等', '甲等', '三级 甲等'],
    ['三级甲等', '三级甲等', '三级 甲等'],
    ['三级甲等', '乙等', '三级甲等 乙等'],
    ['高级', '', '高级 '],
  ])('level %j and grade %j', (level, grade, expected) => {
    const table = readOne(`${HEADER}\n${A.replace('| 三级 | 甲等 |', `| ${level} | ${grade} |`)}`);
    expect(values(table, 'level', 'grade')).toEqual([expected]);
  });

  it('reads one column for both', () => {
    const table = readOne(
      `| 市(州) | 医疗机构名称 | 统一社会信用代码 | 级别等次 | 手机号码 |
| 成都市 | 青杠市第一人民医院 | 12510100450712347E | 三级甲等 | 13912345601 |`,
    );
    expect(values(table, 'level', 'grade')).toEqual(['三级 甲等']);
    expect(repairs(table.rows[0]?.fields['grade'])).toEqual(['split: 三级甲等 → 甲等']);
    expect(table.faults.filter(({ code, column }) => code === 'header/missing-column' && column === 'grade')).toEqual(
      [],
    );
  });

  it.each([
    ['赵一鸣 13912345601', '赵一鸣 13912345601'],
    ['赵一鸣（139-1234-5601）', '赵一鸣 13912345601'],
    ['13912345601\\n赵一鸣', '赵一鸣 13912345601'],
    ['赵一鸣，电话：１３９１２３４５６０１', '赵一鸣 13912345601'],
    ['赵一鸣', '赵一鸣 -'],
    ['赵一鸣13912345601、13912345602', '赵一鸣13912345601、13912345602 -'],
  ])('a column of name and phone: %s', (written, expected) => {
    const table = readOne(
      `| 市(州) | 医疗机构名称 | 统一社会信用代码 | 姓名及电话 |
| 成都市 | 青杠市第一人民医院 | 12510100450712347E | ${written} |`,
    );
    expect(values(table, 'dataManagerName', 'dataManagerPhone')).toEqual([expected]);
  });

  it('understands a code beside its name', () => {
    const table = readOne(
      `| 市(州) | 医疗机构名称 | 类别 | 手机号码 |
| 成都市 | 青杠市第一人民医院 | A100 综合医院 | 13912345601 |`,
    );
    expect(repairs(table.rows[0]?.fields['category'])).toEqual(['term: A100 综合医院 → 综合医院']);
  });

  it('leaves two people and two phones as they are', () => {
    const table = readOne(
      `${HEADER}\n${A.replace('赵一鸣', '赵一鸣、钱二喜').replace('13912345601', '13912345601\\n13912345602')}`,
    );
    expect(values(table, 'dataManagerName', 'dataManagerPhone')).toEqual(['赵一鸣、钱二喜 13912345601\n13912345602']);
    expect(codes(table).filter((code) => code.startsWith('digits/'))).toEqual([]);
  });
});

describe('a city on a line of its own', () => {
  it('belongs to the rows below it that name none', () => {
    const table = readOne(
      `${HEADER}\n| 成都 |\n${A.replace('成都市', '')}\n${B.replace('成都市', '')}\n| | 绵阳市 |\n${C.replace('绵阳市', '')}`,
    );
    expect(values(table, 'prefecture')).toEqual(['成都市', '成都市', '绵阳市']);
    expect(repairs(table.rows[0]?.fields['prefecture'])).toEqual(['filled-down:  → 成都市']);
  });

  it('is not carried beyond a row that names its own', () => {
    const table = readOne(`${HEADER}\n| | 绵阳市 |\n${A}\n${B}\n${C.replace('绵阳市', '')}`);
    expect(values(table, 'prefecture')).toEqual(['成都市', '成都市', '']);
  });
});
