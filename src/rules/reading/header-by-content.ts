import type { ReadingRule } from '../rule.ts';

/** A column told by what it holds, its header being unknown. */
export const headerByContent: ReadingRule = {
  scope: 'reading',
  code: 'header/by-content',
  severity: 'warning',
  title: '按内容认出的列',
  message: '表头“{seen}”认不出，根据各行内容按“{column}”读取',
  remedy: '请核对这一列是否就是“{column}”，并把表头改回原来的文字。',
  example: { wrong: '统一社会信用带码', right: '统一社会信用代码' },
  source: '表格定义的校验规则',
};
