import type { ReadingRule } from '../rule.ts';

/** A column of the form that the table does not have. */
export const headerMissingColumn: ReadingRule = {
  scope: 'reading',
  code: 'header/missing-column',
  severity: 'error',
  title: '缺少一列',
  message: '表中没有“{expected}”这一列',
  remedy: '请在下发的表格上填写这一列；不要删改表头。',
  example: { wrong: '表头缺少“邮箱”', right: '表头与通知附件一致' },
  source: '通知附件2、附件3的表头',
};
