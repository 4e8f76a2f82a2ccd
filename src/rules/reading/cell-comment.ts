import type { ReadingRule } from '../rule.ts';

/** A person noted something beside an answer. With a number in it, it may be the true answer. */
export const cellComment: ReadingRule = {
  scope: 'reading',
  code: 'cell/comment',
  severity: 'notice',
  title: '单元格有批注',
  message: '“{column}”有批注：“{seen}”，按单元格里的内容登记',
  remedy: '内容以单元格为准；批注里的内容才对的，请改到单元格里。',
  example: { wrong: '批注“号码已换成13900001234”', right: '单元格里直接写13900001234' },
  source: '通知附件2、附件3：各列均须填报',
};
