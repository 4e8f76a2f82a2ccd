import { describe, expect, it } from 'vitest';
import { readOne, repairs } from './read.ts';

const ORDER = [
  'prefecture',
  'name',
  'uscc',
  'medicineKind',
  'category',
  'level',
  'grade',
  'dataManagerPhone',
  'dataManagerEmail',
] as const;
const GOOD: Readonly<Record<string, string>> = {
  prefecture: '成都市',
  name: '青杠市第一人民医院',
  uscc: '12510100450712347E',
  medicineKind: '西医',
  category: '综合医院',
  level: '三级',
  grade: '甲等',
  dataManagerPhone: '13912345601',
  dataManagerEmail: 'zhao1@163.com',
};

/** A field of a row that is right but for some of its cells. */
function read(key: string, cells: Readonly<Record<string, string>>) {
  const row = { ...GOOD, ...cells };
  const table = readOne(`
| 市(州) | 医疗机构名称 | 统一社会信用代码 | 类型 | 类别 | 级别 | 等次 | 手机号码 | 邮箱 |
| ${ORDER.map((one) => row[one]).join(' | ')} |`);
  return table.rows[0]?.fields[key];
}

describe('what stands around an answer', () => {
  it.each([
    ['dataManagerPhone', '13912345601（微信同号）', '13912345601'],
    ['dataManagerPhone', '手机：13912345601', '13912345601'],
    ['dataManagerPhone', '手机13912345601', '13912345601'],
    ['dataManagerPhone', '13912345601（转8012）', '13912345601(转8012)'],
    ['dataManagerEmail', '邮箱：zhao1@163.com', 'zhao1@163.com'],
    ['dataManagerEmail', 'E-mail: zhao1@163.com', 'zhao1@163.com'],
    ['dataManagerEmail', 'zhao1@163.com；', 'zhao1@163.com'],
    ['dataManagerEmail', '邮箱zhao1@163.com', 'zhao1@163.com'],
    ['dataManagerEmail', 'QQ邮箱：28471930@qq.com', '28471930@qq.com'],
    ['dataManagerEmail', '赵一鸣<zhao1@163.com>', 'zhao1@163.com'],
    ['dataManagerEmail', 'qian2@163.com<zhao1@163.com>', 'qian2@163.com<zhao1@163.com>'],
    ['dataManagerEmail', 'QQ：28471930', 'qq:28471930'],
    ['uscc', '统一社会信用代码：12510100450712347e', '12510100450712347E'],
    ['uscc', '统一社会信用代码：12510100450712348E', '统一社会信用代码:12510100450712348E'],
    ['uscc', '统一社会信用代码12510100450712347E号', '12510100450712347E'],
    ['name', '青杠市第一人民医院\\n（公章）', '青杠市第一人民医院'],
    ['name', '青杠市第一人民医院（东院区）', '青杠市第一人民医院（东院区）'],
  ])('%s %s → %s', (key, written, expected) => {
    expect(read(key, { [key]: written })?.value).toBe(expected);
  });

  it('is told', () => {
    const field = read('dataManagerEmail', { dataManagerEmail: '邮箱:zhao1@163.com' });
    expect(repairs(field)).toEqual(['around: 邮箱:zhao1@163.com → zhao1@163.com']);
  });
});

describe('a level with more than a level', () => {
  it.each([
    ['with its category', { level: '二级综合医院' }, 'level', '二级'],
    ['with a category that its own column contradicts', { level: '二级口腔医院' }, 'level', '二级口腔医院'],
    ['with grade and category, the grade blank', { level: '三级乙等综合医院', grade: '' }, 'grade', '乙等'],
    ['with grade and another category', { level: '三级乙等口腔医院', grade: '' }, 'level', '三级乙等口腔医院'],
    ['with its grade, the grade blank', { level: '三级乙等', grade: '' }, 'grade', '乙等'],
    ['out of scope, with its grade, the grade blank', { level: '一级甲等', grade: '' }, 'level', '一级'],
    ['the type is not made up from the category', { level: '二级综合医院', medicineKind: '' }, 'medicineKind', ''],
  ])('%s', (_, cells, key, expected) => {
    expect(read(key, cells)?.value).toBe(expected);
  });
});
