import type { ReadingRule } from '../rule.ts';

/** A header without a row of data below it. */
export const tableEmpty: ReadingRule = {
  scope: 'reading',
  code: 'table/empty',
  severity: 'warning',
  title: '表中没有数据',
  message: '找到了表头，但下面没有填写内容',
  remedy: '请核对是否发错了文件；确实没有的，请在回信中说明。',
  example: { wrong: '只有表头', right: '填好的表格' },
  source: '通知附件2、附件3',
};
