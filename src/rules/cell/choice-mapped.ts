import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** A spelling that a vocabulary maps with a remark. */
export const choiceMapped: CellRule = {
  scope: 'cell',
  code: 'choice/mapped',
  severity: 'notice',
  title: '按规范写法登记',
  message: '“{column}”填的“{seen}”：{note}',
  remedy: '如不对，请改填。',
  example: { wrong: '未评', right: '未定等' },
  source: '表格定义所列选项',
  check: (input) => faultsOfChoice(input, 'mapped'),
};
