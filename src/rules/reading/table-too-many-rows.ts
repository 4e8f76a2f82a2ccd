import type { ReadingRule } from '../rule.ts';

/** More rows than any answer to a form can have. */
export const tableTooManyRows: ReadingRule = {
  scope: 'reading',
  code: 'table/too-many-rows',
  severity: 'error',
  title: '行数超出上限',
  message: '表格超过 {most} 行，其后的 {rest} 行没有读取',
  remedy: '请删去多余的行，或分成几个文件报送。',
  example: { wrong: '数万行', right: '本单位的医院' },
  source: '读取上限',
};
