import type { ReadingRule } from '../rule.ts';

/** A column told by its neighbours, its header being unknown. */
export const headerByPosition: ReadingRule = {
  scope: 'reading',
  code: 'header/by-position',
  severity: 'warning',
  title: '按位置认出的列',
  message: '表头“{seen}”认不出，根据所在位置按“{column}”读取',
  remedy: '请核对这一列是否就是“{column}”，并把表头改回原来的文字。',
  example: { wrong: '职物', right: '职务' },
  source: '表格定义的列顺序',
};
