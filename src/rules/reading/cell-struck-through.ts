import type { ReadingRule } from '../rule.ts';

/** A cell with a line through it in a row that stands otherwise. */
export const cellStruckThrough: ReadingRule = {
  scope: 'reading',
  code: 'cell/struck-through',
  severity: 'warning',
  title: '内容加了删除线',
  message: '“{column}”“{seen}”加了删除线，仍已登记',
  remedy: '请改为现在的内容；没有变化的，请去掉删除线。',
  example: { wrong: '带删除线的号码', right: '现在的号码' },
  source: '通知附件2、附件3：各列均须填报',
};
