import type { ReadingRule } from '../rule.ts';

/** Rows that say they hold what was reported before; their twins say what holds now. */
export const rowBeforeChange: ReadingRule = {
  scope: 'reading',
  code: 'row/before-change',
  severity: 'notice',
  title: '变更前的行没有读取',
  message: '有 {count} 行写明是变更前的内容（第 {rows} 行），没有登记，只登记变更后的行',
  remedy: '不必改；如也要登记，请删去“变更前”字样后重报。',
  example: { wrong: '“变更前”“变更后”各一行', right: '只列变更后的内容' },
  source: '通知附件2：每家医院一行',
};
