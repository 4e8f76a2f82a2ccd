import type { ReadingRule } from '../rule.ts';

/** Rows that a filter or a person has hidden: they are data all the same. */
export const rowHidden: ReadingRule = {
  scope: 'reading',
  code: 'row/hidden',
  severity: 'notice',
  title: '有隐藏的行',
  message: '有 {count} 行被隐藏或筛选掉（第 {rows} 行），已一并读取',
  remedy: '不必改；如这些行不应报送，请删除后重报。',
  example: { wrong: '筛选后隐藏的行', right: '全部显示' },
  source: '通知附件2、附件3',
};
