import type { ReadingRule } from '../rule.ts';

/** A cell that holds the error of a formula. */
export const cellErrorValue: ReadingRule = {
  scope: 'reading',
  code: 'cell/error-value',
  severity: 'error',
  title: '单元格是公式错误',
  message: '“{column}”显示公式错误“{seen}”',
  remedy: '请直接键入内容，不用公式或引用其他文件。',
  example: { wrong: '#N/A', right: '真实内容' },
  source: '表格软件的错误值',
};
