import type { ReadingRule } from '../rule.ts';

/** Two columns whose contents all contradict their headers and fit each other. */
export const headerSwapped: ReadingRule = {
  scope: 'reading',
  code: 'header/swapped',
  severity: 'warning',
  title: '两列填反',
  message: '“{seen}”与“{other}”两列各行内容都填反了，已按内容读取',
  remedy: '请核对这两列，并把内容填回各自的列。',
  example: { wrong: '手机栏填姓名、姓名栏填手机', right: '各填各列' },
  source: '表格定义的校验规则',
};
