import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** A choice of any form that its vocabulary does not know. */
export const choiceUnknown: CellRule = {
  scope: 'cell',
  code: 'choice/unknown',
  severity: 'error',
  title: '不在选项之内',
  message: '“{column}”填的“{seen}”不在选项之内，可填：{choices}',
  remedy: '请从下拉列表中选择。',
  example: { wrong: '其他写法', right: '列表中的选项' },
  source: '表格定义所列选项',
  check: (input) => faultsOfChoice(input, 'unknown'),
};
