import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** Neither 中医 nor 西医. */
export const medicineKindUnknown: CellRule = {
  scope: 'cell',
  code: 'medicine-kind/unknown',
  severity: 'error',
  title: '类型认不出',
  message: '“{column}”填的“{seen}”不是“中医”或“西医”',
  remedy: '请填“中医”或“西医”。',
  example: { wrong: '公立', right: '西医' },
  source: '通知附件2“医疗机构类型(中医或西医)”',
  check: (input) => faultsOfChoice(input, 'unknown'),
};
