import { describe, expect, it } from 'vitest';
import { book } from '../../support/table.ts';
import { codes, readBook, values } from './read.ts';

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
