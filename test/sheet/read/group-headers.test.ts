import { describe, expect, it } from 'vitest';
import { sheet } from '../../support/table.ts';
import { codes, LIAISON, readOne, skipped, values } from './read.ts';

describe('headers of two rows and tables with a gap', () => {
  it('a group that is itself the name of a column names only its own column', () => {
    const table = readOne(
      sheet(
        `
| 填报单位（盖章）：成都市卫生健康委员会 | | | | | 填表日期：2025.2.10 |
| 序号 | 市州 | 机构名称 | 机构代码 | | | 基本情况 |
| | | | 组织机构代码证号 | 统一社会信用代码（18位） | 许可证登记号（22位） | 中医/西医 | 等级 |
| 1 | 成都市 | 青杠市第一人民医院 | 450712347 | 12510100450712347E | 45071234751010411A1001 | 西医 | 三级 |`,
        {
          merges: [
            { top: 2, left: 4, bottom: 2, right: 6 },
            { top: 2, left: 7, bottom: 2, right: 8 },
          ],
        },
      ),
    );
    expect(table.header).toEqual({ top: 2, bottom: 3 });
    expect(values(table, 'organizationCode', 'uscc', 'registrationNumber', 'medicineKind', 'level')).toEqual([
      '450712347 12510100450712347E 45071234751010411A1001 西医 三级',
    ]);
    expect(table.columns.every(({ by }) => by !== 'content')).toBe(true);
  });

  it('a column left empty in the middle does not part the table', () => {
    const table = readOne(`
| 序号 | 市(州) | 医疗机构名称 | | 统一社会信用代码 | 医疗机构数据管理员姓名 | 医疗机构数据管理员手机号码 |
| 1 | 成都市 | 青杠市第一人民医院 | | 12510100450712347E | 赵一鸣 | 13912345601 |
| 2 | 成都市 | 青杠市中医医院 | | 125101004507123559 | 钱若水 | 13912345602 |`);
    expect(values(table, 'name', 'uscc', 'dataManagerPhone')).toEqual([
      '青杠市第一人民医院 12510100450712347E 13912345601',
      '青杠市中医医院 125101004507123559 13912345602',
    ]);
    expect(skipped(table)).toEqual([]);
  });

  it('the title of a table lying on its side is no column', () => {
    const table = readOne(`
| 医院信息表 |
| 市(州) | 成都市 |
| 医疗机构名称 | 青杠市第一人民医院 |
| 组织机构代码 | 450712347 |
| 统一社会信用代码 | 12510100450712347E |
| 医疗机构数据管理员姓名 | 赵一鸣 |`);
    expect(codes(table).filter((code) => code.startsWith('header/by-'))).toEqual([]);
    expect(table.surroundings).toContain('医院信息表');
    expect(values(table, 'prefecture', 'name')).toEqual(['成都市 青杠市第一人民医院']);
  });

  it('an office telephone beside the office is no position', () => {
    const table = readOne(
      `
| 序号 | 市（州） | 姓名 | 单位及职务 | 办公电话 | 手机 | 邮箱 |
| 1 | 绵阳 | 唐晓明 | 绵阳市卫生健康委科长 | 0816-2222222 | 13890612345 | tang@163.com |`,
      [LIAISON],
    );
    expect(table.extra.map(({ header }) => header)).toEqual(['序号', '办公电话']);
    expect(values(table, 'organization', 'phone')).toEqual(['绵阳市卫生健康委科长 13890612345']);
    expect(codes(table)).toContain('header/missing-column');
  });
});
