import type { ReadingRule } from '../rule.ts';

/** A row with a line through it: crossed out, as it seems, yet still there. */
export const rowStruckThrough: ReadingRule = {
  scope: 'reading',
  code: 'row/struck-through',
  severity: 'warning',
  title: '整行加了删除线',
  message: '第 {line} 行加了删除线，仍已登记',
  remedy: '如这一行不再报送，请删去整行后重报；仍要报送的，请去掉删除线。',
  example: { wrong: '带删除线的一行', right: '删去，或去掉删除线' },
  source: '通知附件2：每家医院一行',
};
