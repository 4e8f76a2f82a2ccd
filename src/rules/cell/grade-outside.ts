import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** 特等, 合格, 其他: known words that the notice does not have. */
export const gradeOutside: CellRule = {
  scope: 'cell',
  code: 'grade/outside',
  severity: 'error',
  title: '等次不在选项之内',
  message: '“{column}”填的“{seen}”不在“甲等”“乙等”“未定等”之内，不能代为决定',
  remedy: '请与医院确认后填“甲等”“乙等”或“未定等”。',
  example: { wrong: '合格', right: '未定等' },
  source: '通知附件2“医疗机构等次(甲等、乙等、未定等)”',
  check: (input) => faultsOfChoice(input, 'unusable'),
};
