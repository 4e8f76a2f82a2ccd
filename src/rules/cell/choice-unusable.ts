import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** A known term that is no answer. */
export const choiceUnusable: CellRule = {
  scope: 'cell',
  code: 'choice/unusable',
  severity: 'error',
  title: '选项不能使用',
  message: '“{column}”填的“{seen}”不能作为答案{children}{note}',
  remedy: '请从下拉列表中另选。',
  example: { wrong: '大类名称', right: '列表中的选项' },
  source: '表格定义所列选项',
  check: (input) => faultsOfChoice(input, 'unusable'),
};
