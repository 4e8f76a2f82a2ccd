import type { ReadingRule } from '../rule.ts';

/** A table without any header: every column was told by what it holds. */
export const headerAbsent: ReadingRule = {
  scope: 'reading',
  code: 'header/absent',
  severity: 'warning',
  title: '没有表头',
  message: '表中没有表头，各列按内容认出',
  remedy: '请核对各列是否登记在应在的位置，再次报送时请保留通知附件的表头。',
  example: { wrong: '第1行就是医院', right: '第1行是“序号、市(州)、医疗机构名称……”' },
  source: '通知附件2、附件3的表头',
};
