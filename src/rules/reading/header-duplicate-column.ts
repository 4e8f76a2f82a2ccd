import type { ReadingRule } from '../rule.ts';

/** Two columns with headers of the same meaning; the one nearer to the wording of the form is read. */
export const headerDuplicateColumn: ReadingRule = {
  scope: 'reading',
  code: 'header/duplicate-column',
  severity: 'warning',
  title: '同一列出现两次',
  message: '表头“{seen}”与另一列意思相同，只读取了其中一列',
  remedy: '请只保留一列，把内容合到一起。',
  example: { wrong: '两列“手机号码”', right: '一列“手机号码”' },
  source: '通知附件2、附件3的表头',
};
