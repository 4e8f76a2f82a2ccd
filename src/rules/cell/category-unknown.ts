import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** Neither a code nor a name of the table. */
export const categoryUnknown: CellRule = {
  scope: 'cell',
  code: 'category/unknown',
  severity: 'error',
  title: '类别认不出',
  message: '“{column}”填的“{seen}”不在卫生机构类别代码表中',
  remedy: '请从下拉列表中选择，或填4位类别代码，如 A100（综合医院）。',
  example: { wrong: '二级医院', right: '综合医院' },
  source: 'WS 218-2002《卫生机构（组织）分类与代码》机构类别代码表',
  check: (input) => faultsOfChoice(input, 'unknown'),
};
