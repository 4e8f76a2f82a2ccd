import type { ReadingRule } from '../rule.ts';

/** Stands in for something seen while reading that has no words of its own yet. */
export const readingOther: ReadingRule = {
  scope: 'reading',
  code: 'reading/other',
  severity: 'warning',
  title: '读取时的其他情况',
  message: '读取时发现异常：“{seen}”',
  remedy: '请打开原表核对这一处。',
  example: { wrong: '表格中少见的写法', right: '按模板填写' },
  source: '通知附件2、附件3的表格样式',
};
