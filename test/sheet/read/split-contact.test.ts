import { describe, expect, it } from 'vitest';
import { LIAISON, readOne, repairs, values } from './read.ts';

const BOTH = ['dataManagerName', 'dataManagerPhone'] as const;

function roster(name: string, phone: string): string {
  return `
| 市(州) | 医疗机构名称 | 统一社会信用代码 | 医疗机构数据管理员姓名 | 医疗机构数据管理员手机号码 |
| 成都市 | 青杠市第一人民医院 | 12510100450712347E | ${name} | ${phone} |`;
}

describe('a name and a number in one cell', () => {
  it.each([
    ['a name with its number, the column of the number blank', '赵一鸣13912345601', '', '赵一鸣 13912345601'],
    ['parted by a sign', '赵一鸣（139 1234 5601）', '', '赵一鸣 13912345601'],
    ['a number with its name, the column of the name blank', '', '13912345601 赵一鸣', '赵一鸣 13912345601'],
    ['both columns filled: as written', '赵一鸣13912345601', '13912345602', '赵一鸣13912345601 13912345602'],
    ['two numbers: as written', '赵一鸣13912345601、13912345602', '', '赵一鸣13912345601、13912345602 '],
    ['a name alone', '赵一鸣', '', '赵一鸣 '],
  ])('%s', (_, name, phone, expected) => {
    expect(values(readOne(roster(name, phone)), ...BOTH)).toEqual([expected]);
  });

  it('both columns tell what was done', () => {
    const [row] = readOne(roster('赵一鸣13912345601', '')).rows;
    expect(repairs(row?.fields['dataManagerName'])).toEqual(['split: 赵一鸣13912345601 → 赵一鸣']);
    expect(repairs(row?.fields['dataManagerPhone'])).toEqual(['split: 赵一鸣13912345601 → 13912345601']);
  });

  it('the other form has one person and one telephone too', () => {
    const table = readOne(
      `
| 市（州） | 姓名 | 工作单位 | 职务 | 手机号码 | 邮箱 |
| 绵阳 | 唐晓明13890612345 | 绵阳市卫生健康委 | 科长 | | tang@163.com |`,
      [LIAISON],
    );
    expect(values(table, 'name', 'phone')).toEqual(['唐晓明 13890612345']);
  });
});

describe('a country code', () => {
  it.each([
    ['+86-13912345601', '13912345601'],
    ['0086 139 1234 5601', '13912345601'],
    ['（86）13912345601', '13912345601'],
    ['8613912345', '8613912345'],
  ])('%s → %s', (written, expected) => {
    const [row] = readOne(roster('赵一鸣', written)).rows;
    expect(row?.fields['dataManagerPhone']?.value).toBe(expected);
    expect(row?.fields['dataManagerPhone']?.raw).toBe(written);
  });
});
