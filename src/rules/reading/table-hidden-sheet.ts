import type { ReadingRule } from '../rule.ts';

/** The only table of the form stands on a hidden sheet. */
export const tableHiddenSheet: ReadingRule = {
  scope: 'reading',
  code: 'table/hidden-sheet',
  severity: 'warning',
  title: '数据在隐藏的工作表里',
  message: '表格只出现在隐藏的工作表“{sheet}”，已按其读取（{count} 行）',
  remedy: '请核对这是不是要报送的表，并取消隐藏。',
  example: { wrong: '隐藏的工作表', right: '可见的工作表' },
  source: '通知附件2、附件3',
};
