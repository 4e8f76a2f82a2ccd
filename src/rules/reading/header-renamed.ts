import type { ReadingRule } from '../rule.ts';

/** A header in other accepted words. */
export const headerRenamed: ReadingRule = {
  scope: 'reading',
  code: 'header/renamed',
  severity: 'notice',
  title: '表头改了说法',
  message: '表头“{seen}”按“{column}”读取',
  remedy: '不必改；如不对，请在回信中说明。',
  example: { wrong: '手机号', right: '医疗机构数据管理员手机号码' },
  source: '表格定义所列的别名',
};
