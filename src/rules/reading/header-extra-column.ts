import type { ReadingRule } from '../rule.ts';

/** A column that the form does not have. */
export const headerExtraColumn: ReadingRule = {
  scope: 'reading',
  code: 'header/extra-column',
  severity: 'notice',
  title: '多出一列',
  message: '表格多出“{seen}”一列，不在通知附件之内，没有汇总',
  remedy: '不必改；如其中有要报送的内容，请填到相应的列。',
  example: { wrong: '备注', right: '（无此列）' },
  source: '通知附件2、附件3的表头',
};
