import type { ReadingRule } from '../rule.ts';

/** A table whose headers run down a column. */
export const tableTransposed: ReadingRule = {
  scope: 'reading',
  code: 'table/transposed',
  severity: 'notice',
  title: '横竖颠倒的表',
  message: '表头写在一列里、每家占一列，已转过来读取',
  remedy: '不必改；下次请按下发的表格填写，一行一家。',
  example: { wrong: '表头竖排', right: '表头横排' },
  source: '通知附件2、附件3的版式',
};
