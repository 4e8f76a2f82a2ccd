import { describe, expect, it } from 'vitest';
import { codes, readOne, skipped, values } from './read.ts';

const HEADER =
  '| 序号 | 市(州) | 医疗机构名称 | 统一社会信用代码 | 医疗机构数据管理员姓名 | 医疗机构数据管理员手机号码 |';
const ROW = '| 1 | 成都市 | 青杠市第一人民医院 | 12510100450712347E | 赵一鸣 | 13912345601 |';

describe('a single text in a row', () => {
  it.each([
    ['a page number', '| | | 第1页 共2页 |'],
    ['counts', '| | | 三级医院：2家；二级医院：2家 |'],
    ['the office that signs', '| | | | | 青杠市卫生健康委员会 |'],
    ['the office that signs, in the column of the name', '| | | 青杠市卫健委（公章） |'],
    ['a date', '| | | | | 2025年2月20日 |'],
    ['a month', '| | | | | 2025.2 |'],
  ])('%s is a note', (_, line) => {
    const table = readOne(`${HEADER}\n${ROW}\n${line}`);
    expect(table.rows).toHaveLength(1);
    expect(skipped(table)).toEqual(['3 note']);
  });

  it.each([
    ['a hospital without anything else', '| | | 青杠市中医医院 |'],
    ['a name nobody has seen before', '| | | 青杠诊疗点 |'],
    ['a code', '| | | | 125101004507123559 |'],
    ['a telephone', '| | | | | | 13912345602 |'],
    ['a person', '| | | | | 钱若水 |'],
  ])('%s is a row', (_, line) => {
    expect(readOne(`${HEADER}\n${ROW}\n${line}`).rows).toHaveLength(2);
  });
});

describe('headers that are hard to see', () => {
  it('long remarks, also with brackets in brackets', () => {
    const table = readOne(`
| 市(州) | 医 疗 机 构 名 称 | 统一社会信用代码（18位，与《事业单位法人证书》（正本或者副本）一致，请勿填写组织机构代码，如有疑问请联系省卫生健康委医政处，电话028-86130000） | 医疗机构类别（填写代码或名称，详见《卫生机构（组织）分类与代码》） |
| 成都市 | 青杠市第一人民医院 | 12510100450712347E | 综合医院 |`);
    expect(values(table, 'name', 'uscc', 'category')).toEqual(['青杠市第一人民医院 12510100450712347E 综合医院']);
    expect(codes(table).filter((code) => code.startsWith('header/by-'))).toEqual([]);
  });

  it('no header at all is told once', () => {
    const table = readOne(`
| 1 | 成都市 | 青杠市第一人民医院 | 450712347 | 12510100450712347E | 45071234751010411A1001 | 西医 | 综合医院 | 三级 | 甲等 | 赵一鸣 | 13912345601 | zhao1@163.com |
| 2 | 成都市 | 青杠市中医医院 | 450712355 | 125101004507123559 | 45071235551010411A2101 | 中医 | 中医（综合）医院 | 二级 | 乙等 | 钱若水 | 13912345602 | qian2@163.com |`);
    expect(codes(table).filter((code) => code.startsWith('header/') && code !== 'header/missing-column')).toEqual([
      'header/absent',
    ]);
    expect(table.faults.find(({ code }) => code === 'header/absent')?.row).toBe(1);
  });
});
