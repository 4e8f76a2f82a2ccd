import { describe, expect, it } from 'vitest';
import { sheet } from '../../support/table.ts';
import { readOne } from './read.ts';

const TABLE = `
| 医疗机构名称 | 统一社会信用代码 | 数据管理员姓名 | 数据管理员手机号码 | 备注 |
| 青杠医院 | 12510100450712347E | 李四光 | 13912345601 | 停业 |`;

/** What is told of one note. */
function told(row: number, column: number, text: string) {
  const { faults } = readOne(sheet(TABLE, { notes: [{ row, column, text }] }));
  return faults.filter(({ code }) => code === 'cell/comment');
}

describe('notes beside answers', () => {
  it('are told at their cell', () => {
    expect(told(2, 3, '兼职')).toEqual([
      { code: 'cell/comment', column: 'dataManagerName', seen: '兼职', row: 2, cell: 'C2' },
    ]);
  });

  it.each([
    ['手机号已换成13990001111，请以此为准', 'warning'],
    ['邮箱改为 lsg@163.com', 'warning'],
    ['代码应为12510100450712347e', 'warning'],
    ['2025年1月核对', undefined],
    ['邮箱改为 2847193@qq.com', 'warning'],
    ['2025-01-31核对', undefined],
    ['见第1234567号文', undefined],
  ])('%s', (text, severity) => {
    expect(told(2, 4, text).map((fault) => fault.severity)).toEqual([severity]);
  });

  it('beside a header or a remark are no matter', () => {
    const { faults } = readOne(TABLE);
    for (const note of [
      { row: 1, column: 4, text: '请填手机号' },
      { row: 2, column: 5, text: '13990001111' },
    ])
      expect(readOne(sheet(TABLE, { notes: [note] })).faults).toEqual(faults);
  });
});
