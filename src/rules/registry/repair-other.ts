import type { ReadingRule } from '../rule.ts';

/** An automatic cleaning step that has no code of its own. */
export const repairOther: ReadingRule = {
  scope: 'reading',
  code: 'repair/other',
  severity: 'notice',
  title: '自动整理了写法',
  message: '“{column}”的写法已自动整理：“{seen}”改为“{expected}”',
  remedy: '请确认整理后的内容无误，不必重报。',
  example: { wrong: '写法与要求略有出入', right: '统一后的写法' },
  source: '数据整理约定：只改写法，不改内容，逐条列出',
};
