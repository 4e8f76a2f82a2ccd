import type { ReadingRule } from '../rule.ts';

/** A hidden sheet with the same table beside a visible one. */
export const tableOldHiddenSheet: ReadingRule = {
  scope: 'reading',
  code: 'table/old-hidden-sheet',
  severity: 'notice',
  title: '隐藏的旧表没有读取',
  message: '隐藏的工作表“{sheet}”里也有同样的表（{count} 行），没有读取',
  remedy: '不必改；如其中也有要报送的内容，请移到可见的表里。',
  example: { wrong: '隐藏的旧表', right: '一张可见的表' },
  source: '通知附件2、附件3',
};
