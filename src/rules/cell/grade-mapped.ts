import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** 未评 and kin. */
export const gradeMapped: CellRule = {
  scope: 'cell',
  code: 'grade/mapped',
  severity: 'notice',
  title: '等次按“未定等”登记',
  message: '“{column}”填的“{seen}”：{note}',
  remedy: '如已评定等次，请改填“甲等”或“乙等”。',
  example: { wrong: '未评', right: '未定等' },
  source: '通知附件2“医疗机构等次(甲等、乙等、未定等)”',
  check: (input) => faultsOfChoice(input, 'mapped'),
};
