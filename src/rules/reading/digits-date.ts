import type { ReadingRule } from '../rule.ts';

/** An answer that a spreadsheet took for a date. */
export const digitsDate: ReadingRule = {
  scope: 'reading',
  code: 'digits/date',
  severity: 'error',
  title: '内容被转成了日期',
  message: '“{column}”的内容被表格软件转成了日期“{seen}”，原来填的已经看不到',
  remedy: '请把单元格设为文本格式，重新键入原来的内容。',
  example: { wrong: '2025-03-01', right: '原来的内容' },
  source: 'Excel 自动把形如 3-1 的输入转换为日期',
};
