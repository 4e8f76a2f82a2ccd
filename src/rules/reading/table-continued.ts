import type { ReadingRule } from '../rule.ts';

/** A table without a header that goes on where an earlier one ended, as Word cuts tables at the end of a page. */
export const tableContinued: ReadingRule = {
  scope: 'reading',
  code: 'table/continued',
  severity: 'notice',
  title: '接着上一张表读取',
  message: '这里没有表头，各列与“{seen}”的表相同，已接着读取',
  remedy: '不必改；如不是同一张表的内容，请在回信中说明。',
  example: { wrong: '第二页的表没有表头', right: '一张表，或每张表都有表头' },
  source: '通知附件2、附件3的表格样式',
};
