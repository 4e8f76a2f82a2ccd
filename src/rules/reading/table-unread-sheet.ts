import type { ReadingRule } from '../rule.ts';

/** A sheet without a header, beside one with, whose rows look like records and do not follow the table's columns. */
export const tableUnreadSheet: ReadingRule = {
  scope: 'reading',
  code: 'table/unread-sheet',
  severity: 'warning',
  title: '没有表头的表没有读取',
  message: '“{sheet}”第{line}行起像是填报的内容，但没有认得出的表头，没有读取',
  remedy: '如是要报送的内容，请放到有表头的表里重新报送；不用的请删去。',
  example: { wrong: '另一张工作表只有数据，没有表头', right: '全部内容在一张有表头的表里' },
  source: '通知附件2、附件3的表头',
};
